import { useOperationQuery } from '#renderer/platform/queries.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { scoreModelContract } from '#shared/contract/scoreModel.contract.ts';
import { ChecksCard } from './ChecksCard.tsx';
import { FactorsCard } from './FactorsCard.tsx';
import { LeftOutCard } from './LeftOutCard.tsx';
import { ReliabilityCard } from './ReliabilityCard.tsx';
import { VerdictCard } from './VerdictCard.tsx';

/** Everything known of one version: verdict first, then how right it is, what it looks at, what it must not look at, and its checks. */
export function ModelCard({ id }: { readonly id: string }) {
  const { data, error, refetch } = useOperationQuery(scoreModelContract.card, { id });
  if (error) return <ErrorState failure={error.failure} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={5} height={56} />;
  const { report, version, checks } = data;
  return (
    <>
      <VerdictCard card={data} />
      {report.reliability.length > 0 ? <ReliabilityCard report={report} /> : null}
      {report.columns.length > 0 ? <FactorsCard kind={version.kind} report={report} /> : null}
      {report.leftOut.length > 0 ? <LeftOutCard report={report} /> : null}
      <ChecksCard version={version} checks={checks} />
    </>
  );
}
