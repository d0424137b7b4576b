import type { Tx } from '../../../platform/db/transact.ts';
import type { BroughtIn, OwnBrought } from '../domain/brought.ts';

type Table = 'consultation.brought';
type Message = 'exchange.message';

/** What was brought in from here, and by whom. */
export interface StoredBrought {
  readonly id: string;
  readonly organiserId: string;
  readonly meetingId: string;
  readonly aboutPerson: boolean;
  readonly broughtBy: string;
  readonly broughtByPerson: string;
  readonly lookAt: Date | undefined;
}

export async function insertBrought(tx: Tx<Table>, tenantId: string, brought: StoredBrought, at: Date): Promise<void> {
  await tx
    .insertInto('consultation.brought')
    .values({
      tenant_id: tenantId,
      id: brought.id,
      organiser_id: brought.organiserId,
      meeting_id: brought.meetingId,
      about_person: brought.aboutPerson,
      brought_at: at,
      brought_by: brought.broughtBy,
      brought_by_person: brought.broughtByPerson,
      look_at: brought.lookAt ?? null,
    })
    .execute();
}

/** What was brought in from here, held until the deed is done. */
export async function holdBrought(tx: Tx<Table>, tenantId: string, id: string): Promise<StoredBrought | undefined> {
  const row = await tx
    .selectFrom('consultation.brought')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      organiserId: row.organiser_id,
      meetingId: row.meeting_id,
      aboutPerson: row.about_person,
      broughtBy: row.brought_by,
      broughtByPerson: row.brought_by_person,
      lookAt: row.look_at ?? undefined,
    }
  );
}

export async function markLook(tx: Tx<Table>, tenantId: string, id: string, lookAt: Date | undefined): Promise<void> {
  await tx
    .updateTable('consultation.brought')
    .set({ look_at: lookAt ?? null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** @returns how many rows went. */
export async function deleteBrought(tx: Tx<Table>, tenantId: string, id: string): Promise<number> {
  const gone = await tx
    .deleteFrom('consultation.brought')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

const STATES: Readonly<Record<string, OwnBrought['state']>> = {
  accepted: 'accepted',
  refused: 'refused',
  withdrawn: 'withdrawn',
};

/** What was brought in from here to one consultation, and what became of it, in the order in which it went. */
export async function ownBrought(
  tx: Tx<Table | Message>,
  tenantId: string,
  meetingId: string,
): Promise<readonly Omit<OwnBrought, 'topic' | 'person'>[]> {
  const rows = await tx
    .selectFrom('consultation.brought as b')
    .leftJoin('exchange.message as m', (join) =>
      join.onRef('m.tenant_id', '=', 'b.tenant_id').onRef('m.id', '=', 'b.id').on('m.box', '=', 'out'),
    )
    .select(['b.id', 'b.about_person', 'b.brought_at', 'm.state', 'm.reason'])
    .where('b.tenant_id', '=', tenantId)
    .where('b.meeting_id', '=', meetingId)
    .orderBy('b.brought_at')
    .orderBy('b.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    aboutPerson: row.about_person,
    at: row.brought_at,
    // without its message it was erased
    state: row.state === null ? 'withdrawn' : (STATES[row.state] ?? 'waiting'),
    why: row.reason ?? undefined,
  }));
}

/** On which consent something went. */
export async function consentOfMessage(tx: Tx<Message>, tenantId: string, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('exchange.message')
    .select('consent_id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('box', '=', 'out')
    .executeTakeFirst();
  return row?.consent_id ?? undefined;
}

/** What came in for one consultation of this organisation, as kinds `of` say; those about a person are in `aboutPersons`. */
export async function broughtTo(
  tx: Tx<Message>,
  tenantId: string,
  meetingId: string,
  of: { readonly kinds: readonly string[]; readonly aboutPersons: readonly string[] },
): Promise<readonly BroughtIn[]> {
  const rows = await tx
    .selectFrom('exchange.message')
    .select(['id', 'counterpart_id', 'kind', 'sent_at', 'state'])
    .where('tenant_id', '=', tenantId)
    .where('box', '=', 'in')
    .where('about_id', '=', meetingId)
    .where('kind', 'in', [...of.kinds])
    .orderBy('sent_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    senderId: row.counterpart_id,
    aboutPerson: of.aboutPersons.includes(row.kind),
    at: row.sent_at,
    isWaiting: row.state === 'delivered',
    isOpen: row.state === 'delivered' || row.state === 'sent',
  }));
}

/** Something that came in for a consultation of this organisation. */
export interface BroughtMessage {
  readonly meetingId: string;
  readonly senderId: string;
  readonly kind: string;
  readonly state: string;
  readonly reason: string | undefined;
}

/** What came in by this id; undefined when it is no message of these kinds. */
export async function broughtMessage(
  tx: Tx<Message>,
  tenantId: string,
  id: string,
  kinds: readonly string[],
): Promise<BroughtMessage | undefined> {
  const row = await tx
    .selectFrom('exchange.message')
    .select(['about_id', 'counterpart_id as senderId', 'kind', 'state', 'reason'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('box', '=', 'in')
    .where('kind', 'in', [...kinds])
    .executeTakeFirst();
  if (!row?.about_id) return undefined;
  const { about_id: meetingId, reason, ...message } = row;
  return { ...message, meetingId, reason: reason ?? undefined };
}
