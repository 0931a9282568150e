import { Modal } from 'antd';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '#renderer/platform/language.ts';
import styles from './Dialog.module.css';
import { Icon } from './Icon.tsx';

interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  /** Esc, the cross, a click beside it. */
  readonly onClose: () => void;
  /** Buttons, the primary one last. */
  readonly actions?: ReactNode;
  /** At the left of the buttons: what will happen, or a quiet action. */
  readonly note?: ReactNode;
  readonly width?: number;
  readonly children: ReactNode;
}

/** A dialog over the screen. Focus goes in, stays in, and returns to where it was. */
export function Dialog({ title, open, onClose, actions, note, width = 520, children }: DialogProps) {
  const t = useT();
  return (
    <Modal
      title={<span className={styles.title}>{title}</span>}
      open={open}
      onCancel={onClose}
      width={width}
      centered
      destroyOnHidden
      closable={{ 'aria-label': t('app.action.close'), closeIcon: <Icon of={X} /> }}
      footer={
        actions || note ? (
          <div className={styles.foot}>
            <div className={styles.note}>{note}</div>
            {actions}
          </div>
        ) : null
      }
    >
      <div className={styles.body}>{children}</div>
    </Modal>
  );
}
