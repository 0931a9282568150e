import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { paths } from '#renderer/platform/paths.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { classNames } from '#renderer/ui/classNames.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import rows from './TaskRow.module.css';
import styles from './TeamRow.module.css';

interface TeamRowProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly where: string;
  readonly owner: string;
  readonly why: ReactNode;
  readonly dealId: string | null;
  readonly money: { readonly minor: number | null; readonly currency: string } | null;
  readonly late: ReactNode;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

/** Something that somebody else has let slip: what, whose, why, since when. */
export function TeamRow({ icon, title, where, owner, why, dealId, money, late, selected, onSelect }: TeamRowProps) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <li
      ref={row}
      className={classNames(styles.row, selected && rows.selected)}
      aria-current={selected || undefined}
      onPointerDown={onSelect}
    >
      <span className={rows.icon}>
        <Icon of={icon} />
      </span>
      <div className={rows.what}>
        {dealId === null ? (
          <span>{title}</span>
        ) : (
          <Link to={paths.deal(dealId)} onFocus={onSelect}>
            {title}
          </Link>
        )}
        <span className={rows.where}>{where}</span>
      </div>
      <span className={styles.owner}>
        <Avatar name={owner} silent />
        {owner}
      </span>
      <span className={styles.why}>{why}</span>
      <span className={rows.amount}>{money ? <Amount {...money} /> : null}</span>
      <span className={classNames(rows.due, rows.late)}>{late}</span>
    </li>
  );
}
