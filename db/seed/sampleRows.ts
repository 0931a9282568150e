import type { InferInsertModel } from 'drizzle-orm';
import { sharedTables, type SharedTableName } from '../schema/schema.ts';

/** A row of a table as it is inserted; columns left out get the default of the schema. */
export type SampleRow<Name extends SharedTableName> = InferInsertModel<(typeof sharedTables)[Name]>;

/** Parents before children: the order in which rows of one batch are written. */
const TABLE_ORDER = [
  'member',
  'team',
  'teamMember',
  'savedView',
  'productLine',
  'product',
  'process',
  'processVersion',
  'stage',
  'stageCriterion',
  'stageTask',
  'qualificationQuestion',
  'scoreRuleSet',
  'automationRule',
  'competitor',
  'c139Template',
  'c139Element',
  'target',
  'account',
  'contact',
  'fact',
  'lead',
  'behaviourEvent',
  'opportunity',
  'stageChange',
  'pastChange',
  'criterionEvidence',
  'qualificationAnswer',
  'opportunityLine',
  'opportunityCompetitor',
  'activity',
  'activityContact',
  'task',
  'risk',
  'directive',
  'stakeholder',
  'stakeholderRelation',
  'c139Judgement',
  'review',
  'reviewItem',
  'forecastCall',
] as const satisfies readonly SharedTableName[];

/** A table the sample fills. */
export type SampleTable = (typeof TABLE_ORDER)[number];

/** Rows by table, collected until they are written together. */
export class SampleRows {
  readonly #rows = new Map<SampleTable, unknown[]>();
  count = 0;

  add<Name extends SampleTable>(table: Name, row: SampleRow<Name>): void {
    const rows = this.#rows.get(table);
    if (rows === undefined) this.#rows.set(table, [row]);
    else rows.push(row);
    this.count += 1;
  }

  /** Every table that has rows, parents first. */
  *tables(): Generator<{ table: SampleTable; rows: readonly SampleRow<SampleTable>[] }> {
    for (const table of TABLE_ORDER) {
      const rows = this.#rows.get(table);
      if (rows !== undefined) yield { table, rows: rows as SampleRow<SampleTable>[] };
    }
  }

  rowsOf<Name extends SampleTable>(table: Name): readonly SampleRow<Name>[] {
    return (this.#rows.get(table) ?? []) as SampleRow<Name>[];
  }
}
