import type { Texts } from '../catalogue.ts';

export const contacts = {
  'contacts.page.title': '联系人',
} as const satisfies Texts<'contacts'>;
