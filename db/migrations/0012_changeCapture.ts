import type { Migration } from '../migrate.ts';

/** What change capture keeps beside syncMeta and syncTx (docs/adr/0004-change-capture.md). Immutable once released. */
export const changeCapture: Migration = {
  id: 12,
  name: 'changeCapture',
  up: `
-- Whether the triggers record, and whether an undo may touch rows of append-only tables. Exactly one row.
CREATE TABLE syncSwitch (
  one INTEGER PRIMARY KEY NOT NULL CHECK (one = 1),
  capturing INTEGER NOT NULL,
  undoing INTEGER NOT NULL
);
INSERT INTO syncSwitch VALUES (1, 0, 0);
-- Written by the triggers, emptied by the stamp in the same transaction. old and val keep the type they were given.
CREATE TABLE syncPending (n INTEGER PRIMARY KEY, tbl TEXT NOT NULL, pk TEXT NOT NULL, col TEXT NOT NULL, old, val);
-- Numbers for the names of tables and columns.
CREATE TABLE syncDict (no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
-- One row per shared row that ever was: the stamp of its insert covers all its fields; gone = stamp of its delete.
CREATE TABLE syncRow (
  tbl INTEGER NOT NULL,
  pk TEXT NOT NULL,
  hlc INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  stream INTEGER NOT NULL DEFAULT 0,
  gone INTEGER,
  PRIMARY KEY (tbl, pk)
) WITHOUT ROWID;
-- The history of every field, oldest first. col -1: the row went (old = its content), -2: it came back (val = content).
-- stream 0 is this device.
CREATE TABLE syncOp (
  tbl INTEGER NOT NULL,
  pk TEXT NOT NULL,
  col INTEGER NOT NULL,
  hlc INTEGER NOT NULL,
  stream INTEGER NOT NULL DEFAULT 0,
  seq INTEGER NOT NULL,
  val,
  old,
  PRIMARY KEY (tbl, pk, col, hlc, stream)
) WITHOUT ROWID;
-- Further pieces of a transaction whose first piece lies in syncTx.
CREATE TABLE syncTxPart (
  seq INTEGER NOT NULL,
  part INTEGER NOT NULL,
  codec TEXT NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (seq, part)
);
`,
};
