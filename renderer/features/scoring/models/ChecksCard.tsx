import { useFormat } from '#renderer/platform/format.ts';
import { useJobProgress } from '#renderer/platform/jobProgress.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { Progress } from '#renderer/ui/Progress.tsx';
import { type ModelCheck, type ModelVersion, scoreModelContract } from '#shared/contract/scoreModel.contract.ts';
import styles from './ChecksCard.module.css';
import { CheckRow } from './CheckRow.tsx';

interface ChecksCardProps {
  readonly version: ModelVersion;
  readonly checks: readonly ModelCheck[];
}

/** 季度检查: what was predicted against what happened, the newest first. */
export function ChecksCard({ version, checks }: ChecksCardProps) {
  const t = useT();
  const format = useFormat();
  const check = useOperationCommand(scoreModelContract.check, {
    undoLabel: ({ verdict }) => t('scoreModels.check.done', { verdict: t(`scoreModels.checkVerdict.${verdict}`) }),
  });
  const progress = useJobProgress('scoreModel.check', check.pending);
  return (
    <Card
      title={t('scoreModels.check.title')}
      sub={t('scoreModels.check.sub')}
      more={
        <Button size="small" busy={check.pending} onClick={() => void check.run({ id: version.id })}>
          {t('scoreModels.check.button')}
        </Button>
      }
    >
      {check.pending ? (
        <Progress label={t('scoreModels.check.working')} done={progress?.done ?? 0} total={progress?.total ?? null} />
      ) : null}
      {checks.length === 0 ? (
        <p className={styles.quiet}>{t('scoreModels.check.none', { day: format.instantDay(version.trainedAt) })}</p>
      ) : (
        <ul className={styles.checks}>
          {checks.map((one) => (
            <CheckRow key={one.id} kind={version.kind} check={one} />
          ))}
        </ul>
      )}
    </Card>
  );
}
