import type { Texts } from '../catalogue.ts';

export const imports = {
  'imports.page.title': '导入',
} as const satisfies Texts<'imports'>;
