import type { StageClass } from '#shared/contract/primitives.ts';

const colours: Readonly<Record<StageClass, string>> = {
  verify: 'var(--stage-verify)',
  engage: 'var(--stage-engage)',
  // Proposing is the later half of engaging: the four open colours stay apart for every eye, a fifth would not.
  propose: 'var(--stage-engage)',
  negotiate: 'var(--stage-negotiate)',
  won: 'var(--stage-close)',
  lost: 'var(--stage-lost)',
};

/** The colour of a stage's class, as a CSS value. */
export function stageColour(stageClass: StageClass): string {
  return colours[stageClass];
}
