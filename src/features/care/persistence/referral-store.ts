import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import {
  type Referral,
  type ReferralKind,
  type ReferralState,
  type SharedPart,
  stateOn,
} from '../domain/cases/referral.ts';

type Table = 'care.referral';

const COLUMNS = [
  'r.id',
  'r.case_id',
  'r.dossier_id',
  'r.receiver_id',
  'r.kind',
  'r.parts',
  'r.ground',
  'r.message_id',
  'r.consent_id',
  'r.sent_on',
  'r.answer_by',
  'r.look_at',
  'r.checked_by_name',
  'r.withdrawn_on',
] as const;

const referralOf = (row: {
  readonly id: string;
  readonly case_id: string;
  readonly dossier_id: string;
  readonly receiver_id: string;
  readonly kind: string;
  readonly parts: string[];
  readonly ground: string;
  readonly message_id: string;
  readonly consent_id: string | null;
  readonly sent_on: PlainDate;
  readonly answer_by: PlainDate;
  readonly look_at: Date | null;
  readonly checked_by_name: string | null;
  readonly withdrawn_on: PlainDate | null;
}): Referral => ({
  id: row.id,
  caseId: row.case_id,
  dossierId: row.dossier_id,
  receiverId: row.receiver_id,
  kind: row.kind as ReferralKind,
  parts: row.parts as SharedPart[],
  ground: row.ground as Referral['ground'],
  messageId: row.message_id,
  consentId: row.consent_id ?? undefined,
  sentOn: row.sent_on,
  answerBy: row.answer_by,
  lookAt: row.look_at ?? undefined,
  checkedByName: row.checked_by_name ?? undefined,
  withdrawnOn: row.withdrawn_on ?? undefined,
});

export async function insertReferral(tx: Tx<Table>, tenantId: string, referral: Referral): Promise<void> {
  await tx
    .insertInto('care.referral')
    .values({
      tenant_id: tenantId,
      id: referral.id,
      case_id: referral.caseId,
      dossier_id: referral.dossierId,
      receiver_id: referral.receiverId,
      kind: referral.kind,
      parts: [...referral.parts],
      ground: referral.ground,
      message_id: referral.messageId,
      consent_id: referral.consentId ?? null,
      sent_on: referral.sentOn,
      answer_by: referral.answerBy,
      look_at: referral.lookAt ?? null,
    })
    .execute();
}

/** A referral with how its message stands, and why it was refused. */
export type StandingReferral = Referral & { readonly state: ReferralState; readonly reason: string | undefined };

/** What went from a case as it stands today, newest first. */
export async function referralsOf(
  tx: Tx<Table | 'exchange.message'>,
  tenantId: string,
  caseId: string,
  today: PlainDate,
): Promise<readonly StandingReferral[]> {
  const rows = await tx
    .selectFrom('care.referral as r')
    .leftJoin('exchange.message as m', (join) =>
      join.onRef('m.tenant_id', '=', 'r.tenant_id').onRef('m.id', '=', 'r.message_id').on('m.box', '=', 'out'),
    )
    .select(COLUMNS)
    .select(['m.state', 'm.reason', 'm.expires_on as expiresOn'])
    .where('r.tenant_id', '=', tenantId)
    .where('r.case_id', '=', caseId)
    .orderBy('r.sent_on', 'desc')
    .orderBy('r.id')
    .execute();
  return rows.map((row) => ({
    ...referralOf(row),
    state:
      row.state === null ? undefined : stateOn({ state: row.state as ReferralState, expiresOn: row.expiresOn }, today),
    reason: row.reason ?? undefined,
  }));
}

/** What a case came from and what was shared of it: the ids of the messages, and of a source that is none. */
export async function messagesOfCase(
  tx: Tx<Table | 'care.case_file'>,
  tenantId: string,
  caseId: string,
): Promise<readonly (string | null)[]> {
  const shared = await tx
    .selectFrom('care.referral')
    .select('message_id')
    .where('tenant_id', '=', tenantId)
    .where('case_id', '=', caseId)
    .execute();
  const source = await tx
    .selectFrom('care.case_file')
    .select('source_id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', caseId)
    .executeTakeFirst();
  return [...shared.map(({ message_id }) => message_id), source?.source_id ?? null];
}

