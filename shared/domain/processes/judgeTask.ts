import type { DraftStage, DraftTask } from '../../contract/processDraft.ts';
import { type DraftSurroundings, type Finding, isOutcome, isWhole } from './finding.ts';

/** Judges one key task. */
export function judgeTask(task: DraftTask, stage: DraftStage, around: DraftSurroundings): Finding[] {
  const found: Finding[] = [];
  if (around.repeatedKeys.has(`t ${task.key}`)) found.push({ code: 'taskKeyTwice', path: 'key' });
  if (task.title.trim() === '') found.push({ code: 'taskTitleMissing', path: 'title' });
  if (isOutcome(stage)) found.push({ code: 'taskOnOutcome', path: 'title', severity: 'warning' });
  if (!isWhole(task.dueDays, 0, 1000)) found.push({ code: 'dueDaysRange', path: 'dueDays' });
  else if (isWhole(stage.allowedDays, 0, 1000) && task.dueDays > stage.allowedDays)
    found.push({ code: 'dueAfterLimit', path: 'dueDays', severity: 'warning' });
  if (task.deliverableRequired && task.deliverable.trim() === '')
    found.push({ code: 'deliverableUnnamed', path: 'deliverable' });
  return found;
}
