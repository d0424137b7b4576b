import type { DataClass } from '../platform/db/table-register.ts';
import type { AccessMatrix, Grant, Letter, Limit, MatrixRow, Who } from '../platform/policy/access-matrix.ts';
import { policyOf } from '../platform/policy/policy.ts';
import type { Role } from '../shared-kernel/role.ts';
import { PROCESSING_ACTIVITIES, processingActivity } from './processing-activities.ts';

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
    // who a person in a signal is: opened with a reason only
    D4: [may('L', 'assigned'), may('W', 'purpose'), may('R', 'purpose', 'reasoned')],
    D5: [may('L', 'assigned', 'phase-only')],
    D7: [may('RW', 'va-10-on')],
    D8: [may('R', 'own-organisation')],
    D9: [may('A', 'own-organisation')],
    // keeps the training register: records what colleagues followed, and sees the share by work
    D12: [may('RW', 'own'), may('W', 'own-organisation'), may('A', 'own-organisation', 'status-only')],
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
    // a request by telephone is received too, and somebody has to write it down
    D5: [may('RW', 'received')],
    // where a place is, only from the moment the shelter said yes
    D6: [may('R', 'no-address'), may('R', 'after-acceptance')],
    D8: [may('R', 'received')],
  },
  analyst: { ...SIGNED_IN, D9: [may('R', 'restricted-cubes')], D10: [may('R'), may('W', 'four-eyes')] },
  adviser: { ...SIGNED_IN, D12: [may('RW', 'own'), may('A', 'status-only')] },
  'functional-administrator': {
    ...PUBLIC,
    D1: [may('RW', 'own-organisation')],
    D11: [may('L', 'own-organisation', 'accounts')],
    D12: [may('RW', 'own')],
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
    D12: [may('RW', 'own')],
  },
  auditor: { ...SIGNED_IN, D11: [may('R', 'own-organisation')] },
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
    D12: [may('RW', 'own'), may('A', 'own-organisation', 'status-only')],
  },
  /** Mayor and aldermen: totals only, besides what anybody may report. */
  governor: {
    ...SIGNED_IN,
    D2: [may('W')],
    D3: [may('W')],
    D9: [may('A', 'own-organisation')],
    D12: [may('RW', 'own'), may('A', 'own-organisation', 'status-only')],
  },
  /** An employee who also sees whether colleagues finished their learning paths (VA-13: status only). */
  'team-leader': {
    ...SIGNED_IN,
    D2: [may('W'), may('R', 'own', 'thirty-days')],
    D3: [may('W')],
    D12: [may('RW', 'own'), may('W', 'own-organisation'), may('A', 'own-organisation', 'status-only')],
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
  'national-register': { ...SIGNED_IN, D9: [may('RW', 'received')] },
} as const satisfies Record<string, MatrixRow>;

export type RowName = keyof typeof ACCESS_ROWS;

/**
 * Each role of the product and the rows of the matrix it combines. How far it sees (its scope) stands with the role itself, in
 * the feature accounts. The source names other functions in places; these are the choices:
 * - `aandachtsfunctionaris` weighs signals and so also does what the source calls "triage"; that row stands in its own.
 * - `opvang` covers both intake and counselling; their different limits stay apart, each grant keeps its own.
 * - `ketenregisseur` shares a row with the focal point in the source, but "does no cases": D4, D5 and D7 are left out.
 * - `politie` and `ketenpartner` have no row in the source: they read only what the exchange delivered.
 * - `aanmelder` has no row in the source: own registrations and referrals, with the consent for them. Focal points, care coordinators
 *   and shelters register too, and so stand in that row beside their own.
 * - CoMensha's two tasks are legally apart: `comensha-plaatsing` is the helpdesk, `comensha-registratie` sees no identity.
 * - `comensha-adviseur` and `vng-adviseur` staff one shared desk and share a row.
 * - `beheerder` is the functional administrator. The technical administrator has no account in the application.
 */
