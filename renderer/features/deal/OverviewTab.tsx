import { Suspense } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { partOf } from '#renderer/platform/parts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { InlineEdit } from '#renderer/ui/InlineEdit.tsx';
import { RecordTimeline } from '#renderer/ui/RecordTimeline.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import type { OpportunityPage } from '#shared/contract/opportunity.contract.ts';
import { C139Card } from './C139Card.tsx';
import { CriteriaCard } from './CriteriaCard.tsx';
import type { DealTab } from './dealSearch.ts';
import { NextStepCard } from './NextStepCard.tsx';
import styles from './OverviewTab.module.css';
import { QualificationCard } from './QualificationCard.tsx';
import { RatesCard } from './RatesCard.tsx';
import { StallCard } from './StallCard.tsx';
import { ToolkitCard } from './ToolkitCard.tsx';
import { RiskCard } from './RiskCard.tsx';
import { useSaveField } from './useDeal.ts';

interface OverviewTabProps {
  readonly page: OpportunityPage;
  readonly onTab: (tab: DealTab) => void;
}

/** One next step first, then the evidence, then what happened; figures stand at the right. */
export function OverviewTab({ page, onTab }: OverviewTabProps) {
  const t = useT();
  const save = useSaveField(page);
  const Preview = partOf('deal.mapPreview');
  return (
    <div className={styles.overview}>
      <div className={styles.column}>
        <StallCard card={page.card} />
        <NextStepCard page={page} />
        <RiskCard dealId={page.card.id} />
        <CriteriaCard page={page} />
        <ToolkitCard stageId={page.card.stageId} stageName={stageName(page)} />
        <QualificationCard dealId={page.card.id} closed={page.closedAt !== null} />
        <RecordTimeline entity="opportunity" id={page.card.id} first={15} />
      </div>
      <div className={styles.column}>
        <RatesCard page={page} />
        <C139Card page={page} onOpen={() => onTab('c139')} />
        {Preview ? (
          <Card
            title={t('deal.tab.map')}
            flush
            more={
              <Button tone="quiet" size="small" onClick={() => onTab('map')}>
                {t('deal.map.open')}
              </Button>
            }
          >
            <Suspense fallback={<Skeleton rows={3} />}>
              {/* Parts are made once, at the start; this only looks one up. */}
              {/* oxlint-disable-next-line react/static-components */}
              <Preview id={page.card.id} />
            </Suspense>
          </Card>
        ) : null}
        <Card title={t('fields.opportunity.description')}>
          <InlineEdit
            kind="longText"
            label={t('fields.opportunity.description')}
            value={page.fields.description}
            onSave={save('description')}
          />
        </Card>
      </div>
    </div>
  );
}

const stageName = ({ process, card }: OpportunityPage): string =>
  process.stages.find(({ id }) => id === card.stageId)?.name ?? '';
