import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import type { Qualification, QualificationLevel } from '#shared/contract/qualification.contract.ts';
import { isProvenYes, levels } from '#shared/domain/qualification/levelReached.ts';
import styles from './QualificationCard.module.css';
import { QuestionRow } from './QuestionRow.tsx';

interface QualificationLevelsProps {
  readonly data: Qualification;
  readonly target: { readonly opportunityId: string } | { readonly leadId: string };
  /** What was answered stays; nothing is asked any more. */
  readonly closed: boolean;
}

/** The questions of each level with answer, evidence, who and when; one level is open at a time. */
export function QualificationLevels({ data, target, closed }: QualificationLevelsProps) {
  const t = useT();
  const [opened, setOpened] = useState<QualificationLevel | 'none' | null>(null);
  if (data.questions.length === 0 || (closed && !data.derived)) return null;
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
                  target={target}
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
