import { Plus } from 'lucide-react';
import { SortableList } from '#renderer/adapters/sortable/SortableList.tsx';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { DraftCriterion } from '#shared/contract/processDraft.ts';
import { moveItem } from '#shared/domain/processes/editDraft.ts';
import { CriterionForm } from './CriterionForm.tsx';
import { focusPlace } from './problemPlace.ts';
import styles from './StageEditor.module.css';
import { newKey, type StagePartProps } from './stagePartProps.ts';

const gates = ['entry', 'exit'] as const;

/** 进入标准 and 晋级标准 of a stage, each an ordered list. */
export function CriteriaEditor({ draft, stage, index, path, problems, onChange }: StagePartProps) {
  const t = useT();
  const { criteria } = stage;
  const set = (next: DraftCriterion[], undoLabel?: string) => onChange({ ...stage, criteria: next }, undoLabel);
  const add = (gate: DraftCriterion['gate']) => {
    set([...criteria, { key: newKey(), gate, kind: 'evidence', text: '', params: {}, enforcement: 'warn' }]);
    focusPlace(`${path}.criteria.${criteria.length}.text`);
  };
  const isOutcome = stage.stageClass === 'won' || stage.stageClass === 'lost';
  return (
    <div className={styles.groups}>
      {gates.map((gate) => {
        const own = criteria.flatMap((criterion, place) => (criterion.gate === gate ? [{ criterion, place }] : []));
        // Nobody leaves an outcome, so nothing is asked there at leaving.
        if (isOutcome && gate === 'exit' && own.length === 0) return null;
        return (
          <section key={gate} className={styles.group}>
            <header className={styles.groupHead}>
              <h3 className={styles.groupTitle}>{t(`processes.gate.${gate}`)}</h3>
              <span className={styles.quiet}>{t(`processes.gateHint.${gate}`)}</span>
              <Button size="small" icon={Plus} onClick={() => add(gate)}>
                {t('processes.criterion.add')}
              </Button>
            </header>
            {own.length === 0 ? <p className={styles.none}>{t(`processes.gateNone.${gate}`)}</p> : null}
            <SortableList
              label={t(`processes.gate.${gate}`)}
              items={own}
              keyOf={({ criterion }) => criterion.key}
              nameOf={({ criterion }) => criterion.text || t(`processes.kind.${criterion.kind}`)}
              onMove={(from, to) => set(moveItem(criteria, own[from]?.place ?? 0, own[to]?.place ?? 0))}
            >
              {({ criterion, place }) => (
                <CriterionForm
                  draft={draft}
                  stageIndex={index}
                  criterion={criterion}
                  path={`${path}.criteria.${place}`}
                  problems={problems}
                  onChange={(next) => set(criteria.with(place, next))}
                  onRemove={() =>
                    set(
                      criteria.toSpliced(place, 1),
                      t('processes.removed.part', { name: criterion.text || t(`processes.kind.${criterion.kind}`) }),
                    )
                  }
                />
              )}
            </SortableList>
          </section>
        );
      })}
    </div>
  );
}
