import { Workflow } from 'lucide-react';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { DraftProblem } from '#shared/contract/processDraft.ts';
import { addStage, moveItem } from '#shared/domain/processes/editDraft.ts';
import { focusPlace, problemPlace } from './problemPlace.ts';
import { ProblemsCard } from './ProblemsCard.tsx';
import type { ProcessSearch } from './processSearch.ts';
import { StageEditor } from './StageEditor.tsx';
import { StageList } from './StageList.tsx';
import { newKey } from './stagePartProps.ts';
import styles from './StagesTab.module.css';
import type { ProcessEditor } from './useProcessEditor.ts';

interface StagesTabProps {
  readonly processId: string;
  readonly editor: ProcessEditor;
  readonly search: ProcessSearch;
  readonly onSearch: (patch: Partial<ProcessSearch>) => void;
}

/** The stages at the left, the chosen one at the right; what is wrong stands below the list. */
export function StagesTab({ processId, editor, search, onSearch }: StagesTabProps) {
  const t = useT();
  const { draft, problems, edit } = editor;
  const index = Math.max(
    0,
    draft.stages.findIndex(({ key }) => key === search.stage),
  );
  const stage = draft.stages[index];
  const add = () => {
    const key = newKey();
    let place = 0;
    edit((before) => {
      const added = addStage(before, key, stage === undefined ? null : index);
      place = added.index;
      return added.draft;
    });
    onSearch({ stage: key, part: 'basics' });
    focusPlace(`stages.${place}.name`);
  };
  const open = (problem: DraftProblem) => {
    const place = problemPlace(problem.path);
    if (place === null) return;
    onSearch({ stage: draft.stages[place.stage]?.key ?? null, part: place.part });
    focusPlace(problem.path);
  };
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <StageList
          draft={draft}
          problems={problems}
          chosen={index}
          onChoose={(key) => onSearch({ stage: key })}
          onMove={(from, to) => edit((before) => ({ stages: moveItem(before.stages, from, to) }))}
          onAdd={add}
        />
        <ProblemsCard draft={draft} problems={problems} onOpen={open} />
      </div>
      {stage === undefined ? (
        <EmptyState icon={Workflow} title={t('processes.stages.none')} detail={t('processes.stages.noneHint')}>
          <Button tone="primary" onClick={add}>
            {t('processes.stages.add')}
          </Button>
        </EmptyState>
      ) : (
        <StageEditor
          processId={processId}
          draft={draft}
          stage={stage}
          index={index}
          path={`stages.${index}`}
          problems={problems}
          part={search.part}
          onPart={(part) => onSearch({ part })}
          onChange={(next, undoLabel) =>
            edit((before) => ({ stages: before.stages.map((one) => (one.key === next.key ? next : one)) }), undoLabel)
          }
          onRemove={() => {
            const name = stage.name || t('processes.stage.unnamed');
            onSearch({ stage: draft.stages[index + 1]?.key ?? draft.stages[index - 1]?.key ?? null });
            edit(
              (before) => ({ stages: before.stages.filter(({ key }) => key !== stage.key) }),
              t('processes.removed.part', { name }),
            );
          }}
        />
      )}
    </div>
  );
}
