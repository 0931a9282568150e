import { decayedTo } from '../decayed.ts';
import { featureColumns } from '../featureColumns.ts';
import type { LearningColumn } from '../learning/learningTypes.ts';
import type { ScoreFeature } from '../scoreFeature.ts';
import { type DealFacts, RHYTHM_HALF_LIFE_MS } from './dealFacts.ts';

const DAY = 86_400_000;
/** Business days per calendar day. */
const WORKING_SHARE = 5 / 7;

const known = (value: number | null): number => value ?? Number.NaN;
const daysSince = (instant: number | null, asOf: number): number =>
  instant === null ? Number.NaN : Math.max(0, asOf - instant) / DAY;

/**
 * What a model may know of a deal at a moment. Not among them: the owner's own win rate and forecast category (second
 * opinions), anything about the end, and whatever this program keeps no dates of (rivals, the qualification level).
 */
export const dealFeatures: readonly ScoreFeature<DealFacts>[] = [
  { name: 'stageWeight', kind: 'number', unit: 'share', of: (deal) => known(deal.stageWeight) },
  { name: 'stagePlace', kind: 'number', unit: 'share', of: (deal) => known(deal.stagePlace) },
  { name: 'age', kind: 'number', unit: 'days', of: (deal, asOf) => daysSince(deal.createdAt, asOf) },
  { name: 'dwell', kind: 'number', unit: 'days', of: (deal, asOf) => daysSince(deal.stageEnteredAt, asOf) },
  {
    name: 'dwellShare',
    kind: 'number',
    unit: 'ratio',
    of: (deal, asOf) =>
      (daysSince(deal.stageEnteredAt, asOf) * WORKING_SHARE) / Math.max(1, known(deal.stageAllowedDays)),
  },
  { name: 'backs', kind: 'number', unit: 'count', of: (deal) => deal.backs },
  { name: 'reopened', kind: 'number', unit: 'count', of: (deal) => deal.reopened },
  { name: 'pushes', kind: 'number', unit: 'count', of: (deal) => deal.pushes },
  { name: 'daysToClose', kind: 'number', unit: 'days', of: (deal, asOf) => (known(deal.closeAt) - asOf) / DAY },
  {
    name: 'amount',
    kind: 'number',
    unit: 'decades',
    of: (deal) => (deal.amountMinor === null ? Number.NaN : Math.log10(1 + Math.max(0, deal.amountMinor) / 100)),
  },
  { name: 'amountUps', kind: 'number', unit: 'count', of: (deal) => deal.amountUps },
  { name: 'amountDowns', kind: 'number', unit: 'count', of: (deal) => deal.amountDowns },
  { name: 'activities', kind: 'number', unit: 'count', of: (deal) => deal.activities },
  {
    name: 'rhythm',
    kind: 'number',
    unit: 'count',
    lever: { kind: 'add', by: 1 },
    of: (deal, asOf) => decayedTo({ value: deal.rhythm, at: deal.rhythmAt }, asOf, RHYTHM_HALF_LIFE_MS),
  },
  {
    name: 'silence',
    kind: 'number',
    unit: 'days',
    lever: { kind: 'set', to: 0 },
    of: (deal, asOf) => daysSince(deal.lastActivityAt ?? deal.createdAt, asOf),
  },
  { name: 'meetings', kind: 'number', unit: 'count', lever: { kind: 'add', by: 1 }, of: (deal) => deal.meetings },
  { name: 'contactsMet', kind: 'number', unit: 'count', lever: { kind: 'add', by: 1 }, of: (deal) => deal.contactsMet },
  { name: 'people', kind: 'number', unit: 'count', of: (deal) => deal.people },
  {
    name: 'peopleMet',
    kind: 'number',
    unit: 'count',
    lever: { kind: 'addUpTo', by: 1, feature: 'people' },
    of: (deal) => (deal.people === 0 ? Number.NaN : deal.peopleMet),
  },
  {
    name: 'deciderMet',
    kind: 'number',
    unit: 'flag',
    lever: { kind: 'set', to: 1 },
    of: (deal) => (deal.deciders === 0 ? Number.NaN : Math.min(1, deal.decidersMet)),
  },
  {
    name: 'coach',
    kind: 'number',
    unit: 'flag',
    lever: { kind: 'set', to: 1 },
    of: (deal) => (deal.people === 0 ? Number.NaN : Math.min(1, deal.coaches)),
  },
  {
    name: 'supporters',
    kind: 'number',
    unit: 'count',
    lever: { kind: 'addUpTo', by: 1, feature: 'people' },
    of: (deal) => (deal.people === 0 ? Number.NaN : deal.supporters),
  },
  {
    name: 'opponents',
    kind: 'number',
    unit: 'count',
    of: (deal) => (deal.people === 0 ? Number.NaN : deal.opponents),
  },
  {
    name: 'c139Clear',
    kind: 'number',
    unit: 'count',
    lever: { kind: 'add', by: 1 },
    of: (deal) => known(deal.c139Clear),
  },
  {
    name: 'c139First',
    kind: 'number',
    unit: 'count',
    lever: { kind: 'add', by: 1 },
    of: (deal) => known(deal.c139First),
  },
  { name: 'c139Win', kind: 'number', unit: 'flag', lever: { kind: 'set', to: 1 }, of: (deal) => known(deal.c139Win) },
  { name: 'c139Coach', kind: 'number', unit: 'count', of: (deal) => known(deal.c139Coach) },
  { name: 'evidence', kind: 'number', unit: 'count', lever: { kind: 'add', by: 1 }, of: (deal) => deal.evidence },
  { name: 'tasksDone', kind: 'number', unit: 'count', lever: { kind: 'add', by: 1 }, of: (deal) => deal.tasksDone },
  { name: 'documents', kind: 'number', unit: 'count', of: (deal) => deal.documents },
  { name: 'employees', kind: 'number', unit: 'count', of: (deal) => known(deal.employees) },
  { name: 'stageClass', kind: 'category', values: 'stageClass', of: (deal) => deal.stageClass },
  { name: 'process', kind: 'category', values: 'process', of: (deal) => deal.processId },
  { name: 'productLine', kind: 'category', values: 'productLine', of: (deal) => deal.productLineId },
  { name: 'source', kind: 'category', values: 'words', of: (deal) => deal.source },
  { name: 'owner', kind: 'category', values: 'member', of: (deal) => deal.ownerId },
  { name: 'industry', kind: 'category', values: 'words', of: (deal) => deal.industry },
  { name: 'region', kind: 'category', values: 'words', of: (deal) => deal.region },
  { name: 'ownership', kind: 'category', values: 'words', of: (deal) => deal.ownership },
  { name: 'tier', kind: 'category', values: 'words', of: (deal) => deal.tier },
];

/** The columns of deals at one moment, or each at its own; all of them, or only those a model asks for. */
export const dealColumns = (
  facts: readonly DealFacts[],
  asOf: number | readonly number[],
  wanted?: ReadonlySet<string>,
): LearningColumn[] => featureColumns(dealFeatures, facts, asOf, wanted);
