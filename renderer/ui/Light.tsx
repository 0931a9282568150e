import { useT } from '#renderer/platform/language.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export type LightState = 'planned' | 'today' | 'overdue' | 'none';

interface LightProps {
  readonly state: LightState;
  /** True where words beside it already say the same. */
  readonly silent?: boolean;
}

/** Whether something is planned next: ● planned, ◐ today, ▲ overdue, dashed ring none. */
export function Light({ state, silent = false }: LightProps) {
  const t = useT();
  return (
    <>
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden>
        {drawings[state]}
      </svg>
      {silent ? null : <VisuallyHidden>{t(`app.light.${state}`)}</VisuallyHidden>}
    </>
  );
}

const drawings = {
  planned: <circle cx="5" cy="5" r="4" fill="var(--pos-fill)" />,
  today: (
    <>
      <circle cx="5" cy="5" r="3.4" fill="none" stroke="var(--info-fill)" strokeWidth="1.3" />
      <path d="M5 1.6a3.4 3.4 0 0 1 0 6.8z" fill="var(--info-fill)" />
    </>
  ),
  overdue: <path d="M5 .8 9.6 9H.4z" fill="var(--neg-fill)" />,
  none: <circle cx="5" cy="5" r="3.4" fill="none" stroke="var(--border-3)" strokeWidth="1.3" strokeDasharray="2 1.5" />,
} as const;
