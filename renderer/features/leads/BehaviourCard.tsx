import { useT } from '#renderer/platform/language.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { isTextKey } from '#shared/i18n/catalogues.ts';
import type { LeadPage } from './leadPageData.ts';
import styles from './LeadScreen.module.css';

/** What the person did: visits to the website, downloads, events; newest first. */
export function BehaviourCard({ page }: { readonly page: LeadPage }) {
  const t = useT();
  const { behaviours, behavioursTotal } = page;
  return (
    <Card title={t('leads.behaviour.title')} sub={t('leads.behaviour.count', { count: behavioursTotal })}>
      {behaviours.length === 0 ? (
        <p className={styles.none}>{t('leads.behaviour.none')}</p>
      ) : (
        <ul className={styles.events}>
          {behaviours.map(({ id, kind, at, durationSeconds, detail }) => {
            const key = `leads.event.${kind}`;
            return (
              <li key={id}>
                <span>{isTextKey(key) ? t(key) : kind}</span>
                <span className={styles.detail}>
                  {detail}
                  {durationSeconds === null
                    ? ''
                    : ` ${t('leads.behaviour.minutes', { count: Math.max(1, Math.round(durationSeconds / 60)) })}`}
                </span>
                <DateText at={at} />
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
