import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './PageBar.module.css';
import { pageBarSlot } from './pageBarSlot.ts';
import { PageTitle } from './PageTitle.tsx';

interface PageBarProps {
  /** Name of the screen or the record: the first heading of the page and the window's title. */
  readonly title: string;
  /** Shown in place of the title where the page has a heading of its own below: a path back, for instance. */
  readonly lead?: ReactNode;
  /** Switches and menus that belong beside the title. */
  readonly children?: ReactNode;
}

/** Puts a screen's title and switches into the top bar. Each screen renders exactly one. */
export function PageBar({ title, lead, children }: PageBarProps) {
  const element = pageBarSlot((state) => state.element);
  if (!element) return null;
  return createPortal(
    <>
      <PageTitle title={title} />
      {lead ?? <h1 className={styles.title}>{title}</h1>}
      {children}
    </>,
    element,
  );
}
