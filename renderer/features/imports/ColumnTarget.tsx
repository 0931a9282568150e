import { useT } from '#renderer/platform/language.ts';
import { Select } from '#renderer/ui/Select.tsx';
import type { FilePlan } from '#shared/contract/import.contract.ts';
import { importFields } from '#shared/domain/imports/importFields.ts';
import { fieldOf } from './importModel.ts';
import { importFieldName } from './importNames.ts';

type Use = FilePlan['columns'][string];

interface ColumnTargetProps {
  readonly header: string;
  readonly plan: FilePlan;
  readonly onChange: (use: Use) => void;
}

/* Values of the select that are no field. */
const KEEP = ' keep';
const SKIP = ' skip';

/** Where one column goes: a field, the notes of the record, or nowhere. */
export function ColumnTarget({ header, plan, onChange }: ColumnTargetProps) {
  const t = useT();
  const use = plan.columns[header];
  const holders = new Map(Object.entries(plan.columns).map(([column, known]) => [fieldOf(known), column]));
  const fields = importFields[plan.entity].map(({ field, required }) => {
    const holder = holders.get(field);
    const taken = holder !== undefined && holder !== header;
    const hint = taken
      ? t('imports.columns.takenBy', { column: holder })
      : required
        ? t('imports.columns.required')
        : undefined;
    return { value: field, label: importFieldName(t, field), ...(hint === undefined ? {} : { hint }) };
  });
  const choose = (value: string | null) => {
    if (value === KEEP) onChange({ keepAs: header });
    else if (value === SKIP) onChange({ skip: true });
    else if (value !== null) onChange({ field: value });
  };
  return (
    <Select
      aria-label={t('imports.columns.useOf', { column: header })}
      value={use === undefined || 'keepAs' in use ? KEEP : 'skip' in use ? SKIP : use.field}
      options={[
        { value: KEEP, label: t('imports.columns.keep'), hint: t('imports.columns.keepHint') },
        { value: SKIP, label: t('imports.columns.skip') },
        ...fields,
      ]}
      onChange={choose}
    />
  );
}
