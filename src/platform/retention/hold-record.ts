import { sql } from 'kysely';
import type { HoldGround } from '../../shared-kernel/hold-ground.ts';
import type { PlainDate } from '../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import type { DomainTime, Done, Tx } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';

type Tables = 'retention.record' | 'retention.hold';

/** The longest a record is held at once, in days: after that somebody has to look again. [design: In Beeld] */
export const HOLD_DAYS = 366;

export type HoldRefusal = { readonly code: 'not-found' | 'hold-ends-before' | 'hold-too-long' | 'held-already' };

/** Keeps a record longer than its term, until a day: the word of the officer for data protection. */
export async function holdRecord(
  tx: Tx<Tables>,
  actor: Actor,
  input: { readonly recordId: string; readonly ground: HoldGround; readonly untilOn: PlainDate },
  time: DomainTime,
): Promise<Result<Done, HoldRefusal>> {
  if (input.untilOn <= time.today) return err({ code: 'hold-ends-before' });
  if (Date.parse(input.untilOn) - Date.parse(time.today) > HOLD_DAYS * 86_400_000)
    return err({ code: 'hold-too-long' });
  const record = await lock(tx, actor.organisationId, input.recordId);
  if (!record) return err({ code: 'not-found' });
  if (record.held_until !== null && record.held_until >= input.untilOn) return err({ code: 'held-already' });
  await tx
    .insertInto('retention.hold')
    .values({
      tenant_id: actor.organisationId,
      id: newId(),
      record_id: input.recordId,
      ground: input.ground,
      until_on: input.untilOn,
      laid_by_name: actor.personName,
      laid_at: time.now,
    })
    .execute();
  await holdUntil(tx, actor.organisationId, input.recordId, input.untilOn);
  return ok({ subject: { kind: 'retention.record', id: input.recordId } });
}

/** Lets a record go before the day it was held until: from then on its own term holds again. */
export async function releaseRecord(
  tx: Tx<Tables>,
  actor: Actor,
  recordId: string,
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'not-found' | 'not-held' }>> {
  const record = await lock(tx, actor.organisationId, recordId);
  if (!record) return err({ code: 'not-found' });
  const lifted = await tx
    .updateTable('retention.hold')
    .set({ lifted_by_name: actor.personName, lifted_at: time.now })
    .where('tenant_id', '=', actor.organisationId)
    .where('record_id', '=', recordId)
    .where('lifted_at', 'is', null)
    .where('until_on', '>', time.today)
    .executeTakeFirst();
  if (lifted.numUpdatedRows === 0n) return err({ code: 'not-held' });
  await holdUntil(tx, actor.organisationId, recordId, null);
  return ok({ subject: { kind: 'retention.record', id: recordId } });
}

async function lock(tx: Tx<Tables>, tenantId: string, id: string) {
  return tx
    .selectFrom('retention.record')
    .select(['id', 'held_until'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

/** Moves the moment on which a record goes. */
export async function holdUntil(
  tx: Tx<'retention.record'>,
  tenantId: string,
  id: string,
  until: PlainDate | null,
): Promise<void> {
  await sql`update retention.record r set held_until = ${until}::date,
      erase_at = case when r.ends_on is not null
        then greatest(r.ends_on, ${until}::date)::timestamp at time zone 'Europe/Amsterdam' end
    where r.tenant_id = ${tenantId}::uuid and r.id = ${id}::uuid`.execute(tx);
}
