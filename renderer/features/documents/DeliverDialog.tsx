import { useT } from '#renderer/platform/language.ts';
import type { Remediable } from '#renderer/platform/remedies.ts';
import { AttachFiles } from '#renderer/ui/AttachFiles.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { DeliverableMissing } from '#shared/contract/documentShapes.ts';
import { taskContract } from '#shared/contract/opportunity.contract.ts';

interface DeliverDialogProps {
  readonly missing: DeliverableMissing;
  readonly failed: Remediable;
  readonly onClose: () => void;
}

/** Attaches what a task waits for, right where somebody wanted to tick it off, and then does what was wanted. */
export function DeliverDialog({ missing, failed, onClose }: DeliverDialogProps) {
  const t = useT();
  // Ticking off and attaching are one step then, and one undo.
  const ticks = failed.operation === taskContract.setStatus.name;
  return (
    <Dialog
      title={t('documents.deliver.title', { title: missing.title })}
      open
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('app.action.cancel')}</Button>}
      note={t('documents.deliver.note')}
    >
      <AttachFiles
        primary
        target={missing.target}
        wanted={missing.deliverable}
        thenDone={ticks}
        onAttached={() => {
          onClose();
          // Where it is done by now this changes nothing, but whoever asked hears that it worked.
          failed.retry();
        }}
      />
    </Dialog>
  );
}
