import type { Translation } from '../catalogue.ts';
import type { today as source } from '../zhCN/today.ts';

export const today = {
  'today.page.title': 'Today',
} as const satisfies Translation<typeof source>;
