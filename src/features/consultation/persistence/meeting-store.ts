import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Admits, Meeting, MeetingKind, MeetingState, Participant, Sees, Way } from '../domain/meeting.ts';
import type { CovenantPeriod, TurnedAway } from '../domain/meeting-seen.ts';
import type { PartyType } from '../domain/party.ts';

type Table = 'consultation.meeting';

const COLUMNS = [
  'm.id',
  'm.kind',
  'm.admits',
  'm.title',
  'm.purpose',
  'm.on_day',
  'm.at_time',
  'm.place',
  'm.covenant_id',
  'm.chair_id',
  'm.chair_person_id',
  'm.chair_name',
  'm.state',
  'm.invited_at',
  'm.closed_at',
  'm.cancelled_at',
  'm.version',
] as const;

const meetingOf = (row: {
  readonly id: string;
  readonly kind: string;
  readonly admits: string | null;
  readonly title: string;
  readonly purpose: string;
  readonly on_day: PlainDate;
  readonly at_time: string;
  readonly place: string;
  readonly covenant_id: string | null;
  readonly chair_id: string;
  readonly chair_person_id: string;
  readonly chair_name: string;
  readonly state: string;
  readonly invited_at: Date | null;
  readonly closed_at: Date | null;
  readonly cancelled_at: Date | null;
  readonly version: number;
}): Meeting => ({
  id: row.id,
  kind: row.kind as MeetingKind,
  admits: (row.admits as Admits | null) ?? undefined,
  title: row.title,
  purpose: row.purpose,
  onDay: row.on_day,
  atTime: row.at_time,
  place: row.place,
  covenantId: row.covenant_id ?? undefined,
  chairId: row.chair_id,
  chairPersonId: row.chair_person_id,
  chairName: row.chair_name,
  state: row.state as MeetingState,
  invitedAt: row.invited_at ?? undefined,
  closedAt: row.closed_at ?? undefined,
  cancelledAt: row.cancelled_at ?? undefined,
  version: row.version,
});

export async function insertMeeting(tx: Tx<Table>, tenantId: string, meeting: Meeting): Promise<void> {
  await tx
    .insertInto('consultation.meeting')
    .values({
      tenant_id: tenantId,
      id: meeting.id,
      kind: meeting.kind,
      title: meeting.title,
      purpose: meeting.purpose,
      on_day: meeting.onDay,
      at_time: meeting.atTime,
      place: meeting.place,
      covenant_id: meeting.covenantId ?? null,
      chair_id: meeting.chairId,
      chair_person_id: meeting.chairPersonId,
      chair_name: meeting.chairName,
      state: meeting.state,
      version: meeting.version,
    })
    .execute();
}

/** One consultation of this organisation, held until the deed is done. */
export async function holdMeeting(tx: Tx<Table>, tenantId: string, id: string): Promise<Meeting | undefined> {
  const row = await tx
    .selectFrom('consultation.meeting as m')
    .select(COLUMNS)
    .where('m.tenant_id', '=', tenantId)
    .where('m.id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && meetingOf(row);
}

/** A page of what this person chairs or takes part in, newest first. */
export async function meetingsOf(
  tx: Tx<Table | 'consultation.participant'>,
  tenantId: string,
  personId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly Meeting[]> {
  const rows = await tx
    .selectFrom('consultation.meeting as m')
    .select(COLUMNS)
    .where('m.tenant_id', '=', tenantId)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('m.chair_person_id', '=', personId),
        exists(
          selectFrom('consultation.participant as p')
            .select('p.id')
            .whereRef('p.tenant_id', '=', 'm.tenant_id')
            .whereRef('p.meeting_id', '=', 'm.id')
            .where('p.person_id', '=', personId)
            .where('p.removed_at', 'is', null),
        ),
      ]),
    )
    .orderBy('m.on_day', 'desc')
    .orderBy('m.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map(meetingOf);
}

export async function markMeeting(
  tx: Tx<Table>,
  tenantId: string,
  meeting: Pick<Meeting, 'id' | 'version'>,
  marks: {
    readonly admits?: Admits;
    readonly state?: MeetingState;
    readonly invitedAt?: Date;
    readonly openedAt?: Date;
    readonly closedAt?: Date;
    readonly cancelledAt?: Date;
    readonly chair?: { readonly membershipId: string; readonly personId: string; readonly name: string };
  },
): Promise<void> {
  await tx
    .updateTable('consultation.meeting')
    .set({
      version: meeting.version + 1,
      ...(marks.admits && { admits: marks.admits }),
      ...(marks.state && { state: marks.state }),
      ...(marks.invitedAt && { invited_at: marks.invitedAt }),
      ...(marks.openedAt && { opened_at: marks.openedAt }),
      ...(marks.closedAt && { closed_at: marks.closedAt }),
      ...(marks.cancelledAt && { cancelled_at: marks.cancelledAt }),
      ...(marks.chair && {
        chair_id: marks.chair.membershipId,
        chair_person_id: marks.chair.personId,
        chair_name: marks.chair.name,
      }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', meeting.id)
    .execute();
}

/** Everybody who takes part or took part, in the order of coming. */
export async function participantsOf(
  tx: Tx<'consultation.participant'>,
  tenantId: string,
  meetingId: string,
): Promise<readonly Participant[]> {
  const rows = await tx
    .selectFrom('consultation.participant')
    .select(['id', 'way', 'organisation_id', 'membership_id', 'person_id', 'name', 'type', 'sees', 'removed_at'])
    .where('tenant_id', '=', tenantId)
    .where('meeting_id', '=', meetingId)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    way: row.way as Way,
    organisationId: row.organisation_id ?? undefined,
    membershipId: row.membership_id ?? undefined,
    personId: row.person_id ?? undefined,
    name: row.name,
    type: row.type as PartyType,
    sees: row.sees as Sees,
    removedAt: row.removed_at ?? undefined,
  }));
}

