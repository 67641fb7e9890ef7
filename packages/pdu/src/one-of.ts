/**
 * A oneof of a decoded message: a union told apart by the name of the oneof.
 * The empty member is a oneof that was not set, or was set to something that this version doesn't know.
 */
export type DecodedOneof<Name extends string, Members> =
  | {
      [Member in keyof Members]: { readonly [Key in Name]: Member } & {
        readonly [Key in Member]: Members[Member];
      };
    }[keyof Members]
  | { readonly [Key in Name]?: undefined };

/** A oneof of a message to encode: exactly one member; the name of the oneof may be given and is not needed. */
export type OneofInit<Name extends string, Members> = {
  [Member in keyof Members]: { readonly [Key in Name]?: Member } & {
    readonly [Key in Member]: Members[Member];
  } & {
    readonly [Key in Exclude<keyof Members, Member>]?: null | undefined;
  };
}[keyof Members];
