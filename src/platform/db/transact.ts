import { type Kysely, sql, type Transaction } from 'kysely';
import { dutchDay } from '../../shared-kernel/plain-date.ts';
import { err, type Result } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import { keepLedger, noteRevealed, type Revealed, revealedIn } from '../audit/reveal.ts';
import { BROKE, writeLines } from '../audit/write-lines.ts';
import { newId, newSpan } from '../ids/uuid.ts';
import { metering, type StatementMeter } from './database.ts';
import { type Door, doorRole } from './doors.ts';
import { isOutdatedPlan } from './preparing-client.ts';
import type { DB } from './tables.generated.ts';
import type { AnyTx, DomainTime, Done, Tx } from './tx.ts';

export type { AnyTx, DomainTime, Done, Tx } from './tx.ts';

/** Through which door, and as whom, a transaction goes in. */
export interface Entry {
  readonly door: Door;
  readonly tenantId?: string;
  /** Organisations of a region, for the door `region`. */
  readonly tenantIds?: readonly string[];
  readonly personId?: string;
  /** The organisation that holds the mandate, for the door `mandate`. */
  readonly actingForId?: string;
  readonly readOnly?: boolean;
  /** Everything that is read is of one moment. */
  readonly isOfOneMoment?: boolean;
  /** The deed this is part of, for what another organisation must see of it in its own log. */
  readonly traceId?: string;
  readonly activity?: string;
  /** Work that was due earlier runs with its own due time. */
  readonly at?: Date;
  /**
   * When the machine itself falls over within the second after it, it is done again and comes out the same. So its end does not wait for
   * the disk; whatever ends after it and does wait, makes it last too.
   */
  readonly comesAgain?: boolean;
  readonly meter?: StatementMeter;
}

/** The deed as the logs name it. */
export interface Deed {
  readonly actor: Actor;
  /** Processing activity, e.g. 'VA-11'. */
  readonly activity: string;
  /** The version of it that holds now (the processing register); a deed that opens personal data cannot do without. */
  readonly activityVersion?: number;
  /** Verb and noun, e.g. 'approach.record-element'. */
  readonly action: string;
  readonly traceId: string;
  /** The step of another system that asked for it (W3C Trace Context). */
  readonly parentSpanId?: Buffer;
  /** The address it was asked at, for the decision log. */
  readonly route?: string;
  /** The rule that let her in, for the decision log. */
  readonly ground?: string;
  /** What it would be about, for the decision log when it is refused. */
  readonly about?: Done['subject'];
  readonly entry?: Partial<Entry>;
  /** A form that is sent twice: the key it carries and the route it was for. */
  readonly once?: { readonly key: string; readonly route: string; readonly locationOf: (value: unknown) => string };
}

/**
 * The organisation has ended, so nobody writes in it any more. Thrown after the refusal has been written down; the edge turns it
 * into a page that says who took over.
 */
export class OrganisationEnded extends Error {
  constructor(readonly organisationId: string) {
    super('organisation-ended');
  }
}

/** The same form was sent before: this is where its answer stands. */
export interface Replayed {
  readonly replayOf: string;
}

/** The key of this form was used for another form: no page of ours does that. */
export class KeyUsedElsewhere extends Error {}

const RETRY = new Set(['40001', '40P01']);
const ATTEMPTS = 4;

/** Trying again helps: somebody else was in the way, or a table has changed since the statement was made ready. */
const isPassing = (error: unknown) => RETRY.has((error as { code?: string }).code ?? '') || isOutdatedPlan(error);

/** Opens a transaction through a door. The context is one statement and ends with the transaction (`set_config(…, true)`). */
export async function enter<T>(
  db: Kysely<DB>,
  entry: Entry,
  run: (tx: AnyTx, time: DomainTime) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const begun = entry.readOnly ? db.transaction().setAccessMode('read only') : db.transaction();
      const builder = entry.isOfOneMoment ? begun.setIsolationLevel('repeatable read') : begun;
      return await builder.execute(async (tx) => {
        const time = await setContext(tx, entry);
        return run((entry.meter ? tx.withPlugin(metering(entry.meter)) : tx) as AnyTx, time);
      });
    } catch (error) {
      if (attempt >= ATTEMPTS || !isPassing(error)) throw error;
    }
  }
}

