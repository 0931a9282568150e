import { useT } from '#renderer/platform/language.ts';
import { useWorkspace } from '#renderer/platform/workspace.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { DateInput } from '#renderer/ui/DateInput.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import styles from './ConvertLead.module.css';
import { type ConvertDraft, NEW, type Proposal } from './convertDraft.ts';

interface ConvertDealCardProps {
  readonly proposal: Proposal;
  readonly draft: ConvertDraft;
  readonly change: (patch: Partial<ConvertDraft>) => void;
}

/** The deal: a new one in a process, or one that runs with this account already. */
export function ConvertDealCard({ proposal, draft, change }: ConvertDealCardProps) {
  const t = useT();
  const deals = proposal.deals.filter(({ accountId }) => accountId === draft.account);
  return (
    <Card title={t('app.entity.opportunity')}>
      <div className={styles.part}>
        <ChoiceList
          label={t('app.entity.opportunity')}
          value={draft.deal}
          choices={[
            { value: NEW, label: t('leads.convert.newDeal') },
            ...deals.map(({ id, name, stageName }) => ({ value: id, label: name, hint: stageName })),
          ]}
          onChange={(deal) => change({ deal })}
        />
        {draft.deal === NEW ? <NewDealFields proposal={proposal} draft={draft} change={change} /> : null}
      </div>
    </Card>
  );
}

function NewDealFields({ proposal, draft, change }: ConvertDealCardProps) {
  const t = useT();
  const currency = useWorkspace()?.currency ?? 'CNY';
  return (
    <>
      <Field label={t('fields.opportunity.name')}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={200}
            value={draft.dealName}
            onChange={(dealName) => change({ dealName })}
          />
        )}
      </Field>
      <Field label={t('fields.opportunity.processId')}>
        {(control) => (
          <Select
            {...control}
            value={draft.processId}
            options={proposal.processes.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(processId) => change({ processId })}
          />
        )}
      </Field>
      <Field label={t('fields.opportunity.amountMinor')} optional>
        {(control) => (
          <MoneyInput
            {...control}
            currency={currency}
            value={draft.amountMinor}
            onChange={(amountMinor) => change({ amountMinor })}
          />
        )}
      </Field>
      <Field label={t('fields.opportunity.expectedClose')} optional>
        {(control) => (
          <DateInput {...control} value={draft.expectedClose} onChange={(expectedClose) => change({ expectedClose })} />
        )}
      </Field>
    </>
  );
}
