import { type ReactNode, useRef, useState } from 'react';
import { showFailure } from '#renderer/platform/failure.ts';
import { handFiles } from '#renderer/platform/handFiles.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { documentContract } from '#shared/contract/document.contract.ts';
import type { StageTool } from '#shared/contract/processDraft.ts';

/** Choosing files for a toolkit. */
interface ToolFiles {
  readonly choose: () => void;
  readonly pending: boolean;
  /** To be rendered somewhere: the hidden field behind the menu. */
  readonly input: ReactNode;
}

/** Takes files into the workspace, attached to the process, and makes a tool of each. */
export function useToolFiles(processId: string, onFiles: (tools: StageTool[]) => void): ToolFiles {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [handing, setHanding] = useState(false);
  const attach = useOperationCommand(documentContract.attach);
  const take = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setHanding(true);
    const handles = await handFiles(files);
    setHanding(false);
    if (!handles.ok) return showFailure(handles.error);
    const answer = await attach.run({ files: handles.value, target: { entity: 'process', id: processId } });
    if (!answer.ok) return;
    onFiles(answer.value.documents.map(({ id, name }) => ({ kind: 'file', title: name, body: '', documentId: id })));
  };
  return {
    choose: () => input.current?.click(),
    pending: handing || attach.pending,
    input: (
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('processes.tool.files')}
        onChange={(event) => {
          void take([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    ),
  };
}
