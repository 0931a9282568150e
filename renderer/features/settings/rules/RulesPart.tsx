import { useSearchState } from '#renderer/platform/navigation.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { automationContract } from '#shared/contract/automation.contract.ts';
import { readSettingsSearch } from '../settingsSearch.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { RuleList } from './RuleList.tsx';

/** 自动化规则: the list, or the rule that the address names (`new` for one to be written). */
export function RulesPart() {
  const [{ rule: chosen }, setSearch] = useSearchState(readSettingsSearch);
  const rules = useOperationQuery(automationContract.list, {});
  if (rules.error) return <ErrorState failure={rules.error.failure} onRetry={() => void rules.refetch()} />;
  if (!rules.data) return <Skeleton rows={5} height={56} />;
  const known = rules.data.find(({ id }) => id === chosen);
  const close = () => setSearch({ rule: undefined });
  if (chosen === 'new' || known !== undefined) return <RuleEditor key={chosen} rule={known ?? null} onClose={close} />;
  return <RuleList rules={rules.data} onOpen={(rule) => setSearch({ rule })} />;
}
