import { useState } from 'react';
import { useLanguage, useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { processContract } from '#shared/contract/process.contract.ts';
import styles from './NewProcessDialog.module.css';
import { TemplatePreview } from './TemplatePreview.tsx';

interface NewProcessDialogProps {
  readonly onClose: () => void;
  readonly onCreated: (id: string) => void;
}

const BLANK = '';

/** Makes a process from a template that can be looked at first, or from a blank one. */
export function NewProcessDialog({ onClose, onCreated }: NewProcessDialogProps) {
  const t = useT();
  const language = useLanguage();
  const templates = useOperationQuery(processContract.templates, {}).data ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const key = chosen ?? templates[0]?.key ?? BLANK;
  const template = templates.find((one) => one.key === key);
  const name = typed ?? template?.name[language] ?? t('processes.new.blankName');
  const done = {
    undoLabel: () => t('processes.new.done', { name }),
    onSuccess: ({ id }: { readonly id: string }) => {
      onClose();
      onCreated(id);
    },
  };
  const fromTemplate = useOperationCommand(processContract.createFromTemplate, done);
  const blank = useOperationCommand(processContract.createEmpty, done);
  const create = () => {
    if (name.trim() === '') return;
    if (key === BLANK) void blank.run({ name, language });
    else void fromTemplate.run({ templateKey: key, name, language });
  };
  return (
    <FormDialog
      title={t('processes.new.title')}
      onClose={onClose}
      width={820}
      note={t(key === BLANK ? 'processes.new.noteBlank' : 'processes.new.note')}
      submitLabel={t('processes.new.button')}
      busy={fromTemplate.pending || blank.pending}
      ready={name.trim() !== ''}
      onSubmit={() => create()}
      className={styles.columns}
    >
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>{t('processes.new.from')}</legend>
        {[
          ...templates.map((one) => ({ key: one.key, name: one.name[language] })),
          { key: BLANK, name: t('processes.new.blank') },
        ].map((one, index) => (
          <label key={one.key} className={styles.choice}>
            <input
              type="radio"
              name="process-template"
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first thing to choose in a dialog that was asked for
              autoFocus={index === 0}
              checked={one.key === key}
              onChange={() => {
                setChosen(one.key);
                setTyped(null);
              }}
            />
            {one.name}
          </label>
        ))}
      </fieldset>
      <div className={styles.side}>
        <Field label={t('processes.list.name')}>
          {(control) => <TextInput {...control} maxLength={200} value={name} onChange={setTyped} />}
        </Field>
        {template ? (
          <TemplatePreview template={template} />
        ) : (
          <p className={styles.description}>{t('processes.new.blankHint')}</p>
        )}
      </div>
    </FormDialog>
  );
}
