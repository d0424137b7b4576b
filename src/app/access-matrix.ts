import type { DataClass } from '../platform/db/table-register.ts';
import type { Role } from '../shared-kernel/role.ts';

/** L list and metadata, R read, W write, X export (always four eyes), A aggregates only. No letter, no access. */
export type Letter = 'L' | 'R' | 'W' | 'X' | 'A';

/** What narrows a grant. A grant holds only when every limit it names is met. */
export type Limit =
  | 'own' // what this person made, or what is about this person
  | 'own-organisation' // inside the organisation the person acts for
  | 'assigned' // assigned to this case or dossier, or standing in for who is
  | 'purpose' // inside the own organisation, with a stated processing activity
  | 'thirty-days' // until 30 days after it was made
  | 'phase-only' // the phase a case is in, not its content
  | 'need-profile-only' // what a place must offer, without identity
  | 'after-acceptance' // from the moment the shelter accepted the request
  | 'own-beds' // the places of the own shelter
  | 'step-up' // after signing in again
  | 'va-10-on' // only where the municipality switched VA-10 on, for at most three named persons
  | 'received' // only what another organisation delivered through the exchange
  | 'no-address' // region and free places, never where they are
  | 'restricted-cubes' // prepared cubes behind disclosure control
  | 'four-eyes' // takes effect after a second person agreed
  | 'status-only' // finished or not, no answers and no scores
  | 'reasoned' // case by case, with a recorded reason
  | 'withheld-list' // the list of what is kept back, not the data
  | 'accounts' // accounts and rights only
  | 'processing-log'; // the log of data processing, which holds no users

export interface Grant {
  readonly letters: readonly Letter[];
  readonly limits: readonly Limit[];
}

/** One row: what is given per data class. A class that is absent is denied. */
export type MatrixRow = { readonly [C in DataClass]?: readonly Grant[] };

function may(letters: string, ...limits: Limit[]): Grant {
  return { letters: [...letters] as Letter[], limits };
}

/** Public data and published statistics: for everybody. */
const PUBLIC = { D0: [may('R')], D10: [may('R')] } as const satisfies MatrixRow;
/** One's own account, and who holds which function in one's own organisation. */
const COLLEAGUE = [may('RW', 'own'), may('R', 'own-organisation')] as const;
/** Everybody who signs in is somebody's colleague and has their own learning records. */
const SIGNED_IN = { ...PUBLIC, D1: COLLEAGUE, D12: [may('RW', 'own')] } as const satisfies MatrixRow;

/**
 * The access matrix: who may do what with which class of data. Default deny.
 * Writing data about the own organisation without a person in it (D0) is decided by the feature that owns it, not here.
 */
export const ACCESS_ROWS = {
  'anonymous-reporter': { ...PUBLIC, D2: [may('W')], D3: [may('W')] },
  'municipal-employee': { ...SIGNED_IN, D2: [may('W'), may('R', 'own', 'thirty-days')], D3: [may('W')] },
  triage: { ...SIGNED_IN, D2: [may('RW', 'purpose')], D3: [may('RW', 'purpose')] },
  'focal-point': {
    ...SIGNED_IN,
    D2: [may('RW', 'purpose')],
    D3: [may('RW', 'purpose')],
    D4: [may('L', 'assigned')],
    D5: [may('L', 'assigned', 'phase-only')],
    D7: [may('RW', 'va-10-on')],
    D8: [may('R', 'own-organisation')],
    D9: [may('A', 'own-organisation')],
  },
  'care-coordinator': {
    ...SIGNED_IN,
    D2: [may('R', 'assigned')],
    D3: [may('RW', 'assigned')],
    D4: [may('RW', 'assigned')],
    D5: [may('RW', 'assigned')],
    D6: [may('R', 'assigned', 'step-up')],
    D8: [may('RW', 'assigned')],
  },
  'shelter-intake': {
    ...SIGNED_IN,
    D4: [may('R', 'assigned', 'after-acceptance')],
    D5: [may('R', 'need-profile-only'), may('R', 'assigned', 'after-acceptance')],
    D6: [may('W', 'own-beds')],
    D8: [may('R', 'assigned')],
  },
  'shelter-counsellor': {
    ...SIGNED_IN,
    D4: [may('R', 'assigned')],
    D5: [may('RW', 'assigned', 'own-organisation')],
    D6: [may('R', 'own-organisation')],
    D8: [may('RW', 'assigned')],
  },
  'comensha-helpdesk': {
    ...SIGNED_IN,
    D4: [may('R', 'received')],
    D5: [may('R', 'received')],
    D6: [may('R', 'no-address')],
    D8: [may('R', 'received')],
  },
  analyst: { ...SIGNED_IN, D9: [may('R', 'restricted-cubes')], D10: [may('R'), may('W', 'four-eyes')] },
  adviser: { ...SIGNED_IN, D12: [may('RW', 'own'), may('A', 'status-only')] },
  'functional-administrator': {
    ...PUBLIC,
    D1: [may('RW', 'own-organisation')],
    D11: [may('L', 'own-organisation', 'accounts')],
  },
  /** Keeps the machine running; sees ciphertext and system logs, and has no account in the application. */
  'technical-administrator': { D11: [may('R', 'own-organisation', 'accounts')] },
  'data-protection-officer': {
    ...PUBLIC,
    D1: COLLEAGUE,
    D2: [may('R', 'reasoned')],
    D3: [may('R', 'reasoned')],
    D4: [may('X', 'reasoned', 'four-eyes')],
    D5: [may('X', 'reasoned', 'four-eyes')],
    D6: [may('L', 'withheld-list')],
    D8: [may('RW', 'own-organisation')],
    D11: [may('R', 'own-organisation', 'processing-log'), may('L', 'own-organisation')],
  },
  auditor: { ...PUBLIC, D1: COLLEAGUE, D11: [may('R', 'own-organisation')] },
  /** Later (VA-21): the person a dossier is about. */
  client: {
    ...PUBLIC,
    D4: [may('R', 'own')],
    D5: [may('R', 'own')],
    D8: [may('RW', 'own')],
    D11: [may('R', 'own', 'processing-log')],
  },
  /** Municipal policy (VA-11). Not a row of the source: an employee who may signal, plus totals of the own organisation. */
  policy: {
    ...SIGNED_IN,
    D2: [may('W'), may('R', 'own', 'thirty-days')],
    D3: [may('W')],
    D9: [may('A', 'own-organisation')],
  },
  /** Mayor and aldermen: totals only, besides what anybody may report. */
  governor: { ...SIGNED_IN, D2: [may('W')], D3: [may('W')], D9: [may('A', 'own-organisation')] },
  /** An employee who also sees whether colleagues finished their learning paths (VA-13: status only). */
  'team-leader': {
    ...SIGNED_IN,
    D2: [may('W'), may('R', 'own', 'thirty-days')],
    D3: [may('W')],
    D12: [may('RW', 'own'), may('A', 'own-organisation', 'status-only')],
  },
  /** Directs the chain in a region and has no cases of its own: the focal point's row without D4, D5 and D7. */
  'chain-director': {
    ...SIGNED_IN,
    D2: [may('RW', 'purpose')],
    D3: [may('RW', 'purpose')],
    D8: [may('R', 'own-organisation')],
    D9: [may('A', 'own-organisation')],
  },
  /** Registers and refers at CoMensha (VA-07, VA-08): what this person sent, and the consent for it. */
  registrant: {
    ...SIGNED_IN,
    D4: [may('RW', 'own')],
    D5: [may('RW', 'own')],
    D8: [may('RW', 'own')],
    D9: [may('RW', 'own')],
  },
  /** A partner outside the municipality: reports like anybody, reads what was handed over to its organisation. */
  partner: { ...SIGNED_IN, D2: [may('W'), may('R', 'received')], D3: [may('W'), may('R', 'received')] },
  /** The national register (VA-07) sees what was delivered for registration, never the request for shelter (VA-08). */
  'national-register': { ...SIGNED_IN, D9: [may('R', 'received')] },
} as const satisfies Record<string, MatrixRow>;

