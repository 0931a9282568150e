/*
 * Writes db/migrations/0010_initial.ts from the drizzle schema. Only until the first release: after it the file is
 * immutable and a change of the schema is a new migration. Run: node tests/migrations/writeInitial.ts
 */
import { writeFileSync } from 'node:fs';
import { deviceTables, sharedTables } from '#db/schema/schema.ts';
import { tableDdl } from './schemaDdl.ts';

const sql = Object.values({ ...sharedTables, ...deviceTables })
  .flatMap((table) => tableDdl(table))
  .map((statement) => `${statement};\n`)
  .join('');
if (/[`\\]|\$\{/.test(sql)) throw new Error('The SQL cannot stand in a template literal as it is');

writeFileSync(
  new URL('../../db/migrations/0010_initial.ts', import.meta.url),
  `import type { Migration } from '../migrate.ts';

/** Every table of the drizzle schema as of the first release. Immutable once released. */
export const initial: Migration = {
  id: 10,
  name: 'initial',
  up: \`
${sql}\`,
};
`,
);
