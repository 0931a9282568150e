import type { Texts } from '../catalogue.ts';

export const analytics = {
  'analytics.page.title': '分析',
} as const satisfies Texts<'analytics'>;
