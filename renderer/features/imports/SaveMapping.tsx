import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { showToast } from '#renderer/platform/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { importContract, type ImportPlan } from '#shared/contract/import.contract.ts';
import styles from './SaveMapping.module.css';

/** Keeps the mapping under a name for the next files with the same headers. */
export function SaveMapping({ plan }: { readonly plan: ImportPlan }) {
  const t = useT();
  const [name, setName] = useState<string | null>(null);
  const save = useOperationCommand(importContract.saveMapping, {
    onSuccess: (_saved, input) => {
      setName(null);
      showToast({ title: t('imports.mapping.saved', { name: input.name }) });
    },
  });
  const ready = name !== null && name.trim() !== '';
  return (
    <span className={styles.save}>
      <Button tone="quiet" onClick={() => setName(plan.source)}>
        {t('imports.mapping.save')}
      </Button>
      <FormDialog
        title={t('imports.mapping.title')}
        open={name !== null}
        onClose={() => setName(null)}
        width={440}
        submitLabel={t('app.action.save')}
        busy={save.pending}
        ready={ready}
        onSubmit={() => void save.run({ name: (name ?? '').trim(), plan })}
      >
        <Field label={t('imports.mapping.name')} hint={t('imports.mapping.detail')}>
          {(control) => <TextInput {...control} maxLength={200} value={name ?? ''} onChange={setName} />}
        </Field>
      </FormDialog>
    </span>
  );
}
