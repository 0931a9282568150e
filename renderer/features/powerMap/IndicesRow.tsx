import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { influenceIndices } from '#shared/domain/powerMap/influenceIndices.ts';
import styles from './IndicesRow.module.css';
import type { PowerMapAnswer } from './usePowerMap.ts';

/** 影响力覆盖, 支持占比, and what of the decision is not on the map yet. */
export function IndicesRow({ map }: { readonly map: PowerMapAnswer }) {
  const t = useT();
  const format = useFormat();
  const { covered, support, unassigned } = influenceIndices(map.stakeholders);
  return (
    <dl className={styles.row}>
      {(
        [
          ['covered', covered],
          ['support', support],
          ['unassigned', unassigned],
        ] as const
      ).map(([key, value]) => (
        <div key={key} data-tip={t(`powerMap.index.${key}Tip`)}>
          <dd>{format.percent(value)}</dd>
          <dt>{t(`powerMap.index.${key}`)}</dt>
        </div>
      ))}
    </dl>
  );
}
