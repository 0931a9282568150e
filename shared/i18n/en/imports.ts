import type { Translation } from '../catalogue.ts';
import type { imports as source } from '../zhCN/imports.ts';

export const imports = {
  'imports.page.title': 'Import',
} as const satisfies Translation<typeof source>;
