/** Lets commands wait while an exclusive job (import, undo of a batch, sample) has the only write transaction. */
export class ExclusiveGate {
  private tail: Promise<unknown> = Promise.resolve();

  /** Resolves when no exclusive job runs. */
  async open(): Promise<void> {
    let seen: Promise<unknown>;
    do {
      seen = this.tail;
      await seen;
    } while (seen !== this.tail);
  }

  /** Runs one exclusive job after those before it. */
  hold<T>(work: () => Promise<T>): Promise<T> {
    const result = this.tail.then(work);
    this.tail = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }
}
