import { err, ok, type Result } from '../../../lib/result.ts';
import { foldName } from '../../imports/foldText.ts';
import { isMissing } from '../../imports/missingValue.ts';
import { guessOutcome } from '../../imports/outcomeWords.ts';
import type { CsvProblem, CsvTarget } from './csvTypes.ts';

const YES = new Set([
  '1',
  'yes',
  'y',
  'true',
  't',
  'won',
  'win',
  'success',
  'converted',
  'positive',
  '是',
  '赢',
  '有',
  '成功',
  '已转化',
  '真',
  '胜',
]);
const NO = new Set([
  '0',
  '-1',
  'no',
  'n',
  'false',
  'f',
  'lost',
  'loss',
  'failure',
  'failed',
  'not converted',
  'negative',
  '否',
  '输',
  '失败',
  '未转化',
  '假',
  '负',
]);

/** What is known of each row: 1 the wanted answer, 0 the other, −1 not (yet) answered. */
export type Outcomes = Int8Array;

/**
 * Reads the target column. Two answers are wanted; which one is the wanted one is known by its word (Won, 1, Yes, 赢 …) or
 * said. With both said, every other answer counts as not decided.
 */
export function readTarget(
  header: string,
  cells: readonly string[],
  said: { readonly positive?: string; readonly negative?: string },
): Result<{ readonly target: CsvTarget; readonly outcomes: Outcomes }, CsvProblem> {
  const written = new Map<string, string>();
  for (const cell of cells) if (!isBlank(cell)) written.set(foldAnswer(cell), cell.trim());
  const found = chooseAnswers(header, written, said);
  if (!found.ok) return found;
  const target: CsvTarget = { header, ...found.value };
  return ok({ target, outcomes: outcomesOf(cells, target) });
}

/** Reads a target column by answers known from training; another answer counts as not decided. */
export function outcomesOf(cells: readonly string[], { positive, negative }: CsvTarget): Outcomes {
  const [up, down] = [foldAnswer(positive), foldAnswer(negative)];
  const known = new Map<string, number>();
  return Int8Array.from(cells, (cell) => {
    let outcome = known.get(cell);
    if (outcome === undefined) {
      const folded = foldAnswer(cell);
      outcome = isBlank(cell) ? -1 : folded === up ? 1 : folded === down ? 0 : -1;
      known.set(cell, outcome);
    }
    return outcome;
  });
}

const isBlank = (cell: string): boolean => isMissing(cell.trim());

/** 1.0 and 1 are the same answer, as are Won and WON. */
function foldAnswer(cell: string): string {
  const folded = foldName(cell);
  return /^-?\d+(?:\.0+)?$/u.test(folded) ? String(Number(folded)) : folded;
}

function chooseAnswers(
  column: string,
  written: ReadonlyMap<string, string>,
  said: { readonly positive?: string; readonly negative?: string },
): Result<{ readonly positive: string; readonly negative: string }, CsvProblem> {
  const answers = [...written.values()].toSorted();
  if (written.size === 0) return err({ type: 'targetBlank', column });
  for (const answer of [said.positive, said.negative])
    if (answer !== undefined && !written.has(foldAnswer(answer)))
      return err({ type: 'noSuchAnswer', column, answer, answers: answers.slice(0, 12) });
  if (written.size === 1) return err({ type: 'oneAnswer', column, answer: answers[0]! });
  if (said.positive !== undefined && said.negative !== undefined) {
    const { positive, negative } = said;
    if (foldAnswer(positive) === foldAnswer(negative)) return err({ type: 'oneAnswer', column, answer: positive });
    return ok({ positive: written.get(foldAnswer(positive))!, negative: written.get(foldAnswer(negative))! });
  }
  if (written.size > 2) return err({ type: 'manyAnswers', column, answers: answers.slice(0, 12), count: written.size });
  const [one, other] = [...written] as [[string, string], [string, string]];
  const otherThan = (folded: string): string => (one[0] === folded ? other[1] : one[1]);
  if (said.positive !== undefined) {
    const folded = foldAnswer(said.positive);
    return ok({ positive: written.get(folded)!, negative: otherThan(folded) });
  }
  if (said.negative !== undefined) {
    const folded = foldAnswer(said.negative);
    return ok({ positive: otherThan(folded), negative: written.get(folded)! });
  }
  const [first, second] = [meaningOf(one[0]), meaningOf(other[0])];
  // One word alone may tell (Won and Other), but not beside a deal that is still open (Lost and Open).
  const firstIsPositive = first ?? (second === null ? null : !second);
  const open = [one[0], other[0]].some((folded) => guessOutcome(folded) === 'open');
  // 1 and 2 are codes of a questionnaire, in which 1 may be yes or no.
  const codes = [one[0], other[0]].every((folded) => Number(folded) >= 1);
  if (firstIsPositive === null || first === second || open || codes)
    return err({ type: 'whichIsPositive', column, answers });
  return ok(firstIsPositive ? { positive: one[1], negative: other[1] } : { positive: other[1], negative: one[1] });
}

/** True for words of winning, false for words of losing, null for words that say neither. */
function meaningOf(folded: string): boolean | null {
  if (YES.has(folded)) return true;
  if (NO.has(folded)) return false;
  const outcome = guessOutcome(folded);
  return outcome === 'won' ? true : outcome === 'lost' || outcome === 'noDecision' ? false : null;
}
