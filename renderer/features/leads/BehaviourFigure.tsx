import { TrendingUp } from 'lucide-react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import type { LeadRow } from '#shared/contract/lead.contract.ts';
import { NO_FIGURE } from '#shared/i18n/formatNumber.ts';
import styles from './LeadsScreen.module.css';

interface BehaviourFigureProps {
  readonly behaviour: LeadRow['behaviour'];
}

/** 行为 in the inbox: the points, and a mark with words where the lead is heating up. */
export function BehaviourFigure({ behaviour }: BehaviourFigureProps) {
  const t = useT();
  const format = useFormat();
  if (!behaviour) return <span>{NO_FIGURE}</span>;
  const { points, surging, recent, usual } = behaviour;
  const words = surging
    ? t('leads.behaviour.surging', {
        recent,
        usual: format.number(usual ?? 0, Number.isInteger(Number((usual ?? 0).toFixed(1))) ? 0 : 1),
      })
    : t('leads.behaviour.points', { points: format.number(points) });
  return (
    <span className={styles.behaviour} data-tip={words}>
      {surging ? (
        <>
          <Icon of={TrendingUp} size={12} />
          <VisuallyHidden>{words}</VisuallyHidden>
        </>
      ) : null}
      {format.number(points)}
    </span>
  );
}
