import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { leadContract } from '#shared/contract/lead.contract.ts';
import type { DuplicateMatch } from '#shared/contract/duplicate.contract.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { ChoiceList, type Choice } from './ChoiceList.tsx';
import styles from './ConvertLead.module.css';
import { ConvertDealCard } from './ConvertDealCard.tsx';
import { type ConvertDraft, convertInput, NEW, NONE, type Proposal, startDraft, withAccount } from './convertDraft.ts';

interface ConvertFormProps {
  readonly id: string;
  readonly proposal: Proposal;
}

/** Three columns: whose deal it is, who asks, and what the deal is. Nothing is asked that the lead already says. */
export function ConvertForm({ id, proposal }: ConvertFormProps) {
  const t = useT();
  const [draft, setDraft] = useState(() => startDraft(proposal));
  const change = (patch: Partial<ConvertDraft>) => setDraft((before) => ({ ...before, ...patch }));
  const convert = useOperationCommand(leadContract.convert, {
    undoLabel: () => t('leads.convert.done', { name: draft.accountName }),
    onSuccess: ({ opportunityId }) => go(paths.deal(opportunityId)),
  });
  const input = convertInput(id, draft, proposal);
  const submit = () => {
    if (input && !convert.pending) void convert.run(input);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={styles.columns}>
        <AccountCard
          proposal={proposal}
          draft={draft}
          change={change}
          onAccount={(account) => setDraft((before) => withAccount(before, account, proposal))}
        />
        <ContactCard proposal={proposal} draft={draft} change={change} />
        <ConvertDealCard proposal={proposal} draft={draft} change={change} />
      </div>
      <div className={styles.foot}>
        <span className={styles.note}>{t('leads.convert.note')}</span>
        <Button onClick={() => go(paths.lead(id))}>{t('app.action.cancel')}</Button>
        <Button tone="primary" type="submit" busy={convert.pending} disabled={!input}>
          {t('leads.action.convert')}
        </Button>
      </div>
    </form>
  );
}

interface PartProps {
  readonly proposal: Proposal;
  readonly draft: ConvertDraft;
  readonly change: (patch: Partial<ConvertDraft>) => void;
}

const matchChoice = (t: Translate, { id, title, subtitle, level }: DuplicateMatch): Choice => ({
  value: id,
  label: title,
  hint: subtitle,
  tag: t(`leads.level.${level}`),
});

function AccountCard({ proposal, draft, change, onAccount }: PartProps & { readonly onAccount: (id: string) => void }) {
  const t = useT();
  return (
    <Card title={t('app.entity.account')}>
      <div className={styles.part}>
        <ChoiceList
          label={t('app.entity.account')}
          value={draft.account}
          choices={[
            ...proposal.accounts.map((match) => matchChoice(t, match)),
            { value: NEW, label: t('leads.convert.newAccount') },
          ]}
          onChange={onAccount}
        />
        {draft.account === NEW ? (
          <>
            <Field label={t('fields.account.name')}>
              {(control) => (
                <TextInput
                  {...control}
                  maxLength={200}
                  value={draft.accountName}
                  onChange={(accountName) => change({ accountName })}
                />
              )}
            </Field>
            <Field label={t('fields.account.city')} optional>
              {(control) => (
                <TextInput {...control} maxLength={200} value={draft.city} onChange={(city) => change({ city })} />
              )}
            </Field>
          </>
        ) : null}
      </div>
    </Card>
  );
}

function ContactCard({ proposal, draft, change }: PartProps) {
  const t = useT();
  // A person of another account is no choice here.
  const people = proposal.contacts.filter(({ accountId }) => accountId === null || accountId === draft.account);
  const line = (key: 'contactName' | 'title' | 'mobile' | 'email') => {
    const label = t(`fields.contact.${key === 'contactName' ? 'name' : key}`);
    return (
      <Field label={label} optional={key !== 'contactName'}>
        {(control) => (
          <TextInput {...control} maxLength={200} value={draft[key]} onChange={(value) => change({ [key]: value })} />
        )}
      </Field>
    );
  };
  return (
    <Card title={t('app.entity.contact')}>
      <div className={styles.part}>
        <ChoiceList
          label={t('app.entity.contact')}
          value={draft.contact}
          choices={[
            ...people.map((match) => matchChoice(t, match)),
            { value: NEW, label: t('leads.convert.newContact') },
            { value: NONE, label: t('leads.convert.noContact') },
          ]}
          onChange={(contact) => change({ contact })}
        />
        {draft.contact === NEW ? (
          <>
            {line('contactName')}
            {line('title')}
            {line('mobile')}
            {line('email')}
          </>
        ) : null}
      </div>
    </Card>
  );
}
