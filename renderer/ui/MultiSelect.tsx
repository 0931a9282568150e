import { Suspense } from 'react';
import { lazyPart } from '#renderer/platform/lazyPart.ts';
import { ControlPlaceholder } from './ControlPlaceholder.tsx';
import type { SelectOption } from './Select.tsx';

/** What a `MultiSelect` is given. */
export interface MultiSelectProps {
  readonly values: readonly string[];
  readonly options: readonly SelectOption[];
  readonly onChange: (values: string[]) => void;
  readonly id?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-label'?: string;
  readonly placeholder?: string;
  readonly size?: 'medium' | 'small';
  readonly onSearch?: (text: string) => void;
}

const MultiSelectControl = lazyPart(async () => (await import('./MultiSelectControl.tsx')).MultiSelectControl);

/** Several choices from a list that can be searched by typing. */
export function MultiSelect(props: MultiSelectProps) {
  return (
    <Suspense fallback={<ControlPlaceholder size={props.size} />}>
      <MultiSelectControl {...props} />
    </Suspense>
  );
}
