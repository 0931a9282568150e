import { useDeferredValue, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { duplicateContract } from '#shared/contract/duplicate.contract.ts';
import { leadContract } from '#shared/contract/lead.contract.ts';
import styles from './LeadDialog.module.css';
import { LikelyList } from './LikelyList.tsx';

const empty = { company: '', personName: '', mobile: '', email: '', source: '', need: '' };
type Draft = typeof empty;

/** A new lead needs a company or a person; what is known already is shown while it is typed. */
export function NewLeadDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const [draft, setDraft] = useState(empty);
  const [toPool, setToPool] = useState(false);
  const change = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }));
  const { company, personName: person, mobile, email } = useDeferredValue(draft);
  const known = useOperationQuery(
    duplicateContract.find,
    { entity: 'lead', fields: { company, person, mobile, email }, limit: 5 },
    { enabled: company.trim().length > 1 || mobile.trim().length > 6 || email.includes('@'), keepPrevious: true },
  );
  const matches = isBlank(draft) ? [] : (known.data ?? []);
  const likely = matches.some(({ level }) => level !== 'possible');
  const create = useOperationCommand(leadContract.create, {
    undoLabel: () => t('leads.add.done', { name: draft.company || draft.personName }),
    onSuccess: ({ id }) => {
      onClose();
      go(paths.lead(id));
    },
  });
  const submit = () => {
    // What is likely known is on the screen: pressing the button, which says so, is the decision.
    if (!isBlank(draft) && !create.pending) {
      void create.run({ fields: draft, createAnyway: likely, ...(toPool ? { ownerId: null } : {}) });
    }
  };
  return (
    <FormDialog
      title={t('leads.add.title')}
      onClose={onClose}
      width={560}
      submitLabel={t(likely ? 'leads.add.anyway' : 'app.action.save')}
      busy={create.pending}
      ready={!isBlank(draft)}
      onSubmit={() => submit()}
    >
      <DraftFields draft={draft} change={change} />
      <LikelyList title={t('leads.likely.title')} matches={matches} />
      <Checkbox checked={toPool} onChange={setToPool}>
        {t('leads.add.toPool')}
      </Checkbox>
    </FormDialog>
  );
}

const isBlank = ({ company, personName }: Draft): boolean => company.trim() === '' && personName.trim() === '';

interface DraftFieldsProps {
  readonly draft: Draft;
  readonly change: (patch: Partial<Draft>) => void;
}

function DraftFields({ draft, change }: DraftFieldsProps) {
  const t = useT();
  const line = (key: Exclude<keyof Draft, 'need'>, isFirst = false) => (
    <Field label={t(`fields.lead.${key}`)} optional={key !== 'company'}>
      {(control) => (
        <TextInput
          {...control}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a dialog that was asked for
          autoFocus={isFirst}
          maxLength={200}
          value={draft[key]}
          onChange={(value) => change({ [key]: value })}
        />
      )}
    </Field>
  );
  return (
    <>
      {line('company', true)}
      <div className={styles.pair}>
        {line('personName')}
        {line('mobile')}
        {line('email')}
        {line('source')}
      </div>
      <Field label={t('fields.lead.need')} optional>
        {(control) => <TextArea {...control} rows={2} value={draft.need} onChange={(need) => change({ need })} />}
      </Field>
    </>
  );
}
