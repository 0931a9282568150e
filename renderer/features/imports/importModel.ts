import type {
  FileChoice,
  FilePlan,
  ImportEntity,
  ImportFieldKind,
  ImportPlan,
} from '#shared/contract/import.contract.ts';
import type { ColumnUse } from '#shared/contract/importPlan.ts';
import { importFieldOf, importFields } from '#shared/domain/imports/importFields.ts';
import type { Inspection } from './importStore.ts';

/** Steps of the wizard, in their order. */
export const importSteps = ['files', 'columns', 'stages', 'trial', 'done'] as const;
export type ImportStep = (typeof importSteps)[number];

/** Reads the step out of the address. */
export function readImportSearch(raw: Readonly<Record<string, unknown>>): { readonly step: ImportStep } {
  return { step: importSteps.find((step) => step === raw['step']) ?? 'files' };
}

/** The field that a column goes to; null when it is kept or left out. */
export const fieldOf = (use: ColumnUse | undefined): string | null => (use && 'field' in use ? use.field : null);

/** What kind of cells a column's field has; null when it goes to none. */
export function kindOf(entity: ImportEntity, use: ColumnUse | undefined): ImportFieldKind | null {
  const field = fieldOf(use);
  return field === null ? null : (importFieldOf(entity, field)?.kind ?? null);
}

/** Gives a column another use. A field has one column: the one that had it before is kept as a note. */
export function withColumn(plan: FilePlan, header: string, use: ColumnUse): FilePlan {
  const field = fieldOf(use);
  const columns = Object.entries(plan.columns).map(([other, known]): [string, ColumnUse] =>
    field !== null && other !== header && fieldOf(known) === field ? [other, { keepAs: other }] : [other, known],
  );
  return { ...plan, columns: { ...Object.fromEntries(columns), [header]: use } };
}

/** The same plan with one file's part changed. */
export function withFile(plan: ImportPlan, file: FilePlan): ImportPlan {
  return { ...plan, files: plan.files.map((known) => (known.file === file.file ? file : known)) };
}

/** Required fields that no column goes to. */
export function missingFields({ entity, columns }: FilePlan): string[] {
  const used = new Set(Object.values(columns).map(fieldOf));
  const replaced = entity === 'contact' && used.has('lastName');
  return importFields[entity]
    .filter(({ field, required }) => required && !used.has(field) && !(replaced && field === 'name'))
    .map(({ field }) => field);
}

/** How many columns go where. */
export function columnSummary({ columns }: FilePlan): { mapped: number; kept: number; skipped: number } {
  const uses = Object.values(columns);
  const kept = uses.filter((use) => 'keepAs' in use).length;
  const skipped = uses.filter((use) => 'skip' in use).length;
  return { mapped: uses.length - kept - skipped, kept, skipped };
}

/** How a file is read now, for looking at it again. */
export function choiceOf({ sha256: _digest, ...file }: FilePlan): FileChoice {
  return file;
}

/** A second look's proposal with what the person decided before; stages are decided anew when they are others. */
export function mergePlans(before: ImportPlan | null, seenBefore: Inspection | null, look: Inspection): ImportPlan {
  if (!before || !seenBefore) return look.plan;
  const same = stagesKey(seenBefore) === stagesKey(look);
  return {
    ...before,
    files: look.plan.files,
    process: same ? before.process : look.plan.process,
    entryStage: same ? before.entryStage : look.plan.entryStage,
  };
}

const stagesKey = ({ stageTexts }: Inspection): string => JSON.stringify(stageTexts.map(({ text }) => text).toSorted());

/** Tells whether stages and proposals of a look still fit the files as they are read now. */
export function isSeen(look: Inspection, plan: ImportPlan): boolean {
  return JSON.stringify(look.files.map((file) => file.plan)) === JSON.stringify(plan.files);
}

/** Accepts a spelling, or takes that back. */
export function withAlias(plan: ImportPlan, alias: ImportPlan['aliases'][number]): ImportPlan {
  const others = plan.aliases.filter(({ entity, spelling }) => entity !== alias.entity || spelling !== alias.spelling);
  return { ...plan, aliases: [...others, alias] };
}
