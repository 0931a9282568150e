import { DatePicker } from 'antd';
import dayjs from 'dayjs';

interface DateInputProps {
  /** `YYYY-MM-DD`, null when empty. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly id?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: true | undefined;
  readonly 'aria-label'?: string;
  readonly size?: 'medium' | 'small';
  readonly autoFocus?: boolean;
  readonly onBlur?: () => void;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  /** Opens the calendar at once; for editing in place. */
  readonly defaultOpen?: boolean;
}

/** Ways of typing a day; the first is how it is shown. */
const FORMATS = ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY/M/D', 'YYYY年M月D日', 'M/D', 'M月D日'];

/** A calendar day, typed or picked. */
export function DateInput({ value, onChange, size = 'medium', 'aria-invalid': invalid, ...rest }: DateInputProps) {
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
