/** A window of days in which deals are to close. */
interface CloseWindow {
  readonly key: 'past' | 'month' | 'quarter' | 'year';
  readonly from: string | undefined;
  readonly to: string;
}

/** The windows people ask for, around today: already past, this month, this quarter, this year. */
export function closeWindows(today: string): readonly CloseWindow[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const quarter = Math.floor((month - 1) / 3) * 3 + 1;
  return [
    { key: 'past', from: undefined, to: dayAfter(today, -1) },
    { key: 'month', from: firstOf(year, month), to: lastOf(year, month) },
    { key: 'quarter', from: firstOf(year, quarter), to: lastOf(year, quarter + 2) },
    { key: 'year', from: `${year}-01-01`, to: `${year}-12-31` },
  ];
}

/** The calendar day so many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function firstOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

function lastOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
