import { useOperationQuery } from '#renderer/platform/queries.ts';
import { qualificationContract } from '#shared/contract/qualification.contract.ts';
import { QualificationLevels } from './QualificationLevels.tsx';

interface QualificationCardProps {
  readonly dealId: string;
  /** A closed deal keeps what was answered; nothing is asked any more. */
  readonly closed: boolean;
}

/** 商机三级甄别: the questions of each level with answer, evidence, who and when; the level follows from them. */
export function QualificationCard({ dealId, closed }: QualificationCardProps) {
  const { data } = useOperationQuery(qualificationContract.ofDeal, { opportunityId: dealId });
  return data ? <QualificationLevels data={data} target={{ opportunityId: dealId }} closed={closed} /> : null;
}
