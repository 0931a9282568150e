import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { Drawer } from '#renderer/ui/Drawer.tsx';
import type { OpportunityPage } from '#shared/contract/opportunity.contract.ts';
import { journeyOf } from './journeyModel.ts';
import { JourneyPicture } from './JourneyPicture.tsx';
import { VisitList } from './VisitList.tsx';

interface JourneyDrawerProps {
  readonly page: OpportunityPage;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** 阶段经过: every stage visit in order, drawn on a time axis and told below it. */
export function JourneyDrawer({ page, open, onClose }: JourneyDrawerProps) {
  const t = useT();
  return (
    <Drawer title={t('deal.journey.title')} open={open} onClose={onClose} width={720}>
      {open ? <Journey page={page} /> : null}
    </Drawer>
  );
}

function Journey({ page }: { readonly page: OpportunityPage }) {
  const [now] = useState(() => Date.now());
  const journey = journeyOf(page, now);
  return (
    <>
      <JourneyPicture journey={journey} />
      <VisitList bars={journey.bars} />
    </>
  );
}
