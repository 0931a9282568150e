import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { DateInputProps } from './DateInput.tsx';

/** Ways of typing a day; the first is how it is shown. */
const FORMATS = ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY/M/D', 'YYYY年M月D日', 'M/D', 'M月D日'];

/** The control of `DateInput` itself; only that loads it. */
export function DateInputControl({
  value,
  onChange,
  size = 'medium',
  'aria-invalid': invalid,
  ...rest
}: DateInputProps) {
  return (
    <DatePicker
      {...rest}
      value={value === null ? null : dayjs(value)}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : null)}
      format={FORMATS}
      size={size === 'small' ? 'small' : 'medium'}
      style={{ width: '100%' }}
      {...(invalid ? { status: 'error' as const } : {})}
    />
  );
}