/**
 * In a transaction of the door `mandate`, when the deed is done: goes on as the tenant itself, for what follows from the deed in
 * its own house, such as its alarms. What the mandate allowed has been checked and written by then.
 */
export async function goOnAsTenant<Table extends keyof DB>(tx: Tx<Table>): Promise<void> {
  await sql`select set_config('role', ${doorRole('own')}, true)`.execute(tx);
}

/**
 * In a transaction of the door `own`: does what follows from the deed in the house of another organisation, such as warning its
 * people, and comes back. What the deed may do there is for the use case to say; the row-level security is that of the other house.
 * An exception for one deed: docs/decisions/0020.
 */
export async function inHouseOf<Table extends keyof DB>(
  tx: Tx<Table>,
  tenantId: string,
  run: () => Promise<void>,
): Promise<void> {
  const { rows } = await sql<{ here: string }>`select current_setting('app.tenant') as here`.execute(tx);
  await sql`select set_config('app.tenant', ${tenantId}, true)`.execute(tx);
  await run();
  await sql`select set_config('app.tenant', ${rows[0]!.here}, true)`.execute(tx);
}

/**
 * In a transaction of the door `mandate`: goes to the house of whoever acts, as that organisation itself, and comes back to the
 * mandate. For what it keeps of the deed for itself, and to ask what holds at home.
 */
export async function atHome<Table extends keyof DB, T>(tx: Tx<Table>, run: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ tenant: string; acting: string; role: string }>`
    select current_setting('app.tenant') as tenant, current_setting('app.acting_for') as acting, current_user::text as role`.execute(
    tx,
  );
  const { tenant, acting, role } = rows[0]!;
  await sql`select set_config('app.tenant', ${acting}, true), set_config('role', ${doorRole('own')}, true)`.execute(tx);
  const done = await run();
  await sql`select set_config('app.tenant', ${tenant}, true), set_config('role', ${role}, true)`.execute(tx);
  return done;
}

async function setContext(tx: Transaction<DB>, entry: Entry): Promise<DomainTime> {
  const at = entry.at ? sql`${entry.at}::timestamptz` : sql`clock_timestamp() + c.offset_ms * interval '1 millisecond'`;
  const { rows } = await sql<{ now: Date }>`
    with moment as materialized (select ${at} as now from platform.clock c)
    select now,
      set_config('app.tenant', ${entry.tenantId ?? ''}, true), set_config('app.person', ${entry.personId ?? ''}, true),
      set_config('app.acting_for', ${entry.actingForId ?? ''}, true),
      set_config('app.trace', ${entry.traceId ?? ''}, true), set_config('app.activity', ${entry.activity ?? ''}, true),
      set_config('app.tenants', ${entry.tenantIds ? `{${entry.tenantIds.join(',')}}` : ''}, true),
      set_config('app.today', to_char(now at time zone 'Europe/Amsterdam', 'YYYY-MM-DD'), true),
      ${entry.comesAgain ? sql`set_config('synchronous_commit', 'off', true),` : sql``}
      set_config('role', ${doorRole(entry.door)}, true)
    from moment`.execute(tx);
  const now = rows[0]!.now;
  return { now, today: dutchDay(now) };
}

/** A look without a trace: for what holds no personal data. */
export async function look<T>(
  db: Kysely<DB>,
  entry: Entry,
  run: (tx: AnyTx, time: DomainTime) => Promise<T>,
): Promise<T> {
  return enter(db, { ...entry, readOnly: true }, run);
}

/**
 * One command is one transaction is one audit event. The decision is written first; a refusal rolls the deed back and keeps the
 * decision, marked refused with its code; a defect loses both and is logged outside the database. Who acts by mandate leaves the
 * same traces on both sides, joined by the trace id.
 * @throws OrganisationEnded when the organisation written in, or the one that acts, has ended on the domain clock.
 */
