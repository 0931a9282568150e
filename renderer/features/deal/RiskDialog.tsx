import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { riskContract } from '#shared/contract/automation.contract.ts';

/** Raises a warning on a deal in one line. */
export function RiskDialog({ dealId, onClose }: { readonly dealId: string; readonly onClose: () => void }) {
  const t = useT();
  const [text, setText] = useState('');
  const raise = useOperationCommand(riskContract.raise, {
    undoLabel: () => t('risks.raise.done'),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      title={t('risks.raise.title')}
      onClose={onClose}
      width={460}
      submitLabel={t('risks.raise.button')}
      busy={raise.pending}
      ready={text.trim() !== ''}
      onSubmit={() => void raise.run({ opportunityId: dealId, text })}
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
    </FormDialog>
  );
}
