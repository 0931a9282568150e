import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';
import styles from './OpenFigure.module.css';

interface OpenFigureProps {
  readonly onOpen: () => void;
  /** True while its rows are shown. */
  readonly open?: boolean;
  /** What a listener hears where the figure alone says too little. */
  readonly label?: string;
  readonly strong?: boolean;
  readonly children: ReactNode;
}

/** A figure that opens its rows: dotted underline, Enter or click; tinted while they are open. */
export function OpenFigure({ onOpen, open = false, label, strong = false, children }: OpenFigureProps) {
  return (
    <button
      type="button"
      className={classNames(styles.figure, open && styles.open, strong && styles.strong)}
      aria-expanded={open}
      aria-label={label}
      onClick={(event) => {
        // The card or row around it has a click of its own.
        event.stopPropagation();
        onOpen();
      }}
    >
      {children}
    </button>
  );
}
