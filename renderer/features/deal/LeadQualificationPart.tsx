import type { RecordPartProps } from '#renderer/platform/parts.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { qualificationContract } from '#shared/contract/qualification.contract.ts';
import { QualificationLevels } from './QualificationLevels.tsx';

/** The three-level check on a lead's page; conversion takes the answers along. */
export function LeadQualificationPart({ id }: RecordPartProps) {
  const { data } = useOperationQuery(qualificationContract.ofLead, { leadId: id });
  return data ? <QualificationLevels data={data} target={{ leadId: id }} closed={false} /> : null;
}
