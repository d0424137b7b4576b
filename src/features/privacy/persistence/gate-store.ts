import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Tick, TickKind } from '../domain/start-gate.ts';

type Tables = 'privacy.gate_tick';

/** Everything that was ever recorded for one organisation, the last first. */
export async function ticksOf(tx: Tx<Tables>, tenantId: string): Promise<readonly Tick[]> {
  const rows = await tx
    .selectFrom('privacy.gate_tick')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    feature: row.feature,
    kind: row.kind as TickKind,
    decidedOn: row.decided_on,
    decidedBy: row.decided_by,
    evidence: row.evidence,
    category: row.category ?? undefined,
    validUntil: row.valid_until,
    covers: row.covers as Readonly<Record<string, number>>,
    recordedByName: row.recorded_by_name,
    recordedAt: row.recorded_at,
    revoked: row.revoked_at
      ? { at: row.revoked_at, byName: row.revoked_by_name ?? '', reason: row.revoke_reason ?? '' }
      : undefined,
  }));
}

/** Which of these kinds hold for one part on a day: one statement, for the gate of a route. */
export async function heldKinds(
  tx: Tx<Tables>,
  tenantId: string,
  feature: string,
  today: PlainDate,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('privacy.gate_tick')
    .select('kind')
    .distinct()
    .where('tenant_id', '=', tenantId)
    .where('feature', '=', feature)
    .where('decided_on', '<=', today)
    .where('valid_until', '>', today)
    .where('revoked_at', 'is', null)
    .execute();
  return new Set(rows.map(({ kind }) => kind));
}

export type StoredTick = Omit<Tick, 'recordedByName' | 'recordedAt' | 'revoked'> & {
  readonly recordedBy: { readonly personId: string; readonly name: string };
  readonly recordedAt: Date;
};

export async function insertTicks(tx: Tx<Tables>, tenantId: string, ticks: readonly StoredTick[]): Promise<void> {
  await tx
    .insertInto('privacy.gate_tick')
    .values(
      ticks.map((tick) => ({
        tenant_id: tenantId,
        id: tick.id,
        feature: tick.feature,
        kind: tick.kind,
        decided_on: tick.decidedOn,
        decided_by: tick.decidedBy,
        evidence: tick.evidence,
        category: tick.category ?? null,
        valid_until: tick.validUntil,
        covers: JSON.stringify(tick.covers),
        recorded_by: tick.recordedBy.personId,
        recorded_by_name: tick.recordedBy.name,
        recorded_at: tick.recordedAt,
      })),
    )
    .execute();
}

/** Revokes everything that was not revoked yet of one kind for one part. @returns their ids. */
export async function revokeStoredTicks(
  tx: Tx<Tables>,
  tenantId: string,
  which: { readonly feature: string; readonly kind: string },
  by: { readonly name: string; readonly reason: string; readonly at: Date },
): Promise<readonly string[]> {
  const revoked = await tx
    .updateTable('privacy.gate_tick')
    .set({ revoked_at: by.at, revoked_by_name: by.name, revoke_reason: by.reason })
    .where('tenant_id', '=', tenantId)
    .where('feature', '=', which.feature)
    .where('kind', '=', which.kind)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return revoked.map(({ id }) => id);
}

/** Takes the gate of an organisation in hand until the deed is done: two who change it at once wait for each other. */
export async function holdGate(tx: Tx<Tables>, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`privacy.gate ${tenantId}`}, 0))`.execute(tx);
}
