// Stores one file; tells standard output that it begins, and the hash or the code of what went wrong.
import { storeContent } from '#db/files/contentStore.ts';

const [folder = '', source = ''] = process.argv.slice(2);
process.stdout.write('begin\n');
try {
  const stored = await storeContent(folder, source, { limit: 1_000_000_000, now: Date.now() });
  process.stdout.write(stored.ok ? `${stored.value.hash}\n` : `${stored.error.type}\n`);
} catch (error) {
  process.stdout.write(`${(error as NodeJS.ErrnoException).code}\n`);
}
