import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { dismissToast, type Toast, toastStore } from '#renderer/platform/toasts.ts';
import { Button } from './Button.tsx';
import { classNames } from './classNames.ts';
import { IconButton } from './IconButton.tsx';
import styles from './Toasts.module.css';

/** The messages at the bottom left, the undo offer among them; spoken when the reader has finished its sentence. */
export function Toasts() {
  const t = useT();
  const toasts = toastStore((state) => state.toasts);
  return (
    <section className={styles.region} aria-label={t('app.toast.region')} aria-live="polite" aria-relevant="additions">
      {toasts.map((toast) => (
        <OneToast key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function OneToast({ toast }: { readonly toast: Toast }) {
  const t = useT();
  const { id, tone, title, detail, reference, action, seconds } = toast;
  const [held, setHeld] = useState(false);
  // Time stands still while somebody reads with the pointer or the focus on it.
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => dismissToast(id), seconds * 1000);
    return () => clearTimeout(timer);
  }, [held, id, seconds]);
  return (
    <div
      className={classNames(styles.toast, tone === 'error' && styles.error)}
      data-tone={tone}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {detail ? <p className={styles.detail}>{detail}</p> : null}
        {reference ? <p className={styles.detail}>{reference}</p> : null}
      </div>
      {action ? (
        <Button size="small" {...(action.keys ? { keys: action.keys } : {})} onClick={action.run}>
          {action.label}
        </Button>
      ) : null}
      <IconButton size="small" icon={X} label={t('app.toast.dismiss')} onClick={() => dismissToast(id)} />
    </div>
  );
}
