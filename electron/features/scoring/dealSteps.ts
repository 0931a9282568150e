import { judgementRows } from '#db/queries/pipeline/dealCards.ts';
import { type StepPersonRow, stepRows, type StepTaskRow } from '#db/queries/scoring/stepRows.ts';
import type { ReadDb } from '#db/handles.ts';
import type { DealStep } from '#shared/contract/scoringExplanation.ts';
import { type C139Element, latestJudgements } from '#shared/domain/c139/calibrate.ts';
import type { DealLeverKind } from '#shared/domain/scoring/explain/dealLevers.ts';

/** What a step is about in one deal. */
export type StepSubject = Pick<DealStep, 'person' | 'subject' | 'taskId'>;

const nobody: StepSubject = { person: null, subject: '', taskId: null };

/**
 * Per deal the steps that there is somebody or something for, with whom or what. A step that is missing here is not proposed:
 * nobody can meet a decider that the map does not know.
 */
export function dealSteps(
  db: ReadDb,
  ids: readonly string[],
  now: number,
): Map<string, Map<DealLeverKind, StepSubject>> {
  const rows = stepRows(db, ids, now);
  const people = byDeal(rows.people);
  const judgements = byDeal(judgementRows(db, ids).map((row) => ({ ...row, deal: row.opportunityId })));
  const criteria = new Map(rows.criteria.map(({ deal, text }) => [deal, text]));
  const tasks = byDeal(rows.tasks);
  return new Map(
    ids.map((id) => {
      const subjects = new Map<DealLeverKind, StepSubject>([['contact', nobody]]);
      addPeople(subjects, people.get(id) ?? [], tasks.get(id) ?? []);
      addElements(subjects, latestJudgements(judgements.get(id) ?? []));
      const criterion = criteria.get(id);
      if (criterion !== undefined) subjects.set('proveCriterion', { ...nobody, subject: criterion });
      addTask(
        subjects,
        tasks.get(id)?.find(({ prescribed }) => prescribed === 1),
      );
      return [id, subjects];
    }),
  );
}

function byDeal<Row extends { readonly deal: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const map = new Map<string, Row[]>();
  for (const row of rows) {
    const list = map.get(row.deal);
    if (list === undefined) map.set(row.deal, [row]);
    else list.push(row);
  }
  return map;
}

/** People come with the most influential first. */
function addPeople(
  subjects: Map<DealLeverKind, StepSubject>,
  people: readonly StepPersonRow[],
  tasks: readonly StepTaskRow[],
): void {
  const known = people.filter(({ contactId }) => contactId !== null);
  const put = (kind: DealLeverKind, row: StepPersonRow | undefined): void => {
    if (row !== undefined) subjects.set(kind, subjectOf(row, tasks));
  };
  put(
    'meetDecider',
    people.find((row) => decides(row) && row.met === 0),
  );
  put(
    'meetPerson',
    known.find((row) => !decides(row) && row.met === 0),
  );
  put(
    'winSupporter',
    known.find(({ stance }) => stance === 'neutral' || stance === 'unknown'),
  );
  if (known.length > 0) {
    const likely = known.find((row) => row.stance === 'champion' || (row.stance === 'support' && !decides(row)));
    subjects.set('findCoach', likely === undefined ? nobody : subjectOf(likely, tasks));
  }
}

const decides = ({ roles }: StepPersonRow): boolean => roles.includes('"decider"') || roles.includes('"approver"');

function subjectOf({ contactId, name, title, vacantLabel }: StepPersonRow, tasks: readonly StepTaskRow[]): StepSubject {
  if (contactId === null) return { ...nobody, subject: vacantLabel };
  const task = tasks.find((one) => one.contactId === contactId);
  return { person: { contactId, name, title }, subject: '', taskId: task?.id ?? null };
}

/** The first element that the seller has not judged as true. */
function addElements(subjects: Map<DealLeverKind, StepSubject>, elements: readonly C139Element[]): void {
  for (const [kind, family] of [
    ['clearElement', 'C'],
    ['winFirst', 'F'],
  ] as const) {
    const open = elements.find(({ code, self }) => code.startsWith(family) && self !== 1);
    if (open !== undefined) subjects.set(kind, { ...nobody, subject: open.code });
  }
}

function addTask(subjects: Map<DealLeverKind, StepSubject>, task: StepTaskRow | undefined): void {
  if (task !== undefined) subjects.set('finishTask', { ...nobody, subject: task.title, taskId: task.id });
}
