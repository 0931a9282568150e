import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { invoke } from '#renderer/platform/client.ts';
import { showFailure } from '#renderer/platform/failure.ts';
import { offerUndo } from '#renderer/platform/undo.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import { processContract } from '#shared/contract/process.contract.ts';
import type { ProcessDraft } from '#shared/contract/processDraft.ts';
import { compareDrafts } from '#shared/domain/processes/compareDrafts.ts';
import { judgeDraft } from '#shared/domain/processes/judgeDraft.ts';

type ProcessPage = OutputOf<typeof processContract.get>;

/** Whether what stands on the screen is kept: `conflict` = somebody else saved another draft meanwhile. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'conflict' | 'failed';

const PAUSE_MS = 700;
const nothing: ProcessDraft = { stages: [] };
const shownDraft = (page: ProcessPage): ProcessDraft => page.draft?.body ?? page.published ?? nothing;

/**
 * The draft of a process as it is being edited. It is kept by itself, shortly after the last change and when the screen is left;
 * what was taken out is kept at once and can be taken back. A draft that changed elsewhere is shown unless something is unsaved.
 */
export function useProcessEditor(page: ProcessPage) {
  const { id } = page.process;
  const [draft, setDraft] = useState(() => shownDraft(page));
  const [state, setState] = useState<SaveState>('saved');
  const newest = useRef(draft);
  const unsaved = useRef(false);
  const saving = useRef(false);
  const seenAt = useRef(page.draft?.updatedAt ?? null);
  /** What the next save says can be taken back. */
  const takenOut = useRef<string>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = useCallback((shown: ProcessPage) => {
    unsaved.current = false;
    seenAt.current = shown.draft?.updatedAt ?? null;
    newest.current = shownDraft(shown);
    setDraft(newest.current);
    setState('saved');
  }, []);

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    if (saving.current) return;
    // What is typed while a save is under way is kept by the next one.
    while (unsaved.current) {
      saving.current = true;
      unsaved.current = false;
      setState('saving');
      const body = newest.current;
      const label = takenOut.current;
      takenOut.current = undefined;
      // One after the other: each save must know the one before.
      // oxlint-disable-next-line no-await-in-loop
      const answer = await invoke(processContract.saveDraft, { id, body, expectedAt: seenAt.current }).catch(
        () => null,
      );
      saving.current = false;
      if (!answer?.ok) {
        unsaved.current = true;
        const isConflict = answer?.error.type === 'changedMeanwhile';
        setState(isConflict ? 'conflict' : 'failed');
        if (answer && !isConflict) showFailure(answer.error);
        return;
      }
      seenAt.current = answer.value.updatedAt;
      if (label !== undefined && answer.transaction !== undefined) offerUndo(answer.transaction, label);
    }
    setState((before) => (before === 'saving' ? 'saved' : before));
  }, [id]);

  // What changed elsewhere, was undone, published or thrown away comes in by the page.
  useEffect(() => {
    if (saving.current || unsaved.current) return;
    if ((page.draft?.updatedAt ?? null) !== seenAt.current) show(page);
  }, [page, show]);

  // Leaving the screen must not lose the last words.
  useEffect(() => () => void save(), [save]);

  const edit = useCallback(
    (change: (draft: ProcessDraft) => ProcessDraft, undoLabel?: string) => {
      newest.current = change(newest.current);
      unsaved.current = true;
      setDraft(newest.current);
      setState((before) => (before === 'conflict' ? before : 'waiting'));
      clearTimeout(timer.current);
      if (undoLabel === undefined) timer.current = setTimeout(() => void save(), PAUSE_MS);
      else {
        takenOut.current = undoLabel;
        void save();
      }
    },
    [save],
  );

  const problems = useMemo(() => judgeDraft(draft), [draft]);
  const differences = useMemo(() => compareDrafts(page.published ?? nothing, draft), [page.published, draft]);
  return { draft, edit, save, state, problems, differences, reload: () => show(page) };
}

export type ProcessEditor = ReturnType<typeof useProcessEditor>;
