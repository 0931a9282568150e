import { useRegisteredCommands } from '#renderer/platform/commands.ts';
import { useT } from '#renderer/platform/language.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { KeyList } from '#renderer/ui/KeyList.tsx';

/** The sheet behind `?`: every key that works right now. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  return (
    <Dialog title={t('app.keys.title')} open onClose={onClose} width={620}>
      <KeyList commands={useRegisteredCommands()} />
    </Dialog>
  );
}
