import { useId, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { showToast } from '#renderer/platform/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { importContract, type ImportPlan } from '#shared/contract/import.contract.ts';
import styles from './SaveMapping.module.css';

/** Keeps the mapping under a name for the next files with the same headers. */
export function SaveMapping({ plan }: { readonly plan: ImportPlan }) {
  const t = useT();
  const formId = useId();
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
      <Dialog
        title={t('imports.mapping.title')}
        open={name !== null}
        onClose={() => setName(null)}
        width={440}
        actions={
          <>
            <Button onClick={() => setName(null)}>{t('app.action.cancel')}</Button>
            <Button tone="primary" type="submit" form={formId} disabled={!ready} busy={save.pending}>
              {t('app.action.save')}
            </Button>
          </>
        }
      >
        <form
          id={formId}
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) void save.run({ name: name.trim(), plan });
          }}
        >
          <Field label={t('imports.mapping.name')} hint={t('imports.mapping.detail')}>
            {(control) => <TextInput {...control} maxLength={200} value={name ?? ''} onChange={setName} />}
          </Field>
        </form>
      </Dialog>
    </span>
  );
}
