import type { StageClass } from '../../contract/primitives.ts';

/** What a proposal needs to know of a stage. */
export interface MappableStage {
  readonly id: string;
  readonly key: string;
  readonly stageClass: StageClass;
}

/** Where deals of a stage could go on, and why it is proposed. */
export interface StageProposal {
  readonly stageId: string;
  /** Null: nothing fits, a person must choose or leave them. */
  readonly targetId: string | null;
  readonly because: 'key' | 'class' | 'none';
}

const isOpen = ({ stageClass }: MappableStage): boolean => stageClass !== 'won' && stageClass !== 'lost';

/**
 * Proposes for every stage the one in which its deals go on: the same key, else the same class, else none. Of several stages of
 * one class the nearest by place among those of that class is taken. Only open stages are targets: migrating ends no deal.
 */
export function proposeMigration<From extends MappableStage, To extends MappableStage>(
  from: readonly From[],
  to: readonly To[],
): StageProposal[] {
  const targets = to.filter(isOpen);
  return from.map((stage) => {
    const same = stage.key === '' ? undefined : targets.find(({ key }) => key === stage.key);
    if (same !== undefined) return { stageId: stage.id, targetId: same.id, because: 'key' };
    const alike = targets.filter(({ stageClass }) => stageClass === stage.stageClass);
    const place = from.filter(({ stageClass }) => stageClass === stage.stageClass).indexOf(stage);
    const near = alike[Math.min(place, alike.length - 1)];
    return near === undefined
      ? { stageId: stage.id, targetId: null, because: 'none' }
      : { stageId: stage.id, targetId: near.id, because: 'class' };
  });
}
