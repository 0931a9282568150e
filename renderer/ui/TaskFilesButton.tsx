import { Paperclip } from 'lucide-react';
import { runCommand } from '#renderer/platform/commands.ts';
import { useT } from '#renderer/platform/language.ts';
import type { Task } from '#shared/contract/opportunity.contract.ts';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import styles from './TaskFilesButton.module.css';

interface TaskFilesButtonProps {
  readonly task: Pick<Task, 'id' | 'title' | 'status' | 'deliverable' | 'deliverableRequired' | 'documents'>;
}

/** The paper clip of a task with how many files it has; says when one is still missing. Opens the task's files. */
export function TaskFilesButton({ task }: TaskFilesButtonProps) {
  const t = useT();
  const { id, title, documents, deliverable } = task;
  const missing = task.deliverableRequired && documents === 0 && task.status === 'open';
  const label = missing
    ? t('documents.task.missing', { title, deliverable: deliverable || title })
    : t('documents.task.files', { title, count: documents });
  return (
    <button
      type="button"
      className={classNames(styles.clip, missing && styles.missing, documents === 0 && !missing && styles.none)}
      aria-label={label}
      data-tip={label}
      onClick={() => runCommand('document.files', { entity: 'task', id, title, wanted: deliverable })}
    >
      <Icon of={Paperclip} size={14} />
      {documents > 0 ? <span>{documents}</span> : missing ? <span>{t('documents.task.needed')}</span> : null}
    </button>
  );
}
