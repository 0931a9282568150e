import { History } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import type { OutputOf } from '#shared/contract/operation.ts';
import type { processContract } from '#shared/contract/process.contract.ts';
import { VersionDrawer } from './VersionDrawer.tsx';

type Version = OutputOf<typeof processContract.get>['versions'][number];

interface VersionsTabProps {
  readonly versions: readonly Version[];
  readonly onMigrate: () => void;
}

/** Every published version: when, why, how many deals run in it; each can be read and compared with the one before. */
export function VersionsTab({ versions, onMigrate }: VersionsTabProps) {
  const t = useT();
  const format = useFormat();
  const [shown, setShown] = useState<string | null>(null);
  const older = versions.some(({ isCurrent, runningCount }) => !isCurrent && runningCount > 0);
  if (versions.length === 0)
    return <EmptyState icon={History} title={t('processes.version.none')} detail={t('processes.version.noneHint')} />;
  return (
    <Card
      title={t('processes.tab.versions')}
      flush
      more={
        older ? (
          <Button size="small" onClick={onMigrate}>
            {t('processes.migrate.open')}
          </Button>
        ) : null
      }
    >
      <Table
        caption={t('processes.tab.versions')}
        rows={versions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'number',
            title: t('processes.version.title'),
            cell: ({ number, isCurrent }) => (
              <>
                {t('processes.version.number', { number })}{' '}
                {isCurrent ? <Tag tone="accent">{t('processes.version.current')}</Tag> : null}
              </>
            ),
          },
          {
            key: 'at',
            title: t('processes.version.publishedAt'),
            cell: ({ publishedAt }) => (publishedAt === null ? '' : format.instantDay(publishedAt)),
          },
          { key: 'note', title: t('processes.publish.note'), cell: ({ note }) => note },
          {
            key: 'running',
            title: t('processes.version.running'),
            align: 'end',
            cell: ({ runningCount }) => format.number(runningCount),
          },
          {
            key: 'open',
            title: t('processes.version.open'),
            hideTitle: true,
            align: 'end',
            width: 90,
            cell: ({ id, number }) => (
              <Button
                size="small"
                tone="quiet"
                aria-label={t('processes.version.openOf', { number })}
                onClick={() => setShown(id)}
              >
                {t('processes.version.open')}
              </Button>
            ),
          },
        ]}
      />
      {shown === null ? null : <VersionDrawer versionId={shown} onClose={() => setShown(null)} />}
    </Card>
  );
}
