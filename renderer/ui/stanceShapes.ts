import type { Stance } from '#shared/contract/powerMap.contract.ts';

interface StanceShape {
  /** In a box of 12 × 12, so that the graph draws the same shapes as the tables. */
  readonly path: string;
  readonly dashed: boolean;
  readonly colour: string;
}

/** Shape and colour of every stance; the shape alone must be enough. */
export const stanceShapes: Readonly<Record<Stance, StanceShape>> = {
  champion: {
    path: 'M6 .6 7.6 4.1l3.8.4-2.8 2.6.8 3.8L6 9l-3.4 1.9.8-3.8L.6 4.5l3.8-.4z',
    dashed: false,
    colour: 'var(--stance-champion)',
  },
  support: { path: 'M6 1.2 11.4 10.8H.6z', dashed: false, colour: 'var(--stance-support)' },
  neutral: { path: 'M6 1.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6z', dashed: false, colour: 'var(--stance-neutral)' },
  resist: { path: 'M6 10.8 .6 1.2h10.8z', dashed: false, colour: 'var(--stance-resist)' },
  oppose: { path: 'M1.6 1.6h8.8v8.8H1.6z', dashed: false, colour: 'var(--stance-oppose)' },
  unknown: { path: 'M6 1.4a4.6 4.6 0 1 1 0 9.2 4.6 4.6 0 0 1 0-9.2z', dashed: true, colour: 'var(--stance-unknown)' },
};
