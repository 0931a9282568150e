import { rivalNames, rivalTraits, teamNames } from '#resources/sample/names.ts';
import { sampleSources, sampleWords } from '#resources/sample/conversation.ts';
import { type SampleIndustry, sampleIndustries, type SampleOffer } from '#resources/sample/industries.ts';
import { allTemplates } from '#resources/templates/allTemplates.ts';
import { c139Elements, c139TemplateName } from '#resources/templates/c139Standard.ts';
import { instantiateTemplate, type ProcessRows } from '#shared/domain/processes/instantiateTemplate.ts';
import { createPrng } from '#shared/lib/prng.ts';
import { ranksBetween } from '#shared/lib/rank.ts';
import { attributeRuleRows } from './attributeFactRows.ts';
import { standardQuestions } from './insertQualification.ts';
import type { SampleNames } from './sampleNames.ts';
import { calibrateIntercepts, drawNature, type PathRules } from './simulateDeal.ts';
import { say, type SampleStudio } from './sampleStudio.ts';

/** A colleague; `skill` shifts the log-odds of their deals. */
export interface SampleMember {
  readonly id: string;
  readonly name: string;
  readonly team: number;
  readonly skill: number;
}

/** A product line with its way of selling. */
export interface SampleLine {
  readonly industry: SampleIndustry;
  readonly processId: string;
  readonly versionId: string;
  readonly openStages: ProcessRows['stage'];
  readonly wonStageId: string;
  readonly lostStageId: string;
  readonly criteria: ReadonlyMap<string, ProcessRows['stageCriterion']>;
  readonly stageTasks: ReadonlyMap<string, ProcessRows['stageTask']>;
  readonly offers: readonly { readonly offer: SampleOffer; readonly productId: string }[];
  readonly rules: PathRules;
  /** Team that sells it. */
  readonly team: number;
}

/** Everything that is there before the first customer. */
export interface SampleWorld {
  readonly me: SampleMember;
  readonly sellers: readonly SampleMember[];
  /** Manager of each team. */
  readonly managers: readonly SampleMember[];
  readonly lines: readonly SampleLine[];
  readonly rivals: readonly { readonly id: string; readonly name: string }[];
  /** The shipped qualification questions, in order. */
  readonly questions: readonly { readonly id: string }[];
  /** Epoch ms at which the team began to use the program. */
  readonly since: number;
}

/** Fills the batch with the team, what it sells and how. */
export function buildWorld(studio: SampleStudio, names: SampleNames): SampleWorld {
  const since = studio.days.instant(0, 480) - 20 * 86_400_000;
  const team = buildTeam(studio, names, since);
  const rivals = rivalNames.map((name, index) => {
    const row = { id: studio.newId(since), name: say(studio, name) };
    const [strengths, weaknesses] = rivalTraits[index]!;
    studio.rows.add('competitor', {
      ...row,
      strengths: say(studio, strengths),
      weaknesses: say(studio, weaknesses),
      createdAt: since,
    });
    return row;
  });
  const ranks = ranksBetween(null, null, sampleIndustries.length);
  const lines = sampleIndustries.map((industry, index) => {
    return buildLine(studio, industry, ranks[index]!, since, index % studio.profile.teams);
  });
  addC139(studio, since);
  const templates = sampleIndustries.map(({ template }) => template);
  const newRuleId = () => studio.newRuleId(since);
  for (const row of attributeRuleRows({ newId: newRuleId, now: since, locale: studio.locale, templates }))
    studio.rows.add('scoreRuleSet', row);
  const questions = standardQuestions({ newId: () => studio.newId(since), now: since, locale: studio.locale });
  for (const row of questions) studio.rows.add('qualificationQuestion', row);
  addViews(studio, team.me, lines[0]!, since);
  return { ...team, lines, rivals, questions, since };
}

function buildTeam(studio: SampleStudio, names: SampleNames, since: number) {
  const { prng, rows, newId, profile } = studio;
  const teamIds = Array.from({ length: profile.teams }, (_, index) => {
    const id = newId(since);
    rows.add('team', { id, name: say(studio, sampleWords.teams[index]!), createdAt: since });
    return id;
  });
  const memberAt = (index: number, team: number): SampleMember => {
    const known = teamNames[index];
    return {
      id: newId(since),
      name: known ? say(studio, known) : names.person(),
      team,
      skill: Math.max(-0.6, Math.min(0.6, SKILL_SPREAD * prng.normal())),
    };
  };
  // The first team is the one of the person at the device: half of a small company, a fair share of a large one.
  const perTeam = Math.ceil(profile.members / profile.teams);
  const members = Array.from({ length: profile.members }, (_, index) => memberAt(index, Math.floor(index / perTeam)));
  const managers = teamIds.map((_, team) => members.filter((one) => one.team === team)[team === 0 ? 1 : 0]!);
  for (const [index, one] of members.entries()) {
    const isManager = managers.includes(one);
    rows.add('member', {
      id: one.id,
      name: one.name,
      email: `user${String(index + 1).padStart(2, '0')}@sample.example`,
      role: isManager ? 'manager' : 'seller',
      managerId: isManager ? null : managers[one.team]!.id,
      createdAt: since,
    });
  }
  for (const one of members) rows.add('teamMember', { id: newId(since), teamId: teamIds[one.team]!, memberId: one.id });
  return { me: members[0]!, sellers: members.filter((one) => !managers.includes(one)), managers };
}

