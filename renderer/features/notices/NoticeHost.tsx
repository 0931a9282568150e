import { useEffect } from 'react';
import { subscribe } from '#renderer/platform/client.ts';
import { runCommand } from '#renderer/platform/commands.ts';
import { currentLanguage, currentT } from '#renderer/platform/language.ts';
import { currentPlatform } from '#renderer/platform/platform.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { titleCount } from '#renderer/platform/titleCount.ts';
import { showToast } from '#renderer/platform/toasts.ts';
import { noticeContract } from '#shared/contract/notice.contract.ts';
import type { CoreEvent } from '#shared/contract/operation.ts';
import { noticeText } from '#shared/i18n/noticeText.ts';
import { StallReasonDialog } from './StallReasonDialog.tsx';
import { useStallRequest } from './useStallRequest.ts';

/** Tells reminders when they come: a message on the page, on the desktop where that is allowed, the number in the title. */
export function NoticeHost() {
  const [request, close] = useStallRequest();
  const count = useOperationQuery(noticeContract.counts, {}).data?.open ?? 0;
  useEffect(() => {
    titleCount.setState({ count });
    return () => titleCount.setState({ count: 0 });
  }, [count]);
  useEffect(() => subscribe(tell), []);
  return request ? <StallReasonDialog key={request.opportunityId} request={request} onClose={close} /> : null;
}

function tell(event: CoreEvent): void {
  if (event.type === 'ask') runCommand(event.command);
  if (event.type !== 'notify') return;
  const [first] = event.told;
  const only = event.count === 1 && first ? noticeText(first, currentT, currentLanguage()) : null;
  const title = only?.title ?? currentT('notices.notify.many', { count: event.count });
  showToast({
    title,
    detail: only?.body === '' ? undefined : only?.body,
    seconds: 8,
    replaces: 'notices',
    action: { label: currentT('notices.notify.open'), run: () => runCommand('notices.open') },
  });
  currentPlatform().notifyFromPage(title, only?.body ?? '', event.told.map(({ id }) => id).join(' '));
}
