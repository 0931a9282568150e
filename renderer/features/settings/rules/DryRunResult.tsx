import type { Format } from '#renderer/platform/format.ts';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import type { DryRun, DryRunAction } from '#shared/contract/automation.contract.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import type { RuleDraft } from './ruleDraft.ts';
import styles from './RuleEditor.module.css';
import { partWords, type RuleNames, say, valueWords } from './ruleWords.ts';
import { useRuleNames } from './useRuleNames.ts';

/** Counts, how often each action would be carried out, and the first deals with what would happen; each opens. */
export function DryRunResult({ result, rule }: { readonly result: DryRun; readonly rule: RuleDraft }) {
  const t = useT();
  const format = useFormat();
  const names = useRuleNames();
  const { checked, matched, alreadyFired, actions, deals } = result;
  return (
    <>
      <div className={styles.counts} role="status">
        <b>{t('rules.dryRun.counts', { checked: format.number(checked), matched: format.number(matched) })}</b>
        {alreadyFired > 0 ? <span>{t('rules.dryRun.already', { count: alreadyFired })}</span> : null}
        {actions.map(({ index, count }) => {
          const action = rule.actions[index];
          return action === undefined ? null : (
            <span key={index}>
              {partWords('action', action, names, t, format)}
              <Tag>{t('rules.dryRun.times', { count })}</Tag>
            </span>
          );
        })}
      </div>
      <Table
        caption={t('rules.dryRun.title')}
        density="twoLine"
        rows={deals}
        rowKey={({ id }) => id}
        rowTo={({ id }) => paths.deal(id)}
        whenEmpty={<EmptyState title={t('rules.dryRun.none')} detail={t('rules.dryRun.noneHint')} />}
        columns={[
          {
            key: 'deal',
            title: t('rules.dryRun.deal'),
            cell: ({ name, accountName }) => (
              <span className={styles.deal}>
                <span>{name}</span>
                <small>{accountName}</small>
              </span>
            ),
          },
          {
            key: 'stage',
            title: t('rules.dryRun.stage'),
            width: 150,
            cell: ({ stageName, ownerName }) => (
              <span className={styles.deal}>
                <span>{stageName}</span>
                <small>{ownerName}</small>
              </span>
            ),
          },
          {
            key: 'amount',
            title: t('rules.dryRun.amount'),
            width: 100,
            align: 'end',
            cell: ({ amountMinor, currency }) => <Amount minor={amountMinor} currency={currency} />,
          },
          {
            key: 'would',
            title: t('rules.dryRun.would'),
            width: '44%',
            cell: ({ alreadyFired: done, actions: own }) =>
              done ? (
                <Tag>{t('rules.dryRun.done')}</Tag>
              ) : (
                <ul className={styles.would}>
                  {own.map((action, at) => (
                    // oxlint-disable-next-line react/no-array-index-key -- a list that never changes
                    <li key={at}>{actionWords(action, names, t, format)}</li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
      {matched > deals.length ? <p className={styles.hint}>{t('rules.dryRun.more', { count: deals.length })}</p> : null}
    </>
  );
}

function actionWords(action: DryRunAction, names: RuleNames, t: Translate, format: Format): string {
  switch (action.kind) {
    case 'createTask':
      return t('rules.dryRun.task', {
        title: action.title,
        due: format.day(action.dueDate),
        owner: action.ownerName ?? t('rules.dryRun.nobody'),
      });
    case 'remind':
    case 'notifyManager':
      return t('rules.dryRun.tell', { who: action.whoName ?? t('rules.dryRun.nobody'), text: action.text });
    case 'raiseRisk':
      return t('rules.dryRun.risk', { text: action.text });
    case 'setField':
      break;
  }
  const words = (value: string | number | null): string =>
    valueWords({ kind: 'setField', field: action.field, value }, names, t, format);
  return t('rules.dryRun.set', {
    field: say(t, `fields.opportunity.${action.field}`),
    from: words(action.from),
    to: words(action.value),
  });
}
