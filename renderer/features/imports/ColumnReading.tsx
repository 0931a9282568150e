import { useT } from '#renderer/platform/language.ts';
import { Select, type SelectOption } from '#renderer/ui/Select.tsx';
import { amountUnitSchema, dateOrderSchema, type FilePlan } from '#shared/contract/import.contract.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { kindOf } from './importModel.ts';

type Use = FilePlan['columns'][string];
type FieldUse = Extract<Use, { field: string }>;

interface ColumnReadingProps {
  readonly header: string;
  readonly plan: FilePlan;
  readonly onChange: (use: Use) => void;
}

/* Value of the select for what the whole file or plan says. */
const SAME = ' same';

/** How the cells of a column are read, where that can be said in more than one way. */
export function ColumnReading({ header, plan, onChange }: ColumnReadingProps) {
  const t = useT();
  const use = plan.columns[header];
  if (!use || !('field' in use)) return null;
  const reading = readingOf(t, use, kindOf(plan.entity, use));
  if (!reading) return null;
  return (
    <Select
      aria-label={t('imports.columns.readingOf', { column: header })}
      value={reading.value}
      options={reading.options}
      onChange={(value) => {
        if (value !== null) onChange(reading.use(value));
      }}
    />
  );
}

interface Reading {
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly use: (value: string) => FieldUse;
}

function readingOf(t: Translate, use: FieldUse, kind: ReturnType<typeof kindOf>): Reading | null {
  switch (kind) {
    case 'amount':
      return {
        value: use.unit ?? SAME,
        options: [
          { value: SAME, label: t('imports.columns.unitSame') },
          ...amountUnitSchema.options.map((value) => ({ value, label: t(`imports.unit.${value}`) })),
        ],
        use: (value) => ({ ...use, unit: amountUnitSchema.options.find((unit) => unit === value) }),
      };
    case 'day':
    case 'instant':
      return {
        value: use.dateOrder ?? SAME,
        options: [
          { value: SAME, label: t('imports.columns.orderSame') },
          ...dateOrderSchema.options.map((value) => ({ value, label: t(`imports.dateOrder.${value}`) })),
        ],
        use: (value) => ({ ...use, dateOrder: dateOrderSchema.options.find((order) => order === value) }),
      };
    case 'percent':
      return {
        value: use.percent ?? 'hundred',
        options: [
          { value: 'hundred', label: t('imports.columns.hundred') },
          { value: 'one', label: t('imports.columns.share') },
        ],
        use: (value) => ({ ...use, percent: value === 'one' ? 'one' : 'hundred' }),
      };
    case 'number':
      return {
        value: use.decimal ?? 'dot',
        options: [
          { value: 'dot', label: t('imports.columns.dot') },
          { value: 'comma', label: t('imports.columns.comma') },
        ],
        use: (value) => ({ ...use, decimal: value === 'comma' ? 'comma' : 'dot' }),
      };
    default:
      return null;
  }
}
