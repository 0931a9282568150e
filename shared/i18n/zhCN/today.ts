import type { Texts } from '../catalogue.ts';

export const today = {
  'today.page.title': '今日',
} as const satisfies Texts<'today'>;