export async function transact<T extends Done, E extends { readonly code: string }>(
  db: Kysely<DB>,
  deed: Deed,
  run: (tx: AnyTx, time: DomainTime) => Promise<Result<T, E>>,
): Promise<Result<T, E> | Replayed> {
  const entry = entryOf(deed);
  const outcome = await withLedger(db, entry, deed, async (tx, time) => {
    const ended = await endedOrganisation(tx, entry);
    if (ended !== undefined) {
      await record(tx, entry, deed, time, err({ code: 'organisation-ended' }));
      return { ended };
    }
    await sql`savepoint deed`.execute(tx);
    if (deed.once) {
      const before = await claim(tx, deed.actor.personId, deed.once);
      if (before) return before;
    }
    const result = await run(tx, time);
    if (!result.ok) await sql`rollback to savepoint deed`.execute(tx);
    await record(tx, entry, deed, time, result);
    if (result.ok && deed.once) {
      await tx
        .updateTable('platform.idempotency')
        .set({ location: deed.once.locationOf(result.value) })
        .where('person_id', '=', deed.actor.personId)
        .where('key', '=', deed.once.key)
        .execute();
    }
    return result;
  });
  if ('ended' in outcome) throw new OrganisationEnded(outcome.ended);
  return outcome;
}

/** Which organisation that this deed writes in, or writes for, has ended. Signing out and changing role go on. */
async function endedOrganisation(tx: AnyTx, entry: Entry): Promise<string | undefined> {
  if (entry.door !== 'own' && entry.door !== 'mandate') return undefined;
  const { rows } = await sql<{ tenant: boolean; acting: boolean }>`
    select app.has_ended(app.tenant()) as tenant, app.has_ended(app.acting_for()) as acting`.execute(tx);
  return rows[0]!.tenant ? entry.tenantId : rows[0]!.acting ? entry.actingForId : undefined;
}

/**
 * Looks at the data of persons: reads, and leaves a decision, an event and a row in the processing log for each person whose data
 * was opened, all in the transaction of the looking. When they cannot be written nothing is shown. Not there, or not for her, is a
 * refusal with a code and a decision of its own.
 * @throws LogUnavailable (platform/audit) when a row cannot be written.
 */
export async function lookAtPersons<T extends Done, E extends { readonly code: string }>(
  db: Kysely<DB>,
  deed: Omit<Deed, 'once'>,
  run: (tx: AnyTx, time: DomainTime) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  const entry = entryOf(deed);
  return withLedger(db, entry, deed, async (tx, time) => {
    const result = await run(tx, time);
    await record(tx, entry, deed, time, result);
    return result;
  });
}

/**
 * A transaction that keeps a ledger of the persons whose data it opens. When it breaks after opening some, they are written down all
 * the same, with who opened them and the status «Error»: in a transaction of their own, since nothing of this one stays.
 */
async function withLedger<T>(
  db: Kysely<DB>,
  entry: Entry,
  deed: Deed,
  run: (tx: AnyTx, time: DomainTime) => Promise<T>,
): Promise<T> {
  let opened: readonly Revealed[] = [];
  try {
    return await enter(db, entry, async (tx, time) => {
      keepLedger(tx);
      try {
        return await run(tx, time);
      } finally {
        opened = revealedIn(tx);
      }
    });
  } catch (error) {
    // when the logs themselves are what broke, nothing was shown either
    if (opened.length > 0)
      await enter(db, entry, async (tx, time) => {
        keepLedger(tx);
        noteRevealed(tx, ...opened);
        await record(tx, entry, deed, time, err({ code: BROKE }));
      }).catch(() => undefined);
    throw error;
  }
}

/** Writes down that somebody who is known was not let in, and why: before any deed, so in a transaction of its own. */
export async function refuseAtGate(
  db: Kysely<DB>,
  deed: Omit<Deed, 'once' | 'entry'> & { readonly meter?: StatementMeter },
  code: string,
): Promise<void> {
  const entry = { ...entryOf(deed), ...(deed.meter && { meter: deed.meter }) };
  await enter(db, entry, (tx, time) => record(tx, entry, deed, time, err({ code })));
}

