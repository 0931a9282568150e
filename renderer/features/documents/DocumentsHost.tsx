import { useEffect, useState } from 'react';
import { useCommands } from '#renderer/platform/commands.ts';
import { registerRemedy, type Remediable } from '#renderer/platform/remedies.ts';
import { holdsFiles } from '#renderer/ui/fileDrag.ts';
import { deliverableMissingSchema } from '#shared/contract/documentShapes.ts';
import { DeliverDialog } from './DeliverDialog.tsx';
import { FilesDialog } from './FilesDialog.tsx';
import { type FilesRequest, readFilesRequest } from './filesRequest.ts';

/**
 * Files from anywhere: `runCommand('document.files', { entity, id, title })`; and whenever a task is refused for want of
 * its deliverable, whatever screen asked, the dialog that attaches it.
 */
export function DocumentsHost() {
  const [request, setRequest] = useState<FilesRequest | null>(null);
  const [failed, setFailed] = useState<Remediable | null>(null);
  useEffect(() => registerRemedy('deliverableMissing', setFailed), []);
  useEffect(ignoreStrayDrops, []);
  useCommands([
    {
      id: 'document.files',
      titleKey: 'documents.command.files',
      group: 'do',
      hidden: true,
      run: (argument) => setRequest(readFilesRequest(argument)),
    },
  ]);
  const missing = deliverableMissingSchema.safeParse(failed?.failure).data;
  return (
    <>
      {request ? <FilesDialog request={request} onClose={() => setRequest(null)} /> : null}
      {failed && missing ? <DeliverDialog missing={missing} failed={failed} onClose={() => setFailed(null)} /> : null}
    </>
  );
}

/** A file dropped beside a drop zone must not lead the browser away from the page. */
function ignoreStrayDrops(): () => void {
  window.addEventListener('dragover', ignoreDrop);
  window.addEventListener('drop', ignoreDrop);
  return () => {
    window.removeEventListener('dragover', ignoreDrop);
    window.removeEventListener('drop', ignoreDrop);
  };
}

function ignoreDrop(event: DragEvent): void {
  if (event.defaultPrevented || !holdsFiles(event)) return;
  event.preventDefault();
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
}
