import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One record of a file: its first line (header = 1) and its cells. */
export interface StagedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const BLOCK_CHARACTERS = 1 << 20;

/**
 * Rows as they were read, for several passes and for a transaction that cannot wait for a stream: in memory as text up
 * to a bound, beyond it in a temporary file. Close it when done.
 */
export class RowStore {
  length = 0;
  private readonly memoryBytes: number;
  private readonly blocks: Buffer[] = [];
  private held = 0;
  private lines: string[] = [];
  private characters = 0;
  private folder: string | null = null;
  private file: number | null = null;
  private readonly spilled: number[] = [];

  constructor(memoryBytes: number) {
    this.memoryBytes = memoryBytes;
  }

  /** Adds a row at the end. */
  add(line: number, cells: readonly string[]): void {
    const text = JSON.stringify([line, ...cells]);
    this.lines.push(text);
    this.characters += text.length + 1;
    this.length += 1;
    if (this.characters >= BLOCK_CHARACTERS) this.endBlock();
  }

  /** All rows in their order; may be asked again and again. */
  *rows(): Generator<StagedRow> {
    this.endBlock();
    for (const block of this.blocks) yield* decode(block);
    let position = 0;
    for (const length of this.spilled) {
      const block = Buffer.allocUnsafe(length);
      let read = 0;
      while (read < length) {
        const got = readSync(this.file!, block, read, length - read, position + read);
        if (got === 0) throw new Error('The temporary file of an import was cut short');
        read += got;
      }
      position += length;
      yield* decode(block);
    }
  }

  /** Frees the memory and removes the temporary file. Safe to call twice. */
  close(): void {
    this.blocks.length = 0;
    this.lines = [];
    if (this.file !== null) closeSync(this.file);
    this.file = null;
    if (this.folder !== null) rmSync(this.folder, { recursive: true, force: true });
    this.folder = null;
  }

  private endBlock(): void {
    if (this.lines.length === 0) return;
    const block = Buffer.from(this.lines.join('\n'), 'utf8');
    this.lines = [];
    this.characters = 0;
    if (this.held + block.length <= this.memoryBytes && this.spilled.length === 0) {
      this.held += block.length;
      this.blocks.push(block);
      return;
    }
    if (this.file === null) {
      this.folder = mkdtempSync(join(tmpdir(), 'kongdan-import-'));
      this.file = openSync(join(this.folder, 'rows'), 'w+', 0o600);
    }
    writeSync(this.file, block);
    this.spilled.push(block.length);
  }
}

function* decode(block: Buffer): Generator<StagedRow> {
  for (const text of block.toString('utf8').split('\n')) {
    const [line, ...cells] = JSON.parse(text) as [number, ...string[]];
    yield { line, cells };
  }
}
