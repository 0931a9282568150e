import type { ReactNode } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { Field, type FieldControl } from '#renderer/ui/Field.tsx';
import type { DraftProblem } from '#shared/contract/processDraft.ts';

interface PlaceProps {
  /** Where it lies in the draft: `stages.2.name`. */
  readonly path: string;
  readonly label: string;
  readonly problems: readonly DraftProblem[];
  readonly optional?: boolean;
  readonly hint?: string;
  readonly children: (control: FieldControl) => ReactNode;
}

/** A field of the draft that says what is wrong with it, and that a listed problem leads to. */
export function Place({ path, label, problems, optional = false, hint, children }: PlaceProps) {
  const t = useT();
  const problem = problems.find((one) => one.path === path);
  const told = problem === undefined ? undefined : t(`processes.problem.${problem.code}`);
  const note = problem?.severity === 'warning' ? told : hint;
  return (
    <div data-place={path}>
      <Field
        label={label}
        optional={optional}
        error={problem?.severity === 'error' ? told : null}
        {...(note === undefined ? {} : { hint: note })}
      >
        {children}
      </Field>
    </div>
  );
}
