import { useT } from '#renderer/platform/language.ts';
import { regionStore } from '#renderer/platform/region.ts';
import { DateInput } from '#renderer/ui/DateInput.tsx';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { NumberInput } from '#renderer/ui/NumberInput.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { RuleSlotProps } from './RuleSlot.tsx';
import { say } from './ruleWords.ts';
import styles from './RuleEditor.module.css';

const FORECAST = ['omitted', 'pipeline', 'bestCase', 'commit'];

/** The value that goes with a field: a date, a person, a percentage, or words. */
export function FieldValueSlot({ part, label, invalid, describedBy, names, onChange }: RuleSlotProps) {
  const t = useT();
  const currency = regionStore((region) => region.currency);
  const value = part['value'] ?? null;
  if (part['op'] === 'filled' || part['op'] === 'empty') return null;
  const control = {
    'aria-label': label,
    'aria-invalid': invalid ? (true as const) : undefined,
    'aria-describedby': invalid ? describedBy : undefined,
  };
  const figure = typeof value === 'number' ? value : null;
  switch (part['field']) {
    case 'ownWinRate':
      return (
        <span className={styles.days}>
          <NumberInput
            {...control}
            value={figure === null ? null : Math.round(figure * 100)}
            onChange={(percent) => onChange(percent === null ? null : percent / 100)}
          />
          <span>%</span>
        </span>
      );
    case 'amountMinor':
      return (
        <span className={styles.money}>
          <MoneyInput {...control} currency={currency} value={figure} onChange={onChange} />
        </span>
      );
    case 'expectedClose':
      return <DateInput {...control} value={typeof value === 'string' ? value : null} onChange={onChange} />;
    case 'ownerId':
    case 'forecastCategory':
    case 'qualificationLevel':
      return (
        <span className={styles.choice}>
          <Select
            {...control}
            value={value === null ? '' : String(value)}
            options={
              part['field'] === 'ownerId'
                ? names.members.map(({ id, name }) => ({ value: id, label: name }))
                : part['field'] === 'forecastCategory'
                  ? FORECAST.map((code) => ({ value: code, label: say(t, `rules.forecast.${code}`) }))
                  : ['A', 'B', 'C'].map((level) => ({ value: level, label: level }))
            }
            onChange={onChange}
          />
        </span>
      );
    default:
      return (
        <span className={styles.line}>
          <TextInput {...control} value={String(value ?? '')} maxLength={200} onChange={onChange} />
        </span>
      );
  }
}
