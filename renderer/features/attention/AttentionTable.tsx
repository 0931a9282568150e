import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { Percent } from '#renderer/ui/Percent.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { stepText } from '#shared/i18n/stepText.ts';
import styles from './Attention.module.css';
import { type AttentionAnswer, whyText } from './attentionText.ts';
import { PlanButton } from './PlanButton.tsx';

/** The ranked deals, each with its best step, what that is worth, why now, and one button that plans it. */
export function AttentionTable({ answer }: { readonly answer: AttentionAnswer }) {
  const t = useT();
  const format = useFormat();
  const speaks = answer.rule === 'gain';
  return (
    <Table
      caption={t('scoring.attention.title')}
      density="twoLine"
      rows={answer.rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => paths.deal(id)}
      columns={[
        {
          key: 'deal',
          title: t('scoring.attention.deal'),
          cell: ({ name, account, owner }) => (
            <span className={styles.two}>
              <b>{name}</b>
              <span>{format.list([account?.name ?? '', owner?.name ?? ''].filter((one) => one !== ''))}</span>
            </span>
          ),
        },
        {
          key: 'amount',
          title: t('fields.opportunity.amountMinor'),
          align: 'end',
          width: 100,
          cell: ({ amountMinor }) => <Amount minor={amountMinor} />,
        },
        {
          key: 'rate',
          title: t(speaks ? 'scoring.attention.rate' : 'scoring.attention.stageRate'),
          align: 'end',
          width: 90,
          cell: ({ probability, stageWinRate }) => <Percent share={speaks ? probability : stageWinRate} />,
        },
        {
          key: 'step',
          title: t(speaks ? 'scoring.attention.step' : 'scoring.attention.gap'),
          cell: ({ step }) => (
            <span className={styles.two}>
              <span className={styles.step}>{stepText(step, t)}</span>
              {step.effect ? (
                <span>
                  {t('scoring.levers.fromTo', {
                    from: format.percent(step.effect.from),
                    to: format.percent(step.effect.to),
                  })}
                </span>
              ) : null}
            </span>
          ),
        },
        ...(speaks
          ? [
              {
                key: 'worth',
                title: t('scoring.attention.worth'),
                align: 'end' as const,
                width: 100,
                cell: ({ worthMinor }: AttentionAnswer['rows'][number]) => (
                  <b>
                    <Amount minor={worthMinor} />
                  </b>
                ),
              },
            ]
          : []),
        {
          key: 'why',
          title: t('scoring.attention.why'),
          width: 130,
          cell: ({ why }) => (
            <span className={styles.whys}>
              {why.slice(0, 2).map((one) => (
                <span key={one.code}>{whyText(one, t, format.days)}</span>
              ))}
            </span>
          ),
        },
        {
          key: 'plan',
          title: t('scoring.attention.action'),
          hideTitle: true,
          align: 'end',
          width: 110,
          cell: (row) => <PlanButton row={row} />,
        },
      ]}
    />
  );
}
