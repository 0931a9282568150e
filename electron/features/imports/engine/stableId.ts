import { hash } from 'node:crypto';

/** The same id for the same parts on every device and in every run: 32 hex digits of SHA-256 over the parts. */
export function stableId(...parts: readonly (string | number)[]): string {
  return hash('sha256', parts.join('\u0000'), 'hex').slice(0, 32);
}

/** Id of the row that ties a source's record to ours. */
export const externalRefId = (source: string, entity: string, key: string): string =>
  stableId('externalRef', source, entity, key);

/** Salesforce writes one id with 15 or with 18 characters; the longer form only adds a checksum. */
export const externalKey = (source: string, id: string): string =>
  source === 'Salesforce' && /^[a-zA-Z0-9]{18}$/u.test(id) ? id.slice(0, 15) : id;
