import { Select as KitSelect } from 'antd';
import { useT } from '#renderer/platform/language.ts';
import type { SelectOption, SelectProps } from './Select.tsx';
import styles from './Select.module.css';

/** The control of `Select` itself; only that loads it. */
export function SelectControl({
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