/** A referral, held until the deed is done. */
export async function holdReferral(tx: Tx<Table>, tenantId: string, id: string): Promise<Referral | undefined> {
  const row = await tx
    .selectFrom('care.referral as r')
    .select(COLUMNS)
    .where('r.tenant_id', '=', tenantId)
    .where('r.id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && referralOf(row);
}

/** The referral that went by this message; undefined when this organisation did not send it. */
export async function referralByMessage(
  tx: Tx<Table>,
  tenantId: string,
  messageId: string,
): Promise<Referral | undefined> {
  const row = await tx
    .selectFrom('care.referral as r')
    .select(COLUMNS)
    .where('r.tenant_id', '=', tenantId)
    .where('r.message_id', '=', messageId)
    .executeTakeFirst();
  return row && referralOf(row);
}

export async function markReferral(
  tx: Tx<Table>,
  tenantId: string,
  id: string,
  marks: {
    readonly lookAt?: Date | null;
    readonly withdrawnOn?: PlainDate;
    readonly checked?: { readonly at: Date; readonly name: string };
  },
): Promise<boolean> {
  const changed = await tx
    .updateTable('care.referral')
    .set({
      ...(marks.lookAt !== undefined && { look_at: marks.lookAt }),
      ...(marks.withdrawnOn && { withdrawn_on: marks.withdrawnOn }),
      ...(marks.checked && { checked_at: marks.checked.at, checked_by_name: marks.checked.name }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** A referral that came in, without what it says. */
export interface ReceivedReferral {
  readonly id: string;
  readonly senderId: string;
  readonly kind: string;
  readonly state: Exclude<ReferralState, undefined>;
  readonly sentAt: Date;
}

/** What came in for care here: what waits first, then the newest. */
export async function receivedReferrals(
  tx: Tx<'exchange.message'>,
  tenantId: string,
  kinds: readonly string[],
  today: PlainDate,
  limit: number,
): Promise<readonly ReceivedReferral[]> {
  const rows = await received(tx, tenantId, kinds)
    .orderBy(waitsOn(today), 'desc')
    .orderBy('sent_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => receivedOn(row, today));
}

const receivedOn = (
  {
    expiresOn,
    ...row
  }: Omit<ReceivedReferral, 'state'> & { readonly state: string; readonly expiresOn: PlainDate | null },
  today: PlainDate,
): ReceivedReferral => ({
  ...row,
  state: stateOn({ state: row.state as Exclude<ReferralState, undefined>, expiresOn }, today),
});

const waitsOn = (today: PlainDate) =>
  sql<boolean>`state in ('sent', 'delivered') and (expires_on is null or expires_on > ${today})`;

/** How many wait for an answer of this organisation today. */
export async function countWaiting(
  tx: Tx<'exchange.message'>,
  tenantId: string,
  kinds: readonly string[],
  today: PlainDate,
): Promise<number> {
  const { count } = await received(tx, tenantId, kinds)
    .clearSelect()
    .select(sql<number>`count(*)::int`.as('count'))
    .where(waitsOn(today))
    .executeTakeFirstOrThrow();
  return count;
}

const received = (tx: Tx<'exchange.message'>, tenantId: string, kinds: readonly string[]) =>
  tx
    .selectFrom('exchange.message')
    .select(['id', 'counterpart_id as senderId', 'kind', 'state', 'sent_at as sentAt', 'expires_on as expiresOn'])
    .where('tenant_id', '=', tenantId)
    .where('box', '=', 'in')
    .where('kind', 'in', [...kinds]);

/** One of them; undefined when it is another organisation's, or of another kind. */
export async function receivedReferral(
  tx: Tx<'exchange.message'>,
  tenantId: string,
  kinds: readonly string[],
  id: string,
  today: PlainDate,
): Promise<ReceivedReferral | undefined> {
  const row = await received(tx, tenantId, kinds).where('id', '=', id).executeTakeFirst();
  return row && receivedOn(row, today);
}

/** An organisation as a page names it. */
export interface NamedReceiver {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** These organisations, by name. */
export async function namesOf(
  tx: Tx<'organisations.organisation'>,
  ids: readonly string[],
): Promise<readonly NamedReceiver[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('organisations.organisation')
    .select(['id', 'code', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .orderBy('name')
    .execute();
}
