/**
 * Features that say the same thing in several ways are one reason; the one that moves most gives the words
 * (docs/adr/0012-scoring.md). A feature in no group is a reason of its own.
 */
export const reasonGroups: Readonly<Record<string, readonly string[]>> = {
  stage: ['stageWeight', 'stagePlace', 'stageClass'],
  dwell: ['dwell', 'dwellShare'],
  amountChanges: ['amountUps', 'amountDowns'],
  returns: ['backs', 'reopened'],
  contact: ['silence', 'rhythm', 'activities', 'meetings'],
  people: ['people', 'peopleMet', 'contactsMet'],
  stance: ['supporters', 'opponents', 'coach'],
  c139: ['c139Clear', 'c139First', 'c139Win', 'c139Coach'],
  progress: ['evidence', 'tasksDone', 'documents'],
  interest: ['interest', 'events', 'eventKinds', 'eventSilence'],
  reach: ['hasPhone', 'hasEmail'],
  behaviour: ['behaviourPoints', 'behaviour', 'accountBehaviour'],
};

const groupOf = new Map(Object.entries(reasonGroups).flatMap(([group, names]) => names.map((name) => [name, group])));

/** The reason that a feature belongs to. */
export function reasonOf(feature: string): string {
  return groupOf.get(feature) ?? feature;
}
