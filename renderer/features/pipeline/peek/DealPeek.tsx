import { go } from '#renderer/platform/navigation.ts';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Drawer } from '#renderer/ui/Drawer.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import { returnFocus } from '../returnFocus.ts';
import { PeekFacts } from './PeekFacts.tsx';
import { peekStore } from './peekStore.ts';

const close = () => {
  peekStore.setState({ dealId: null });
  returnFocus();
};

/** A look at a deal beside the board; the board stays where it is. */
export function DealPeek() {
  const t = useT();
  const dealId = peekStore((state) => state.dealId);
  const page = useOperationQuery(opportunityContract.page, { id: dealId ?? '-' }, { enabled: dealId !== null });
  return (
    <Drawer
      title={page.data?.fields.name ?? t('pipeline.peek.title')}
      open={dealId !== null}
      onClose={close}
      width={440}
      extra={
        <Button
          size="small"
          onClick={() => {
            close();
            if (dealId) go(paths.deal(dealId));
          }}
        >
          {t('pipeline.action.open')}
        </Button>
      }
    >
      {page.error ? (
        <ErrorState failure={page.error.failure} onRetry={() => void page.refetch()} />
      ) : page.data ? (
        <PeekFacts page={page.data} />
      ) : (
        <Skeleton rows={6} />
      )}
    </Drawer>
  );
}
