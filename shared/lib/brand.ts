/**
 * Marks a primitive as one particular kind of value, so that ids, money and instants cannot be mixed up. The key exists
 * for the compiler only; it is a text and no unique symbol, because declarations of other projects must be able to name it.
 */
export type Brand<T, Name extends string> = T & { readonly '~brand': Name };
