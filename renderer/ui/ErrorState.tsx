import { TriangleAlert } from 'lucide-react';
import { useT } from '#renderer/platform/language.ts';
import { errorText, type FailureLike } from '#shared/i18n/errorText.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

interface ErrorStateProps {
  readonly failure: FailureLike;
  readonly onRetry?: () => void;
}

/** Says what failed, what is safe and what to do, with a reference to quote. */
export function ErrorState({ failure, onRetry }: ErrorStateProps) {
  const t = useT();
  const { title, detail, reference } = errorText(failure, t);
  return (
    <Notice role="alert" icon={TriangleAlert} title={title} detail={detail} foot={reference}>
      {onRetry ? <Button onClick={onRetry}>{t('app.action.retry')}</Button> : null}
    </Notice>
  );
}
