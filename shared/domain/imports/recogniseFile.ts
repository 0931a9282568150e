import type { ImportEntity } from '../../contract/import.contract.ts';
import { sourceSigns } from './headerAliases.ts';
import { importFields } from './importFields.ts';
import { type ColumnLook, type ColumnProposal, proposeColumns } from './proposeColumns.ts';

/** What a file seems to hold. */
export interface FileRecognition {
  readonly entity: ImportEntity;
  readonly confidence: number;
  readonly columns: readonly ColumnProposal[];
}

/** Fields without which a file is not of a kind even though they are not required: one of each list must be there. */
const NEEDED: Partial<Record<ImportEntity, readonly (readonly string[])[]>> = {
  opportunityLine: [['quantity', 'unitPrice', 'amount']],
  account: [
    [
      'industry',
      'employees',
      'annualRevenue',
      'website',
      'parent',
      'phone',
      'city',
      'region',
      'creditCode',
      'owner',
      'externalId',
    ],
  ],
  contact: [['email', 'mobile', 'phone', 'title', 'firstName', 'account']],
  product: [['price', 'code', 'productLine', 'unit']],
  member: [['manager', 'email', 'team', 'role']],
  activity: [['subject', 'note', 'kind']],
  behaviourEvent: [['email', 'mobile', 'wechat', 'personId', 'personName', 'company', 'deal']],
  // What tells an enquiry from a contact or an account: where it came from, or what is wanted.
  lead: [
    ['source', 'need'],
    ['personName', 'mobile', 'email', 'wechat'],
  ],
};

/**
 * Finds the kind of record whose known headers explain most columns. Contacts may have first and last name instead of a
 * name. A file that explains nothing is taken for accounts or deals by what is there, with confidence near 0.
 */
export function recogniseFile(columns: readonly ColumnLook[], rows: number): FileRecognition {
  const guesses = (Object.keys(importFields) as ImportEntity[]).map((entity) => judge(entity, columns, rows));
  guesses.sort((a, b) => b.confidence - a.confidence);
  return guesses[0]!;
}

function judge(entity: ImportEntity, columns: readonly ColumnLook[], rows: number): FileRecognition {
  const proposals = proposeColumns(entity, columns);
  const used = new Map<string, ColumnLook>();
  let sum = 0;
  proposals.forEach((proposal, index) => {
    if ('field' in proposal.use) used.set(proposal.use.field, columns[index]!);
    sum += proposal.confidence;
  });
  const complete =
    importFields[entity].every(
      ({ field, required }) => !required || used.has(field) || (field === 'name' && used.has('lastName')),
    ) &&
    (NEEDED[entity] ?? []).every((list) => list.some((field) => used.has(field))) &&
    fitsShape(entity, used, rows);
  const confidence = (sum / Math.max(columns.length, 1)) * (complete ? 1 : 0.05);
  return { entity, confidence: Math.round(Math.min(1, confidence) * 1000) / 1000, columns: proposals };
}

/** A history names its deals again and again, a list of deals names each once. */
function fitsShape(entity: ImportEntity, used: ReadonlyMap<string, ColumnLook>, rows: number): boolean {
  const key = used.get('externalId');
  if (entity === 'stageHistory')
    return key !== undefined && (key.distinct === null || key.distinct < rows || used.has('fromStage'));
  if (entity === 'opportunity') return key?.distinct == null || key.distinct > rows * 0.8;
  return true;
}

/** The program that wrote these files, judged by headers that only it writes; null when none fits. */
export function recogniseSource(headers: readonly string[]): string | null {
  let best: { source: string; hits: number } | null = null;
  for (const { source, signs } of sourceSigns) {
    const hits = signs.filter((sign) => headers.some((header) => sign.test(header.trim()))).length;
    if (hits > (best?.hits ?? 0)) best = { source, hits };
  }
  return best?.source ?? null;
}
