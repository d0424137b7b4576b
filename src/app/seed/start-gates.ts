import type { Kysely } from 'kysely';
import { recordTicks, TICK_KINDS, type TickKind } from '../../features/privacy/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { transact } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { addDays, addMonths } from '../../shared-kernel/plain-date.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import { PROCESSING_REGISTER } from '../processing-activities.ts';

interface SeededGate {
  readonly code: string;
  readonly features: readonly string[];
  readonly kinds: readonly TickKind[];
  /** The tick that holds shortest, in days from today: worth a warning. */
  readonly lapsing?: { readonly kind: TickKind; readonly days: number };
}

const WITHOUT_COUNCIL = TICK_KINDS.filter((kind) => kind !== 'works-council');

/** Open for a few organisations of the demo, halfway for two, and closed for every other. Nothing of it is real. */
const GATES: readonly SeededGate[] = [
  { code: 'GM0014', features: ['signals', 'registration'], kinds: WITHOUT_COUNCIL },
  { code: 'GM0014', features: ['learning'], kinds: TICK_KINDS },
  { code: 'GM0363', features: ['signals'], kinds: WITHOUT_COUNCIL, lapsing: { kind: 'dpia', days: 45 } },
  { code: 'GM0363', features: ['registration'], kinds: WITHOUT_COUNCIL },
  { code: 'GM0363', features: ['learning'], kinds: TICK_KINDS },
  { code: 'ZC01', features: ['care', 'registration', 'shelter'], kinds: WITHOUT_COUNCIL },
  { code: 'ZC02', features: ['care'], kinds: WITHOUT_COUNCIL },
  ...['GM0014', 'ZC01', 'VR01'].map((code) => ({
    code,
    features: ['case-consultation'],
    kinds: WITHOUT_COUNCIL,
  })),
  ...['AM01', 'AM03', 'AM04'].map((code) => ({ code, features: ['registration'], kinds: WITHOUT_COUNCIL })),
  { code: 'COM', features: ['registration', 'shelter'], kinds: WITHOUT_COUNCIL },
  ...['OP01', 'OP02', 'OP03', 'OP04', 'OP05', 'OP06', 'OP07', 'OP08'].map((code) => ({
    code,
    features: ['shelter'],
    kinds: WITHOUT_COUNCIL,
  })),
  { code: 'GM0088', features: ['signals'], kinds: ['dpia', 'register-entry'] },
  { code: 'GM0518', features: ['signals', 'learning'], kinds: ['processing-agreement'] },
];

/** Records the ticks of the demo, as the officers for data protection of those organisations would. */
export async function seedStartGates(admin: Kysely<DB>, db: Kysely<DB>): Promise<void> {
  for (const gate of GATES) {
    const actor = await officerOf(admin, gate.code);
    for (const kind of gate.kinds) {
      const outcome = await transact(
        db,
        { actor, activity: 'VA-15', action: 'privacy.record-tick', traceId: newId() },
        (tx, time) =>
          recordTicks(
            tx,
            actor,
            PROCESSING_REGISTER,
            {
              kind,
              features: gate.features,
              decidedOn: addDays(time.today, -40),
              decidedBy: `${actor.personName}, functionaris gegevensbescherming (voorbeeld)`,
              evidence: `Voorbeeldstuk ${kind} (fictief)`,
              category: kind === 'archive-category' ? 'Voorbeeldcategorie (fictief)' : '',
              validUntil:
                gate.lapsing?.kind === kind ? addDays(time.today, gate.lapsing.days) : addMonths(time.today, 22),
            },
            time,
          ),
      );
      if ('replayOf' in outcome || !outcome.ok) throw new Error(`demo data refused: ${JSON.stringify(outcome)}`);
    }
  }
}

async function officerOf(admin: Kysely<DB>, code: string): Promise<Actor> {
  const officer = await admin
    .selectFrom('accounts.membership as m')
    .innerJoin('organisations.organisation as o', 'o.id', 'm.organisation_id')
    .select(['m.id as membershipId', 'm.person_id as personId', 'm.person_name as personName'])
    .select(['o.id as organisationId', 'o.code as organisationCode', 'o.name as organisationName'])
    .where('o.code', '=', code)
    .where('m.role', '=', 'fg')
    .where('m.demo_number', '=', 1)
    .executeTakeFirstOrThrow();
  return { ...officer, role: 'fg', scope: 'own-organisation' };
}
