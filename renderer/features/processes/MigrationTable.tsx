import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { stageColour } from '#renderer/ui/stageColour.ts';
import { StageTag } from '#renderer/ui/StageTag.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import type { MigrationStage } from '#shared/contract/process.contract.ts';
import type { StageClass } from '#shared/contract/primitives.ts';
import styles from './MigrateDialog.module.css';
import editorStyles from './StageEditor.module.css';

interface MigrationTableProps {
  readonly stages: readonly (MigrationStage & { readonly chosenId: string | null })[];
  readonly targets: readonly { readonly id: string; readonly name: string; readonly stageClass: StageClass }[];
  readonly onMap: (stageId: string, targetId: string | null) => void;
}

/** From which stage of which version how many deals go where, and why that is proposed. */
export function MigrationTable({ stages, targets, onMap }: MigrationTableProps) {
  const t = useT();
  const format = useFormat();
  const options = targets.map(({ id, name, stageClass }) => ({
    value: id,
    label: name,
    mark: <span className={editorStyles.square} style={{ background: stageColour(stageClass) }} aria-hidden />,
  }));
  return (
    <Table
      caption={t('processes.migrate.mapping')}
      rows={stages}
      rowKey={({ stage }) => stage.id}
      columns={[
        {
          key: 'version',
          title: t('processes.version.title'),
          cell: ({ versionNumber }) => t('processes.version.number', { number: versionNumber }),
        },
        {
          key: 'from',
          title: t('processes.migrate.from'),
          cell: ({ stage }) => <StageTag name={stage.name} stageClass={stage.stageClass} />,
        },
        {
          key: 'count',
          title: t('processes.migrate.count'),
          align: 'end',
          cell: ({ count }) => format.number(count),
        },
        {
          key: 'to',
          title: t('processes.migrate.to'),
          cell: ({ stage, chosenId }) => (
            <div className={styles.choice}>
              <Select
                size="small"
                clearable
                aria-label={t('processes.migrate.toOf', { stage: stage.name })}
                value={chosenId}
                options={options}
                placeholder={t('processes.migrate.stay')}
                onChange={(target) => onMap(stage.id, target)}
              />
            </div>
          ),
        },
        {
          key: 'why',
          title: t('processes.migrate.why'),
          cell: ({ chosenId, targetId, because }) => (
            <span className={styles.quiet}>
              {chosenId === null
                ? t('processes.because.none')
                : chosenId === targetId
                  ? t(`processes.because.${because}`)
                  : t('processes.because.chosen')}
            </span>
          ),
        },
      ]}
    />
  );
}
