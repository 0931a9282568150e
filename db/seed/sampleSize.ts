import type { SampleSize } from '#shared/contract/workspace.contract.ts';

/** How much of everything a size has. Shares 0..1, counts are exact unless called a mean. */
export interface SampleProfile {
  /** Deals of each industry: in all, and of those open. In the order of `sampleIndustries`. */
  readonly deals: readonly { readonly total: number; readonly open: number }[];
  readonly members: number;
  readonly teams: number;
  /** Deals per account, mean. */
  readonly dealsPerAccount: number;
  /** People per account, at most; the first seats of the industry are taken first. */
  readonly contactsPerAccount: number;
  /** Activities per deal: this many at least … */
  readonly activitiesBase: number;
  /** … and this mean per business day of the deal's life, up to `activitiesMost`. */
  readonly activitiesPerDay: number;
  readonly activitiesMost: number;
  /** Share of activities that carry a long note. */
  readonly noted: number;
  /** Share of activities that name who was there. */
  readonly attended: number;
  /** Share of closed deals with a power map and judgements; open ones always have them once past the first stage. */
  readonly closedMapped: number;
  readonly closedJudged: number;
  readonly openMapped: number;
  /** Tasks of stages left behind, as a share. */
  readonly pastTasks: number;
  readonly leads: number;
  readonly factsPerAccount: number;
  /**
   * Conversion that the closed deals of each line must show exactly. Without it conversion is left to chance about the
   * industry's own; in a small sample chance, and the open deals, which have come far, would blur the picture.
   */
  readonly quotas?: Readonly<Record<string, readonly [verify: number, engage: number, negotiate: number]>>;
  /** The demo carries a story told by hand beside what is drawn. */
  readonly story: boolean;
}

const each = (total: number, open: number): { total: number; open: number } => ({ total, open });

/** demo 300 deals, medium 10,000, large 100,000 with 10,000 open cards in one process. */
export const sampleProfiles: Readonly<Record<SampleSize, SampleProfile>> = {
  demo: {
    deals: [each(158, 26), each(34, 9), each(36, 10), each(24, 7), each(24, 7), each(24, 6)],
    quotas: {
      medical: [0.55, 0.13, 0.6],
      saas: [0.6, 0.36, 0.42],
      industrial: [0.55, 0.34, 0.4],
      engineering: [0.53, 0.3, 0.4],
      hardware: [0.55, 0.34, 0.45],
      consumer: [0.6, 0.38, 0.45],
    },
    members: 9,
    teams: 2,
    dealsPerAccount: 3,
    contactsPerAccount: 10,
    activitiesBase: 3,
    activitiesPerDay: 0.32,
    activitiesMost: 44,
    noted: 0.75,
    attended: 1,
    closedMapped: 0.75,
    closedJudged: 0.6,
    openMapped: 1,
    pastTasks: 1,
    leads: 64,
    factsPerAccount: 2.4,
    story: true,
  },
  medium: {
    deals: [each(2600, 420), each(1500, 180), each(2300, 380), each(1200, 200), each(1200, 160), each(1200, 120)],
    members: 24,
    teams: 4,
    dealsPerAccount: 6,
    contactsPerAccount: 7,
    activitiesBase: 3,
    activitiesPerDay: 0.2,
    activitiesMost: 40,
    noted: 0.5,
    attended: 0.8,
    closedMapped: 0.3,
    closedJudged: 0.3,
    openMapped: 0.9,
    pastTasks: 0.5,
    leads: 1500,
    factsPerAccount: 1,
    story: false,
  },
  large: {
    deals: [
      each(14_000, 1500),
      each(9000, 700),
      each(50_000, 10_000),
      each(9000, 900),
      each(9000, 700),
      each(9000, 500),
    ],
    members: 40,
    teams: 4,
    dealsPerAccount: 8,
    contactsPerAccount: 5,
    activitiesBase: 4,
    activitiesPerDay: 0.11,
    activitiesMost: 40,
    noted: 0.35,
    attended: 0.4,
    closedMapped: 0.05,
    closedJudged: 0.06,
    openMapped: 0.4,
    pastTasks: 0.1,
    leads: 6000,
    factsPerAccount: 0.3,
    story: false,
  },
};
