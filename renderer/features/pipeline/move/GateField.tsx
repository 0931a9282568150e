import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { DateInput } from '#renderer/ui/DateInput.tsx';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { NumberInput } from '#renderer/ui/NumberInput.tsx';
import { Select, type SelectOption } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { accountContract, contactContract } from '#shared/contract/account.contract.ts';
import { settingsContract } from '#shared/contract/settings.contract.ts';

interface GateFieldProps {
  /** Name of the deal's field. */
  readonly field: string;
  readonly currency: string;
  readonly value: string | number | null;
  readonly onChange: (value: string | number | null) => void;
  readonly label: string;
}

/** The control for a field of the deal, where a criterion asks for it. */
export function GateField({ field, currency, value, onChange, label }: GateFieldProps) {
  const t = useT();
  const text = value === null ? null : String(value);
  const number = typeof value === 'number' ? value : null;
  switch (field) {
    case 'amountMinor':
      return <MoneyInput currency={currency} value={number} onChange={onChange} aria-label={label} />;
    case 'ownWinRate':
      return (
        <NumberInput
          value={number === null ? null : number * 100}
          onChange={(percent) => onChange(percent === null ? null : percent / 100)}
          minimum={0}
          maximum={100}
          aria-label={label}
          placeholder="%"
        />
      );
    case 'expectedClose':
      return <DateInput value={text} onChange={onChange} aria-label={label} />;
    case 'qualificationLevel':
      return <Select value={text} options={levels} onChange={onChange} aria-label={label} />;
    case 'forecastCategory':
      return (
        <Select
          value={text}
          onChange={onChange}
          aria-label={label}
          options={categories.map((category) => ({ value: category, label: t(`pipeline.category.${category}`) }))}
        />
      );
    case 'ownerId':
      return <OwnerSelect value={text} onChange={onChange} label={label} />;
    case 'accountId':
    case 'primaryContactId':
      return <RecordSelect kind={field} value={text} onChange={onChange} label={label} />;
    default:
      return <TextInput value={text ?? ''} onChange={onChange} aria-label={label} />;
  }
}

const levels: readonly SelectOption[] = ['A', 'B', 'C'].map((value) => ({ value, label: value }));
const categories = ['omitted', 'pipeline', 'bestCase', 'commit'] as const;

interface PickerProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly label: string;
}

function OwnerSelect({ value, onChange, label }: PickerProps) {
  const members = useOperationQuery(settingsContract.members, {});
  const options = (members.data ?? [])
    .filter(({ active }) => active)
    .map(({ id, name }) => ({ value: id, label: name }));
  return <Select value={value} options={options} onChange={onChange} aria-label={label} loading={members.isPending} />;
}

function RecordSelect({
  kind,
  value,
  onChange,
  label,
}: PickerProps & { readonly kind: 'accountId' | 'primaryContactId' }) {
  const [text, setText] = useState('');
  const isAccount = kind === 'accountId';
  const accounts = useOperationQuery(accountContract.suggest, { text }, { enabled: isAccount, keepPrevious: true });
  const contacts = useOperationQuery(contactContract.suggest, { text }, { enabled: !isAccount, keepPrevious: true });
  const options = isAccount
    ? (accounts.data ?? []).map(({ id, name, city }) => ({ value: id, label: name, hint: city }))
    : (contacts.data ?? []).map(({ id, name, accountName }) => ({ value: id, label: name, hint: accountName }));
  return <Select value={value} options={options} onChange={onChange} onSearch={setText} aria-label={label} />;
}
