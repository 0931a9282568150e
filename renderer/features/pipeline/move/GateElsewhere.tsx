import { runCommand, useHasCommand } from '#renderer/platform/commands.ts';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { taskContract } from '#shared/contract/opportunity.contract.ts';
import type { GateItem } from '#shared/contract/pipeline.contract.ts';
import styles from './GateDialog.module.css';

interface GateElsewhereProps {
  readonly item: GateItem;
  readonly dealId: string;
  readonly onProven: () => void;
}

/** Tabs of the deal page on which a criterion is met. */
const tabs: Readonly<Partial<Record<GateItem['kind'], string>>> = {
  roleCovered: 'map',
  c139: 'c139',
  taskDone: 'tasks',
  deliverable: 'tasks',
};

/** What proves a criterion that no note can: tasks to tick off, an activity to log, the deal's own tab. */
export function GateElsewhere({ item, dealId, onProven }: GateElsewhereProps) {
  const t = useT();
  const canLog = useHasCommand('activity.log');
  if (item.kind === 'taskDone') return <OpenTasks dealId={dealId} onProven={onProven} />;
  if (item.kind === 'activityWithin' && canLog) {
    return (
      <Button size="small" onClick={() => runCommand('activity.log', { opportunityId: dealId })}>
        {t('pipeline.gate.logActivity')}
      </Button>
    );
  }
  const tab = tabs[item.kind];
  return (
    <Link className={styles.link} to={paths.deal(dealId, tab === undefined ? {} : { tab })}>
      {t('pipeline.gate.openDeal')}
    </Link>
  );
}

function OpenTasks({ dealId, onProven }: { readonly dealId: string; readonly onProven: () => void }) {
  const t = useT();
  const tasks = useOperationQuery(taskContract.ofOpportunity, { opportunityId: dealId });
  const setStatus = useOperationCommand(taskContract.setStatus, { onSuccess: onProven });
  const open = tasks.data?.filter(({ status }) => status === 'open') ?? [];
  if (open.length === 0) {
    return (
      <Link className={styles.link} to={paths.deal(dealId, { tab: 'tasks' })}>
        {t('pipeline.gate.openDeal')}
      </Link>
    );
  }
  return (
    <ul className={styles.tasks}>
      {open.map((task) => (
        <li key={task.id}>
          <Checkbox checked={false} onChange={() => void setStatus.run({ id: task.id, status: 'done' })}>
            {task.title}
          </Checkbox>
        </li>
      ))}
    </ul>
  );
}
