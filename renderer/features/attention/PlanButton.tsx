import { useT } from '#renderer/platform/language.ts';
import { usePlanStep } from '#renderer/ui/usePlanStep.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import type { AttentionRow } from '#shared/contract/scoringExplanation.ts';
import { stepText } from '#shared/i18n/stepText.ts';

/** Makes the proposed step a task of the deal; says so where there is one already. */
export function PlanButton({ row }: { readonly row: AttentionRow }) {
  const t = useT();
  const { plan, pending } = usePlanStep(row.id, row.owner?.id ?? null);
  if (row.step.taskId !== null) return <Tag>{t('scoring.step.isPlanned')}</Tag>;
  return (
    <Button
      size="small"
      disabled={pending}
      aria-label={t('scoring.step.planSpoken', { step: stepText(row.step, t) })}
      onClick={() => void plan(row.step)}
    >
      {t('scoring.step.plan')}
    </Button>
  );
}
