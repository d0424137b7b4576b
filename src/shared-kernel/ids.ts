declare const brand: unique symbol;
/** A string that may only be used as the id it was made for. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

export type OrganisationId = Branded<'OrganisationId'>;
export type PersonId = Branded<'PersonId'>;
export type MembershipId = Branded<'MembershipId'>;
export type TraceId = Branded<'TraceId'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a UUID in canonical lower-case form, of any version. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
