import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { C139Chip } from '#renderer/ui/C139Chip.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import type { OpportunityPage } from '#shared/contract/opportunity.contract.ts';
import { C139Grid } from './C139Grid.tsx';
import { isCalibrated, ownCounts } from './c139Cells.ts';

interface C139CardProps {
  readonly page: OpportunityPage;
  readonly onOpen: () => void;
}

/** C139 at a glance: what is clear, what only the seller believes. */
export function C139Card({ page, onOpen }: C139CardProps) {
  const t = useT();
  const { c139 } = page.card;
  const stage = page.process.stages.find(({ id }) => id === page.card.stageId);
  return (
    <Card
      title="C139"
      sub={c139 ? <C139Chip {...c139} coloured={stage?.requiresC139 ?? false} /> : t('deal.c139.none')}
      more={
        <>
          {t(isCalibrated(page.c139) ? 'deal.c139.own' : 'deal.c139.uncalibrated', { counts: ownCounts(page.c139) })}
          <Button tone="quiet" size="small" onClick={onOpen}>
            {t('deal.c139.judge')}
          </Button>
        </>
      }
    >
      <C139Grid elements={page.c139} />
    </Card>
  );
}
