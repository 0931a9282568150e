import type { GateNeeds } from '#shared/contract/moveGate.ts';
import { type C139Element, calibratedValue } from '#shared/domain/c139/calibrate.ts';
import type { OwnJudgement } from './gateEntries.ts';

const families = [
  ['W', 'minWins'],
  ['F', 'minFirsts'],
  ['C', 'minClears'],
] as const;

/** What a C139 criterion asks of one family and how many are clear. */
export interface FamilyCount {
  readonly family: 'W' | 'F' | 'C';
  readonly least: number;
  readonly clear: number;
}

const isClear = (element: C139Element): boolean => calibratedValue(element) === 1;

/** The families that the criterion asks for, with what is clear. */
export function familiesAskedFor(needs: GateNeeds, elements: readonly C139Element[]): readonly FamilyCount[] {
  return families.flatMap(([family, key]) => {
    const least = needs[key];
    if (least === null) return [];
    const clear = elements.filter((element) => element.code.startsWith(family) && isClear(element)).length;
    return [{ family, least, clear }];
  });
}

/** Elements of families that are short, in order; where the coach has said no, the seller's word does not count. */
export function missingElements(
  needs: GateNeeds,
  elements: readonly C139Element[],
): readonly { readonly code: string; readonly denied: boolean }[] {
  const short = familiesAskedFor(needs, elements).filter(({ least, clear }) => clear < least);
  return elements
    .filter((element) => !isClear(element) && short.some(({ family }) => element.code.startsWith(family)))
    .map(({ code, coach }) => ({ code, denied: coach === 0 }));
}

/** Whether these judgements would meet the criterion; each needs its evidence. */
export function isComplete(
  needs: GateNeeds,
  elements: readonly C139Element[],
  judgements: readonly OwnJudgement[],
): boolean {
  const proven = judgements.filter(({ value, evidence }) => value === 1 && evidence.trim() !== '');
  const asked = familiesAskedFor(needs, elements);
  return (
    asked.length > 0 &&
    asked.every(
      ({ family, least, clear }) => clear + proven.filter(({ code }) => code.startsWith(family)).length >= least,
    )
  );
}
