import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { currentPlatform } from '#renderer/platform/platform.ts';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './PermissionLine.module.css';

/** In a browser that has not been asked yet: offers to remind on the desktop. It asks on a click and never by itself. */
export function PermissionLine() {
  const t = useT();
  const [asked, setAsked] = useState(false);
  const platform = currentPlatform();
  if (asked || platform.notifyPermission() !== 'ask') return null;
  return (
    <p className={styles.line}>
      <span>{t('notices.permission.title')}</span>
      <Button size="small" onClick={() => void platform.askToNotify().then(() => setAsked(true))}>
        {t('notices.permission.ask')}
      </Button>
    </p>
  );
}
