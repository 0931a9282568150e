import { type ReactNode, Suspense } from 'react';
import { lazyPart } from '#renderer/platform/lazyPart.ts';
import { ControlPlaceholder } from './ControlPlaceholder.tsx';

/** One thing that can be chosen. */
export interface SelectOption {
  readonly value: string;
  readonly label: string;
  /** Second, quieter part: the city of an account, the title of a person. */
  readonly hint?: string;
  readonly mark?: ReactNode;
  readonly disabled?: boolean;
}

/** What a `Select` is given. */
export interface SelectProps {
  readonly value: string | null;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string | null) => void;
  readonly id?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: true | undefined;
  readonly 'aria-label'?: string;
  readonly placeholder?: string;
  readonly size?: 'medium' | 'small';
  /** The choice may be taken back. */
  readonly clearable?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly defaultOpen?: boolean;
  readonly onBlur?: () => void;
  /** For options that come from the core while typing; without it the given options are filtered. */
  readonly onSearch?: (text: string) => void;
  readonly loading?: boolean;
  /** Shown where nothing matches: perhaps a button that makes it. */
  readonly whenEmpty?: ReactNode;
}

/** The control is large and seldom the first thing on a screen, so its code comes when the first one is shown. */
const SelectControl = lazyPart(async () => (await import('./SelectControl.tsx')).SelectControl);

/** A choice from a list that can be searched by typing. */
export function Select(props: SelectProps) {
  return (
    <Suspense fallback={<ControlPlaceholder size={props.size} />}>
      <SelectControl {...props} />
    </Suspense>
  );
}
