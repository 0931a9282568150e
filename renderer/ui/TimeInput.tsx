import { formatMinuteOfDay } from '#shared/i18n/formatInstant.ts';
import { ParsedInput, type ParsedInputProps } from './ParsedInput.tsx';

/** A time of day, typed as `9`, `9:30`, `0930` or `9点半`; the value is minutes after midnight. */
export function TimeInput(props: ParsedInputProps) {
  return <ParsedInput inputMode="numeric" {...props} read={readTime} write={formatMinuteOfDay} />;
}

function readTime(text: string): number | null {
  const found = /^\s*(\d{1,2})\s*(?:(?:[:：.点時时h]\s*(\d{2}|半)?)\s*分?|(\d{2}))?\s*$/u.exec(text);
  if (!found) return null;
  const minute = found[2] === '半' ? 30 : Number(found[2] ?? found[3] ?? 0);
  const hour = Number(found[1]);
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}
