/** An account that was chosen, or a name that will become one. */
export interface AccountChoice {
  /** Null for a new account. */
  readonly id: string | null;
  readonly name: string;
}