export const ROLE_ROWS: Readonly<Record<Role, readonly RowName[]>> = {
  medewerker: ['municipal-employee'],
  teamleider: ['team-leader'],
  aandachtsfunctionaris: ['focal-point', 'registrant'],
  beleidsmedewerker: ['policy'],
  bestuurder: ['governor'],
  ketenregisseur: ['chain-director'],
  zorgcoordinator: ['care-coordinator', 'registrant'],
  opvang: ['shelter-intake', 'shelter-counsellor', 'registrant'],
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

/** Purposes that everybody who signs in works for: published figures, learning, access, agreeing with a colleague, the guide. */
const EVERYBODY = ['VA-12', 'VA-13', 'VA-14', 'VA-15', 'VA-20'] as const;
/** A colleague in any role may be asked to answer a question of the scan. */
const ANSWERS = 'VA-11';
const ALL = PROCESSING_ACTIVITIES.map(({ id }) => id);

/**
 * For which processing activities each row works: the third side of the matrix. A class is given only for an activity of the row
 * that covers that class in the processing register.
 */
export const ROW_PURPOSES: Readonly<Record<RowName, readonly string[]>> = {
  'anonymous-reporter': ['VA-01', 'VA-12', 'VA-20'],
  'municipal-employee': [...EVERYBODY, 'VA-01', ANSWERS],
  triage: [...EVERYBODY, 'VA-01', 'VA-02'],
  'focal-point': [...EVERYBODY, 'VA-01', 'VA-02', 'VA-03', 'VA-09', 'VA-10', 'VA-11', 'VA-18'],
  'care-coordinator': [...EVERYBODY, 'VA-01', 'VA-02', 'VA-03', 'VA-04', 'VA-06', 'VA-07', 'VA-08', 'VA-09', 'VA-18'],
  'shelter-intake': [...EVERYBODY, 'VA-04', 'VA-05', 'VA-18'],
  'shelter-counsellor': [...EVERYBODY, 'VA-05', 'VA-06', 'VA-18'],
  'comensha-helpdesk': [...EVERYBODY, 'VA-04', 'VA-08', 'VA-18'],
  analyst: [...EVERYBODY, 'VA-11'],
  adviser: [...EVERYBODY, 'VA-11'],
  'functional-administrator': [...EVERYBODY, ANSWERS],
  'technical-administrator': ['VA-15'],
  'data-protection-officer': ALL,
  auditor: [...EVERYBODY, ANSWERS, 'VA-16', 'VA-19'],
  client: ['VA-12', 'VA-20', 'VA-21'],
  policy: [...EVERYBODY, 'VA-01', 'VA-11'],
  governor: [...EVERYBODY, 'VA-01', 'VA-11'],
  'team-leader': [...EVERYBODY, 'VA-01', 'VA-11'],
  'chain-director': [...EVERYBODY, 'VA-01', 'VA-02', 'VA-09', 'VA-11', 'VA-18'],
  registrant: [...EVERYBODY, 'VA-07', 'VA-08', 'VA-18'],
  partner: [...EVERYBODY, 'VA-01', 'VA-02', 'VA-09'],
  'national-register': [...EVERYBODY, 'VA-07'],
};

/** Public data, and who works where and did what: part of every activity. */
const ALWAYS: ReadonlySet<DataClass> = new Set(['D0', 'D1']);

/** Role × data class × purpose, as one table. */
export const ACCESS_MATRIX: AccessMatrix = {
  rows: ACCESS_ROWS,
  purposes: ROW_PURPOSES,
  rowsOf: (who: Who) => (who === 'anonymous' ? ['anonymous-reporter'] : ROLE_ROWS[who]),
  covers(purpose, dataClass) {
    const activity = processingActivity(purpose);
    if (!activity || activity.state === 'planned') return false;
    return ALWAYS.has(dataClass) || activity.dataClasses.includes(dataClass);
  },
};

/** What the code asks: the gate for routes, features for records and fields. docs/toegang.md says the same in words. */
export const POLICY = policyOf(ACCESS_MATRIX);

/** Everything a visitor or a role may do with a class; empty when denied. */
export const grantsOf = POLICY.grantsOf;

/** True when at least one grant gives this letter, whatever its limits: the outer bound that routes are checked against at the start. */
export const mayEver = POLICY.mayEver;
