import { sql } from 'kysely';
import { err, ok, type Result } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import type { DomainTime, Tx } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';

export interface Passing {
  readonly dossierIds: readonly string[];
  /** Whose assignment to these ends; undefined when somebody only comes beside. */
  readonly from: string | undefined;
  readonly to: { readonly personId: string; readonly name: string };
  readonly reason: string;
  /** Until when the colleague is assigned; for good when absent. */
  readonly until?: Date;
}

/** Ends before its time what was passed to a colleague until a moment; what she had besides that stays. */
export async function endPassed(
  tx: Tx<'privacy.dossier_access'>,
  actor: Actor,
  { dossierIds, of, until }: { readonly dossierIds: readonly string[]; readonly of: string; readonly until: Date },
  { now }: Pick<DomainTime, 'now'>,
): Promise<void> {
  await tx
    .updateTable('privacy.dossier_access')
    .set({ until_at: now, ended_by_name: actor.personName })
    .where('tenant_id', '=', actor.organisationId)
    .where('dossier_id', 'in', [...dossierIds])
    .where('person_id', '=', of)
    .where('kind', '=', 'assigned')
    .where('until_at', '=', until)
    .execute();
}

/**
 * Passes dossiers from one person to a colleague: the one is assigned, what the other had ends, for all of them or for none. Refused when
 * the colleague is kept away from any of them. Three statements, however many.
 */
export async function passAccess(
  tx: Tx<'privacy.dossier' | 'privacy.dossier_access'>,
  actor: Actor,
  { dossierIds, from, to, reason, until }: Passing,
  time: DomainTime,
): Promise<Result<undefined, { readonly code: 'person-excluded' }>> {
  const tenantId = actor.organisationId;
  if (dossierIds.length === 0) return ok(undefined);
  const { rows } = await sql<{ dossier_id: string; kind: string }>`
    with held as materialized (
      select d.id from privacy.dossier d where d.tenant_id = ${tenantId} and d.id = any(${dossierIds as string[]})
      order by d.id for update)
    select a.dossier_id, a.kind from held join privacy.dossier_access a
      on a.tenant_id = ${tenantId} and a.dossier_id = held.id and a.person_id = ${to.personId}
      and a.from_at <= ${time.now} and (a.until_at is null or a.until_at > ${time.now})`.execute(tx);
  if (rows.some(({ kind }) => kind === 'excluded')) return err({ code: 'person-excluded' });
  if (from !== undefined)
    await sql`
    update privacy.dossier_access set until_at = ${time.now}, ended_by_name = ${actor.personName}
    where tenant_id = ${tenantId} and dossier_id = any(${dossierIds as string[]}) and person_id = ${from}
      and kind in ('assigned', 'substitute') and (until_at is null or until_at > ${time.now})`.execute(tx);
  const assigned = new Set(rows.filter(({ kind }) => kind === 'assigned').map(({ dossier_id }) => dossier_id));
  const wanting = dossierIds.filter((id) => !assigned.has(id));
  if (wanting.length > 0)
    await tx
      .insertInto('privacy.dossier_access')
      .values(
        wanting.map((dossierId) => ({
          tenant_id: tenantId,
          id: newId(),
          dossier_id: dossierId,
          person_id: to.personId,
          person_name: to.name,
          kind: 'assigned',
          from_at: time.now,
          until_at: until ?? null,
          reason,
          given_by: actor.personId,
          given_by_name: actor.personName,
        })),
      )
      .execute();
  return ok(undefined);
}
