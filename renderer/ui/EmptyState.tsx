import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Notice } from './Notice.tsx';

interface EmptyStateProps {
  /** What belongs here. */
  readonly title: string;
  readonly detail?: string;
  readonly icon?: LucideIcon;
  /** One button, perhaps a link to the import. */
  readonly children?: ReactNode;
}

/** Shown where nothing is yet: says what belongs here and how it gets here. */
export function EmptyState(props: EmptyStateProps) {
  return <Notice {...props} />;
}
