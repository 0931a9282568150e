import { documentContract } from '#shared/contract/document.contract.ts';
import { mayOpenOutside } from '#shared/domain/documents/mayOpenOutside.ts';
import { invoke } from './client.ts';
import { showFailure } from './failure.ts';
import { currentPlatform, type LentDocument } from './platform.ts';

/** What a document is shown as inside the page; everything else is opened outside or saved. */
export type Shown =
  | { readonly kind: 'image'; readonly address: string }
  | { readonly kind: 'text'; readonly text: string };

const IMAGES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
const TEXTS: ReadonlySet<string> = new Set(['text/plain', 'text/csv', 'text/markdown']);
/** Bytes. */
const LARGEST_IMAGE = 40 * 1024 * 1024;
const LARGEST_TEXT = 2 * 1024 * 1024;

interface Item {
  readonly id: string;
  readonly mime: string;
  readonly bytes: number;
}

/** Tells whether a document is shown inside the page: pictures and text, never what could hold a script. */
export const isShownInside = ({ mime, bytes }: Omit<Item, 'id'>): boolean =>
  (IMAGES.has(mime) && bytes <= LARGEST_IMAGE) || (TEXTS.has(mime) && bytes <= LARGEST_TEXT);

/** Reads a document to be shown inside; null after a failure, which has been said. Revoke the picture's address when done. */
export async function readShown(item: Item): Promise<Shown | null> {
  const lent = await lend(item.id);
  const bytes = lent === null ? null : await currentPlatform().readLent(lent.handle);
  if (bytes === null) return null;
  if (TEXTS.has(item.mime)) return { kind: 'text', text: decodeText(bytes) };
  const picture = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: item.mime });
  return { kind: 'image', address: URL.createObjectURL(picture) };
}

/** Opens a document in the person's own program where the shell can, else saves it. */
export async function openOutside(id: string): Promise<void> {
  const lent = await lend(id);
  if (lent === null) return;
  const opened = mayOpenOutside(lent.name) && (await currentPlatform().openLent(lent));
  if (!opened) await save(lent);
}

/** Saves a copy of a document where the person says. */
export async function saveDocument(id: string): Promise<void> {
  const lent = await lend(id);
  if (lent !== null) await save(lent);
}

async function save(lent: LentDocument): Promise<void> {
  try {
    await currentPlatform().saveLent(lent);
  } catch {
    const failure = { type: 'storage', code: 'save' };
    showFailure(failure);
  }
}

async function lend(id: string): Promise<LentDocument | null> {
  try {
    const answer = await invoke(documentContract.open, { id });
    if (answer.ok) return answer.value;
    showFailure(answer.error);
  } catch {
    showFailure({ type: 'connection' });
  }
  return null;
}

/** Most texts are UTF-8; those of older Chinese programs are GB18030. */
function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
