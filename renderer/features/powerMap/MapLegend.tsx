import { useT } from '#renderer/platform/language.ts';
import { StanceMark } from '#renderer/ui/StanceMark.tsx';
import { stanceSchema } from '#shared/contract/powerMap.contract.ts';
import styles from './MapLegend.module.css';

/** What the shapes, dots and lines of the picture mean. */
export function MapLegend() {
  const t = useT();
  return (
    <div className={styles.legend}>
      {stanceSchema.options.map((stance) => (
        <StanceMark key={stance} stance={stance} named />
      ))}
      <span className={styles.end}>
        <svg width="30" height="10" aria-hidden>
          <circle cx="5" cy="5" r="3" fill="currentColor" />
          <circle cx="15" cy="5" r="3" fill="none" stroke="currentColor" />
          <circle cx="25" cy="5" r="3" fill="none" stroke="currentColor" />
        </svg>
        {t('powerMap.legend.coverage')}
      </span>
      <span>
        <svg width="24" height="10" aria-hidden>
          <path d="M0 5h24" stroke="currentColor" strokeWidth="1.5" />
        </svg>
        {t('powerMap.legend.confirmed')}
      </span>
      <span>
        <svg width="24" height="10" aria-hidden>
          <path d="M0 5h24" stroke="currentColor" strokeWidth="1.5" strokeDasharray="4 3" />
        </svg>
        {t('powerMap.legend.inferred')}
      </span>
    </div>
  );
}
