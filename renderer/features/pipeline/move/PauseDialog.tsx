import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { pauseDeals } from './moveDeals.ts';
import { moveStore, type PauseWish } from './moveStore.ts';

const close = () => moveStore.setState({ pausing: null });

/** Asks why deals are parked: the reason stays on the timeline of each. */
export function PauseDialog() {
  const pausing = moveStore((state) => state.pausing);
  return pausing ? <Asking key={pausing.deals[0]?.id} wish={pausing} /> : null;
}

function Asking({ wish }: { readonly wish: PauseWish }) {
  const t = useT();
  const [reason, setReason] = useState(wish.reason);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const { deals } = wish;
  const go = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    setBusy(true);
    await pauseDeals(
      deals.map(({ id }) => id),
      true,
      reason.trim(),
    );
    close();
  };
  return (
    <Dialog
      open
      title={
        deals.length === 1
          ? t('pipeline.pause.title', { name: deals[0]?.name ?? '' })
          : t('pipeline.pause.titleMany', { count: deals.length })
      }
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('app.action.cancel')}</Button>
          <Button tone="primary" busy={busy} onClick={() => void go()}>
            {t('pipeline.move.pause')}
          </Button>
        </>
      }
    >
      <Field
        label={t('pipeline.gate.reason_pause')}
        error={tried && reason.trim() === '' ? t('pipeline.gate.reasonMissing') : null}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={reason}
            onChange={setReason}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog asks for this
            autoFocus
          />
        )}
      </Field>
    </Dialog>
  );
}
