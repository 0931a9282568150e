import type { RuleField } from '../../contract/ruleBody.ts';
import { isIsoDate } from '../../lib/time.ts';
import type { RuleProblem } from './ruleProblem.ts';

type Value = string | number | null;
type Wrong = 'valueWrong' | 'percentOver100' | 'memberMissing' | 'amountWrong';

const FORECAST: readonly Value[] = ['', 'omitted', 'pipeline', 'bestCase', 'commit'];
const LEVELS: readonly Value[] = ['', 'A', 'B', 'C'];

/** What is wrong with a value for a field of a deal, by the same bounds as an edit by hand; null when nothing is. */
export function judgeValue(
  field: RuleField,
  value: Value,
  memberIds: ReadonlySet<string>,
): (Wrong & RuleProblem['code']) | null {
  switch (field) {
    case 'ownWinRate':
      if (value === null) return null;
      if (typeof value !== 'number' || value < 0) return 'valueWrong';
      return value > 1 ? 'percentOver100' : null;
    case 'amountMinor':
      if (value === null) return null;
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? null : 'amountWrong';
    case 'expectedClose':
      return value === null || (typeof value === 'string' && isIsoDate(value)) ? null : 'valueWrong';
    case 'ownerId':
      return value === null || memberIds.has(String(value)) ? null : 'memberMissing';
    case 'forecastCategory':
      return FORECAST.includes(value) ? null : 'valueWrong';
    case 'qualificationLevel':
      return LEVELS.includes(value) ? null : 'valueWrong';
    case 'name':
    case 'accountId':
    case 'primaryContactId':
    case 'currency':
    case 'nextStep':
    case 'description':
    case 'source':
      break;
  }
  return typeof value === 'string' ? null : 'valueWrong';
}
