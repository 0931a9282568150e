import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { accountContract } from '#shared/contract/account.contract.ts';
import { settingsContract } from '#shared/contract/settings.contract.ts';
import { type FilterName, isFiltered } from '../pipelineSearch.ts';
import { usePipeline } from '../usePipeline.ts';

/** What a filter's chip says: its name, and what it narrows to. */
export function useFilterText(name: FilterName): string {
  const t = useT();
  const format = useFormat();
  const { search, process } = usePipeline();
  const members = useOperationQuery(settingsContract.members, {}, { enabled: name === 'ownerIds' });
  const account = useOperationQuery(
    accountContract.page,
    { id: search.accountId ?? '-' },
    { enabled: name === 'accountId' && search.accountId !== undefined },
  );
  if (name === 'status') return t(`pipeline.filter.status_${search.status ?? 'open'}`);
  if (!isFiltered(search, name)) return t(`pipeline.filter.${name}`);
  switch (name) {
    case 'ownerIds': {
      const names = (search.ownerIds ?? []).map((id) => members.data?.find((one) => one.id === id)?.name ?? '…');
      return names.length > 2
        ? t('pipeline.filter.ownersAndMore', { names: format.list(names.slice(0, 2)), count: names.length })
        : format.list(names);
    }
    case 'amount':
      return range(
        search.amountMin === undefined ? null : format.money(search.amountMin),
        search.amountMax === undefined ? null : format.money(search.amountMax),
      );
    case 'close':
      return range(
        search.closeFrom === undefined ? null : format.day(search.closeFrom),
        search.closeTo === undefined ? null : format.day(search.closeTo),
      );
    case 'qualification':
      return t('pipeline.filter.withQualification', { level: levelText(search.qualification ?? '', t) });
    case 'accountId':
      return account.data?.fields.name ?? t('pipeline.filter.accountId');
    case 'text':
      return t('pipeline.filter.withText', { text: search.text ?? '' });
    case 'source':
      return t('pipeline.filter.withSource', { source: search.source ?? '' });
    case 'unrated':
      return t(`pipeline.filter.unrated_${search.unrated ?? 'model'}`);
    case 'stages': {
      const names = process.stages.filter(({ id }) => search.stages?.includes(id)).map((stage) => stage.name);
      return names.length > 0 ? format.list(names) : t('pipeline.filter.stages');
    }
    default:
      return t(`pipeline.filter.${name}`);
  }
}

function levelText(level: string, t: ReturnType<typeof useT>): string {
  return level === 'none' ? t('pipeline.filter.levelNone') : level;
}

/** `≥ ¥100万`, `≤ 9月30日`, `¥10万 – ¥100万`. */
function range(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return `${from} – ${to}`;
  return from === null ? `≤ ${to ?? ''}` : `≥ ${from}`;
}
