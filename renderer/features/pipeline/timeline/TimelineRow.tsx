import { memo } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { useToday } from '#renderer/platform/region.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { classNames } from '#renderer/ui/classNames.ts';
import { Link } from '#renderer/ui/Link.tsx';
import { stageColour } from '#renderer/ui/stageColour.ts';
import { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import type { ListRow, Stage } from '#shared/contract/pipeline.contract.ts';
import { dayAt } from '#shared/i18n/formatInstant.ts';
import { regionStore } from '#renderer/platform/region.ts';
import { focusDeal, selectionStore } from '../selectionStore.ts';
import { type TimeScale } from './timeScale.ts';
import styles from './TimelineView.module.css';
import { useCloseDrag } from './useCloseDrag.ts';

interface TimelineRowProps {
  readonly row: ListRow;
  readonly stage: Stage | undefined;
  readonly scale: TimeScale;
  readonly dayWidth: () => number;
}

/** One deal: its bar from entering the stage to the expected close. The end can be dragged, or moved by ← and →. */
export const TimelineRow = memo(function TimelineRow({ row, stage, scale, dayWidth }: TimelineRowProps) {
  const t = useT();
  const format = useFormat();
  const today = useToday();
  const timeZone = regionStore((region) => region.timeZone);
  const selected = selectionStore(({ chosen }) => chosen.has(row.id));
  const update = useOperationCommand(opportunityContract.update, {
    undoLabel: ({ card }) =>
      t('pipeline.undo.closeMoved', { name: card.name, day: card.expectedClose ? format.day(card.expectedClose) : '' }),
  });
  const { shown, moving, handle } = useCloseDrag({
    day: row.expectedClose ?? today,
    dayWidth,
    onCommit: (expectedClose) =>
      update.run({ id: row.id, fields: { expectedClose }, expected: { expectedClose: row.expectedClose } }),
  });
  const end = scale.at(shown);
  const begin = Math.min(Math.max(0, scale.at(dayAt(row.stageEnteredAt, timeZone))), end);
  const late = shown < today;
  const visible = end >= 0 && end <= 1;
  // Words go to the left of the end where there is no room at its right.
  const wordsLeft = end > 0.82;
  return (
    <div className={classNames(styles.line, selected && styles.selected)} data-deal={row.id}>
      <div className={styles.label}>
        <Link className={styles.name} to={paths.deal(row.id)} onFocus={() => focusDeal(row)}>
          {row.name}
        </Link>
        <span className={styles.account}>{row.account?.name ?? ''}</span>
      </div>
      <div className={styles.lane}>
        <span className={styles.today} style={{ insetInlineStart: `${scale.at(today) * 100}%` }} aria-hidden />
        <span
          className={styles.span}
          style={{
            insetInlineStart: `${begin * 100}%`,
            inlineSize: `${Math.max(0, end - begin) * 100}%`,
            background: stageColour(stage?.stageClass ?? 'verify'),
          }}
          aria-hidden
        />
        {visible ? (
          <div
            className={classNames(styles.handle, moving && styles.moving)}
            style={{ insetInlineStart: `${end * 100}%`, color: stageColour(stage?.stageClass ?? 'verify') }}
            // A range input would draw its own track; this is only the end of a bar.
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
            role="slider"
            tabIndex={0}
            aria-label={t('pipeline.timeline.closeOf', { name: row.name })}
            aria-valuemin={0}
            aria-valuemax={scale.days}
            aria-valuenow={Math.round(end * scale.days)}
            aria-valuetext={format.day(shown)}
            data-tip={t('pipeline.timeline.handle')}
            onFocus={() => focusDeal(row)}
            {...handle}
          />
        ) : null}
        <span
          className={classNames(styles.words, wordsLeft && styles.wordsLeft, late && styles.late)}
          style={wordsLeft ? { insetInlineEnd: `${(1 - end) * 100}%` } : { insetInlineStart: `${end * 100}%` }}
        >
          <b>
            <Amount minor={row.amountMinor} currency={row.currency} />
          </b>
          <span>{late ? t('pipeline.timeline.past', { day: format.day(shown) }) : format.day(shown)}</span>
        </span>
      </div>
    </div>
  );
});
