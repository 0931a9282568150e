import type { Translation } from '../catalogue.ts';
import type { accounts as source } from '../zhCN/accounts.ts';

export const accounts = {
  'accounts.page.title': 'Accounts',
} as const satisfies Translation<typeof source>;
