import type { Translation } from '../catalogue.ts';
import type { contacts as source } from '../zhCN/contacts.ts';

export const contacts = {
  'contacts.page.title': 'Contact',
} as const satisfies Translation<typeof source>;
