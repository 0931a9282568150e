import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './Pager.module.css';

interface PagerProps {
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

/** Steps through a long list; absent while everything fits on one page. */
export function Pager({ page, size, total, onPage }: PagerProps) {
  const t = useT();
  const format = useFormat();
  if (total <= size) return null;
  const first = page * size + 1;
  const last = Math.min(total, (page + 1) * size);
  return (
    <div className={styles.pager}>
      <span>
        {t('accounts.pager.range', {
          first: format.number(first),
          last: format.number(last),
          total: format.number(total),
        })}
      </span>
      <Button size="small" disabled={page === 0} onClick={() => onPage(page - 1)}>
        {t('accounts.pager.previous')}
      </Button>
      <Button size="small" disabled={last >= total} onClick={() => onPage(page + 1)}>
        {t('accounts.pager.next')}
      </Button>
    </div>
  );
}
