import type { ReactNode } from 'react';
import { useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { InlineEdit } from '#renderer/ui/InlineEdit.tsx';
import { accountContract } from '#shared/contract/account.contract.ts';
import type { OpportunityPage } from '#shared/contract/opportunity.contract.ts';
import { qualificationContract } from '#shared/contract/qualification.contract.ts';
import styles from './DealFacts.module.css';
import { useOwnerOptions, useSaveField } from './useDeal.ts';

const levels = ['A', 'B', 'C'] as const;

/** The line of facts under the title; each is edited where it stands. */
export function DealFacts({ page }: { readonly page: OpportunityPage }) {
  const t = useT();
  const format = useFormat();
  const save = useSaveField(page);
  const { fields } = page;
  const owners = useOwnerOptions(fields.ownerId);
  return (
    <dl className={styles.facts}>
      <Fact name={t('fields.opportunity.amountMinor')}>
        <b>
          <InlineEdit
            kind="money"
            label={t('fields.opportunity.amountMinor')}
            value={fields.amountMinor}
            currency={fields.currency}
            onSave={save('amountMinor')}
          />
        </b>
      </Fact>
      <Fact name={t('fields.opportunity.expectedClose')}>
        <InlineEdit
          kind="date"
          label={t('fields.opportunity.expectedClose')}
          value={fields.expectedClose}
          onSave={save('expectedClose')}
        />
        {page.closePushes > 0 ? (
          <span className={styles.pushes}>{t('deal.facts.pushes', { count: page.closePushes })}</span>
        ) : null}
      </Fact>
      <Fact name={t('fields.opportunity.accountId')}>
        <AccountEdit page={page} />
      </Fact>
      <Fact name={t('fields.opportunity.ownerId')}>
        <InlineEdit
          kind="select"
          label={t('fields.opportunity.ownerId')}
          value={fields.ownerId}
          options={owners}
          onSave={save('ownerId')}
        />
      </Fact>
      {page.managerName === null ? null : <Fact name={t('deal.facts.manager')}>{page.managerName}</Fact>}
      <Fact name={t('fields.opportunity.qualificationLevel')}>
        <LevelEdit page={page} />
      </Fact>
      {page.competitors.length > 0 ? (
        <Fact name={t('deal.facts.competitors')}>{format.list(page.competitors.map(({ name }) => name))}</Fact>
      ) : null}
    </dl>
  );
}

/** Typed by hand only while no question is answered; then the answers say it. */
function LevelEdit({ page }: { readonly page: OpportunityPage }) {
  const t = useT();
  const save = useSaveField(page);
  const { qualificationLevel } = page.fields;
  const { data } = useOperationQuery(qualificationContract.ofDeal, { opportunityId: page.card.id });
  if (data?.derived) {
    return (
      <span data-tip={t('deal.qualification.derived')}>
        {qualificationLevel === ''
          ? t('deal.qualification.notReached')
          : t('deal.facts.level', { level: qualificationLevel })}
      </span>
    );
  }
  return (
    <InlineEdit
      kind="select"
      clearable
      label={t('fields.opportunity.qualificationLevel')}
      value={qualificationLevel === '' ? null : qualificationLevel}
      options={levels.map((level) => ({ value: level, label: t('deal.facts.level', { level }) }))}
      onSave={(level: (typeof levels)[number] | null) => save('qualificationLevel')(level ?? '')}
    />
  );
}

function AccountEdit({ page }: { readonly page: OpportunityPage }) {
  const t = useT();
  const save = useSaveField(page);
  const [text, setText] = useState('');
  const { data } = useOperationQuery(accountContract.suggest, { text }, { keepPrevious: true });
  const { account } = page.card;
  const found = (data ?? []).map(({ id, name, city }) => ({ value: id, label: name, hint: city }));
  const known = account === null || found.some(({ value }) => value === account.id);
  return (
    <InlineEdit
      kind="select"
      label={t('fields.opportunity.accountId')}
      value={page.fields.accountId}
      options={known ? found : [{ value: account.id, label: account.name }, ...found]}
      onSearch={setText}
      onSave={save('accountId')}
    />
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
