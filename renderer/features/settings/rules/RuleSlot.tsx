import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { NumberInput } from '#renderer/ui/NumberInput.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { FieldValueSlot } from './FieldValueSlot.tsx';
import { slotOptions } from './slotOptions.ts';
import type { DraftPart, SlotType } from './ruleSpec.ts';
import type { RuleNames } from './ruleWords.ts';
import styles from './RuleEditor.module.css';

export interface RuleSlotProps {
  readonly type: SlotType;
  readonly part: DraftPart;
  readonly slot: string;
  readonly label: string;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly names: RuleNames;
  /** Process that the rule is for, null = all. */
  readonly processId: string | null;
  readonly onChange: (value: string | number | boolean | null) => void;
}

/** The control at one place of a rule's sentence. */
export function RuleSlot(props: RuleSlotProps) {
  const { type, part, slot, label, invalid, describedBy, names, processId, onChange } = props;
  const t = useT();
  const format = useFormat();
  const value = part[slot] ?? null;
  const control = {
    'aria-label': label,
    'aria-invalid': invalid ? (true as const) : undefined,
    'aria-describedby': invalid ? describedBy : undefined,
  };
  switch (type) {
    case 'days':
      return (
        <span className={styles.days}>
          <NumberInput
            {...control}
            value={typeof value === 'number' && value >= 0 ? value : null}
            onChange={(days) => onChange(days ?? -1)}
          />
        </span>
      );
    case 'money':
      return (
        <span className={styles.money}>
          <MoneyInput
            {...control}
            currency={String(part['currency'] ?? 'CNY')}
            value={typeof value === 'number' && value >= 0 ? value : null}
            onChange={(minor) => onChange(minor ?? -1)}
          />
        </span>
      );
    case 'line':
    case 'long':
      return (
        <span className={type === 'long' ? styles.long : styles.line}>
          <TextInput {...control} value={String(value ?? '')} maxLength={200} onChange={onChange} />
        </span>
      );
    case 'required':
      return (
        <Checkbox checked={value === true} onChange={onChange}>
          {t('rules.slot.required')}
        </Checkbox>
      );
    case 'fieldValue':
      return <FieldValueSlot {...props} />;
    default:
      return (
        <span className={styles.choice}>
          <Select
            {...control}
            value={value === null ? '' : String(value)}
            options={slotOptions(type, names, processId, t, format)}
            onChange={(chosen) => onChange(type === 'stageOrAny' && chosen === '' ? null : (chosen ?? ''))}
          />
        </span>
      );
  }
}
