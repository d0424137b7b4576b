import { sql } from 'kysely';
import { daysBetween, type PlainDate } from '../../shared-kernel/plain-date.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import type { Tx } from '../db/transact.ts';
import { heldToday, LAST_RESORT } from '../members/members.ts';

type Tables = 'deadlines.deadline' | 'deadlines.notification' | 'accounts.membership';

/** How soon: past its day, within this many days, or later. */
const SOON_DAYS = 30;

/** Something that asks this person's attention. */
export interface OpenDeadline {
  readonly kind: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** The record it is about; undefined for a message. */
  readonly subjectId: string | undefined;
  /** Undefined for a message without a day. */
  readonly dueOn: PlainDate | undefined;
  readonly urgency: 'overdue' | 'soon' | 'later';
  /** Where to go: by way of the message when she has not opened it yet. */
  readonly href: string;
  readonly isUnread: boolean;
  /** How many messages of one kind, about the same page and without a day, this stands for. */
  readonly times: number;
}

export interface OpenDeadlines {
  readonly deadlines: readonly OpenDeadline[];
  readonly total: number;
}

interface Row {
  readonly kind: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly dueOn: PlainDate | null;
  readonly subjectId: string | null;
  readonly path: string;
  readonly unread: string | null;
  readonly times: number;
  readonly total: number;
}

/**
 * What asks this person's attention today, most urgent first, in one statement however many features set deadlines: deadlines
 * that are hers, those of a colleague who left and for whom she stands in, those that came to her because nobody opened them,
 * and messages about something else that she has not opened, one row for those that say the same and lead to the same page.
 */
export async function openDeadlines(
  tx: Tx<Tables>,
  actor: Actor,
  today: PlainDate,
  page: { readonly limit: number; readonly offset: number },
): Promise<OpenDeadlines> {
  const { organisationId: tenant, membershipId: me } = actor;
  const { rows } = await sql<Row>`
    with here as materialized (
      select m.id, m.role, m.valid_from, m.demo_number from accounts.membership m
      where m.organisation_id = ${tenant} and ${heldToday('m')}),
    last_resort as materialized (
      select id from here where role in (${sql.join(LAST_RESORT)})
      order by role = ${LAST_RESORT[0]} desc, demo_number nulls last, valid_from, id limit 1),
    told as materialized (
      select distinct on (n.deadline_id) n.deadline_id, n.id, n.opened_at from deadlines.notification n
      where n.tenant_id = ${tenant} and n.membership_id = ${me} and n.deadline_id is not null and n.withdrawn_at is null
      order by n.deadline_id, n.created_at desc, n.id desc),
    mine as (
      select d.id, d.kind, d.parameters, d.due_on, d.subject_id, d.path, case when told.opened_at is null then told.id end as unread, d.due_on as sort_day,
        1 as times
      from deadlines.deadline d left join told on told.deadline_id = d.id
      where d.tenant_id = ${tenant} and d.state = 'open' and d.asks_from <= ${today}
        and (d.assignee_id = ${me} or told.id is not null
          or (d.assignee_id not in (select id from here)
            and (d.substitute_id = ${me} or ((d.substitute_id is null or d.substitute_id not in (select id from here))
              and ${me} = (select id from last_resort)))))
      union all
      select (array_agg(n.id order by n.created_at, n.id))[1], n.kind, '{}', null, null, n.path,
        (array_agg(n.id order by n.created_at, n.id))[1], (min(n.created_at) at time zone 'Europe/Amsterdam')::date,
        count(*)::int
      from deadlines.notification n
      where n.tenant_id = ${tenant} and n.membership_id = ${me} and n.deadline_id is null
        and n.opened_at is null and n.withdrawn_at is null
      group by n.kind, n.path)
    select kind, parameters, due_on as "dueOn", subject_id as "subjectId", path, unread, times, count(*) over () as total
    from mine order by sort_day, id limit ${page.limit} offset ${page.offset}`.execute(tx);
  return { deadlines: rows.map((row) => toOpen(row, today)), total: rows[0]?.total ?? 0 };
}

function toOpen(row: Row, today: PlainDate): OpenDeadline {
  const left = row.dueOn === null ? undefined : daysBetween(today, row.dueOn);
  return {
    kind: row.kind,
    parameters: row.parameters,
    dueOn: row.dueOn ?? undefined,
    subjectId: row.subjectId ?? undefined,
    urgency: left === undefined ? 'soon' : left <= 0 ? 'overdue' : left <= SOON_DAYS ? 'soon' : 'later',
    href: row.unread ? `/berichten/${row.unread}` : row.path,
    isUnread: row.unread !== null,
    times: row.times,
  };
}
