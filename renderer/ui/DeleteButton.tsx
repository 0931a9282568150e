import { Trash2 } from 'lucide-react';
import { useT } from '#renderer/platform/language.ts';
import { IconButton } from './IconButton.tsx';

interface DeleteButtonProps {
  /** What goes, for listeners: 删除“…”. */
  readonly label?: string;
  /** A command bound with `undoLabel`: it happens at once and can be taken back; nobody is asked. */
  readonly onDelete: () => void;
  readonly disabled?: boolean;
}

/** Deletes without asking, because undo is better than a question. */
export function DeleteButton({ label, onDelete, disabled = false }: DeleteButtonProps) {
  const t = useT();
  return (
    <IconButton
      size="small"
      icon={Trash2}
      label={label ?? t('app.action.delete')}
      onClick={onDelete}
      disabled={disabled}
    />
  );
}
