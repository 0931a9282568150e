import { useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import {
  type AnsweredQuestion,
  qualificationContract,
  type QualificationValue,
} from '#shared/contract/qualification.contract.ts';
import styles from './QualificationCard.module.css';

interface QuestionRowProps {
  readonly question: AnsweredQuestion;
  readonly target: { readonly opportunityId: string } | { readonly leadId: string };
  /** The person begins to answer. */
  readonly onBegin: () => void;
}

/** One question: its answer with evidence, who and when, and the place to change it. */
export function QuestionRow({ question, target, onBegin }: QuestionRowProps) {
  const t = useT();
  const format = useFormat();
  const { answer } = question;
  const [draft, setDraft] = useState<{ value: QualificationValue; evidence: string } | null>(null);
  const save = useOperationCommand(qualificationContract.answer, {
    undoLabel: ({ reached }) =>
      reached === '' ? t('deal.qualification.savedNone') : t('deal.qualification.saved', { level: reached }),
    onSuccess: () => setDraft(null),
  });
  const value = draft?.value ?? answer?.value ?? 'unknown';
  const evidence = draft?.evidence ?? answer?.evidence ?? '';
  const lacksEvidence = value === 'yes' && evidence.trim() === '';
  const run = (next: { value: QualificationValue; evidence: string }) =>
    void save.run({ ...target, answers: [{ questionId: question.id, ...next }] });
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.question}>
          {question.text}
          {question.decisive ? <Tag tone="warning">{t('deal.qualification.decisive')}</Tag> : null}
        </p>
        {question.hint === '' ? null : <p className={styles.hint}>{question.hint}</p>}
        {draft === null && answer !== null ? (
          <p className={styles.proof}>
            {format.list([answer.evidence, format.instantDay(answer.at), answer.byName].filter((part) => part !== ''))}
          </p>
        ) : null}
      </div>
      <Segmented
        size="small"
        label={question.text}
        value={value}
        options={(['yes', 'no', 'unknown'] as const).map((one) => ({
          value: one,
          label: t(`pipeline.qualification.${one}`),
        }))}
        onChange={(next) => {
          onBegin();
          setDraft({ value: next, evidence });
        }}
      />
      {draft === null ? null : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (!lacksEvidence) run(draft);
          }}
        >
          <TextInput
            size="small"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just answered
            autoFocus
            value={evidence}
            maxLength={500}
            aria-label={t('deal.qualification.evidence')}
            placeholder={t(value === 'yes' ? 'deal.qualification.evidenceNeeded' : 'deal.qualification.evidenceHint')}
            onChange={(text) => setDraft({ value, evidence: text })}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setDraft(null);
            }}
          />
          <Button size="small" onClick={() => setDraft(null)}>
            {t('app.action.cancel')}
          </Button>
          <Button type="submit" size="small" tone="primary" busy={save.pending} disabled={lacksEvidence}>
            {t('app.action.save')}
          </Button>
        </form>
      )}
    </li>
  );
}
