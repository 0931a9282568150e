import { GraduationCap } from 'lucide-react';
import { useState } from 'react';
import { runCommand } from '#renderer/platform/commands.ts';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useSearchState } from '#renderer/platform/navigation.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { type ModelKind, modelKindSchema, scoreModelContract } from '#shared/contract/scoreModel.contract.ts';
import { CompareDrawer, type ComparedPair } from './CompareDrawer.tsx';
import { ModelCard } from './ModelCard.tsx';
import styles from './ModelsPart.module.css';
import { readModelsSearch } from './modelsSearch.ts';
import { NeedsText } from './NeedsText.tsx';
import { VersionsCard } from './VersionsCard.tsx';

/** 设置 › 评分 › 模型: the card of one version and the list of all, per kind. */
export function ModelsPart() {
  const t = useT();
  const [{ kind, model }, setSearch] = useSearchState(readModelsSearch);
  const [compared, setCompared] = useState<ComparedPair | null>(null);
  const list = useOperationQuery(scoreModelContract.list, { kind });
  const versions = list.data?.versions ?? [];
  const shown = versions.find(({ id }) => id === model) ?? versions.find(({ inUse }) => inUse) ?? versions[0] ?? null;
  const train = (
    <Button
      size="small"
      tone={versions.length === 0 ? 'primary' : 'plain'}
      icon={GraduationCap}
      onClick={() => runCommand('scoreModels.train', { kind })}
    >
      {t('scoreModels.train.button')}
    </Button>
  );
  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <Segmented
          label={t('scoreModels.kind.choice')}
          value={kind}
          options={modelKindSchema.options.map((value) => ({ value, label: t(`scoreModels.kind.${value}`) }))}
          onChange={(next) => setSearch({ kind: next, model: undefined })}
        />
        <span className={styles.end}>{versions.length === 0 ? null : train}</span>
      </div>
      {list.error ? (
        <ErrorState failure={list.error.failure} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Skeleton rows={5} height={56} />
      ) : shown === null ? (
        <NoModel kind={kind} closed={list.data.closed} needs={list.data.needs}>
          {train}
        </NoModel>
      ) : (
        <>
          <ModelCard key={shown.id} id={shown.id} />
          <VersionsCard
            versions={versions}
            shownId={shown.id}
            onOpen={(id) => setSearch({ model: id })}
            onCompare={setCompared}
          />
        </>
      )}
      {compared ? <CompareDrawer pair={compared} onClose={() => setCompared(null)} /> : null}
    </div>
  );
}

interface NoModelProps {
  readonly kind: ModelKind;
  readonly closed: number;
  readonly needs: Parameters<typeof NeedsText>[0]['needs'] | null;
  readonly children: React.ReactNode;
}

function NoModel({ kind, closed, needs, children }: NoModelProps) {
  const t = useT();
  const format = useFormat();
  return (
    <Card>
      <EmptyState
        icon={GraduationCap}
        title={t(`scoreModels.none.${kind}`)}
        detail={
          closed === 0
            ? t(`scoreModels.none.noneClosed.${kind}`)
            : t(`scoreModels.none.closed.${kind}`, { figure: format.number(closed) })
        }
      >
        {children}
      </EmptyState>
      {needs && closed > 0 ? (
        <p className={styles.needs}>
          <NeedsText kind={kind} needs={needs} />
        </p>
      ) : null}
    </Card>
  );
}
