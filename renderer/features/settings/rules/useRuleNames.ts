import { useMemo } from 'react';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { settingsContract } from '#shared/contract/settings.contract.ts';
import type { RuleNames } from './ruleWords.ts';

/** Processes with their stages, and people: what rules refer to. Empty until it is there. */
export function useRuleNames(): RuleNames {
  const processes = useOperationQuery(pipelineContract.processes, {}).data;
  const members = useOperationQuery(settingsContract.members, {}).data;
  return useMemo(() => ({ processes: processes ?? [], members: members ?? [] }), [processes, members]);
}
