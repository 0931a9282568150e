import type { Texts } from '../catalogue.ts';

export const accounts = {
  'accounts.page.title': '客户',
} as const satisfies Texts<'accounts'>;
