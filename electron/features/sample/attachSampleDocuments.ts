import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeContent, type StoredContent } from '#db/files/contentStore.ts';
import type { WorkspaceDb } from '#db/open.ts';
import { dealByName } from '#db/queries/opportunity/dealByName.ts';
import { addDocument } from '#db/repositories/documents.ts';
import { workspacePaths } from '#db/workspacePaths.ts';
import { documentedDeal, type SampleDocument, sampleDocuments } from '#resources/sample/sampleDocuments.ts';
import { DOCUMENT_LIMIT } from '#shared/contract/documentShapes.ts';
import { mediaTypeOf } from '#shared/domain/documents/mediaTypeOf.ts';
import { type TemplateLocale, textIn } from '#shared/domain/processes/processTemplate.ts';
import { ok } from '#shared/lib/result.ts';
import { DAY_MS } from '#shared/lib/time.ts';

/** Gives the demo's told deal and its account some small files; a sample without that deal stays without. `now` is epoch ms. */
export async function attachSampleDocuments(
  workspace: WorkspaceDb,
  use: { readonly locale: TemplateLocale; readonly now: number; readonly newId: () => string },
): Promise<void> {
  const { locale, now, newId } = use;
  const deal = dealByName(workspace.read, textIn(documentedDeal, locale));
  if (deal === undefined) return;
  const folder = workspacePaths(workspace.path).files;
  const stored = await Promise.all(sampleDocuments.map((item) => store(folder, contentOf(item, locale), now)));
  workspace.write({ actor: deal.ownerId ?? '', label: 'sample', at: now }, (db) => {
    for (const [index, content] of stored.entries()) {
      const item = sampleDocuments[index] as SampleDocument;
      const entityId = item.place === 'deal' ? deal.id : deal.accountId;
      if (entityId === null) continue;
      const name = textIn(item.name, locale);
      const createdAt = now - item.daysAgo * DAY_MS;
      addDocument(
        db,
        {
          id: newId(),
          name,
          mime: mediaTypeOf(name),
          bytes: content.bytes,
          blobHash: content.hash,
          kind: item.kind,
          createdAt,
          createdById: deal.ownerId,
        },
        { id: newId(), entity: item.place === 'deal' ? 'opportunity' : 'account', entityId },
      );
    }
    return ok(null);
  });
}

/** Spreadsheet programs take a table for UTF-8 only when it begins with this mark. */
function contentOf({ name, text }: SampleDocument, locale: TemplateLocale): string {
  const content = textIn(text, locale);
  return mediaTypeOf(textIn(name, locale)) === 'text/csv' ? `\uFEFF${content}` : content;
}

async function store(folder: string, text: string, now: number): Promise<StoredContent> {
  const own = await mkdtemp(join(tmpdir(), 'kongdan-sample-'));
  try {
    const source = join(own, 'text');
    await writeFile(source, text);
    const content = await storeContent(folder, source, { limit: DOCUMENT_LIMIT, now });
    if (!content.ok) throw new Error(`A sample document was not stored: ${content.error.type}`);
    return content.value;
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}
