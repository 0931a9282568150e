import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { OpenFigure } from '#renderer/ui/OpenFigure.tsx';
import { StageTag } from '#renderer/ui/StageTag.tsx';
import { stageColour } from '#renderer/ui/stageColour.ts';
import { Tag } from '#renderer/ui/Tag.tsx';
import type { funnelContract, FunnelStage } from '#shared/contract/funnel.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import styles from './ConversionCard.module.css';
import type { OpenedFigure } from './FunnelRowsDrawer.tsx';
import { largestEntry, NEEDED, sharedBenchmarks } from './funnelModel.ts';
import { RateInterval } from './RateInterval.tsx';

interface ConversionCardProps {
  readonly funnel: OutputOf<typeof funnelContract.get>;
  readonly stages: readonly FunnelStage[];
  readonly opened: OpenedFigure | null;
  readonly onOpen: (figure: OpenedFigure) => void;
}

/** 阶段转化: entered, where they went, the rate with its interval beside the benchmark, a verdict only when earned. */
export function ConversionCard({ funnel, stages, opened, onOpen }: ConversionCardProps) {
  const t = useT();
  const format = useFormat();
  const largest = largestEntry(stages);
  return (
    <Card
      title={t('analytics.conversion.title')}
      sub={t('analytics.conversion.sub', { entered: funnel.entered, won: funnel.won })}
      flush
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('analytics.conversion.stage')}</th>
            <th scope="col" className={styles.end}>
              {t('analytics.conversion.entered')}
            </th>
            <th scope="col">{t('analytics.conversion.where')}</th>
            <th scope="col">{t('analytics.conversion.interval')}</th>
            <th scope="col" className={styles.end}>
              {t('analytics.conversion.rate')}
            </th>
            <th scope="col" className={styles.end}>
              {t('analytics.conversion.verdict')}
            </th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage, index) => (
            <Row
              key={stage.stageId}
              stage={stage}
              next={stages[index + 1]?.name ?? t('analytics.conversion.won')}
              largest={largest}
              opened={opened?.stageId === stage.stageId ? opened : null}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
      {sharedBenchmarks(stages).map(({ names, together, each }) => (
        <p key={names.join(' ')} className={styles.note}>
          {t('analytics.conversion.shared', {
            stages: format.list(names),
            together: format.percent(together),
            each: format.percent(each),
          })}
        </p>
      ))}
    </Card>
  );
}

interface RowProps {
  readonly stage: FunnelStage;
  readonly next: string;
  readonly largest: number;
  readonly opened: OpenedFigure | null;
  readonly onOpen: (figure: OpenedFigure) => void;
}

function Row({ stage, next, largest, opened, onOpen }: RowProps) {
  const t = useT();
  const format = useFormat();
  const figure = (which: OpenedFigure['which'], count: number) => (
    <OpenFigure
      open={opened?.which === which}
      onOpen={() => onOpen({ stageId: stage.stageId, stageName: stage.name, which, count })}
    >
      {format.number(count)}
    </OpenFigure>
  );
  const width = (count: number) => ({ inlineSize: `${(count / largest) * 100}%` });
  const small = stage.settled < NEEDED;
  return (
    <tr>
      <td>
        <StageTag name={stage.name} stageClass={stage.stageClass} strong />
      </td>
      <td className={styles.entered}>{figure('entered', stage.entered)}</td>
      <td>
        <div className={styles.bar} aria-hidden>
          <span style={{ ...width(stage.reached), background: stageColour(stage.stageClass) }} />
          <span className={styles.open} style={width(stage.open)} />
          <span className={styles.lost} style={width(stage.lost)} />
        </div>
        <span className={styles.words}>
          {t('analytics.conversion.reached', { stage: next })} {figure('reached', stage.reached)}
          {t('analytics.conversion.comma')}
          {t('analytics.conversion.open')} {figure('open', stage.open)}
          {t('analytics.conversion.comma')}
          {t('analytics.conversion.lost')} {figure('lost', stage.lost)}
        </span>
      </td>
      <td>
        <RateInterval stage={stage} small={small} />
      </td>
      <td className={styles.end}>
        <b className={small ? styles.smallRate : styles.rate}>
          {stage.rate === null ? '—' : format.percent(stage.rate, 1)}
        </b>
        <span className={styles.range}>
          {stage.interval ? format.percentRange(stage.interval.low, stage.interval.high) : ''}
        </span>
      </td>
      <td className={styles.end}>
        <Verdict stage={stage} />
      </td>
    </tr>
  );
}

const tones = {
  meets: 'positive',
  below: 'negative',
  tooFew: 'plain',
  unclear: 'plain',
  noBenchmark: 'plain',
} as const;

function Verdict({ stage }: { readonly stage: FunnelStage }) {
  const t = useT();
  if (stage.verdict === 'tooFew') return <Tag>{t('app.sample.tooFew', { count: stage.settled, needed: NEEDED })}</Tag>;
  return <Tag tone={tones[stage.verdict]}>{t(`analytics.verdict.${stage.verdict}`)}</Tag>;
}
