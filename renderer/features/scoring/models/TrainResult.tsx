import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import { type ModelKind, scoreModelContract } from '#shared/contract/scoreModel.contract.ts';
import { gainWords } from './modelWords.ts';
import { NeedsText } from './NeedsText.tsx';
import styles from './TrainDialog.module.css';

interface TrainResultProps {
  readonly kind: ModelKind;
  readonly result: OutputOf<typeof scoreModelContract.train>;
}

/** What a training came to, in words, and whether anything changes by it yet. */
export function TrainResult({ kind, result }: TrainResultProps) {
  const t = useT();
  const format = useFormat();
  const card = useOperationQuery(scoreModelContract.card, { id: result.id });
  const brier = card.data?.version.brier ?? null;
  return (
    <div className={styles.body} role="status">
      <p className={styles.text}>
        {t('scoreModels.train.result', {
          version: result.version,
          verdict: t(`scoreModels.verdict.${result.verdict}`),
        })}{' '}
        {brier ? t('scoreModels.train.resultGain', { gain: gainWords(brier, t, format) }) : null}
      </p>
      {result.needs ? (
        <p className={styles.quiet}>
          <NeedsText kind={kind} needs={result.needs} />
        </p>
      ) : null}
      <p className={styles.quiet}>
        {t(result.activated ? 'scoreModels.train.activated' : 'scoreModels.train.notActivated')}
      </p>
    </div>
  );
}
