import { useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';

/** Shown for an address that leads nowhere. */
export function MissingScreen() {
  const t = useT();
  return (
    <Notice title={t('app.notFound.title')} detail={t('app.notFound.detail')}>
      <Button tone="primary" onClick={() => go('/')}>
        {t('app.crash.home')}
      </Button>
    </Notice>
  );
}
