import { useT } from '#renderer/platform/language.ts';
import styles from './Avatar.module.css';
import { classNames } from './classNames.ts';

interface AvatarProps {
  /** Null when nobody owns it. */
  readonly name: string | null;
  readonly size?: 'medium' | 'large';
}

/** A person by the first character of the name; the whole name on hover and for listeners. */
export function Avatar({ name, size = 'medium' }: AvatarProps) {
  const t = useT();
  const label = name ?? t('app.avatar.nobody');
  return (
    <span
      role="img"
      aria-label={label}
      data-tip={label}
      className={classNames(styles.avatar, size === 'large' && styles.large, name === null && styles.nobody)}
    >
      {name === null ? '' : initialOf(name)}
    </span>
  );
}

/** 林悦 → 林; Ada Lovelace → AL. */
function initialOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  if (!/^[A-Za-z]/u.test(name)) return [...name][0] ?? '';
  return words
    .slice(0, 2)
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('');
}
