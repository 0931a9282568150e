import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { personName } from './mapModel.ts';
import type { MapCommands, PowerMapAnswer } from './usePowerMap.ts';

interface AddPersonDialogProps {
  readonly map: PowerMapAnswer;
  readonly commands: MapCommands;
  readonly onClose: () => void;
}

const ways = ['known', 'new', 'vacant'] as const;

/** Adds somebody the account already has, a new person, or a role that is still looked for. */
export function AddPersonDialog({ map, commands, onClose }: AddPersonDialogProps) {
  const t = useT();
  const [way, setWay] = useState<(typeof ways)[number]>(map.candidates.length > 0 ? 'known' : 'new');
  const [contactId, setContactId] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const [superior, setSuperior] = useState<string | null>(null);
  const ready = way === 'known' ? contactId !== null : name.trim() !== '';
  const who = () => {
    if (way === 'known') return { contactId: contactId ?? '' };
    return way === 'vacant' ? { vacantLabel: name } : { newPerson: { name, title } };
  };
  const save = async () => {
    if (!ready) return;
    const answer = await commands.add.run({ opportunityId: map.opportunity.id, who: who(), reportsToId: superior });
    if (answer.ok) onClose();
  };
  return (
    <FormDialog
      title={t('powerMap.add.button')}
      onClose={onClose}
      width={440}
      submitLabel={t('app.action.save')}
      busy={commands.add.pending}
      ready={ready}
      onSubmit={() => void save()}
    >
      <Segmented
        label={t('powerMap.add.way')}
        value={way}
        options={ways.map((value) => ({ value, label: t(`powerMap.add.${value}`) }))}
        onChange={setWay}
      />
      {way === 'known' ? (
        <Field label={t('powerMap.add.contact')}>
          {(control) => (
            <Select
              {...control}
              value={contactId}
              options={map.candidates.map((one) => ({ value: one.id, label: one.name, hint: one.title }))}
              onChange={setContactId}
            />
          )}
        </Field>
      ) : (
        <Field label={t(way === 'vacant' ? 'fields.stakeholder.vacantLabel' : 'fields.contact.name')}>
          {(control) => <TextInput {...control} maxLength={200} value={name} onChange={setName} />}
        </Field>
      )}
      {way === 'new' ? (
        <Field label={t('fields.contact.title')} optional>
          {(control) => <TextInput {...control} maxLength={200} value={title} onChange={setTitle} />}
        </Field>
      ) : null}
      <Field label={t('powerMap.relation.reportsTo')} optional>
        {(control) => (
          <Select
            {...control}
            clearable
            value={superior}
            options={map.stakeholders.map((person) => ({ value: person.id, label: personName(person) }))}
            onChange={setSuperior}
          />
        )}
      </Field>
    </FormDialog>
  );
}
