import { Select as KitSelect } from 'antd';
import type { ReactNode } from 'react';
import { useT } from '#renderer/platform/language.ts';
import styles from './Select.module.css';

/** One thing that can be chosen. */
export interface SelectOption {
  readonly value: string;
  readonly label: string;
  /** Second, quieter part: the city of an account, the title of a person. */
  readonly hint?: string;
  readonly mark?: ReactNode;
  readonly disabled?: boolean;
}

interface SelectProps {
  readonly value: string | null;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string | null) => void;
  readonly id?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: true | undefined;
  readonly 'aria-label'?: string;
  readonly placeholder?: string;
  readonly size?: 'medium' | 'small';
  /** The choice may be taken back. */
  readonly clearable?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly defaultOpen?: boolean;
  readonly onBlur?: () => void;
  /** For options that come from the core while typing; without it the given options are filtered. */
  readonly onSearch?: (text: string) => void;
  readonly loading?: boolean;
  /** Shown where nothing matches: perhaps a button that makes it. */
  readonly whenEmpty?: ReactNode;
}

/** A choice from a list that can be searched by typing. */
export function Select({
  value,
  options,
  onChange,
  placeholder,
  size = 'medium',
  clearable = false,
  onSearch,
  whenEmpty,
  'aria-invalid': invalid,
  ...rest
}: SelectProps) {
  const t = useT();
  return (
    <KitSelect
      {...rest}
      className={styles.select ?? ''}
      classNames={{ popup: { root: styles.popup ?? '' } }}
      value={value ?? undefined}
      options={[...options]}
      onChange={(chosen: string | undefined) => onChange(chosen ?? null)}
      placeholder={placeholder ?? t('app.select.placeholder')}
      size={size === 'small' ? 'small' : 'medium'}
      allowClear={clearable}
      showSearch={
        onSearch ? { filterOption: false, onSearch } : { filterOption: (text, option) => matches(text, option) }
      }
      notFoundContent={whenEmpty ?? <span className={styles.none}>{t('app.select.none')}</span>}
      optionRender={renderOption}
      labelRender={({ label, value: chosen }) =>
        label ?? options.find((option) => option.value === chosen)?.label ?? ''
      }
      {...(invalid ? { status: 'error' as const } : {})}
    />
  );
}

function matches(text: string, option: SelectOption | undefined): boolean {
  return `${option?.label ?? ''} ${option?.hint ?? ''}`.toLocaleLowerCase().includes(text.toLocaleLowerCase());
}

function renderOption({ data: option }: { readonly data: SelectOption }) {
  return (
    <span className={styles.option}>
      {option.mark}
      <span className={styles.label}>{option.label}</span>
      {option.hint ? <span className={styles.hint}>{option.hint}</span> : null}
    </span>
  );
}
