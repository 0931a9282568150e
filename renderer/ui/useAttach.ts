import { useState } from 'react';
import { showFailure } from '#renderer/platform/failure.ts';
import { handFiles } from '#renderer/platform/handFiles.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { documentContract, type DocumentKind, type DocumentTarget } from '#shared/contract/document.contract.ts';

interface AttachOptions {
  readonly kind?: DocumentKind;
  /** Also ticks the task off that they are attached to. */
  readonly thenDone?: boolean;
}

/** Attaches files and offers to take it back. */
export interface Attach {
  /** True once they are attached; false after a failure, which has been said. */
  readonly attach: (files: readonly File[], target: DocumentTarget, options?: AttachOptions) => Promise<boolean>;
  readonly pending: boolean;
}

/** Attaching, bound to a component: hands the files to the core, says what failed, offers undo. */
export function useAttach(): Attach {
  const t = useT();
  const [handing, setHanding] = useState(false);
  const command = useOperationCommand(documentContract.attach, {
    undoLabel: ({ documents }, { thenDone }) => {
      const name = documents[0]?.name ?? '';
      if (thenDone) return t('documents.attach.doneToo', { name });
      return documents.length === 1
        ? t('documents.attach.done', { name })
        : t('documents.attach.many', { count: documents.length });
    },
  });
  return {
    pending: handing || command.pending,
    async attach(files, target, options = {}) {
      setHanding(true);
      const handles = await handFiles(files);
      setHanding(false);
      if (!handles.ok) {
        showFailure(handles.error);
        return false;
      }
      return (await command.run({ files: handles.value, target, ...options })).ok;
    },
  };
}
