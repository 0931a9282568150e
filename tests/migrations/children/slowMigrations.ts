import { latestVersion, type Migration } from '#db/migrate.ts';
import { allMigrations } from '#db/migrations/allMigrations.ts';

/** How many accounts each of the three further migrations renames; the second half after `inTheMiddle`. */
export const RENAMED = 2000;

/** Every migration of the program and three more, which write their number into the names of all accounts. */
export function slowMigrations(inTheMiddle: (name: string) => void): Migration[] {
  const newest = latestVersion(allMigrations);
  const further = [1, 2, 3].map((n) => ({
    id: newest + n,
    name: `slow${n}`,
    up: (connection: Parameters<Exclude<Migration['up'], string>>[0]) => {
      connection.exec(`CREATE TABLE slow${n}(id TEXT PRIMARY KEY NOT NULL)`);
      const rename = connection.prepare('UPDATE account SET name = ? WHERE id = ?');
      for (let row = 0; row < RENAMED; row += 1) {
        if (row === RENAMED / 2) inTheMiddle(`slow${n}`);
        rename.run(`after ${n}`, `a${row}`);
      }
    },
  }));
  return [...allMigrations, ...further];
}
