import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { refreshToday, setRegion } from '#renderer/platform/region.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Toasts } from '#renderer/ui/Toasts.tsx';
import { TooltipLayer } from '#renderer/ui/TooltipLayer.tsx';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import styles from './Shell.module.css';
import { usePersonalSettings } from './usePersonalSettings.ts';

/** What surrounds every screen, and the door: without an open workspace only the start screen shows. */
export function Shell() {
  usePersonalSettings();
  return (
    <div className={styles.shell}>
      <ConnectionBanner />
      <div className={styles.content}>
        <Door />
      </div>
      <Toasts />
      <TooltipLayer />
    </div>
  );
}

function Door() {
  const status = useOperationQuery(workspaceContract.status, {});
  const atStart = useRouterState({ select: (state) => state.location.pathname === paths.start() });
  const open = status.data?.open;
  useEffect(() => {
    if (open) setRegion(open.timeZone, open.currency);
  }, [open]);
  useEffect(() => {
    const clock = setInterval(refreshToday, 60_000);
    return () => clearInterval(clock);
  }, []);
  const goesTo = open === undefined ? null : open === null && !atStart ? paths.start() : open && atStart ? '/' : null;
  useEffect(() => {
    if (goesTo !== null) go(goesTo, { replace: true });
  }, [goesTo]);
  if (open === undefined) {
    // Only a core that cannot be reached has no status; the banner says so, this gives a way to try again.
    return status.error ? <ErrorState failure={status.error.failure} onRetry={() => void status.refetch()} /> : null;
  }
  return goesTo === null ? <Outlet /> : null;
}