function buildLine(
  studio: SampleStudio,
  industry: SampleIndustry,
  rank: string,
  since: number,
  team: number,
): SampleLine {
  const newId = (): string => studio.newId(since);
  const productLineId = newId();
  const name = say(studio, industry.line);
  studio.rows.add('productLine', { id: productLineId, name, createdAt: since });
  const offers = industry.offers.map((offer, index) => {
    const productId = newId();
    studio.rows.add('product', {
      id: productId,
      productLineId,
      name: say(studio, offer.product),
      code: `${industry.key.slice(0, 3).toUpperCase()}-${String(index + 1).padStart(3, '0')}`,
      unit: say(studio, offer.unit),
      priceMinor: roundPrice((offer.low + offer.high) / 2) * 100,
      createdAt: since,
    });
    return { offer, productId };
  });
  const template = allTemplates.find(({ key }) => key === industry.template)!;
  const made = instantiateTemplate(template, { locale: studio.locale, name, productLineId, rank, now: since, newId });
  for (const table of [
    'process',
    'processVersion',
    'stage',
    'stageCriterion',
    'stageTask',
    'automationRule',
  ] as const) {
    for (const row of made[table]) studio.rows.add(table, row);
  }
  const openStages = made.stage.filter(({ stageClass }) => stageClass !== 'won' && stageClass !== 'lost');
  const seat = (stageClass: string): string => made.stage.find((stage) => stage.stageClass === stageClass)!.id;
  return {
    industry,
    processId: made.process[0]!.id,
    versionId: made.processVersion[0]!.id,
    openStages,
    wonStageId: seat('won'),
    lostStageId: seat('lost'),
    criteria: Map.groupBy(made.stageCriterion, ({ stageId }) => stageId),
    stageTasks: Map.groupBy(made.stageTask, ({ stageId }) => stageId),
    offers,
    rules: buildRules(industry, openStages),
    team,
  };
}

/** A proposal stage has no benchmark and loses little. */
const PROPOSE_PASSES = 0.82;
/** How much sellers differ, in log-odds. */
const SKILL_SPREAD = 0.28;

/** How the wanted conversion of a class is shared by its stages: equal factors, as the benchmark is. */
export function passShares(stages: ProcessRows['stage'], conversion: SampleIndustry['conversion']): number[] {
  const [verify, engage, negotiate] = conversion;
  const proposeStages = stages.filter(({ stageClass }) => stageClass === 'propose').length;
  const negotiateStages = stages.filter(({ stageClass }) => stageClass === 'negotiate').length;
  return stages.map(({ stageClass }) => {
    if (stageClass === 'verify') return verify;
    if (stageClass === 'engage') return engage;
    return stageClass === 'propose' ? PROPOSE_PASSES ** (1 / proposeStages) : negotiate ** (1 / negotiateStages);
  });
}

function buildRules(industry: SampleIndustry, stages: ProcessRows['stage']): PathRules {
  // A stream of its own and a fixed seed: the rules are the same in every sample of this program version.
  const prng = createPrng(1, `rules/${industry.key}`);
  const drawStrength = (): number => drawNature(prng, sampleSources, SKILL_SPREAD * prng.normal()).strength;
  return {
    intercepts: calibrateIntercepts(passShares(stages, industry.conversion), drawStrength, prng),
    allowedDays: stages.map(({ allowedDays }) => allowedDays ?? 20),
  };
}

/** A price as price lists print it: three digits that count. */
export function roundPrice(yuan: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(yuan)) - 2);
  return Math.round(yuan / step) * step;
}

function addC139(studio: SampleStudio, since: number): void {
  const templateId = studio.newId(since);
  studio.rows.add('c139Template', { id: templateId, name: say(studio, c139TemplateName), locked: 1, createdAt: since });
  for (const [position, [code, family, name]] of c139Elements.entries()) {
    const row = { id: studio.newId(since), templateId, code, family, name: say(studio, name), position };
    studio.rows.add('c139Element', row);
  }
}

function addViews(studio: SampleStudio, me: SampleMember, line: SampleLine, since: number): void {
  const { views } = sampleWords;
  const quarterEnd = studio.days.calendarDay(90);
  const add = (screen: string, name: string, shared: 0 | 1, state: object): void => {
    const row = { id: studio.newId(since), screen, name, ownerId: me.id, shared, state: JSON.stringify(state) };
    studio.rows.add('savedView', { ...row, createdAt: since });
  };
  const processId = line.processId;
  add('board', say(studio, views.mine), 0, { processId, filter: { ownerIds: [me.id], status: 'open' } });
  add('board', say(studio, views.overdue), 1, { processId, filter: { overdue: true } });
  add('board', say(studio, views.big), 1, { processId, filter: { amountMin: 500_000_000 } });
  add('list', say(studio, views.quarter), 1, { filter: { closeTo: quarterEnd, status: 'open' } });
  add('list', say(studio, views.noNext), 0, { filter: { noNextStep: true, ownerIds: [me.id] } });
}
