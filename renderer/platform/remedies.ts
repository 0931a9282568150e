import type { FailureLike } from '#shared/i18n/errorText.ts';

/** A command that failed for a reason that can be mended on the spot. */
export interface Remediable {
  readonly failure: FailureLike;
  /** Name of the operation that failed. */
  readonly operation: string;
  /** Runs it again with the same input. */
  readonly retry: () => void;
}

type Remedy = (failed: Remediable) => void;
const remedies = new Map<string, Remedy>();

/**
 * Offers to mend every failure of a type, whichever screen it comes from (`deliverableMissing`: attach the document right
 * there), until the returned function is called. A command that handles the type itself does not come here.
 */
export function registerRemedy(type: string, remedy: Remedy): () => void {
  remedies.set(type, remedy);
  return () => {
    if (remedies.get(type) === remedy) remedies.delete(type);
  };
}

/** Hands a failure to whoever can mend it; false when nobody can. */
export function seekRemedy(failed: Remediable): boolean {
  const remedy = remedies.get(failed.failure.type);
  remedy?.(failed);
  return remedy !== undefined;
}
