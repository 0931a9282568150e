import { useT } from '#renderer/platform/language.ts';
import styles from './C139Chip.module.css';
import { classNames } from './classNames.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

interface C139ChipProps {
  readonly wins: number;
  readonly firsts: number;
  readonly clears: number;
  readonly zone: 'win' | 'shaking' | 'lose';
  /** The zone has a colour only from the stage on that requires C139. */
  readonly coloured?: boolean;
}

const glyphs = { win: 'M6 1.5 11 10.5H1z', shaking: 'M6 .6 11 6 6 11.4 1 6z', lose: 'M1 1.5h10L6 10.5z' } as const;

/** C139 in short: ▲ 成单 ◆ 抖动 ▼ 失单 and `0W 2F 7C`. */
export function C139Chip({ wins, firsts, clears, zone, coloured = false }: C139ChipProps) {
  const t = useT();
  const counts = `${wins}W ${firsts}F ${clears}C`;
  const spoken = t('app.c139.spoken', { zone: t(`app.c139.${zone}`), counts });
  return (
    <span className={styles.chip} data-tip={spoken}>
      <svg width="9" height="9" viewBox="0 0 12 12" aria-hidden className={classNames(coloured && styles[zone])}>
        <path d={glyphs[zone]} fill="currentColor" />
      </svg>
      <span aria-hidden>{counts}</span>
      <VisuallyHidden>{spoken}</VisuallyHidden>
    </span>
  );
}
