import { sql } from 'kysely';
import type { PlainDate } from '../../shared-kernel/plain-date.ts';
import { dutchMoment } from '../clock/dutch-moment.ts';
import type { DomainTime, Tx } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { type MailTables, takeBackMail } from '../mail/outbox.ts';
import { alarmDays, asksFrom } from './alarm-days.ts';

/** The tables that a use case touches when it sets or closes a deadline. */
export type DeadlineTables =
  | 'deadlines.deadline'
  | 'deadlines.alarm'
  | 'deadlines.notification'
  | 'accounts.membership'
  | MailTables;

/** What a deadline is about: the record, as the audit log names it. */
export interface DeadlineSubject {
  readonly kind: string;
  readonly id: string;
}

export interface NewDeadline {
  readonly tenantId: string;
  /** Which kind of deadline: its text stands with the feature that sets it, e.g. 'approach.element-lapses'. */
  readonly kind: string;
  readonly subject: DeadlineSubject;
  /** Where the work is done. */
  readonly path: string;
  /** What the title needs to say. Never a name, never anything about a person. */
  readonly parameters: Readonly<Record<string, string>>;
  /** An agreed day: it never moves later. */
  readonly dueOn: PlainDate;
  /** Memberships of this organisation. Without a substitute a colleague in the same role stands in. */
  readonly assigneeId: string;
  readonly substituteId: string | undefined;
  /** Who hears every alarm too, at the same moment: the work falls to the assignee, and she knows of it. One person hears it once. */
  readonly alsoId?: string | undefined;
  /** How many days ahead to warn; 0 is the day itself. */
  readonly alarmDaysAhead: readonly number[];
}

/**
 * Sets the deadline of a record with its alarms, in the transaction of the deed. One that stood there for the same kind and
 * record is withdrawn, with what it still had to say.
 */
export async function setDeadline(tx: Tx<DeadlineTables>, deadline: NewDeadline, time: DomainTime): Promise<void> {
  const { tenantId, kind, subject } = deadline;
  const before = await close(tx, tenantId, subject, 'withdrawn', time.now, kind);
  const id = newId();
  await tx
    .insertInto('deadlines.deadline')
    .values({
      tenant_id: tenantId,
      id,
      kind,
      subject_kind: subject.kind,
      subject_id: subject.id,
      path: deadline.path,
      parameters: JSON.stringify(deadline.parameters),
      due_on: deadline.dueOn,
      asks_from: asksFrom(deadline.dueOn, deadline.alarmDaysAhead),
      assignee_id: deadline.assigneeId,
      substitute_id: deadline.substituteId === deadline.assigneeId ? null : (deadline.substituteId ?? null),
      also_id: alsoOf(deadline) ?? null,
      version: before + 1,
      created_at: time.now,
    })
    .execute();
  const alarms = alarmDays(deadline.dueOn, deadline.alarmDaysAhead, time.today).map(({ daysAhead, on }) => {
    const starts = dutchMoment(on);
    return {
      tenant_id: tenantId,
      id: newId(),
      deadline_id: id,
      days_ahead: daysAhead,
      due_at: starts > time.now ? starts : time.now,
    };
  });
  if (alarms.length > 0) await tx.insertInto('deadlines.alarm').values(alarms).execute();
}

const alsoOf = ({ assigneeId, alsoId }: NewDeadline) => (alsoId === assigneeId ? undefined : alsoId);

/**
 * Sets a deadline, unless the same one is open already: then what it said stays said, and is not said again. A number in it that changed
 * since is put right.
 */
export async function keepDeadline(tx: Tx<DeadlineTables>, deadline: NewDeadline, time: DomainTime): Promise<void> {
  const open = await tx
    .selectFrom('deadlines.deadline')
    .select(['id', 'due_on', 'assignee_id', 'substitute_id', 'also_id'])
    .where('tenant_id', '=', deadline.tenantId)
    .where('subject_kind', '=', deadline.subject.kind)
    .where('subject_id', '=', deadline.subject.id)
    .where('kind', '=', deadline.kind)
    .where('state', '=', 'open')
    .executeTakeFirst();
  const isSame =
    open?.due_on === deadline.dueOn &&
    open.assignee_id === deadline.assigneeId &&
    (open.substitute_id ?? undefined) === deadline.substituteId &&
    (open.also_id ?? undefined) === alsoOf(deadline);
  if (!isSame) return setDeadline(tx, deadline, time);
  if (Object.keys(deadline.parameters).length === 0) return;
  const parameters = JSON.stringify(deadline.parameters);
  await tx
    .updateTable('deadlines.deadline')
    .set({ parameters })
    .where('tenant_id', '=', deadline.tenantId)
    .where('id', '=', open.id)
    .where('parameters', '<>', parameters as never)
    .execute();
}

/** Takes back every open deadline of a record, or those of one kind: it was replaced or removed. */
export async function withdrawDeadlines(
  tx: Tx<DeadlineTables>,
  tenantId: string,
  subject: DeadlineSubject,
  now: Date,
  kind?: string,
): Promise<void> {
  await close(tx, tenantId, subject, 'withdrawn', now, kind);
}

/** The work is done: every open deadline of a record is closed and its alarms stay silent. */
export async function completeDeadlines(
  tx: Tx<DeadlineTables>,
  tenantId: string,
  subject: DeadlineSubject,
  now: Date,
): Promise<void> {
  await close(tx, tenantId, subject, 'done', now);
}

/** Closes deadlines with their alarms, messages and mail that wait. @returns the highest version it closed, 0 for none. */
async function close(
  tx: Tx<DeadlineTables>,
  tenantId: string,
  subject: DeadlineSubject,
  state: 'done' | 'withdrawn',
  now: Date,
  kind?: string,
): Promise<number> {
  const { rows } = await sql<{ version: number; notification: string | null }>`
    with closed as (
      update deadlines.deadline set state = ${state}, closed_at = ${now}
      where tenant_id = ${tenantId} and subject_kind = ${subject.kind} and subject_id = ${subject.id} and state = 'open'
        and (${kind ?? null}::text is null or kind = ${kind ?? null})
      returning id, version),
    silenced as (
      update deadlines.alarm a set withdrawn_at = ${now} from closed
      where a.tenant_id = ${tenantId} and a.deadline_id = closed.id and a.fired_at is null and a.withdrawn_at is null),
    taken_back as (
      update deadlines.notification n set withdrawn_at = ${now} from closed
      where n.tenant_id = ${tenantId} and n.deadline_id = closed.id and n.opened_at is null and n.withdrawn_at is null
      returning n.id)
    select closed.version, taken_back.id as notification from closed left join taken_back on true`.execute(tx);
  await takeBackMail(
    tx,
    tenantId,
    rows.flatMap(({ notification }) => notification ?? []),
  );
  return Math.max(0, ...rows.map(({ version }) => version));
}
