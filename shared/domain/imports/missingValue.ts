const MISSING = new Set([
  '',
  '-',
  '--',
  '—',
  '–',
  'na',
  'n/a',
  '#n/a',
  '#na',
  'nan',
  'null',
  'none',
  'nil',
  '\\n',
  '无',
  '空',
  '未填写',
  '暂无',
]);

/** Tells whether a cell says nothing: blank, `NA`, `N/A`, a dash, `null`, 无. */
export const isMissing = (text: string): boolean => text.length <= 6 && MISSING.has(text.trim().toLowerCase());
