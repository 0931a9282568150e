/** Exists for the compiler only; exported so that declarations of other files can name it. */
export declare const brand: unique symbol;

/** Marks a primitive as one particular kind of value, so that ids, money and instants cannot be mixed up. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
