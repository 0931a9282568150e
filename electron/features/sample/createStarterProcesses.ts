import type { WriteDb } from '#db/handles.ts';
import { insertAttributeRules } from '#db/seed/attributeFactRows.ts';
import { insertC139Template } from '#db/seed/insertC139Template.ts';
import { insertQualification } from '#db/seed/insertQualification.ts';
import { insertProcess } from '#db/seed/insertProcess.ts';
import { allTemplates } from '#resources/templates/allTemplates.ts';
import { generalB2b } from '#resources/templates/generalB2b.ts';
import { instantiateTemplate } from '#shared/domain/processes/instantiateTemplate.ts';
import type { TemplateLocale } from '#shared/domain/processes/processTemplate.ts';
import { ranksBetween } from '#shared/lib/rank.ts';

/** What a new workspace starts with. */
export interface StarterUse {
  readonly newId: () => string;
  /** Epoch ms. */
  readonly now: number;
  readonly locale: TemplateLocale;
  /** Keys of process templates, in order; the general one alone when left out. Unknown keys are passed over. */
  readonly templates?: readonly string[];
}

/**
 * Gives an empty workspace its first processes, the C139 template, the qualification questions and the attribute rules, so that the first deal needs only a name. Answers
 * the ids of the processes. Runs inside the caller's transaction.
 */
export function createStarterProcesses(db: WriteDb, use: StarterUse): string[] {
  const keys = use.templates ?? [generalB2b.key];
  const chosen = keys.flatMap((key) => allTemplates.filter((template) => template.key === key));
  const ranks = ranksBetween(null, null, chosen.length);
  insertC139Template(db, use);
  insertQualification(db, use);
  insertAttributeRules(db, { ...use, templates: keys });
  return chosen.flatMap((template, index) => {
    const rows = instantiateTemplate(template, {
      locale: use.locale,
      productLineId: null,
      rank: ranks[index] ?? 'a0',
      now: use.now,
      newId: use.newId,
    });
    insertProcess(db, rows);
    return rows.process.map(({ id }) => id);
  });
}
