import type { AttributeCriterion, AttributeProblem, AttributeRules } from '../../../contract/attributeRules.ts';
import { foldName } from '../../imports/foldText.ts';
import { customName, isAskedOf, kindOfField, knownField } from './attributeFacts.ts';
import { inOrder } from './chooseRules.ts';
import { judgeBands } from './judgeBands.ts';

/** A draft of a rule set, and the other sets of the workspace. */
export interface RulesDraft {
  readonly id: string;
  readonly name: string;
  readonly body: AttributeRules;
}

/** Another set, as far as it may stand in the way. */
export interface OtherRules {
  readonly id: string;
  readonly name: string;
  readonly industries: readonly string[];
}

/** Everything that keeps a draft from being saved, and what deserves a look, each with its place. */
export function judgeRules(draft: RulesDraft, others: readonly OtherRules[] = []): AttributeProblem[] {
  const { body } = draft;
  const found: AttributeProblem[] = [];
  if (draft.name.trim() === '') found.push(error('nameMissing', 'name'));
  found.push(...judgeIndustries(draft, others));
  if (body.criteria.length === 0) found.push(error('noCriteria', 'criteria'));
  for (const [index, criterion] of body.criteria.entries()) {
    const path = `criteria.${index}`;
    const earlier = body.criteria.slice(0, index);
    if (earlier.some(({ key }) => key === criterion.key)) found.push(error('criterionKeyTwice', path));
    if (criterion.field !== '' && earlier.some(({ field }) => field === criterion.field))
      found.push(warning('fieldTwice', `${path}.field`));
    found.push(...judgeCriterion(criterion, path));
  }
  found.push(...judgeCaps(body));
  if (body.criteria.length > 0) {
    if (!body.criteria.some(({ field }) => isAskedOf(field, 'account')))
      found.push(warning('nothingForAccounts', 'criteria'));
    if (!body.criteria.some(({ field }) => isAskedOf(field, 'lead')))
      found.push(warning('nothingForLeads', 'criteria'));
  }
  return found;
}

/** Whether nothing keeps a draft from being saved. */
export const isSavable = (problems: readonly AttributeProblem[]): boolean =>
  problems.every(({ severity }) => severity === 'warning');

function judgeIndustries({ id, name, body }: RulesDraft, others: readonly OtherRules[]): AttributeProblem[] {
  const found: AttributeProblem[] = [];
  const order = inOrder([{ id, name, industries: body.industries }, ...others.filter((other) => other.id !== id)]);
  const before = order.slice(
    0,
    order.findIndex((set) => set.id === id),
  );
  if (body.industries.length === 0) {
    const first = before.find(({ industries }) => industries.length === 0);
    if (first) found.push(warning('secondGeneral', 'industries', first.name));
  }
  for (const [index, word] of body.industries.entries()) {
    const folded = foldName(word);
    if (folded === '') found.push(error('industryMissing', `industries.${index}`));
    const taken = before.find(({ industries }) =>
      industries.some((other) => foldName(other) !== '' && folded.includes(foldName(other))),
    );
    if (taken) found.push(warning('industryTaken', `industries.${index}`, `${word} (${taken.name})`));
  }
  return found;
}

function judgeCriterion(criterion: AttributeCriterion, path: string): AttributeProblem[] {
  const { field, weight, earns } = criterion;
  const found: AttributeProblem[] = [];
  if (field === '' || customName(field)?.trim() === '') found.push(error('fieldMissing', `${path}.field`));
  else if (knownField(field) === null && customName(field) === null)
    found.push(error('fieldUnknown', `${path}.field`, field));
  if (weight === 0) found.push(error('weightZero', `${path}.weight`));
  const kind = kindOfField(field);
  if (earns.kind === 'values') {
    if (kind === 'number' || kind === 'money') found.push(error('wordsOnNumber', `${path}.earns`));
    found.push(...judgeChoices(earns, path));
  } else {
    if (kind === 'words') found.push(error('bandsOnWords', `${path}.earns`));
    found.push(...judgeBands(earns.bands, path));
  }
  const levels = new Set((earns.kind === 'values' ? earns.choices : earns.bands).map(({ points }) => points));
  if (levels.size > 0 && levels.add(earns.otherwise).size === 1) found.push(warning('pointsSame', `${path}.earns`));
  return found;
}

function judgeChoices(
  { choices }: Extract<AttributeCriterion['earns'], { kind: 'values' }>,
  path: string,
): AttributeProblem[] {
  if (choices.length === 0) return [error('noChoices', `${path}.earns`)];
  const seen = new Set<string>();
  return choices.flatMap(({ words }, index) => {
    const place = `${path}.choices.${index}`;
    const folded = words.map(foldName).filter((word) => word !== '');
    if (folded.length === 0) return [error('wordsMissing', place)];
    const twice = folded.find((word) => seen.size === seen.add(word).size);
    return twice === undefined ? [] : [error('wordTwice', place, twice)];
  });
}

function judgeCaps({ caps, criteria }: AttributeRules): AttributeProblem[] {
  return caps.flatMap(({ group, weight }, index) => {
    const path = `caps.${index}`;
    const own = criteria.filter((criterion) => criterion.group === group);
    if (caps.slice(0, index).some((cap) => cap.group === group)) return [error('capTwice', path, group)];
    if (weight === 0) return [error('capZero', path, group)];
    if (own.length === 0) return [warning('capUnknown', path, group)];
    const sum = own.reduce((total, criterion) => total + criterion.weight, 0);
    return sum <= weight ? [warning('capIdle', path, group)] : [];
  });
}

const error = (code: AttributeProblem['code'], path: string, about = ''): AttributeProblem => ({
  code,
  path,
  severity: 'error',
  about,
});
const warning = (code: AttributeProblem['code'], path: string, about = ''): AttributeProblem => ({
  code,
  path,
  severity: 'warning',
  about,
});
