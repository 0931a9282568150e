import { ArrowDown, ArrowUp } from 'lucide-react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { NumberInput } from '#renderer/ui/NumberInput.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { stageColour } from '#renderer/ui/stageColour.ts';
import { Table, type TableColumn } from '#renderer/ui/Table.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { Inspection } from './importStore.ts';
import styles from './NewStages.module.css';
import {
  canMove,
  hasFreeRate,
  moveStage,
  type NewStage,
  type StageChoice,
  stageChoices,
  withClass,
} from './stagesModel.ts';

interface NewStagesProps {
  readonly look: Inspection;
  readonly stages: readonly NewStage[];
  readonly onChange: (stages: NewStage[]) => void;
}

interface StageRow {
  readonly stage: NewStage;
  readonly index: number;
  /** What to call it for listeners: its text, or its name where the file has none. */
  readonly title: string;
  /** Rows of the file; null where the file does not have it. */
  readonly count: number | null;
}

/** The stages of a new process, in the order of its board. */
export function NewStages({ look, stages, onChange }: NewStagesProps) {
  const t = useT();
  const rows = stages.map((stage, index): StageRow => {
    const count = look.stageTexts.find(({ text }) => text === stage.text)?.count ?? null;
    return { stage, index, title: stage.text || stage.name, count };
  });
  const change = (index: number, stage: NewStage) =>
    onChange(stages.map((known, at) => (at === index ? stage : known)));
  return (
    <Table
      caption={t('imports.stages.title')}
      rows={rows}
      // Names are being typed: the place of a row in the file's list is what stays.
      rowKey={({ stage, index }) => stage.text || `added ${index}`}
      columns={useColumns(change, (index, step) => onChange(moveStage(stages, index, step)), stages)}
    />
  );
}

function useColumns(
  change: (index: number, stage: NewStage) => void,
  move: (index: number, step: 1 | -1) => void,
  stages: readonly NewStage[],
): readonly TableColumn<StageRow>[] {
  const t = useT();
  const format = useFormat();
  return [
    {
      key: 'text',
      title: t('imports.stages.text'),
      cell: ({ stage, count }) =>
        count === null ? <span className={styles.quiet}>{t('imports.stages.added')}</span> : stage.text,
    },
    {
      key: 'rows',
      title: t('imports.stages.rows'),
      align: 'end',
      width: 70,
      cell: ({ count }) => (count === null ? null : format.number(count)),
    },
    {
      key: 'name',
      title: t('imports.stages.name'),
      width: '26%',
      cell: ({ stage, index, title }) =>
        stage.stageClass === 'ignore' ? (
          <span className={styles.quiet}>{t('imports.stages.ignored')}</span>
        ) : (
          <TextInput
            size="small"
            maxLength={200}
            aria-label={t('imports.stages.nameOf', { stage: title })}
            aria-invalid={stage.name.trim() === '' ? true : undefined}
            value={stage.name}
            onChange={(name) => change(index, { ...stage, name })}
          />
        ),
    },
    {
      key: 'class',
      title: t('imports.stages.class'),
      width: 150,
      cell: ({ stage, index, title }) => (
        <ClassSelect
          label={t('imports.stages.classOf', { stage: title })}
          value={stage.stageClass}
          // A stage that only the process needs has no rows that could be left out.
          canIgnore={stage.text !== ''}
          onChange={(stageClass) => change(index, withClass(stage, stageClass))}
        />
      ),
    },
    {
      key: 'rate',
      title: t('imports.stages.rate'),
      align: 'end',
      width: 76,
      cell: ({ stage, index, title }) =>
        hasFreeRate(stage.stageClass) ? (
          <NumberInput
            size="small"
            minimum={0}
            maximum={100}
            decimals={1}
            aria-label={t('imports.stages.rateOf', { stage: title })}
            value={stage.winRateMille / 10}
            onChange={(rate) => change(index, { ...stage, winRateMille: Math.round((rate ?? 0) * 10) })}
          />
        ) : stage.stageClass === 'ignore' ? null : (
          format.number(stage.winRateMille / 10)
        ),
    },
    {
      key: 'order',
      title: t('imports.stages.order'),
      hideTitle: true,
      align: 'end',
      width: 80,
      cell: ({ index, title }) => (
        <span className={styles.moves}>
          <IconButton
            size="small"
            icon={ArrowUp}
            label={t('imports.stages.up', { stage: title })}
            disabled={!canMove(stages, index, -1)}
            onClick={() => move(index, -1)}
          />
          <IconButton
            size="small"
            icon={ArrowDown}
            label={t('imports.stages.down', { stage: title })}
            disabled={!canMove(stages, index, 1)}
            onClick={() => move(index, 1)}
          />
        </span>
      ),
    },
  ];
}

interface ClassSelectProps {
  readonly label: string;
  readonly value: StageChoice;
  readonly canIgnore: boolean;
  readonly onChange: (value: StageChoice) => void;
}

function ClassSelect({ label, value, canIgnore, onChange }: ClassSelectProps) {
  const t = useT();
  return (
    <Select
      size="small"
      aria-label={label}
      value={value}
      options={stageChoices
        .filter((choice) => canIgnore || choice !== 'ignore')
        .map((choice) => ({
          value: choice,
          label: t(choice === 'ignore' ? 'imports.stages.ignore' : `pipeline.stageClass.${choice}`),
          ...(choice === 'ignore'
            ? {}
            : { mark: <span className={styles.square} style={{ background: stageColour(choice) }} aria-hidden /> }),
        }))}
      onChange={(chosen) => {
        const stageClass = stageChoices.find((known) => known === chosen);
        if (stageClass) onChange(stageClass);
      }}
    />
  );
}
