/** The outcome of anything that may fail in an expected way; plain data, so that it crosses process boundaries. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** Wraps a success. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** Wraps an expected failure. */
export const err = <const E>(error: E): Result<never, E> => ({ ok: false, error });
