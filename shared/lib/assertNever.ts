/** Proves to the compiler that a union was handled in full; reaching it is a defect, so it throws. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
