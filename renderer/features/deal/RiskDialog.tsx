import { useId, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { riskContract } from '#shared/contract/automation.contract.ts';

/** Raises a warning on a deal in one line. */
export function RiskDialog({ dealId, onClose }: { readonly dealId: string; readonly onClose: () => void }) {
  const t = useT();
  const formId = useId();
  const [text, setText] = useState('');
  const raise = useOperationCommand(riskContract.raise, {
    undoLabel: () => t('risks.raise.done'),
    onSuccess: onClose,
  });
  return (
    <Dialog
      title={t('risks.raise.title')}
      open
      onClose={onClose}
      width={460}
      actions={
        <>
          <Button onClick={onClose}>{t('app.action.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} busy={raise.pending} disabled={text.trim() === ''}>
            {t('risks.raise.button')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') void raise.run({ opportunityId: dealId, text });
        }}
      >
        <Field label={t('risks.raise.text')}>
          {(control) => (
            <TextInput
              {...control}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog has this one field
              autoFocus
              value={text}
              maxLength={200}
              placeholder={t('risks.raise.hint')}
              onChange={setText}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
