import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import type { ImportPlan } from '#shared/contract/import.contract.ts';
import { withAlias } from './importModel.ts';
import { changePlan, type Trial } from './importStore.ts';
import styles from './AliasesCard.module.css';

interface AliasesCardProps {
  readonly trial: Trial;
  readonly plan: ImportPlan;
}

/** Spellings that are close to something known: the same, or a record of its own? */
export function AliasesCard({ trial, plan }: AliasesCardProps) {
  const t = useT();
  const format = useFormat();
  return (
    <Card title={t('imports.aliases.title')} flush>
      {trial.aliases.length === 0 ? (
        <p className={styles.words}>{t('imports.aliases.none')}</p>
      ) : (
        <>
          <p className={styles.words}>{t('imports.aliases.detail')}</p>
          <Table
            caption={t('imports.aliases.title')}
            rows={trial.aliases}
            rowKey={({ entity, spelling }) => `${entity} ${spelling}`}
            columns={[
              {
                key: 'entity',
                title: t('imports.aliases.entity'),
                width: 110,
                cell: ({ entity }) => t(`imports.entity.${entity}`),
              },
              { key: 'spelling', title: t('imports.aliases.spelling'), cell: ({ spelling }) => <b>{spelling}</b> },
              { key: 'means', title: t('imports.aliases.means'), cell: ({ meansText }) => <b>{meansText}</b> },
              {
                key: 'rows',
                title: t('imports.aliases.rows'),
                align: 'end',
                width: 80,
                cell: ({ rows }) => format.number(rows),
              },
              {
                key: 'accept',
                title: t('imports.aliases.accept'),
                hideTitle: true,
                width: 130,
                cell: ({ entity, spelling, meansText }) => (
                  <Checkbox
                    checked={plan.aliases.some(
                      (known) => known.entity === entity && known.spelling === spelling && known.accepted,
                    )}
                    onChange={(accepted) =>
                      changePlan((all) => withAlias(all, { entity, spelling, meansText, accepted }))
                    }
                  >
                    <span aria-hidden>{t('imports.aliases.accept')}</span>
                    <VisuallyHidden>{t('imports.aliases.acceptOf', { spelling, means: meansText })}</VisuallyHidden>
                  </Checkbox>
                ),
              },
            ]}
          />
        </>
      )}
    </Card>
  );
}
