import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { ImportPlan } from '#shared/contract/import.contract.ts';
import { pipelineContract, type Process } from '#shared/contract/pipeline.contract.ts';
import { changePlan, type Inspection } from './importStore.ts';
import { ExistingStages } from './ExistingStages.tsx';
import { NewStages } from './NewStages.tsx';
import { existingTarget, newTarget } from './stagesModel.ts';
import styles from './TargetCard.module.css';

interface TargetCardProps {
  readonly look: Inspection;
  readonly plan: ImportPlan;
}

/* Value of the select for "the first open stage". */
const FIRST = ' first';

/** The process that deals go into: a new one from the file's stages, or one that is here. */
export function TargetCard({ look, plan }: TargetCardProps) {
  const t = useT();
  const processes = useOperationQuery(pipelineContract.processes, {}).data ?? [];
  const [remembered, setRemembered] = useState<ImportPlan['process'] | null>(null);
  const { process } = plan;
  if ('none' in process) {
    return (
      <Card title={t('imports.target.title')}>
        <p>{t('imports.target.none')}</p>
      </Card>
    );
  }
  const isNew = 'newProcess' in process;
  const switchTo = (kind: 'new' | 'existing') => {
    const [first] = processes;
    const other = kind === 'new' ? newTarget(look) : first ? existingTarget(look, first) : null;
    const next = remembered && 'newProcess' in remembered === (kind === 'new') ? remembered : other;
    if (!next) return;
    setRemembered(process);
    setProcess(next);
  };
  return (
    <Card title={t('imports.target.title')} flush>
      <div className={styles.top}>
        {processes.length > 0 ? (
          <Segmented
            label={t('imports.target.kind')}
            value={isNew ? 'new' : 'existing'}
            options={[
              { value: 'new', label: t('imports.target.new') },
              { value: 'existing', label: t('imports.target.existing') },
            ]}
            onChange={switchTo}
          />
        ) : null}
        <div className={styles.fields}>
          {isNew ? (
            <Field label={t('imports.target.name')}>
              {(control) => (
                <TextInput
                  {...control}
                  maxLength={200}
                  value={process.newProcess.name}
                  onChange={(name) => setProcess({ newProcess: { ...process.newProcess, name } })}
                />
              )}
            </Field>
          ) : (
            <ProcessField
              id={process.processId}
              processes={processes}
              onChoose={(chosen) => setProcess(existingTarget(look, chosen))}
            />
          )}
          <EntryField look={look} plan={plan} />
        </div>
      </div>
      {isNew ? (
        <NewStages
          look={look}
          stages={process.newProcess.stages}
          onChange={(stages) => setProcess({ newProcess: { ...process.newProcess, stages } })}
        />
      ) : (
        <ExistingStages
          look={look}
          process={processes.find(({ id }) => id === process.processId) ?? null}
          toStageId={process.stages.toStageId}
          onChange={(toStageId) => setProcess({ ...process, stages: { toStageId } })}
        />
      )}
    </Card>
  );
}

function setProcess(process: ImportPlan['process']): void {
  changePlan((all) => ({ ...all, process }));
}

interface ProcessFieldProps {
  readonly id: string;
  readonly processes: readonly Process[];
  readonly onChoose: (process: Process) => void;
}

function ProcessField({ id, processes, onChoose }: ProcessFieldProps) {
  const t = useT();
  return (
    <Field label={t('imports.target.process')}>
      {(control) => (
        <Select
          {...control}
          value={id}
          options={processes.map(({ id: value, name }) => ({ value, label: name }))}
          onChange={(value) => {
            const chosen = processes.find((known) => known.id === value);
            if (chosen) onChoose(chosen);
          }}
        />
      )}
    </Field>
  );
}

function EntryField({ look, plan }: TargetCardProps) {
  const t = useT();
  if (!plan.files.some(({ entity }) => entity === 'opportunity')) return null;
  return (
    <Field label={t('imports.target.entry')}>
      {(control) => (
        <Select
          {...control}
          value={plan.entryStage ?? FIRST}
          options={[
            { value: FIRST, label: t('imports.target.entryFirst') },
            ...look.stageTexts.map(({ text }) => ({ value: text, label: text })),
          ]}
          onChange={(value) => changePlan((all) => ({ ...all, entryStage: value === FIRST ? null : value }))}
        />
      )}
    </Field>
  );
}
