import { Select as KitSelect } from 'antd';
import { useT } from '#renderer/platform/language.ts';
import styles from './Select.module.css';
import type { SelectOption } from './Select.tsx';

interface MultiSelectProps {
  readonly values: readonly string[];
  readonly options: readonly SelectOption[];
  readonly onChange: (values: string[]) => void;
  readonly id?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-label'?: string;
  readonly placeholder?: string;
  readonly size?: 'medium' | 'small';
  readonly onSearch?: (text: string) => void;
}

/** Several choices from a list that can be searched by typing. */
export function MultiSelect({
  values,
  options,
  onChange,
  placeholder,
  size = 'medium',
  onSearch,
  ...rest
}: MultiSelectProps) {
  const t = useT();
  return (
    <KitSelect
      {...rest}
      mode="multiple"
      className={styles.select ?? ''}
      value={[...values]}
      options={[...options]}
      onChange={onChange}
      placeholder={placeholder ?? t('app.select.placeholder')}
      size={size === 'small' ? 'small' : 'medium'}
      maxTagCount="responsive"
      showSearch={onSearch ? { filterOption: false, onSearch } : { optionFilterProp: 'label' }}
      notFoundContent={<span className={styles.none}>{t('app.select.none')}</span>}
    />
  );
}
