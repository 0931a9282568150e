import { Select as KitSelect } from 'antd';
import { useT } from '#renderer/platform/language.ts';
import type { MultiSelectProps } from './MultiSelect.tsx';
import styles from './Select.module.css';

/** The control of `MultiSelect` itself; only that loads it. */
export function MultiSelectControl({
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
