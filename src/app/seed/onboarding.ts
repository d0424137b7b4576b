import type { Kysely } from 'kysely';
import { letBegin } from '../../features/support/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { look, transact } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { addDays } from '../../shared-kernel/plain-date.ts';
import { actorIn } from './actor-in.ts';

/** Began weeks ago and did nothing since: it waits on the call list of the desk. */
const STUCK = { code: 'GM0059', daysAgo: 45 };
const JUST_BEGUN_DAYS = 7;

/** Lets two municipalities of the demo begin: where a visitor begins, and one that is stuck. */
export async function seedOnboarding(admin: Kysely<DB>, db: Kysely<DB>, startsEmpty: string): Promise<void> {
  const { today } = await look(db, { door: 'published' }, async (_tx, time) => time);
  const adviser = await actorIn(admin, 'VNG', 'vng-adviseur');
  for (const { code, daysAgo } of [{ code: startsEmpty, daysAgo: JUST_BEGUN_DAYS }, STUCK]) {
    const { organisationId: tenantId } = await actorIn(admin, code, 'beleidsmedewerker');
    const at = new Date(`${addDays(today, -daysAgo)}T10:00:00Z`);
    const entry = { door: 'mandate', tenantId, actingForId: adviser.organisationId, at } as const;
    const outcome = await transact(
      db,
      { actor: adviser, activity: 'VA-11', action: 'support.let-begin', traceId: newId(), entry },
      (tx, time) => letBegin(tx, adviser, tenantId, time),
    );
    if (!('replayOf' in outcome) && !outcome.ok) throw new Error(`demo data refused: ${outcome.error.code}`);
  }
}
