import { useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import type { Trial } from './importStore.ts';
import styles from './ProblemsCard.module.css';

const PAGE = 50;

/** Every place that could not be read: where, what stands there, and what is done about it. */
export function ProblemsCard({ trial }: { readonly trial: Trial }) {
  const t = useT();
  const format = useFormat();
  const [shown, setShown] = useState(PAGE);
  const { problems, problemsTotal } = trial;
  if (problemsTotal === 0) {
    return (
      <Card title={t('imports.problems.title')}>
        <p className={styles.none}>{t('imports.problems.none')}</p>
      </Card>
    );
  }
  const rows = problems.slice(0, shown).map((problem, index) => ({ ...problem, key: String(index) }));
  const more = Math.min(PAGE, problems.length - shown);
  return (
    <Card
      title={t('imports.problems.title')}
      sub={t('imports.problems.total', { count: format.number(problemsTotal) })}
      flush
      {...(rows.length < problemsTotal
        ? { more: t('imports.problems.shown', { shown: format.number(rows.length) }) }
        : {})}
    >
      <Table
        caption={t('imports.problems.title')}
        density="compact"
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'line',
            title: t('imports.problems.line'),
            cell: ({ file, line }) => t('imports.examples.place', { file, line: format.number(line) }),
          },
          { key: 'column', title: t('imports.problems.column'), cell: ({ column }) => column },
          {
            key: 'value',
            title: t('imports.problems.value'),
            cell: ({ value }) => <span className={styles.value}>{value}</span>,
          },
          {
            key: 'what',
            title: t('imports.problems.what'),
            cell: ({ code, severity }) => (
              <span className={styles.what}>
                {t(`imports.problem.${code}`)}
                <Tag tone={severity === 'error' ? 'negative' : 'warning'}>{t(`imports.problems.${severity}`)}</Tag>
              </span>
            ),
          },
        ]}
      />
      {more > 0 ? (
        <div className={styles.more}>
          <Button size="small" onClick={() => setShown((count) => count + PAGE)}>
            {t('imports.problems.more', { count: more })}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
