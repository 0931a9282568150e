import { type TemplateLocale, textIn } from '#shared/domain/processes/processTemplate.ts';
import { c139Elements, c139TemplateName } from '#resources/templates/c139Standard.ts';
import type { WriteDb } from '../handles.ts';
import { insertRow, insertRows } from '../rows.ts';
import { c139Element, c139Template } from '../schema/powerMap.ts';

/** Writes the locked template of the thirteen C139 elements and answers its id. */
export function insertC139Template(
  db: WriteDb,
  use: { readonly newId: () => string; readonly now: number; readonly locale: TemplateLocale },
): string {
  const templateId = use.newId();
  insertRow(db, c139Template, {
    id: templateId,
    name: textIn(c139TemplateName, use.locale),
    locked: 1,
    createdAt: use.now,
  });
  const elements = c139Elements.map(([code, family, name], position) => ({
    id: use.newId(),
    templateId,
    code,
    family,
    name: textIn(name, use.locale),
    position,
  }));
  insertRows(db, c139Element, elements);
  return templateId;
}
