import { type TemplateLocale, textIn } from '#shared/domain/processes/processTemplate.ts';
import { qualificationStandard } from '#resources/templates/qualificationStandard.ts';
import { ranksBetween } from '#shared/lib/rank.ts';
import type { WriteDb } from '../handles.ts';
import { insertRows } from '../rows.ts';
import { qualificationQuestion } from '../schema/automation.ts';

/** What the shipped questions are written for. */
export interface QualificationUse {
  readonly newId: () => string;
  /** Epoch ms. */
  readonly now: number;
  readonly locale: TemplateLocale;
}

/** The rows of the shipped set, for deals of every process and leads. */
export function standardQuestions(use: QualificationUse) {
  const ranks = ranksBetween(null, null, qualificationStandard.length);
  return qualificationStandard.map(({ level, topic, decisive, text, hint }, index) => ({
    id: use.newId(),
    level,
    topic,
    text: textIn(text, use.locale),
    hint: textIn(hint, use.locale),
    decisive: decisive ? 1 : 0,
    rank: ranks[index] ?? 'a0',
    createdAt: use.now,
  }));
}

/** Writes the shipped set of 商机三级甄别. */
export function insertQualification(db: WriteDb, use: QualificationUse): void {
  insertRows(db, qualificationQuestion, standardQuestions(use));
}
