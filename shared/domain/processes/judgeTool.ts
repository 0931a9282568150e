import type { StageTool } from '../../contract/processDraft.ts';
import type { Finding } from './finding.ts';

/** Judges one tool of a stage. */
export function judgeTool(tool: StageTool): Finding[] {
  const found: Finding[] = [];
  if (tool.title.trim() === '') found.push({ code: 'toolTitleMissing', path: 'title' });
  if (tool.kind === 'link' && !isOutsideAddress(tool.body)) found.push({ code: 'linkInvalid', path: 'body' });
  else if (tool.kind === 'file' && tool.documentId === null) found.push({ code: 'fileMissing', path: 'documentId' });
  else if (tool.kind !== 'file' && tool.body.trim() === '') found.push({ code: 'toolTextMissing', path: 'body' });
  return found;
}

/** Whether an address is one that the program opens in the person's own browser or mail program. */
export function isOutsideAddress(address: string): boolean {
  return /^(?:https:\/\/[^\s/]+\.[^\s]+|https:\/\/localhost\S*|mailto:\S+@\S+)$/u.test(address.trim());
}
