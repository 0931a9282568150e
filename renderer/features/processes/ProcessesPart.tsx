import { Plus, Workflow } from 'lucide-react';
import { useState } from 'react';
import { SortableList } from '#renderer/adapters/sortable/SortableList.tsx';
import { useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { processContract, type ProcessLine } from '#shared/contract/process.contract.ts';
import { moveItem } from '#shared/domain/processes/editDraft.ts';
import { MigrateDialog } from './MigrateDialog.tsx';
import { NewProcessDialog } from './NewProcessDialog.tsx';
import styles from './ProcessesPart.module.css';
import { ProcessRow } from './ProcessRow.tsx';

/** 设置 › 销售流程: every process in the order of the switches, archived ones below. */
export function ProcessesPart() {
  const t = useT();
  const { data, error, refetch } = useOperationQuery(processContract.list, {});
  const [adding, setAdding] = useState(false);
  const [emptied, setEmptied] = useState<ProcessLine | null>(null);
  const reorder = useOperationCommand(processContract.reorder, { undoLabel: t('processes.list.reordered') });
  if (error) return <ErrorState failure={error.failure} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={4} height={56} />;
  const active = data.processes.filter(({ archivedAt }) => archivedAt === null);
  const archived = data.processes.filter(({ archivedAt }) => archivedAt !== null);
  const move = (from: number, to: number) => {
    const next = moveItem(active, from, to);
    const process = next[to];
    if (process === undefined) return;
    const beforeId = next[to + 1]?.id ?? null;
    void reorder.run({ id: process.id, beforeId, afterId: next[to - 1]?.id ?? null });
  };
  const add = (
    <Button size="small" icon={Plus} onClick={() => setAdding(true)}>
      {t('processes.new.open')}
    </Button>
  );
  return (
    <>
      <Card title={t('processes.list.title')} sub={t('processes.list.hint')} more={add} flush>
        {active.length === 0 ? (
          <EmptyState icon={Workflow} title={t('processes.list.none')} detail={t('processes.list.noneHint')}>
            {add}
          </EmptyState>
        ) : (
          <div className={styles.rows}>
            <SortableList
              label={t('processes.list.title')}
              items={active}
              centred
              keyOf={({ id }) => id}
              nameOf={({ name }) => name}
              onMove={move}
            >
              {(process) => <ProcessRow process={process} onInUse={setEmptied} />}
            </SortableList>
          </div>
        )}
      </Card>
      {archived.length > 0 ? (
        <Card title={t('processes.list.archivedTitle')} flush>
          <ul className={styles.archived}>
            {archived.map((process) => (
              <li key={process.id}>
                <ProcessRow process={process} onInUse={setEmptied} />
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {adding ? <NewProcessDialog onClose={() => setAdding(false)} onCreated={(id) => go(paths.process(id))} /> : null}
      {emptied ? <MigrateDialog process={emptied} elsewhere onClose={() => setEmptied(null)} /> : null}
    </>
  );
}
