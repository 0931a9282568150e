import { FolderOpen } from 'lucide-react';
import { useT } from '#renderer/platform/language.ts';
import { currentPlatform } from '#renderer/platform/platform.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import styles from './RecentWorkspaces.module.css';
import type { Entrance } from './useEntrance.ts';

/** Workspaces opened before on this device, and the way to others. */
export function RecentWorkspaces({ entrance }: { readonly entrance: Entrance }) {
  const t = useT();
  const { data: recent = [] } = useOperationQuery(workspaceContract.recent, {});
  const onDesktop = currentPlatform().kind === 'electron';
  const another = onDesktop ? (
    <Button size="small" icon={FolderOpen} disabled={entrance.busy !== null} onClick={entrance.openAnother}>
      {t('start.open.another')}
    </Button>
  ) : undefined;
  if (recent.length === 0) {
    return <div className={styles.alone}>{another ?? <p className={styles.hint}>{t('start.open.inBrowser')}</p>}</div>;
  }
  return (
    <Card title={t('start.recent.title')} flush {...(another ? { more: another } : {})}>
      <ul>
        {recent.slice(0, 6).map(({ path, name, openedAt, exists }) => (
          <li key={path}>
            <button
              type="button"
              className={styles.row}
              disabled={!exists || entrance.busy !== null}
              aria-busy={entrance.busy === path || undefined}
              onClick={() => entrance.open(path)}
            >
              <span className={styles.name}>{name}</span>
              <span className={styles.path}>{path}</span>
              <span className={styles.when}>
                {exists ? <DateText at={openedAt} as="full" /> : t('start.recent.gone')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {onDesktop ? null : <p className={styles.foot}>{t('start.open.inBrowser')}</p>}
    </Card>
  );
}
