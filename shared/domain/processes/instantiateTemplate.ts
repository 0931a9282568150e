import { draftOfTemplate } from './draftOfTemplate.ts';
import { rowsOfDraft, type VersionRows } from './draftRows.ts';
import { type ProcessTemplate, type TemplateLocale, textIn } from './processTemplate.ts';
import { rulesOfTemplate } from './templateRules.ts';

/** What the rows are made for: language, name, product line, and where ids and the moment come from. */
export interface TemplateUse {
  readonly locale: TemplateLocale;
  /** Name of the process; the template's own when left out. */
  readonly name?: string;
  readonly productLineId: string | null;
  /** Order among processes, a fractional index. */
  readonly rank: string;
  /** Epoch ms. */
  readonly now: number;
  readonly newId: () => string;
}

/**
 * The rows of a process made from a template, one list per table in the order in which foreign keys want them. Column
 * names equal the tables'; everything left out has the table's default.
 */
export interface ProcessRows extends VersionRows {
  readonly process: readonly ReturnType<typeof processRow>[];
  readonly processVersion: readonly ReturnType<typeof versionRow>[];
  readonly automationRule: ReturnType<typeof rulesOfTemplate>;
}

/** Writes a template out as version 1 of a new process; the version counts as published from the start. */
export function instantiateTemplate(template: ProcessTemplate, use: TemplateUse): ProcessRows {
  const processId = use.newId();
  const versionId = use.newId();
  return {
    process: [processRow(template, processId, versionId, use)],
    processVersion: [versionRow(processId, versionId, use)],
    ...rowsOfDraft(draftOfTemplate(template, use.locale), versionId, use.newId),
    automationRule: rulesOfTemplate(template.rules ?? [], { ...use, processId }),
  };
}

const processRow = (template: ProcessTemplate, id: string, versionId: string, use: TemplateUse) => ({
  id,
  name: use.name ?? textIn(template.name, use.locale),
  productLineId: use.productLineId,
  currentVersionId: versionId,
  rank: use.rank,
  templateKey: template.key,
  createdAt: use.now,
});

const versionRow = (processId: string, id: string, use: TemplateUse) => ({
  id,
  processId,
  number: 1,
  publishedAt: use.now,
  createdAt: use.now,
});
