import { Drawer as KitDrawer } from 'antd';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '#renderer/platform/language.ts';
import styles from './Drawer.module.css';
import { IconButton } from './IconButton.tsx';

interface DrawerProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Beside the title, before the cross. */
  readonly extra?: ReactNode;
  readonly width?: number;
  readonly children: ReactNode;
}

/** A panel from the right for a look beside the screen; the screen stays visible. */
export function Drawer({ title, open, onClose, extra, width = 472, children }: DrawerProps) {
  const t = useT();
  return (
    <KitDrawer
      open={open}
      onClose={onClose}
      size={width}
      closable={false}
      destroyOnHidden
      title={<span className={styles.title}>{title}</span>}
      extra={
        <div className={styles.extra}>
          {extra}
          <IconButton icon={X} label={t('app.action.close')} onClick={onClose} />
        </div>
      }
    >
      {children}
    </KitDrawer>
  );
}
