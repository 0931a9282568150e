import type { FailureLike } from '#shared/i18n/errorText.ts';

/** A command that failed for a reason that can be mended on the spot. */
export interface Remediable {
  readonly failure: FailureLike;
  /** Name of the operation that failed. */
  readonly operation: string;
  /** Runs it again with the same input. */
  readonly retry: () => void;
  /** Says it in words, when nobody comes to mend it. */
  readonly say: () => void;
}

/** Types that some feature mends once it is loaded. */
type RemediableType = 'deliverableMissing';
const types: ReadonlySet<string> = new Set<RemediableType>(['deliverableMissing']);

type Remedy = (failed: Remediable) => void;
const remedies = new Map<string, Remedy>();

/** What failed before its feature had been loaded, and the clock after which it is only said. */
let waiting: { readonly failed: Remediable; readonly timer: ReturnType<typeof setTimeout> } | null = null;
const WAITING_MS = 4000;

/**
 * Offers to mend every failure of a type, whichever screen it comes from (`deliverableMissing`: attach the document right
 * there), until the returned function is called. A command that handles the type itself does not come here.
 */
export function registerRemedy(type: RemediableType, remedy: Remedy): () => void {
  remedies.set(type, remedy);
  if (waiting?.failed.failure.type === type) {
    clearTimeout(waiting.timer);
    remedy(waiting.failed);
    waiting = null;
  }
  return () => {
    if (remedies.get(type) === remedy) remedies.delete(type);
  };
}

/** Hands a failure to whoever can mend it, now or as soon as that is loaded; false when nobody can. */
export function seekRemedy(failed: Remediable): boolean {
  const { type } = failed.failure;
  const remedy = remedies.get(type);
  if (remedy) remedy(failed);
  else if (types.has(type)) wait(failed);
  return types.has(type);
}

function wait(failed: Remediable): void {
  if (waiting) clearTimeout(waiting.timer);
  const timer = setTimeout(() => {
    waiting = null;
    failed.say();
  }, WAITING_MS);
  waiting = { failed, timer };
}
