import type { ErrorComponentProps } from '@tanstack/react-router';
import { useState } from 'react';
import { OperationFailure } from '#renderer/platform/failure.ts';
import { useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';

/** What a screen shows when its code fails: the rest of the program stays usable. */
export function CrashScreen({ error, reset }: ErrorComponentProps) {
  const t = useT();
  // Enough to find the line in the console of this window; defects of the core carry their own reference.
  const [reference] = useState(() => `R-${Date.now().toString(36).toUpperCase()}`);
  if (error instanceof OperationFailure) return <ErrorState failure={error.failure} onRetry={reset} />;
  console.error(reference, error);
  return (
    <Notice
      role="alert"
      title={t('app.crash.title')}
      detail={t('app.crash.detail')}
      foot={`${t('errors.unknown.reference', { reference })}  ${error instanceof Error ? error.message : ''}`}
    >
      <Button tone="primary" onClick={reset}>
        {t('app.crash.retry')}
      </Button>
      <Button onClick={() => go('/')}>{t('app.crash.home')}</Button>
    </Notice>
  );
}