export async function insertParticipant(
  tx: Tx<'consultation.participant'>,
  tenantId: string,
  meeting: Pick<Meeting, 'id' | 'kind'>,
  participant: Omit<Participant, 'removedAt'>,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('consultation.participant')
    .values({
      tenant_id: tenantId,
      id: participant.id,
      meeting_id: meeting.id,
      meeting_kind: meeting.kind,
      way: participant.way,
      organisation_id: participant.organisationId ?? null,
      membership_id: participant.membershipId ?? null,
      person_id: participant.personId ?? null,
      name: participant.name,
      type: participant.type,
      sees: participant.sees,
      added_at: at,
    })
    .execute();
}

export async function markRemoved(
  tx: Tx<'consultation.participant'>,
  tenantId: string,
  id: string,
  by: { readonly name: string; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('consultation.participant')
    .set({ removed_at: by.at, removed_by_name: by.name })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

export async function insertTurnedAway(
  tx: Tx<'consultation.turned_away'>,
  tenantId: string,
  meetingId: string,
  turned: TurnedAway,
): Promise<void> {
  await tx
    .insertInto('consultation.turned_away')
    .values({
      tenant_id: tenantId,
      id: turned.id,
      meeting_id: meetingId,
      what: turned.what,
      types: sql`${[...turned.types]}::text[]`,
      at: turned.at,
      by_name: turned.byName,
    })
    .execute();
}

/** A consultation with the period of its covenant, and what was turned away of it, the last first. One statement. */
export async function meetingToRead(
  tx: Tx<Table | 'consultation.turned_away' | 'consultation.covenant'>,
  tenantId: string,
  id: string,
): Promise<
  | {
      readonly meeting: Meeting;
      readonly covenant: CovenantPeriod | undefined;
      readonly turnedAway: readonly TurnedAway[];
    }
  | undefined
> {
  const row = await tx
    .selectFrom('consultation.meeting as m')
    .select(COLUMNS)
    .select(
      sql<CovenantPeriod | null>`(
        select json_build_object('title', c.title, 'validFrom', c.valid_from, 'validUntil', c.valid_until,
          'reviewOn', c.review_on, 'endedOn', c.ended_on)
        from consultation.covenant c where c.tenant_id = m.tenant_id and c.id = m.covenant_id)`.as('covenant'),
    )
    .select(
      sql<readonly (Omit<TurnedAway, 'at'> & { readonly at: string })[]>`(
        select coalesce(json_agg(json_build_object('id', t.id, 'what', t.what, 'types', t.types, 'at', t.at, 'byName', t.by_name)
          order by t.at desc), '[]')
        from (select * from consultation.turned_away t where t.tenant_id = m.tenant_id and t.meeting_id = m.id
          order by t.at desc limit 20) t)`.as('turned'),
    )
    .where('m.tenant_id', '=', tenantId)
    .where('m.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    meeting: meetingOf(row),
    covenant: row.covenant ? { ...row.covenant, endedOn: row.covenant.endedOn ?? undefined } : undefined,
    turnedAway: row.turned.map((each) => ({ ...each, at: new Date(each.at) })),
  };
}

/** Erases a consultation with everything that hangs on it. @returns how many rows of each table. */
export async function deleteMeeting(
  tx: Tx<MeetingTables>,
  tenantId: string,
  id: string,
): Promise<Readonly<Record<string, number>>> {
  const children = [
    'consultation.part',
    'consultation.outcome',
    'consultation.item',
    'consultation.participant',
    'consultation.turned_away',
  ] as const;
  const erased: Record<string, number> = {};
  for (const table of children) {
    const gone = await tx
      .deleteFrom(table)
      .where('tenant_id', '=', tenantId)
      .where('meeting_id', '=', id)
      .executeTakeFirst();
    erased[table] = Number(gone.numDeletedRows);
  }
  const gone = await tx
    .deleteFrom('consultation.meeting')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return { ...erased, 'consultation.meeting': Number(gone.numDeletedRows) };
}

export type MeetingTables =
  | Table
  | 'consultation.participant'
  | 'consultation.item'
  | 'consultation.outcome'
  | 'consultation.part'
  | 'consultation.turned_away';
