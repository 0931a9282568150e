import { useT } from '#renderer/platform/language.ts';
import type { DealCard, GateItem, Stage } from '#shared/contract/pipeline.contract.ts';
import { GateCriterion } from './GateCriterion.tsx';
import styles from './GateDialog.module.css';
import type { GateEntries, GateEntry } from './gateEntries.ts';

interface GateItemsProps {
  readonly items: readonly GateItem[];
  readonly deal: DealCard;
  readonly stages: readonly Stage[];
  readonly toStage: Stage;
  readonly entries: GateEntries;
  readonly onEntry: (criterionId: string, entry: GateEntry | undefined) => void;
}

/** The open criteria: those of leaving the stage, then those of entering the next one. */
export function GateItems({ items, deal, stages, toStage, entries, onEntry }: GateItemsProps) {
  const t = useT();
  const from = stages.find(({ id }) => id === deal.stageId);
  const hasBoth = new Set(items.map(({ gate }) => gate)).size > 1;
  return (
    <>
      <p className={styles.lead}>{t('pipeline.gate.lead', { count: items.length })}</p>
      {(['exit', 'entry'] as const).map((gate) => {
        const own = items.filter((item) => item.gate === gate);
        if (own.length === 0) return null;
        return (
          <section key={gate} className={styles.group}>
            {hasBoth || gate === 'entry' ? (
              <h3 className={styles.groupTitle}>
                {gate === 'exit'
                  ? t('pipeline.gate.leaving', { stage: from?.name ?? '' })
                  : t('pipeline.gate.entering', { stage: toStage.name })}
              </h3>
            ) : null}
            <ul className={styles.items}>
              {own.map((item) => (
                <GateCriterion
                  key={item.criterionId}
                  item={item}
                  first={item === items[0]}
                  deal={deal}
                  entry={entries[item.criterionId]}
                  answered={entries}
                  onEntry={(entry) => onEntry(item.criterionId, entry)}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
