import { SortableList } from '#renderer/adapters/sortable/SortableList.tsx';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import type { OutputOf } from '#shared/contract/operation.ts';
import type { qualificationContract, QualificationLevel } from '#shared/contract/qualification.contract.ts';
import type { QuestionDraft } from './QuestionDialog.tsx';
import styles from './QuestionsPart.module.css';

type Question = OutputOf<typeof qualificationContract.questions>[number];

interface LevelCardProps {
  readonly level: QualificationLevel;
  readonly questions: readonly Question[];
  readonly onEdit: (question: QuestionDraft) => void;
  readonly onAdd: () => void;
  readonly onMove: (id: string, place: { readonly afterId: string } | { readonly beforeId: string }) => void;
}

/** The questions of one level, dragged into order or moved by Alt ↑ and Alt ↓. */
export function LevelCard({ level, questions, onEdit, onAdd, onMove }: LevelCardProps) {
  const t = useT();
  const move = (from: number, to: number) => {
    const moved = questions[from];
    const others = questions.filter((question) => question !== moved);
    const before = others[to - 1];
    const first = others[0];
    if (!moved) return;
    if (before) onMove(moved.id, { afterId: before.id });
    else if (first) onMove(moved.id, { beforeId: first.id });
  };
  return (
    <Card
      title={t('deal.facts.level', { level })}
      sub={t(`deal.qualification.about_${level}`)}
      more={
        <Button size="small" tone="quiet" onClick={onAdd} aria-label={t('settings.qualification.addTo', { level })}>
          {t('settings.qualification.addShort')}
        </Button>
      }
      flush
    >
      {questions.length === 0 ? (
        <p className={styles.none}>{t('settings.qualification.none')}</p>
      ) : (
        <SortableList
          label={t('settings.qualification.list', { level })}
          items={questions}
          keyOf={({ id }) => id}
          nameOf={({ text }) => text}
          centred
          onMove={move}
        >
          {(question) => (
            <div className={styles.row}>
              <div className={styles.words}>
                <span>{question.text}</span>
                {question.hint === '' ? null : <span className={styles.hint}>{question.hint}</span>}
              </div>
              <span className={styles.tags}>
                {question.decisive ? <Tag tone="warning">{t('deal.qualification.decisive')}</Tag> : null}
                {question.processId === null ? null : <Tag tone="outlined">{question.processName}</Tag>}
                <Tag>{t(`settings.qualification.topic_${question.topic}`)}</Tag>
              </span>
              <Button
                size="small"
                tone="quiet"
                aria-label={`${t('app.action.edit')} ${question.text}`}
                onClick={() => onEdit(question)}
              >
                {t('app.action.edit')}
              </Button>
            </div>
          )}
        </SortableList>
      )}
    </Card>
  );
}
