import { useEffect, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { isOpenStage } from '#shared/domain/pipeline/stages.ts';
import { returnFocus } from '../returnFocus.ts';
import { closingAnswers, closingDraft, isExplained } from './closingDraft.ts';
import { ClosingFields } from './ClosingFields.tsx';
import { GateActions } from './GateActions.tsx';
import styles from './GateDialog.module.css';
import { answersOf, type GateEntries, isAnswered } from './gateEntries.ts';
import { GateItems } from './GateItems.tsx';
import { moveDeals } from './moveDeals.ts';
import { type MoveQuestion, moveStore } from './moveStore.ts';
import { useOpenItems } from './useOpenItems.ts';

const close = () => moveStore.setState({ question: null });

/** Asks for what a move lacks: open criteria, each met where it stands, how it ends, and a reason where one is needed. */
export function GateDialog() {
  const question = moveStore((state) => state.question);
  if (!question) return null;
  const [first] = question.wish.deals;
  return <OneQuestion key={`${first?.id} ${question.wish.to.id}`} question={question} />;
}

function OneQuestion({ question }: { readonly question: MoveQuestion }) {
  const t = useT();
  const { wish, reasonFor } = question;
  const [deal] = wish.deals;
  const items = useOpenItems(question);
  const [entries, setEntries] = useState<GateEntries>({});
  const [closing, setClosing] = useState(() => closingDraft(wish));
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const left = items.filter((item) => !isAnswered(item, entries));
  const blocked = left.some(({ enforcement }) => enforcement === 'block');
  const reasonNeeded = reasonFor !== null && reasonFor !== 'lost';
  const isExplainedByReason = reason.trim() !== '';

  const send = async (withReason: boolean) => {
    setTried(true);
    if (closing !== null && !isExplained(closing)) return;
    if ((withReason || reasonNeeded) && !isExplainedByReason) return;
    setBusy(true);
    await moveDeals(wish, {
      ...answersOf(items, entries),
      ...(isExplainedByReason ? { reason: reason.trim() } : {}),
      ...(closing === null ? {} : closingAnswers(closing)),
    });
    setBusy(false);
  };

  useEffect(() => returnFocus, []);
  const needsReason = reasonNeeded || (left.length > 0 && !blocked);
  return (
    <Dialog
      open
      title={titleOf(t, question)}
      onClose={close}
      width={600}
      note={left.length > 0 ? t(blocked ? 'pipeline.gate.noteBlocked' : 'pipeline.gate.noteReason') : undefined}
      actions={
        <GateActions
          left={left.length}
          blocked={blocked}
          canGo={left.length === 0 || (reasonNeeded && !blocked)}
          offersReason={items.length > 0 && !reasonNeeded}
          closing={closing}
          busy={busy}
          onCancel={close}
          onGo={(withReason) => void send(withReason)}
        />
      }
    >
      {items.length > 0 && deal ? (
        <GateItems
          items={items}
          deal={deal}
          stages={wish.process.stages}
          toStage={wish.to}
          entries={entries}
          onEntry={(criterionId, entry) => setEntries((before) => ({ ...before, [criterionId]: entry }))}
        />
      ) : null}
      {closing === null ? null : (
        <ClosingFields draft={closing} onChange={setClosing} tried={tried} first={items.length === 0} />
      )}
      {needsReason ? (
        <div className={styles.reason}>
          <Field
            label={t(reasonNeeded ? `pipeline.gate.reason_${reasonFor}` : 'pipeline.gate.reason')}
            error={tried && !isExplainedByReason ? t('pipeline.gate.reasonMissing') : null}
          >
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                value={reason}
                onChange={setReason}
                // oxlint-disable-next-line jsx-a11y/no-autofocus -- where only a reason is missing one begins here
                autoFocus={items.length === 0 && closing === null}
              />
            )}
          </Field>
        </div>
      ) : null}
    </Dialog>
  );
}

function titleOf(t: ReturnType<typeof useT>, { wish, reasonFor }: MoveQuestion): string {
  const { deals, to } = wish;
  const [deal] = deals;
  if (deals.length > 1) return t('pipeline.gate.titleMany', { count: deals.length, stage: to.name });
  const names = { name: deal?.name ?? '', stage: to.name };
  if (!isOpenStage(to)) return t('pipeline.gate.titleClosing', { name: names.name });
  return t(reasonFor === 'back' ? 'pipeline.gate.titleBack' : 'pipeline.gate.title', names);
}
