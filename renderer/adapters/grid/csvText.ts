/**
 * Rows as CSV (RFC 4180, CRLF, with the byte order mark by which spreadsheets know UTF-8). Cells that a spreadsheet would
 * run as a formula get an apostrophe before them (OWASP, CSV injection): after reading they are text.
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;
}

function cellText(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r\n]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
