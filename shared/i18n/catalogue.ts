/** The shape of one source catalogue: flat keys `area.thing.part`, so that a key found in code is found here by search. */
export type Texts<Area extends string> = Readonly<Record<`${Area}.${string}.${string}`, string>>;

/**
 * The shape of a translated catalogue: exactly the keys of its source. `<key>_one` is the singular of a text with
 * `{{count}}` in languages that have one; Chinese needs none.
 */
export type Translation<Source> = { readonly [Key in keyof Source]: string } & {
  readonly [Key in keyof Source as `${Key & string}_one`]?: string;
};

/** Names between double braces: what a text needs from its caller. */
export type ParametersOf<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | ParametersOf<Rest>
  : never;
