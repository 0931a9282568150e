import type { Translation } from '../catalogue.ts';
import type { deal as source } from '../zhCN/deal.ts';

export const deal = {
  'deal.page.title': 'Deal',
} as const satisfies Translation<typeof source>;
