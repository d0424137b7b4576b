/** Every role a person can hold in an organisation. Dutch words, because they are the names of functions (see the glossary). */
export const ROLES = [
  'medewerker',
  'teamleider',
  'aandachtsfunctionaris',
  'beleidsmedewerker',
  'bestuurder',
  'ketenregisseur',
  'zorgcoordinator',
  'opvang',
  'aanmelder',
  'politie',
  'ketenpartner',
  'comensha-registratie',
  'comensha-plaatsing',
  'comensha-adviseur',
  'vng-adviseur',
  'analist',
  'fg',
  'ciso',
  'beheerder',
] as const;

export type Role = (typeof ROLES)[number];

/** True when the text names a role. */
export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/** How far a role sees: own records, own organisation, the organisations of its region, the nation, or aggregates only. */
export type Scope = 'own-records' | 'own-organisation' | 'region' | 'nation' | 'aggregates';

/** Who changes something, as it is kept with what she changed: two colleagues may have one name. */
export type Changer = Pick<Actor, 'personId' | 'personName'>;

/** The person who acts, in one role in one organisation. `real` sessions and bearer tokens give the same actor. */
export interface Actor {
  readonly personId: string;
  readonly personName: string;
  readonly membershipId: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly role: Role;
  readonly scope: Scope;
  /** The glass that this session broke, and until when: everything done meanwhile is marked in the log. */
  readonly emergency?: { readonly id: string; readonly until: Date };
}
