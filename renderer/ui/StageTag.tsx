import type { StageClass } from '#shared/contract/primitives.ts';
import { stageColour } from './stageColour.ts';
import styles from './StageTag.module.css';

interface StageTagProps {
  readonly name: string;
  readonly stageClass: StageClass;
  readonly strong?: boolean;
}

/** A stage: the square of its class and its name. */
export function StageTag({ name, stageClass, strong = false }: StageTagProps) {
  return (
    <span className={styles.stage}>
      <span className={styles.square} style={{ background: stageColour(stageClass) }} aria-hidden />
      {strong ? <b>{name}</b> : name}
    </span>
  );
}
