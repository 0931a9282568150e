import { useRef } from 'react';
import { dragStore } from '#renderer/adapters/board/dragStore.ts';
import { useDropColumn } from '#renderer/adapters/board/useDropColumn.ts';
import { useT } from '#renderer/platform/language.ts';
import { classNames } from '#renderer/ui/classNames.ts';
import { stageColour } from '#renderer/ui/stageColour.ts';
import type { DealCard } from '#shared/contract/pipeline.contract.ts';
import { isOpenStage } from '#shared/domain/pipeline/stages.ts';
import { moveDeals, pauseDeal } from '../move/moveDeals.ts';
import { usePipeline } from '../usePipeline.ts';
import styles from './ClosedTargets.module.css';

interface ClosedTargetsProps {
  readonly findCard: (id: string) => DealCard | undefined;
}

/** Won, lost and pause: places to drop that are there only while a card is in the hand. */
export function ClosedTargets({ findCard }: ClosedTargetsProps) {
  const t = useT();
  const { process, filter } = usePipeline();
  const dragging = dragStore(({ ids }) => ids.length);
  if (dragging === 0) return null;
  const deals = (ids: readonly string[]) => ids.flatMap((id) => findCard(id) ?? []);
  const closed = process.stages.filter((stage) => !isOpenStage(stage)).toSorted((a, b) => a.position - b.position);
  return (
    <div className={styles.targets}>
      {closed.map((stage) => (
        <Target
          key={stage.id}
          id={stage.id}
          label={stage.name}
          colour={stageColour(stage.stageClass)}
          onDrop={(ids) => void moveDeals({ process, deals: deals(ids), to: stage })}
        />
      ))}
      {dragging === 1 ? (
        <Target
          id="pause"
          label={t('pipeline.move.pause')}
          colour="var(--text-3)"
          onDrop={(ids) =>
            void pauseDeal({ process, deals: deals(ids) }, true, filter.status === 'paused' || filter.status === 'any')
          }
        />
      ) : null}
    </div>
  );
}

interface TargetProps {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  readonly onDrop: (ids: readonly string[]) => void;
}

function Target({ id, label, colour, onDrop }: TargetProps) {
  const element = useRef<HTMLDivElement>(null);
  const over = dragStore((state) => state.over?.columnId === id);
  useDropColumn(element, { columnId: id, onDrop });
  return (
    <div ref={element} data-target={id} className={classNames(styles.target, over && styles.over)}>
      <span className={styles.square} style={{ background: colour }} aria-hidden />
      {label}
    </div>
  );
}
