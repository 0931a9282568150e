import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { OpenFigure } from '#renderer/ui/OpenFigure.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { type ModelVersion, scoreModelContract } from '#shared/contract/scoreModel.contract.ts';
import type { ComparedPair } from './CompareDrawer.tsx';
import { checkTones, gainWords, verdictTones, versionName, windowWords } from './modelWords.ts';
import styles from './VersionsCard.module.css';

interface VersionsCardProps {
  readonly versions: readonly ModelVersion[];
  readonly shownId: string;
  readonly onOpen: (id: string) => void;
  readonly onCompare: (pair: ComparedPair) => void;
}

/** 版本: every training with its window and quality; open, compare with the one in use, take into use. */
export function VersionsCard({ versions, shownId, onOpen, onCompare }: VersionsCardProps) {
  const t = useT();
  const format = useFormat();
  const used = versions.find(({ inUse }) => inUse);
  const activate = useOperationCommand(scoreModelContract.activate, {
    undoLabel: ({ version }) => t('scoreModels.activate.done', { version }),
  });
  return (
    <Card title={t('scoreModels.version.title')} sub={t('scoreModels.version.sub')} flush>
      <Table
        density="twoLine"
        caption={t('scoreModels.version.title')}
        rows={versions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'version',
            title: t('scoreModels.version.column'),
            cell: (version) => (
              <>
                <OpenFigure open={version.id === shownId} onOpen={() => onOpen(version.id)}>
                  {versionName(version, t)}
                </OpenFigure>{' '}
                {version.inUse ? <Tag tone="accent">{t('scoreModels.version.inUse')}</Tag> : null}
                {version.note === '' ? null : <span className={styles.second}>{version.note}</span>}
              </>
            ),
          },
          {
            key: 'verdict',
            title: t('scoreModels.version.verdict'),
            cell: ({ verdict }) => <Tag tone={verdictTones[verdict]}>{t(`scoreModels.verdict.${verdict}`)}</Tag>,
          },
          {
            key: 'trained',
            title: t('scoreModels.version.trained'),
            cell: ({ trainedAt, trainedBy }) => (
              <>
                {format.instantDay(trainedAt)}
                <span className={styles.second}>{trainedBy || '—'}</span>
              </>
            ),
          },
          {
            key: 'window',
            title: t('scoreModels.version.window'),
            cell: (version) => (
              <>
                {windowWords(version, format)}
                <span className={styles.second}>
                  {t(`scoreModels.version.size.${version.kind}`, { count: version.records })}
                </span>
              </>
            ),
          },
          {
            key: 'quality',
            title: t('scoreModels.version.quality'),
            cell: ({ brier }) =>
              brier === null ? (
                '—'
              ) : (
                <>
                  {gainWords(brier, t, format)}
                  <span className={styles.second}>Brier {format.number(brier.own, 3)}</span>
                </>
              ),
          },
          {
            key: 'check',
            title: t('scoreModels.version.check'),
            cell: ({ lastCheck }) =>
              lastCheck === null ? (
                <span className={styles.quiet}>{t('scoreModels.version.unchecked')}</span>
              ) : (
                <>
                  <Tag tone={checkTones[lastCheck.verdict]}>{t(`scoreModels.checkVerdict.${lastCheck.verdict}`)}</Tag>
                  <span className={styles.second}>{format.instantDay(lastCheck.at)}</span>
                </>
              ),
          },
          {
            key: 'actions',
            title: t('scoreModels.version.actions'),
            hideTitle: true,
            align: 'end',
            cell: (version) =>
              version.inUse ? null : (
                <span className={styles.actions}>
                  {used ? (
                    <Button
                      size="small"
                      aria-label={t('scoreModels.compare.ofVersion', { name: versionName(version, t) })}
                      onClick={() => onCompare({ a: used, b: version })}
                    >
                      {t('scoreModels.compare.button')}
                    </Button>
                  ) : null}
                  <Button
                    size="small"
                    busy={activate.pending}
                    aria-label={t('scoreModels.activate.ofVersion', { name: versionName(version, t) })}
                    onClick={() => void activate.run({ id: version.id })}
                  >
                    {t('scoreModels.activate.button')}
                  </Button>
                </span>
              ),
          },
        ]}
      />
    </Card>
  );
}
