import { useT } from '#renderer/platform/language.ts';
import { usePathParameter } from '#renderer/platform/navigation.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { accountContract } from '#shared/contract/account.contract.ts';
import { AccountFigures } from './AccountFigures.tsx';
import { AccountOverview } from './AccountOverview.tsx';
import { RecordPage } from './RecordPage.tsx';

/** One account: money, last touch, next step first; then deals, people, group and facts. */
export function AccountScreen() {
  const t = useT();
  const id = usePathParameter('accountId');
  const { data: page, error, refetch } = useOperationQuery(accountContract.page, { id });
  const update = useOperationCommand(accountContract.update, {
    handles: true,
    undoLabel: () => t('accounts.edit.saved'),
  });
  if (error) return <ErrorState failure={error.failure} onRetry={() => void refetch()} />;
  return (
    <RecordPage
      entity="account"
      id={id}
      record={
        page && {
          name: page.fields.name,
          subtitle: page.fields.city,
          above: page.parent,
          figures: <AccountFigures page={page} />,
          overview: <AccountOverview page={page} />,
        }
      }
      onRename={(name) => update.run({ id, fields: { name }, expected: { name: page?.fields.name ?? '' } })}
    />
  );
}
