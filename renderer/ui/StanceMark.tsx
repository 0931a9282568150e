import { useT } from '#renderer/platform/language.ts';
import type { Stance } from '#shared/contract/powerMap.contract.ts';
import { stanceShapes } from './stanceShapes.ts';
import styles from './StanceMark.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

interface StanceMarkProps {
  readonly stance: Stance;
  readonly size?: 10 | 12 | 14;
  /** Writes the word beside the shape; otherwise it is only spoken. */
  readonly named?: boolean;
}

/** Where somebody stands: ★ champion ▲ supports ● neutral ▼ resists ■ opposes, dashed ring unknown. */
export function StanceMark({ stance, size = 12, named = false }: StanceMarkProps) {
  const t = useT();
  const word = t(`powerMap.stance.${stance}`);
  const { path, dashed, colour } = stanceShapes[stance];
  return (
    <span className={styles.stance} data-tip={named ? undefined : word}>
      <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden>
        {dashed ? (
          <path d={path} fill="none" stroke={colour} strokeWidth="1.4" strokeDasharray="2.2 1.7" />
        ) : (
          <path d={path} fill={colour} />
        )}
      </svg>
      {named ? word : <VisuallyHidden>{word}</VisuallyHidden>}
    </span>
  );
}
