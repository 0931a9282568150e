import { Suspense } from 'react';
import { lazyPart } from '#renderer/platform/lazyPart.ts';
import { ControlPlaceholder } from './ControlPlaceholder.tsx';

/** What a `DateInput` is given. */
export interface DateInputProps {
  /** `YYYY-MM-DD`, null when empty. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly id?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: true | undefined;
  readonly 'aria-label'?: string;
  readonly size?: 'medium' | 'small';
  readonly autoFocus?: boolean;
  readonly onBlur?: () => void;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  /** Opens the calendar at once; for editing in place. */
  readonly defaultOpen?: boolean;
}

const DateInputControl = lazyPart(async () => (await import('./DateInputControl.tsx')).DateInputControl);

/** A calendar day, typed or picked. Its code, the largest of all controls, comes when the first one is shown. */
export function DateInput(props: DateInputProps) {
  return (
    <Suspense fallback={<ControlPlaceholder size={props.size} />}>
      <DateInputControl {...props} />
    </Suspense>
  );
}
