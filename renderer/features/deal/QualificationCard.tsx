import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { qualificationContract, type QualificationLevel } from '#shared/contract/qualification.contract.ts';
import { isProvenYes, levels } from '#shared/domain/qualification/levelReached.ts';
import styles from './QualificationCard.module.css';
import { QuestionRow } from './QuestionRow.tsx';

interface QualificationCardProps {
  readonly dealId: string;
  /** A closed deal keeps what was answered; nothing is asked any more. */
  readonly closed: boolean;
}

/** 商机三级甄别: the questions of each level with answer, evidence, who and when; the level follows from them. */
export function QualificationCard({ dealId, closed }: QualificationCardProps) {
  const t = useT();
  const { data } = useOperationQuery(qualificationContract.ofDeal, { opportunityId: dealId });
  const [opened, setOpened] = useState<QualificationLevel | 'none' | null>(null);
  if (!data || data.questions.length === 0 || (closed && !data.derived)) return null;
  const groups = levels.flatMap((level) => {
    const questions = data.questions.filter((question) => question.level === level);
    const done = questions.filter(({ answer }) => isProvenYes(answer ?? undefined)).length;
    return questions.length === 0 ? [] : [{ level, questions, done }];
  });
  // The level that is worked at: the first that is not complete.
  const next = groups.find(({ questions, done }) => done < questions.length)?.level ?? 'none';
  const shown = opened ?? (closed ? 'none' : next);
  return (
    <Card
      title={t('deal.qualification.title')}
      sub={
        data.reached === '' ? (
          t('deal.qualification.notReached')
        ) : (
          <Tag tone="accent">{t('deal.facts.level', { level: data.reached })}</Tag>
        )
      }
      more={t('deal.qualification.rule')}
      flush
    >
      {groups.map(({ level, questions, done }) => (
        <section key={level} className={styles.level}>
          <button
            type="button"
            className={styles.head}
            aria-expanded={shown === level}
            onClick={() => setOpened(shown === level ? 'none' : level)}
          >
            <b>{t('deal.facts.level', { level })}</b>
            <span className={styles.about}>{t(`deal.qualification.about_${level}`)}</span>
            <span className={styles.marks} aria-hidden>
              {questions.map(({ id, answer }) => (
                <i
                  key={id}
                  className={
                    isProvenYes(answer ?? undefined) ? styles.yes : answer?.value === 'no' ? styles.no : styles.none
                  }
                />
              ))}
            </span>
            <span className={styles.count}>{`${done}/${questions.length}`}</span>
          </button>
          {shown === level ? (
            <ul className={styles.rows}>
              {questions.map((question) => (
                <QuestionRow
                  key={question.id}
                  question={question}
                  dealId={dealId}
                  // The level one works at stays open when its last answer completes it.
                  onBegin={() => setOpened(level)}
                />
              ))}
            </ul>
          ) : null}
        </section>
      ))}
    </Card>
  );
}
