import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { GateItem } from '#shared/contract/pipeline.contract.ts';
import {
  type AnsweredQuestion,
  type Qualification,
  qualificationContract,
} from '#shared/contract/qualification.contract.ts';
import { isProvenYes, openFor } from '#shared/domain/qualification/levelReached.ts';
import styles from './GateDialog.module.css';
import type { GateEntry, QualificationAnswer } from './gateEntries.ts';
import { GateField } from './GateField.tsx';

interface AnswersProofProps {
  readonly item: GateItem;
  readonly dealId: string;
  readonly entry: GateEntry | undefined;
  readonly onEntry: (entry: GateEntry) => void;
}

/** The questions that are open for the level that is asked for, each with answer and evidence. */
export function AnswersProof({ item, dealId, entry, onEntry }: AnswersProofProps) {
  const t = useT();
  const { data } = useOperationQuery(qualificationContract.ofDeal, { opportunityId: dealId });
  if (!data) return <Skeleton rows={2} />;
  // A team without questions types the level.
  if (data.questions.length === 0 && !data.derived) {
    return (
      <GateField
        field="qualificationLevel"
        currency=""
        value={entry?.type === 'field' ? entry.value : null}
        onChange={(value) => onEntry({ type: 'field', value })}
        label={t('pipeline.gate.proofOf', { criterion: item.text })}
      />
    );
  }
  const open = openQuestions(item, data);
  const given = new Map((entry?.type === 'answers' ? entry.answers : []).map((one) => [one.questionId, one]));
  const give = (answer: QualificationAnswer) => {
    const all = new Map(given).set(answer.questionId, answer);
    const complete = open.every(({ id }) => {
      const one = all.get(id);
      return isProvenYes(one && { value: one.value, evidence: one.evidence ?? '' });
    });
    onEntry({ type: 'answers', answers: [...all.values()], complete });
  };
  return (
    <ul className={styles.questions}>
      {open.map((question) => (
        <Question key={question.id} question={question} given={given.get(question.id)} onGive={give} />
      ))}
    </ul>
  );
}

interface QuestionProps {
  readonly question: AnsweredQuestion;
  readonly given: QualificationAnswer | undefined;
  readonly onGive: (answer: QualificationAnswer) => void;
}

function Question({ question, given, onGive }: QuestionProps) {
  const t = useT();
  const value = given?.value ?? question.answer?.value ?? 'unknown';
  const evidence = given?.evidence ?? question.answer?.evidence ?? '';
  return (
    <li className={styles.question}>
      <p className={styles.ask} data-tip={question.hint || undefined}>
        <b>{question.level}</b> {question.text}
      </p>
      <div className={styles.beside}>
        <Segmented
          size="small"
          label={question.text}
          value={value}
          options={(['yes', 'no', 'unknown'] as const).map((one) => ({
            value: one,
            label: t(`pipeline.qualification.${one}`),
          }))}
          onChange={(next) => onGive({ questionId: question.id, value: next, evidence })}
        />
        <TextInput
          size="small"
          value={evidence}
          maxLength={500}
          aria-label={t('pipeline.gate.proofOf', { criterion: question.text })}
          placeholder={t('pipeline.gate.placeholder_evidence')}
          onChange={(text) => onGive({ questionId: question.id, value, evidence: text })}
        />
      </div>
    </li>
  );
}

function openQuestions({ needs }: GateItem, { questions }: Qualification): readonly AnsweredQuestion[] {
  const answers = new Map(questions.flatMap(({ id, answer }) => (answer ? [[id, answer] as const] : [])));
  return needs.level === null ? [] : openFor(needs.level, questions, answers);
}
