import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { qualificationContract } from '#shared/contract/qualification.contract.ts';
import { levels } from '#shared/domain/qualification/levelReached.ts';
import { LevelCard } from './LevelCard.tsx';
import { QuestionDialog, type QuestionDraft } from './QuestionDialog.tsx';
import styles from './QuestionsPart.module.css';

/** The question set of 商机三级甄别: what each level asks, in what order, of which processes. */
export function QuestionsPart() {
  const t = useT();
  const questions = useOperationQuery(qualificationContract.questions, {});
  const [edited, setEdited] = useState<QuestionDraft | null>(null);
  const reorder = useOperationCommand(qualificationContract.reorder, {
    undoLabel: () => t('settings.qualification.reordered'),
  });
  if (questions.error) return <ErrorState failure={questions.error.failure} onRetry={() => void questions.refetch()} />;
  if (!questions.data) return <Skeleton rows={6} height={56} />;
  const add = (level: QuestionDraft['level']) =>
    setEdited({ processId: null, level, topic: 'need', text: '', hint: '', decisive: false });
  return (
    <>
      <p className={styles.about}>{t('settings.qualification.about')}</p>
      {levels.map((level) => (
        <LevelCard
          key={level}
          level={level}
          questions={questions.data.filter((question) => question.level === level)}
          onEdit={setEdited}
          onAdd={() => add(level)}
          onMove={(id, place) => void reorder.run({ id, ...place })}
        />
      ))}
      {edited ? <QuestionDialog question={edited} onClose={() => setEdited(null)} /> : null}
    </>
  );
}
