import { useT } from '#renderer/platform/language.ts';
import styles from './Avatar.module.css';
import { classNames } from './classNames.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

interface AvatarProps {
  /** Null when nobody owns it. */
  readonly name: string | null;
  readonly size?: 'medium' | 'large';
  /** True where the name stands beside it. */
  readonly silent?: boolean;
}

/** A person by the first character of the name; the whole name on hover and for listeners. */
export function Avatar({ name, size = 'medium', silent = false }: AvatarProps) {
  const t = useT();
  const label = name ?? t('app.avatar.nobody');
  return (
    <span
      data-tip={silent ? undefined : label}
      className={classNames(styles.avatar, size === 'large' && styles.large, name === null && styles.nobody)}
    >
      <span aria-hidden>{name === null ? '' : initialOf(name)}</span>
      {silent ? null : <VisuallyHidden>{label}</VisuallyHidden>}
    </span>
  );
}

/** 林悦 → 林; Ada Lovelace → AL. */
function initialOf(name: string): string {
  const trimmed = name.trim();
  if (!/^[A-Za-z]/u.test(trimmed)) return String.fromCodePoint(trimmed.codePointAt(0) ?? 0x20);
  return trimmed
    .split(/\s+/u)
    .slice(0, 2)
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('');
}
