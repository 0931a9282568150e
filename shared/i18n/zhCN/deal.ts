import type { Texts } from '../catalogue.ts';

export const deal = {
  'deal.page.title': '商机',
} as const satisfies Texts<'deal'>;
