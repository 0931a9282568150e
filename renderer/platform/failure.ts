import { errorText, type FailureLike } from '#shared/i18n/errorText.ts';
import { currentT } from './language.ts';
import { showToast } from './toasts.ts';

/** An expected failure of an operation as something that React Query and error boundaries can carry. */
export class OperationFailure extends Error {
  readonly failure: FailureLike;

  constructor(failure: FailureLike) {
    super(failure.type);
    this.name = 'OperationFailure';
    this.failure = failure;
  }
}

/** The failure within anything thrown; what is not ours counts as a defect without reference. */
export function failureOf(thrown: unknown): FailureLike {
  return thrown instanceof OperationFailure ? thrown.failure : { type: 'connection' };
}

/** Says in words at the bottom left what failed, what is safe and what to do. */
export function showFailure(failure: FailureLike): void {
  showToast({ tone: 'error', ...errorText(failure, currentT) });
}
