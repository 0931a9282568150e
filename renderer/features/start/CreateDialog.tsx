import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';

interface CreateDialogProps {
  readonly open: boolean;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onCreate: (name: string, personName: string) => void;
}

/** Asks for the two names that an empty workspace needs. */
export function CreateDialog({ open, busy, onClose, onCreate }: CreateDialogProps) {
  const t = useT();
  const [name, setName] = useState('');
  const [person, setPerson] = useState('');
  const ready = name.trim() !== '';
  return (
    <FormDialog
      title={t('start.create.title')}
      open={open}
      onClose={onClose}
      width={440}
      submitLabel={t('start.create.submit')}
      busy={busy}
      ready={ready}
      onSubmit={() => onCreate(name.trim(), person.trim())}
    >
      <Field label={t('start.create.name')}>
        {(control) => (
          <TextInput
            {...control}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a dialog that was asked for
            autoFocus
            maxLength={200}
            placeholder={t('start.create.namePlaceholder')}
            value={name}
            onChange={setName}
          />
        )}
      </Field>
      <Field label={t('start.create.person')} hint={t('start.create.personHint')} optional>
        {(control) => <TextInput {...control} maxLength={100} value={person} onChange={setPerson} />}
      </Field>
    </FormDialog>
  );
}
