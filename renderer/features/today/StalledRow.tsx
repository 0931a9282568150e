import { Hourglass, NotebookPen } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { runCommand } from '#renderer/platform/commands.ts';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/classNames.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { StallTag } from '#renderer/ui/StallTag.tsx';
import { StallText } from '#renderer/ui/StallText.tsx';
import type { DealCard } from '#shared/contract/pipeline.contract.ts';
import styles from './StalledRow.module.css';
import rows from './TaskRow.module.css';

interface StalledRowProps {
  readonly deal: DealCard;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

/** A deal that stands still: by how much, and why; who has not said why is asked here. */
export function StalledRow({ deal, selected, onSelect }: StalledRowProps) {
  const t = useT();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const about = { opportunityId: deal.id, name: deal.name };
  return (
    <li
      ref={row}
      className={classNames(styles.row, selected && rows.selected)}
      aria-current={selected || undefined}
      onPointerDown={onSelect}
    >
      <span className={styles.icon}>
        <Icon of={Hourglass} />
      </span>
      <div className={rows.what}>
        <Link to={paths.deal(deal.id)} onFocus={onSelect}>
          {deal.name}
        </Link>
        <span className={rows.where}>{deal.account?.name}</span>
      </div>
      <span className={styles.why}>
        {deal.stall ? (
          <StallText stall={deal.stall} />
        ) : (
          <Button
            size="small"
            aria-label={t('today.stalled.askFor', { name: deal.name })}
            onClick={() => runCommand('deal.stallReason', about)}
          >
            {t('today.stalled.ask')}
          </Button>
        )}
      </span>
      <span className={rows.amount}>
        <Amount minor={deal.amountMinor} currency={deal.currency} />
      </span>
      <span className={rows.due}>{deal.daysOver === null ? null : <StallTag daysOver={deal.daysOver} />}</span>
      <IconButton
        icon={NotebookPen}
        label={t('today.stalled.log', { name: deal.name })}
        onClick={() => runCommand('activity.log', about)}
      />
    </li>
  );
}
