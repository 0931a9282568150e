import { RHYTHM_HALF_LIFE_MS } from '../deals/dealFacts.ts';
import { decayedTo } from '../decayed.ts';
import { featureColumns } from '../featureColumns.ts';
import type { LearningColumn } from '../learning/learningTypes.ts';
import type { ScoreFeature } from '../scoreFeature.ts';
import { INTEREST_HALF_LIFE_MS, type LeadFacts } from './leadFacts.ts';

const DAY = 86_400_000;

const known = (value: number | null): number => value ?? Number.NaN;
const daysSince = (instant: number, asOf: number): number => Math.max(0, asOf - instant) / DAY;

/** What a model may know of a lead at a moment. Who owns it is not among them: conversion and the pool change it. */
export const leadFeatures: readonly ScoreFeature<LeadFacts>[] = [
  { name: 'age', kind: 'number', unit: 'days', of: (lead, asOf) => daysSince(lead.createdAt, asOf) },
  { name: 'hasNeed', kind: 'number', unit: 'flag', lever: { kind: 'set', to: 1 }, of: (lead) => known(lead.hasNeed) },
  {
    name: 'hasBudget',
    kind: 'number',
    unit: 'flag',
    lever: { kind: 'set', to: 1 },
    of: (lead) => known(lead.hasBudget),
  },
  {
    name: 'hasAuthority',
    kind: 'number',
    unit: 'flag',
    lever: { kind: 'set', to: 1 },
    of: (lead) => known(lead.hasAuthority),
  },
  {
    name: 'hasTiming',
    kind: 'number',
    unit: 'flag',
    lever: { kind: 'set', to: 1 },
    of: (lead) => known(lead.hasTiming),
  },
  { name: 'hasPhone', kind: 'number', unit: 'flag', of: (lead) => known(lead.hasPhone) },
  { name: 'hasEmail', kind: 'number', unit: 'flag', of: (lead) => known(lead.hasEmail) },
  { name: 'activities', kind: 'number', unit: 'count', of: (lead) => lead.activities },
  { name: 'meetings', kind: 'number', unit: 'count', lever: { kind: 'add', by: 1 }, of: (lead) => lead.meetings },
  {
    name: 'rhythm',
    kind: 'number',
    unit: 'count',
    lever: { kind: 'add', by: 1 },
    of: (lead, asOf) => decayedTo({ value: lead.rhythm, at: lead.rhythmAt }, asOf, RHYTHM_HALF_LIFE_MS),
  },
  {
    name: 'silence',
    kind: 'number',
    unit: 'days',
    lever: { kind: 'set', to: 0 },
    of: (lead, asOf) => daysSince(lead.lastActivityAt ?? lead.createdAt, asOf),
  },
  { name: 'events', kind: 'number', unit: 'count', of: (lead) => lead.events },
  { name: 'eventKinds', kind: 'number', unit: 'count', of: (lead) => lead.eventKinds },
  {
    name: 'interest',
    kind: 'number',
    unit: 'count',
    of: (lead, asOf) => decayedTo({ value: lead.interest, at: lead.interestAt }, asOf, INTEREST_HALF_LIFE_MS),
  },
  {
    name: 'eventSilence',
    kind: 'number',
    unit: 'days',
    of: (lead, asOf) => (lead.lastEventAt === null ? Number.NaN : daysSince(lead.lastEventAt, asOf)),
  },
  { name: 'source', kind: 'category', values: 'words', of: (lead) => lead.source },
  { name: 'industry', kind: 'category', values: 'words', of: (lead) => lead.industry },
  { name: 'region', kind: 'category', values: 'words', of: (lead) => lead.region },
];

/** The columns of leads at one moment, or each at its own; all of them, or only those a model asks for. */
export const leadColumns = (
  facts: readonly LeadFacts[],
  asOf: number | readonly number[],
  wanted?: ReadonlySet<string>,
): LearningColumn[] => featureColumns(leadFeatures, facts, asOf, wanted);
