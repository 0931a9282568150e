/*
 * Writes change after change into the workspace named on the command line and says the number of each only after it
 * was confirmed. Ends when it is killed.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openWorkspace } from '#db/open.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { account } from '#db/schema/account.ts';
import { activity } from '#db/schema/work.ts';
import { ok } from '#shared/lib/result.ts';

const opened = openWorkspace(process.argv[2] ?? '', { now: Date.now(), randomBytes });
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const db = opened.value;
for (let n = 0; ; n += 1) {
  const { transaction } = db.write({ actor: 'child', label: `round ${n}`, at: Date.now() }, (write) => {
    const accountId = randomUUID();
    insertRow(write, account, { id: accountId, name: `客户 ${n}` });
    // Now and then a change large enough to be torn apart by a kill.
    const many = n % 7 === 0 ? 800 : 3;
    for (let row = 0; row < many; row += 1) {
      insertRow(write, activity, { id: randomUUID(), accountId, note: `拜访 ${row} `.repeat(20) });
    }
    updateRow(write, account, accountId, { city: '上海' });
    return ok(null);
  });
  writeSync(1, `${transaction} ${n % 7 === 0 ? 801 : 4}\n`);
}
