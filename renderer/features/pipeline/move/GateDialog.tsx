import { useEffect, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { outcomeReasonSchema } from '#shared/contract/pipeline.contract.ts';
import type { OutcomeReason } from '#shared/domain/pipeline/decideMove.ts';
import styles from './GateDialog.module.css';
import { GateCriterion } from './GateCriterion.tsx';
import { answersOf, type GateEntries, isAnswered, mustWait } from './gateEntries.ts';
import { returnFocus } from '../returnFocus.ts';
import { moveDeals, openItems } from './moveDeals.ts';
import { type MoveQuestion, moveStore } from './moveStore.ts';

const close = () => moveStore.setState({ question: null });

/** Asks for what a move lacks: open criteria, each with the field that proves it, and a reason where one is needed. */
export function GateDialog() {
  const question = moveStore((state) => state.question);
  if (!question) return null;
  const [first] = question.wish.deals;
  return <OneQuestion key={`${first?.id} ${question.wish.to.id}`} question={question} />;
}

function OneQuestion({ question }: { readonly question: MoveQuestion }) {
  const t = useT();
  const { wish, items, blocked, reasonFor } = question;
  const { to, deals } = wish;
  const [deal] = deals;
  const [entries, setEntries] = useState<GateEntries>({});
  const [reason, setReason] = useState('');
  const [outcome, setOutcome] = useState<OutcomeReason | null>(null);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const several = deals.length > 1;
  const isLost = reasonFor === 'lost';
  const proven = items.every((item) => isAnswered(item, entries));
  const explained = isLost ? outcome !== null : reason.trim() !== '';

  const send = async (withReason: boolean) => {
    setTried(true);
    if ((withReason || reasonFor !== null) && !explained) return;
    setBusy(true);
    await moveDeals(wish, {
      ...answersOf(items, entries),
      ...(reason.trim() === '' || isLost ? {} : { reason: reason.trim() }),
      ...(isLost && outcome ? { outcomeReason: outcome, outcomeNote: reason.trim() } : {}),
    });
    setBusy(false);
  };
  const askAgain = async () => {
    if (!deal) return;
    const left = await openItems(deal, to.id);
    const stillBlocked = left.some(({ enforcement }) => enforcement === 'block');
    moveStore.setState({ question: { ...question, items: left, blocked: stillBlocked } });
  };
  // What is proven elsewhere (a task, an activity) is asked for again when the person comes back to the window.
  useEffect(() => {
    if (items.length === 0) return undefined;
    const comeBack = () => void askAgain();
    window.addEventListener('focus', comeBack);
    return () => window.removeEventListener('focus', comeBack);
  });

  useEffect(() => returnFocus, []);
  const title = several
    ? t('pipeline.gate.titleMany', { count: deals.length, stage: to.name })
    : t(titleKey(reasonFor), { name: deal?.name ?? '', stage: to.name });
  return (
    <Dialog
      open
      title={title}
      onClose={close}
      width={560}
      note={items.length > 0 ? t(blocked ? 'pipeline.gate.noteBlocked' : 'pipeline.gate.noteReason') : undefined}
      actions={
        <GateActions question={question} proven={proven} busy={busy} onGo={(withReason) => void send(withReason)} />
      }
    >
      {items.length > 0 ? (
        <>
          <p className={styles.lead}>{t('pipeline.gate.lead', { count: items.length })}</p>
          <ul className={styles.items}>
            {items.map((item, index) => (
              <GateCriterion
                key={item.criterionId}
                item={item}
                first={index === 0}
                dealId={deal?.id ?? ''}
                currency={deal?.currency ?? ''}
                entry={entries[item.criterionId] ?? null}
                onEntry={(entry) => setEntries((before) => ({ ...before, [item.criterionId]: entry }))}
                onProvenElsewhere={() => void askAgain()}
              />
            ))}
          </ul>
        </>
      ) : null}
      {isLost ? (
        <Field label={t('pipeline.gate.outcome')} error={tried && !outcome ? t('pipeline.gate.outcomeMissing') : null}>
          {(control) => (
            <Select
              {...control}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog asks for this
              autoFocus
              value={outcome}
              onChange={(value) => setOutcome(outcomeReasonSchema.safeParse(value).data ?? null)}
              options={outcomeReasonSchema.options.map((value) => ({ value, label: t(`pipeline.outcome.${value}`) }))}
            />
          )}
        </Field>
      ) : null}
      {reasonFor !== null || (!blocked && !mustWait(items, entries)) ? (
        <div className={styles.reason}>
          <Field
            label={t(reasonLabel(question))}
            optional={isLost}
            error={
              tried && !isLost && !explained && (reasonFor !== null || !proven)
                ? t('pipeline.gate.reasonMissing')
                : null
            }
          >
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                value={reason}
                onChange={setReason}
                // oxlint-disable-next-line jsx-a11y/no-autofocus -- where only a reason is missing one begins here
                autoFocus={items.length === 0 && !isLost}
              />
            )}
          </Field>
        </div>
      ) : null}
    </Dialog>
  );
}

interface GateActionsProps {
  readonly question: MoveQuestion;
  /** Every criterion is answered. */
  readonly proven: boolean;
  readonly busy: boolean;
  readonly onGo: (withReason: boolean) => void;
}

/** 取消, 带理由推进 where a reason may replace the proof, 推进. */
function GateActions({ question, proven, busy, onGo }: GateActionsProps) {
  const t = useT();
  const { items, blocked, reasonFor } = question;
  const waits = items.length > 0 && !proven;
  return (
    <>
      <Button onClick={close}>{t('app.action.cancel')}</Button>
      {items.length > 0 && reasonFor === null ? (
        <Button disabled={blocked || proven} busy={busy && waits} onClick={() => onGo(true)}>
          {t('pipeline.gate.withReason')}
        </Button>
      ) : null}
      <Button
        tone="primary"
        disabled={waits && (reasonFor === null || blocked)}
        busy={busy}
        onClick={() => onGo(false)}
      >
        {t(reasonFor === 'lost' ? 'pipeline.gate.lose' : 'pipeline.gate.go')}
      </Button>
    </>
  );
}

function titleKey(reasonFor: MoveQuestion['reasonFor']) {
  if (reasonFor === 'lost') return 'pipeline.gate.titleLost';
  return reasonFor === 'back' ? 'pipeline.gate.titleBack' : 'pipeline.gate.title';
}

function reasonLabel({ reasonFor }: MoveQuestion) {
  return reasonFor === null ? 'pipeline.gate.reason' : (`pipeline.gate.reason_${reasonFor}` as const);
}
