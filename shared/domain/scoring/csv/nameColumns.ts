import { err, ok, type Result } from '../../../lib/result.ts';
import { foldName, tidyText } from '../../imports/foldText.ts';
import type { CsvChoices, CsvProblem } from './csvTypes.ts';

/** The header a person means: as written, or the only one that differs in case, width or spaces alone; null when there is none. */
export function columnNamed(headers: readonly string[], name: string): string | null {
  const tidy = tidyText(name);
  if (headers.includes(tidy)) return tidy;
  const alike = headers.filter((header) => foldName(header) === foldName(name));
  return alike.length === 1 ? alike[0]! : null;
}

/** The choices in the spelling of the headers. Several columns in one word, with commas between, are taken apart. */
export function nameColumns(headers: readonly string[], choices: CsvChoices): Result<CsvChoices, CsvProblem> {
  const wrong: string[] = [];
  const one = (name: string): string => {
    const found = columnNamed(headers, name);
    if (found === null) wrong.push(name);
    return found ?? name;
  };
  const several = (names: readonly string[] = []): string[] =>
    names.flatMap((name) => {
      if (columnNamed(headers, name) !== null) return [one(name)];
      const parts = name.split(',').map((part) => columnNamed(headers, part));
      return parts.every((part) => part !== null) ? parts : [one(name)];
    });
  const { target, id, time, exclude, group, ...rest } = choices;
  const named: CsvChoices = {
    ...rest,
    target: one(target),
    ...(time !== undefined && { time: one(time) }),
    // The file learned from need not have the id of the file scored.
    ...(id !== undefined && { id: columnNamed(headers, id) ?? id }),
    exclude: several(exclude),
    group: several(group),
  };
  return wrong.length > 0 ? err({ type: 'noSuchColumn', column: wrong[0]!, headers }) : ok(named);
}
