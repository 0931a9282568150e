import { Clock } from 'lucide-react';
import { useT } from '#renderer/platform/language.ts';
import { Tag } from './Tag.tsx';

interface StallTagProps {
  /** Business days beyond what the stage allows. */
  readonly daysOver: number;
}

/** Too long in its stage: a warning for a week, then worse. */
export function StallTag({ daysOver }: StallTagProps) {
  const t = useT();
  return (
    <Tag tone={daysOver > 7 ? 'negative' : 'warning'} icon={Clock}>
      {t('app.stall.over', { days: daysOver })}
    </Tag>
  );
}
