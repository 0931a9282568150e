import { Archive, Copy, Ellipsis } from 'lucide-react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { processContract, type ProcessLine } from '#shared/contract/process.contract.ts';
import styles from './ProcessesPart.module.css';

interface ProcessRowProps {
  readonly process: ProcessLine;
  /** It was to be archived and deals run in it. */
  readonly onInUse: (process: ProcessLine) => void;
}

/** One process in the list: stages, version, how many deals run, how many of them in an older version. */
export function ProcessRow({ process, onInUse }: ProcessRowProps) {
  const t = useT();
  const format = useFormat();
  const isArchived = process.archivedAt !== null;
  const archive = useOperationCommand(processContract.archive, {
    undoLabel: (_output, { archived }) => t(archived ? 'processes.list.archived' : 'processes.list.unarchived'),
    handles: ['processInUse'],
  });
  const duplicate = useOperationCommand(processContract.duplicate, {
    undoLabel: (_output, { name }) => t('processes.new.done', { name }),
    onSuccess: ({ id }) => go(paths.process(id)),
  });
  const toggleArchive = async () => {
    const answer = await archive.run({ id: process.id, archived: !isArchived });
    if (!answer.ok && answer.error.type === 'processInUse') onInUse(process);
  };
  return (
    <div className={styles.row}>
      <div className={styles.main}>
        <span className={styles.head}>
          <Link to={paths.process(process.id)}>{process.name}</Link>
          {process.productLine ? <Tag tone="outlined">{process.productLine.name}</Tag> : null}
          {process.version === null ? <Tag tone="warning">{t('processes.draft.never')}</Tag> : null}
          {process.version && process.hasDraft ? <Tag tone="warning">{t('processes.draft.pending')}</Tag> : null}
        </span>
        <span className={styles.stages}>{process.stages.map(({ name }) => name).join(' → ')}</span>
      </div>
      <span className={styles.figures}>
        {process.version ? t('processes.version.number', { number: process.version.number }) : ''}
        <br />
        {process.olderCount > 0
          ? t('processes.list.runningOlder', {
              count: format.number(process.runningCount),
              older: format.number(process.olderCount),
            })
          : t('processes.list.running', { count: format.number(process.runningCount) })}
      </span>
      <Menu
        align="end"
        items={[
          {
            key: 'copy',
            label: t('processes.new.duplicate'),
            icon: Copy,
            onSelect: () =>
              void duplicate.run({ id: process.id, name: t('processes.new.copyName', { name: process.name }) }),
          },
          {
            key: 'archive',
            label: t(isArchived ? 'processes.list.unarchive' : 'processes.list.archive'),
            icon: Archive,
            onSelect: () => void toggleArchive(),
          },
        ]}
      >
        <IconButton size="small" icon={Ellipsis} label={t('processes.list.more', { name: process.name })} />
      </Menu>
    </div>
  );
}
