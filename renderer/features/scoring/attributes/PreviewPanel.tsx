import { useEffect, useMemo, useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import type { AttributeRules } from '#shared/contract/attributeRules.ts';
import { attributeScoreContract, type ScoredEntity } from '#shared/contract/attributeScore.contract.ts';
import { entityWord } from './attributeWords.ts';
import { Histogram } from './Histogram.tsx';
import { MoversCard } from './MoversCard.tsx';
import styles from './PreviewPanel.module.css';
import { SideFigures } from './SideFigures.tsx';

interface PreviewPanelProps {
  readonly name: string;
  readonly body: AttributeRules;
  readonly ruleSetId: string | null;
}

/** Long enough that a word is typed before all records are scored by half of it. */
const PAUSE_MS = 150;

/** What the draft makes of the workspace's own records, beside what they score now. */
export function PreviewPanel({ name, body, ruleSetId }: PreviewPanelProps) {
  const t = useT();
  const format = useFormat();
  const [entity, setEntity] = useState<ScoredEntity>('account');
  const draft = useMemo(() => ({ name, body }), [name, body]);
  const settled = useSettled(draft);
  const preview = useOperationQuery(
    attributeScoreContract.preview,
    { ...settled, ruleSetId },
    { keepPrevious: true, staleTime: 0 },
  );
  if (preview.error) return <ErrorState failure={preview.error.failure} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <Skeleton rows={6} height={40} />;
  const side = preview.data[entity];
  return (
    <>
      <Card
        title={t('attributes.preview.title')}
        sub={t('attributes.preview.records', { count: format.number(side.records) })}
        more={
          <Segmented
            size="small"
            label={t('attributes.preview.which')}
            value={entity}
            options={(['account', 'lead'] as const).map((value) => ({ value, label: entityWord(t, value) }))}
            onChange={setEntity}
          />
        }
      >
        {side.records === 0 ? (
          <p className={styles.none}>{t('attributes.preview.none')}</p>
        ) : (
          <>
            <Histogram now={side.now} draft={side.draft} />
            <SideFigures side={side} />
          </>
        )}
      </Card>
      <MoversCard up={preview.data.up} down={preview.data.down} />
    </>
  );
}

/** The value after it has stayed the same for a moment. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
