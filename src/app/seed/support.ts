import type { Kysely } from 'kysely';
import { askSupport, planHelp, takeRequest } from '../../features/support/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { type AnyTx, type DomainTime, type Done, type Entry, look, transact } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { addDays } from '../../shared-kernel/plain-date.ts';
import type { Result } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import { actorIn } from './actor-in.ts';

/** What municipalities of the demo ask for: one waits at the desk, one is planned. Both miss it in their own story. */
const ASKED = [
  { code: 'GM0109', element: 'K1.8', wish: 'Hoe houden wij de raad op de hoogte? (fictief)', daysAgo: 2 },
  { code: 'GM0664', element: 'K4.3', wish: 'Met wie praten wij bij het RIEC? (fictief)', daysAgo: 12, planned: true },
] as const;

/** Lets municipalities of the demo ask support, and the desk take one of them. */
export async function seedSupport(admin: Kysely<DB>, db: Kysely<DB>): Promise<void> {
  const { today } = await look(db, { door: 'published' }, async (_tx, time) => time);
  const adviser = await actorIn(admin, 'VNG', 'vng-adviseur');
  async function as(
    actor: Actor,
    daysAgo: number,
    action: string,
    run: (tx: AnyTx, time: DomainTime) => Promise<Result<Done, { readonly code: string }>>,
    entry: Partial<Entry> = {},
  ): Promise<string | undefined> {
    const at = new Date(`${addDays(today, -daysAgo)}T10:00:00Z`);
    const outcome = await transact(
      db,
      { actor, activity: 'VA-11', action, traceId: newId(), entry: { ...entry, at } },
      run,
    );
    if ('replayOf' in outcome) return undefined;
    if (outcome.ok) return outcome.value.subject.id;
    // a story may come to arrange it: then nothing is missing, and nothing is asked
    if (outcome.error.code === 'no-need') return undefined;
    throw new Error(`demo data refused: ${action}, ${outcome.error.code}`);
  }
  for (const { code, element, wish, daysAgo, ...story } of ASKED) {
    const officer = await actorIn(admin, code, 'beleidsmedewerker');
    const id = await as(officer, daysAgo, 'support.ask', (tx, time) =>
      askSupport(tx, officer, { element, wish }, time),
    );
    if (!id || !('planned' in story)) continue;
    const there = {
      door: 'mandate',
      tenantId: officer.organisationId,
      actingForId: adviser.organisationId,
    } as const;
    await as(
      adviser,
      daysAgo - 1,
      'support.take',
      (tx, time) => takeRequest(tx, adviser, { id, seenVersion: 1 }, time),
      there,
    );
    const on = addDays(today, 14);
    await as(
      adviser,
      daysAgo - 2,
      'support.plan',
      (tx, time) => planHelp(tx, adviser, { id, seenVersion: 2, offer: 'visit', on }, time),
      there,
    );
  }
}
