import type { Translation } from '../catalogue.ts';
import type { analytics as source } from '../zhCN/analytics.ts';

export const analytics = {
  'analytics.page.title': 'Analytics',
} as const satisfies Translation<typeof source>;
