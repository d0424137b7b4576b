import { err, ok, type Result } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import type { DomainTime, Done, Tx } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { colleaguesOf } from '../members/members.ts';
import { type AccessLine, type GivingRefusal, holds, judgeGiving } from './judge-access.ts';
import type { DossierTables } from './reach.ts';

type Tables = DossierTables | 'accounts.membership';

/** The record of the audit event for everything about who may reach a dossier. */
export const DOSSIER_SUBJECT = 'privacy.dossier';

export interface NewDossier {
  readonly id: string;
  /** Which kind of dossier, in the words of its feature: 'signals.report'. */
  readonly kind: string;
  readonly activity: string;
  /** Where it is opened. Never anything about a person. */
  readonly path: string;
}

/** Opens a dossier for the actor's organisation, in the deed that makes its first record. Nobody reaches it yet. */
export async function openDossier(
  tx: Tx<'privacy.dossier'>,
  actor: Pick<Actor, 'organisationId'>,
  dossier: NewDossier,
  time: DomainTime,
): Promise<void> {
  await openDossiers(tx, actor, [dossier], time);
}

/** The same for many at once, in one statement. */
export async function openDossiers(
  tx: Tx<'privacy.dossier'>,
  actor: Pick<Actor, 'organisationId'>,
  dossiers: readonly NewDossier[],
  time: DomainTime,
): Promise<void> {
  await tx
    .insertInto('privacy.dossier')
    .values(
      dossiers.map(({ id, kind, activity, path }) => ({
        tenant_id: actor.organisationId,
        id,
        kind,
        activity,
        path,
        opened_at: time.now,
      })),
    )
    .execute();
}

/** Closes a dossier, or opens it again: `closedAt` undefined. @returns false when it is not there. */
export async function closeDossier(
  tx: Tx<'privacy.dossier'>,
  actor: Pick<Actor, 'organisationId'>,
  dossierId: string,
  closedAt: Date | undefined,
): Promise<boolean> {
  const closed = await tx
    .updateTable('privacy.dossier')
    .set({ closed_at: closedAt ?? null })
    .where('tenant_id', '=', actor.organisationId)
    .where('id', '=', dossierId)
    .executeTakeFirst();
  return closed.numUpdatedRows === 1n;
}

export interface Giving {
  readonly dossierId: string;
  readonly personId: string;
  readonly kind: 'assigned' | 'substitute';
  /** Standing in ends within fourteen days; an assignment may have no end. */
  readonly until: Date | undefined;
  readonly reason: string;
}

export type GiveRefusal = GivingRefusal | { readonly code: 'not-found' | 'unknown-person' };

/** Assigns a colleague to a dossier, or lets her stand in. Who may do that is for the feature to say. */
export async function giveAccess(
  tx: Tx<Tables>,
  actor: Actor,
  giving: Giving,
  time: DomainTime,
): Promise<Result<Done, GiveRefusal>> {
  const found = await personAndLines(tx, actor, giving, time);
  if (!found.ok) return found;
  const judged = judgeGiving(found.value.lines, giving, time.now);
  if (!judged.ok) return judged;
  await layLine(tx, actor, { ...giving, personName: found.value.name, until: giving.until }, time);
  return ok({ subject: { kind: DOSSIER_SUBJECT, id: giving.dossierId } });
}

/**
 * Excludes somebody: from this moment the dossier does not exist for her, and what she had ends. She may exclude herself. What
 * undoes it is an approval (`lift-exclusion.ts`).
 */
export async function excludePerson(
  tx: Tx<Tables>,
  actor: Actor,
  input: { readonly dossierId: string; readonly personId: string; readonly reason: string },
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'not-found' | 'unknown-person' | 'person-excluded' | 'no-access-reason' }>> {
  if (input.reason.trim() === '') return err({ code: 'no-access-reason' });
  const found = await personAndLines(tx, actor, input, time);
  if (!found.ok) return found;
  const held = found.value.lines.filter((line) => holds(line, time.now));
  if (held.some(({ kind }) => kind === 'excluded')) return err({ code: 'person-excluded' });
  for (const { id } of held) await endLine(tx, actor, id, time.now);
  await layLine(tx, actor, { ...input, kind: 'excluded', personName: found.value.name, until: undefined }, time);
  return ok({ subject: { kind: DOSSIER_SUBJECT, id: input.dossierId } });
}

