import type { StageClass } from '../../contract/primitives.ts';
import { CLOSED } from './dealJourney.ts';
import type { FunnelStageInfo } from './funnelCase.ts';

/** A stage of any version of a process. */
export interface VersionedStage {
  readonly id: string;
  /** Stays the same from version to version. */
  readonly key: string;
  readonly name: string;
  readonly stageClass: StageClass;
  readonly position: number;
  readonly allowedDays: number | null;
  /** Of the version that new deals enter with. */
  readonly isCurrent: boolean;
}

/** The funnel's stages and where every stage of every version belongs among them. */
export interface MappedStages {
  readonly open: readonly FunnelStageInfo[];
  /** Stage id → index in `open`, or CLOSED. Stages that belong nowhere are missing. */
  readonly indexOf: ReadonlyMap<string, number>;
}

const isClosed = (stage: VersionedStage) => stage.stageClass === 'won' || stage.stageClass === 'lost';

/**
 * The open stages of the current version in order, and for deals that entered with an older version the current stage of the
 * same key, else the first of the same class. A stage that has neither any more tells nothing about the present process.
 */
export function mapStages(stages: readonly VersionedStage[]): MappedStages {
  const current = stages
    .filter((stage) => stage.isCurrent && !isClosed(stage))
    .toSorted((a, b) => a.position - b.position);
  const indexOf = new Map<string, number>();
  for (const stage of stages) {
    const byId = current.findIndex((one) => one.id === stage.id);
    const byKey = stage.key === '' ? -1 : current.findIndex((one) => one.key === stage.key);
    const byClass = current.findIndex((one) => one.stageClass === stage.stageClass);
    const index = [byId, byKey, byClass].find((found) => found >= 0);
    if (isClosed(stage)) indexOf.set(stage.id, CLOSED);
    else if (index !== undefined) indexOf.set(stage.id, index);
  }
  const open = current.map(({ id, name, stageClass, allowedDays }) => ({ stageId: id, name, stageClass, allowedDays }));
  return { open, indexOf };
}
