import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';

interface ViewNameDialogProps {
  /** The name so far; empty for a new view. */
  readonly name: string;
  /** Names that would be confused with this one. */
  readonly taken: readonly string[];
  readonly onName: (name: string, shared: boolean) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for the name of a saved view. */
export function ViewNameDialog({ name, taken, onName, onClose }: ViewNameDialogProps) {
  const t = useT();
  const [typed, setTyped] = useState(name);
  const [shared, setShared] = useState(false);
  const [busy, setBusy] = useState(false);
  const error = taken.includes(typed.trim()) ? t('pipeline.views.nameTaken') : null;
  const save = async () => {
    if (typed.trim() === '' || error) return;
    setBusy(true);
    await onName(typed.trim(), shared);
    setBusy(false);
  };
  return (
    <Dialog
      open
      title={t(name === '' ? 'pipeline.views.newTitle' : 'pipeline.views.renameTitle')}
      onClose={onClose}
      width={400}
      actions={
        <>
          <Button onClick={onClose}>{t('app.action.cancel')}</Button>
          <Button
            tone="primary"
            disabled={typed.trim() === '' || error !== null}
            busy={busy}
            onClick={() => void save()}
          >
            {t('app.action.save')}
          </Button>
        </>
      }
    >
      <Field label={t('pipeline.views.name')} error={error}>
        {(control) => (
          <TextInput
            {...control}
            value={typed}
            onChange={setTyped}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog asks for nothing else
            autoFocus
            maxLength={200}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) void save();
            }}
          />
        )}
      </Field>
      {name === '' ? (
        <Checkbox checked={shared} onChange={setShared}>
          {t('pipeline.views.shareNew')}
        </Checkbox>
      ) : null}
    </Dialog>
  );
}
