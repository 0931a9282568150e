/* Opens or makes the workspace named on the command line, says how that went, and holds it until it is killed. */
import { randomBytes } from 'node:crypto';
import { createWorkspace, openWorkspace } from '#db/open.ts';

const [path = '', action] = process.argv.slice(2);
const options = { now: Date.now(), randomBytes, holder: 'child' };
const opened = action === 'create' ? createWorkspace(path, options) : openWorkspace(path, options);
process.stdout.write(opened.ok ? 'open\n' : `${JSON.stringify(opened.error)}\n`);
setInterval(() => undefined, 1000);