/** Ends what somebody had: an assignment, standing in, or a broken glass. An exclusion ends by approval only. */
export async function endAccess(
  tx: Tx<Tables>,
  actor: Actor,
  input: { readonly dossierId: string; readonly personId: string },
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'not-found' }>> {
  const lines = await linesOf(tx, actor.organisationId, input.dossierId, input.personId);
  const held = lines.filter((line) => line.kind !== 'excluded' && holds(line, time.now));
  if (held.length === 0) return err({ code: 'not-found' });
  for (const { id } of held) await endLine(tx, actor, id, time.now);
  return ok({ subject: { kind: DOSSIER_SUBJECT, id: input.dossierId } });
}

/** The person, working here today, and her lines with a dossier that is there for the actor. Held until the deed is done. */
async function personAndLines(
  tx: Tx<Tables>,
  actor: Actor,
  { dossierId, personId }: { readonly dossierId: string; readonly personId: string },
  time: DomainTime,
): Promise<
  Result<
    { readonly name: string; readonly lines: readonly AccessLine[] },
    { readonly code: 'not-found' | 'unknown-person' }
  >
> {
  const dossier = await tx
    .selectFrom('privacy.dossier')
    .select('id')
    .where('tenant_id', '=', actor.organisationId)
    .where('id', '=', dossierId)
    .forUpdate()
    .executeTakeFirst();
  if (!dossier) return err({ code: 'not-found' });
  const colleagues = await colleaguesOf(tx, actor.organisationId, time.today);
  const colleague = colleagues.find((each) => each.personId === personId);
  if (!colleague) return err({ code: 'unknown-person' });
  return ok({ name: colleague.name, lines: await linesOf(tx, actor.organisationId, dossierId, personId) });
}

/** Everything that was ever recorded about one person and one dossier. */
export async function linesOf(
  tx: Tx<'privacy.dossier_access'>,
  tenantId: string,
  dossierId: string,
  personId: string,
): Promise<readonly AccessLine[]> {
  const rows = await tx
    .selectFrom('privacy.dossier_access')
    .select(['id', 'kind', 'from_at', 'until_at'])
    .where('tenant_id', '=', tenantId)
    .where('dossier_id', '=', dossierId)
    .where('person_id', '=', personId)
    .orderBy('from_at')
    .execute();
  return rows.map(({ id, kind, from_at, until_at }) => ({
    id,
    kind: kind as AccessLine['kind'],
    from: from_at,
    until: until_at ?? undefined,
  }));
}

export interface NewLine {
  /** When it is known beforehand. */
  readonly id?: string;
  readonly dossierId: string;
  readonly personId: string;
  readonly personName: string;
  readonly kind: AccessLine['kind'];
  readonly until: Date | undefined;
  readonly reason: string;
}

/** Writes one line. @returns its id. */
export async function layLine(
  tx: Tx<'privacy.dossier_access'>,
  actor: Actor,
  line: NewLine,
  time: DomainTime,
): Promise<string> {
  const id = line.id ?? newId();
  await tx
    .insertInto('privacy.dossier_access')
    .values({
      tenant_id: actor.organisationId,
      id,
      dossier_id: line.dossierId,
      person_id: line.personId,
      person_name: line.personName,
      kind: line.kind,
      from_at: time.now,
      until_at: line.until ?? null,
      reason: line.reason.trim(),
      given_by: actor.personId,
      given_by_name: actor.personName,
    })
    .execute();
  return id;
}

/** Ends one line. */
export async function endLine(
  tx: Tx<'privacy.dossier_access'>,
  actor: Pick<Actor, 'organisationId' | 'personName'>,
  id: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('privacy.dossier_access')
    .set({ until_at: now, ended_by_name: actor.personName })
    .where('tenant_id', '=', actor.organisationId)
    .where('id', '=', id)
    .execute();
}