function entryOf({ actor, ...deed }: Deed): Entry {
  return {
    door: 'own',
    tenantId: actor.organisationId,
    personId: actor.personId,
    traceId: deed.traceId,
    activity: deed.activity,
    ...deed.entry,
  };
}

/**
 * Writes what happened in the logs: for the tenant, and for the organisation that acts in its place. The persons whose data was
 * opened stand in the log of the tenant, whose data it is.
 */
async function record(
  tx: AnyTx,
  entry: Entry,
  { actor, ...deed }: Deed,
  time: DomainTime,
  // what was done may well have a code of its own: that is no refusal
  result: Result<Done, { readonly code: string }>,
): Promise<void> {
  const tenant = entry.tenantId ?? actor.organisationId;
  const line = {
    traceId: deed.traceId,
    spanId: newSpan(),
    parentSpanId: deed.parentSpanId,
    occurredAt: time.now,
    personId: actor.personId,
    personName: actor.personName,
    role: actor.role,
    activity: deed.activity,
    activityVersion: deed.activityVersion,
    action: deed.action,
    route: deed.route,
    ground: !result.ok ? undefined : (groundOf(entry, actor, time) ?? deed.ground),
    subject: result.ok ? result.value.subject : deed.about,
    refused: result.ok ? undefined : result.error.code,
  };
  await writeLines(tx, { ...line, tenantId: tenant, revealed: revealedIn(tx) });
  if (entry.door !== 'mandate' || !entry.actingForId) return;
  await sql`select set_config('app.tenant', ${entry.actingForId}, true)`.execute(tx);
  await writeLines(tx, { ...line, tenantId: entry.actingForId, revealed: [] });
}

/** A broken glass marks everything its session does meanwhile; a mandate is its own ground. */
function groundOf(entry: Entry, { emergency }: Actor, time: DomainTime): string | undefined {
  if (emergency && time.now < emergency.until) return `break-glass:${emergency.id}`;
  return entry.door === 'mandate' ? 'mandate' : undefined;
}

/**
 * Lets somebody in who is not known yet: through the door `account`, with an audit event in the organisation she enters.
 * What comes back names the actor; a refusal leaves no trace, since nobody is known.
 */
export async function admit<
  T extends { readonly actor: Actor; readonly subject: Done['subject'] },
  E extends { readonly code: string },
>(
  db: Kysely<DB>,
  deed: Omit<Deed, 'actor' | 'once' | 'entry'> & { readonly meter?: StatementMeter },
  run: (tx: AnyTx, time: DomainTime) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  return enter(db, { door: 'account', ...(deed.meter && { meter: deed.meter }) }, async (tx, time) => {
    const result = await run(tx, time);
    if (!result.ok) return result;
    const { actor, subject } = result.value;
    await sql`select set_config('app.tenant', ${actor.organisationId}, true)`.execute(tx);
    await tx
      .insertInto('audit.event')
      .values({
        tenant_id: actor.organisationId,
        id: newId(),
        trace_id: deed.traceId,
        occurred_at: time.now,
        person_id: actor.personId,
        person_name: actor.personName,
        role: actor.role,
        activity: deed.activity,
        action: deed.action,
        subject_kind: subject.kind,
        subject_id: subject.id,
      })
      .execute();
    return result;
  });
}

/** Claims the form's key; a second sending waits here until the first has ended, and gets its answer. */
async function claim(tx: AnyTx, personId: string, once: NonNullable<Deed['once']>): Promise<Replayed | undefined> {
  const claimed = await tx
    .insertInto('platform.idempotency')
    .values({ person_id: personId, key: once.key, route: once.route })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 1n) return undefined;
  const before = await tx
    .selectFrom('platform.idempotency')
    .select(['location', 'route'])
    .where('person_id', '=', personId)
    .where('key', '=', once.key)
    .executeTakeFirstOrThrow();
  if (before.route !== once.route || before.location === null) throw new KeyUsedElsewhere();
  return { replayOf: before.location };
}
