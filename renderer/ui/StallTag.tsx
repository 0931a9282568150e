import { Clock } from 'lucide-react';
import { useT } from '#renderer/platform/language.ts';
import type { Stall } from '#shared/contract/pipeline.contract.ts';
import { Tag } from './Tag.tsx';

interface StallTagProps {
  /** Business days beyond what the stage allows. */
  readonly daysOver: number;
  /** Why, where it was said: shown as a tooltip. */
  readonly stall?: Stall | null | undefined;
}

/** Too long in its stage: a warning for a week, then worse. */
export function StallTag({ daysOver, stall }: StallTagProps) {
  const t = useT();
  const tip = stall ? stall.note || t(`notices.stallCode.${stall.code}`) : undefined;
  return (
    <Tag tone={daysOver > 7 ? 'negative' : 'warning'} icon={Clock} {...(tip === undefined ? {} : { tip })}>
      {t('app.stall.over', { days: daysOver })}
    </Tag>
  );
}