export type RowName = keyof typeof ACCESS_ROWS;

/**
 * Each role of the product and the rows of the matrix it combines. How far it sees (its scope) stands with the role itself, in
 * the feature accounts. The source names other functions in places; these are the choices:
 * - `aandachtsfunctionaris` weighs signals and so also does what the source calls "triage"; that row stands in its own.
 * - `opvang` covers both intake and counselling; their different limits stay apart, each grant keeps its own.
 * - `ketenregisseur` shares a row with the focal point in the source, but "does no cases": D4, D5 and D7 are left out.
 * - `politie` and `ketenpartner` have no row in the source: they read only what the exchange delivered.
 * - `aanmelder` has no row in the source: own registrations and referrals, with the consent for them.
 * - CoMensha's two tasks are legally apart: `comensha-plaatsing` is the helpdesk, `comensha-registratie` sees no identity.
 * - `comensha-adviseur` and `vng-adviseur` staff one shared desk and share a row.
 * - `beheerder` is the functional administrator. The technical administrator has no account in the application.
 */
export const ROLE_ROWS: Readonly<Record<Role, readonly RowName[]>> = {
  medewerker: ['municipal-employee'],
  teamleider: ['team-leader'],
  aandachtsfunctionaris: ['focal-point'],
  beleidsmedewerker: ['policy'],
  bestuurder: ['governor'],
  ketenregisseur: ['chain-director'],
  zorgcoordinator: ['care-coordinator'],
  opvang: ['shelter-intake', 'shelter-counsellor'],
  aanmelder: ['registrant'],
  politie: ['partner'],
  ketenpartner: ['partner'],
  'comensha-registratie': ['national-register'],
  'comensha-plaatsing': ['comensha-helpdesk'],
  'comensha-adviseur': ['adviser'],
  'vng-adviseur': ['adviser'],
  analist: ['analyst'],
  fg: ['data-protection-officer'],
  ciso: ['auditor'],
  beheerder: ['functional-administrator'],
};

/** Everything a visitor or a role may do with a class; empty when denied. */
export function grantsOf(who: Role | 'anonymous', dataClass: DataClass): readonly Grant[] {
  const rows: readonly RowName[] = who === 'anonymous' ? ['anonymous-reporter'] : ROLE_ROWS[who];
  return rows.flatMap((name) => {
    const row: MatrixRow = ACCESS_ROWS[name];
    return row[dataClass] ?? [];
  });
}

/** True when at least one grant gives this letter, whatever its limits: the outer bound that routes are checked against at the start. */
export function mayEver(who: Role | 'anonymous', letter: Letter, dataClass: DataClass): boolean {
  return grantsOf(who, dataClass).some((grant) => grant.letters.includes(letter));
}
