import type { MenuItem } from '#renderer/ui/menuItems.tsx';
import { stageColour } from '#renderer/ui/stageColour.ts';
import type { DealCard, Stage } from '#shared/contract/pipeline.contract.ts';
import { isOpenStage } from '#shared/domain/pipeline/stages.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import type { Pipeline } from '../usePipeline.ts';
import { moveDeals, pauseDeal, pauseDeals } from './moveDeals.ts';
import { moveStore } from './moveStore.ts';
import styles from './moveItems.module.css';

/** The lines of 移到…: every stage, then the ends, then pause. The same moves as by dragging. */
export function moveItems(pipeline: Pipeline, deals: readonly DealCard[], t: Translate): readonly MenuItem[] {
  const { process, processes, filter } = pipeline;
  const [first] = deals;
  // In the list of all processes a deal may belong to another one than the board shows.
  const own = processes.find(({ stages }) => stages.some(({ id }) => id === first?.stageId)) ?? process;
  const ordered = own.stages.toSorted((a, b) => a.position - b.position);
  const line = (stage: Stage): MenuItem => ({
    key: stage.id,
    label: stage.name,
    mark: <span className={styles.square} style={{ background: stageColour(stage.stageClass) }} />,
    disabled: deals.every((deal) => deal.stageId === stage.id),
    onSelect: () => void moveDeals({ process: own, deals, to: stage }),
  });
  const items: MenuItem[] = [...ordered.filter(isOpenStage).map(line), '-'];
  items.push(...ordered.filter((stage) => !isOpenStage(stage)).map(line));
  if (deals.length === 1 && first && (first.status === 'open' || first.status === 'paused')) {
    const paused = first.status !== 'paused';
    const showsPaused = filter.status === 'paused' || filter.status === 'any';
    items.push({
      key: 'pause',
      label: t(paused ? 'pipeline.move.pause' : 'pipeline.move.resume'),
      mark: <span className={styles.pause} />,
      onSelect: () => void pauseDeal({ process: own, deals }, paused, showsPaused),
    });
  }
  if (deals.length > 1) items.push(...pauseItems(deals, t));
  return items;
}

/** Several are parked with one reason; those that are parked already are taken up again at once. */
function pauseItems(deals: readonly DealCard[], t: Translate): readonly MenuItem[] {
  const open = deals.filter(({ status }) => status === 'open');
  const parked = deals.filter(({ status }) => status === 'paused');
  const mark = <span className={styles.pause} />;
  return [
    ...(open.length === 0
      ? []
      : [
          {
            key: 'pause',
            label: t('pipeline.move.pauseMany', { count: open.length }),
            mark,
            onSelect: () => moveStore.setState({ pausing: { deals: open, reason: '' } }),
          },
        ]),
    ...(parked.length === 0
      ? []
      : [
          {
            key: 'resume',
            label: t('pipeline.move.resumeMany', { count: parked.length }),
            mark,
            onSelect: () =>
              void pauseDeals(
                parked.map(({ id }) => id),
                false,
                '',
              ),
          },
        ]),
  ];
}
