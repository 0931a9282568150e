import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import type { Process } from '#shared/contract/pipeline.contract.ts';
import type { Inspection } from './importStore.ts';

interface ExistingStagesProps {
  readonly look: Inspection;
  readonly process: Process | null;
  readonly toStageId: Readonly<Record<string, string>>;
  readonly onChange: (toStageId: Record<string, string>) => void;
}

/** Which stage of an existing process each text of the file means. */
export function ExistingStages({ look, process, toStageId, onChange }: ExistingStagesProps) {
  const t = useT();
  const format = useFormat();
  return (
    <Table
      caption={t('imports.stages.title')}
      rows={look.stageTexts}
      rowKey={({ text }) => text}
      columns={[
        { key: 'text', title: t('imports.stages.text'), cell: ({ text }) => text },
        {
          key: 'rows',
          title: t('imports.stages.rows'),
          align: 'end',
          width: 80,
          cell: ({ count }) => format.number(count),
        },
        {
          key: 'stage',
          title: t('imports.stages.toStage'),
          width: '50%',
          cell: ({ text }) => (
            <Select
              size="small"
              aria-label={t('imports.stages.toStageOf', { stage: text })}
              value={toStageId[text] ?? null}
              options={[
                ...(process?.stages ?? []).map(({ id, name }) => ({ value: id, label: name })),
                { value: 'ignore', label: t('imports.stages.ignore') },
              ]}
              onChange={(stageId) => stageId && onChange({ ...toStageId, [text]: stageId })}
            />
          ),
        },
      ]}
    />
  );
}
