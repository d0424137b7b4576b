import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import { type AboutLogged, openMany, sealFor } from '../../../platform/vault/sealing.ts';
import type { ConsentGiven, Ground, Item, Law, Meeting, Outcome, SaidOfPerson } from '../domain/meeting.ts';

type Vault = 'vault.dossier_key';
const SAID = 'consultation.item.said';
const TOLD = 'consultation.outcome.said';

/** Whom an item is about in the log of data processing: known by the item itself. */
export const aboutPerson = (itemId: string): Exclude<AboutLogged, 'nobody'> => ({
  kind: 'consultation.person',
  id: itemId,
});

/** Lays an item; about a person sealed under the key of its dossier, which is there already. */
export async function insertItem(
  tx: Tx<'consultation.item' | Vault>,
  tenantId: string,
  meeting: Pick<Meeting, 'id' | 'kind'>,
  item: Item,
  said: SaidOfPerson | undefined,
  at: Date,
): Promise<void> {
  const { dossierId, consent } = item;
  await tx
    .insertInto('consultation.item')
    .values({
      tenant_id: tenantId,
      id: item.id,
      meeting_id: meeting.id,
      meeting_kind: meeting.kind,
      number: item.number,
      purpose: item.purpose,
      about_person: item.aboutPerson,
      topic: item.topic ?? null,
      dossier_id: dossierId ?? null,
      said: said && dossierId ? await sealFor(tx, dossierId, SAID, item.id, JSON.stringify(said)) : null,
      ground: item.ground ?? null,
      law: item.law ?? null,
      consent_by: consent?.by ?? null,
      consent_how: consent?.how ?? null,
      consent_on: consent?.on ?? null,
      added_at: at,
    })
    .execute();
}

/** An item as it stands, with what it says still sealed. */
export interface StoredItem extends Item {
  readonly said: Parameters<typeof openMany<typeof SAID>>[1][number]['sealed'] | undefined;
}

/** The agenda in its order. Whoever is excluded from a dossier finds its item not there. */
export async function itemsOf(
  tx: Tx<'consultation.item'>,
  tenantId: string,
  meetingId: string,
): Promise<readonly StoredItem[]> {
  const rows = await tx
    .selectFrom('consultation.item')
    .select(['id', 'number', 'purpose', 'about_person', 'topic', 'dossier_id', 'said', 'ground', 'law'])
    .select(['consent_by', 'consent_how', 'consent_on', 'withdrawn_at', 'withdrawn_why'])
    .where('tenant_id', '=', tenantId)
    .where('meeting_id', '=', meetingId)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    purpose: row.purpose,
    aboutPerson: row.about_person,
    topic: row.topic ?? undefined,
    dossierId: row.dossier_id ?? undefined,
    said: row.said ?? undefined,
    ground: (row.ground as Ground | null) ?? undefined,
    law: (row.law as Law | null) ?? undefined,
    consent:
      row.consent_on === null
        ? undefined
        : { by: row.consent_by as ConsentGiven['by'], how: row.consent_how as ConsentGiven['how'], on: row.consent_on },
    withdrawnAt: row.withdrawn_at ?? undefined,
    withdrawnWhy: (row.withdrawn_why as Item['withdrawnWhy'] | null) ?? undefined,
  }));
}

/** What items about persons say, by item; a row in the log of data processing for each. Two statements at most. */
export async function openItems(
  tx: Tx<Vault>,
  items: readonly StoredItem[],
): Promise<ReadonlyMap<string, SaidOfPerson>> {
  const cells = items.flatMap(({ id, dossierId, said }) =>
    said && dossierId ? [{ sealed: said, dossierId, column: SAID, rowId: id, about: aboutPerson(id) } as const] : [],
  );
  const opened = await openMany(tx, cells);
  return new Map(
    cells.flatMap(({ rowId }, index) => {
      const text = opened[index];
      return text === undefined ? [] : [[rowId, JSON.parse(text) as SaidOfPerson] as const];
    }),
  );
}

/** The number the next item gets; who adds one holds the consultation. */
export async function nextNumber(tx: Tx<'consultation.item'>, tenantId: string, meetingId: string): Promise<number> {
  // also past what an excluded person cannot see: the key of the table counts those too
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(number), 0)::int + 1 as next from consultation.item
    where tenant_id = ${tenantId} and meeting_id = ${meetingId}`.execute(tx);
  return rows[0]!.next;
}

export async function markWithdrawn(
  tx: Tx<'consultation.item'>,
  tenantId: string,
  id: string,
  why: NonNullable<Item['withdrawnWhy']>,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('consultation.item')
    .set({ withdrawn_at: at, withdrawn_why: why })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** Lays a decision or an action; about a person sealed as its item is. */
export async function insertOutcome(
  tx: Tx<'consultation.outcome' | Vault>,
  tenantId: string,
  meetingId: string,
  outcome: Outcome,
  said: string,
  byName: string,
): Promise<void> {
  const { id, dossierId } = outcome;
  await tx
    .insertInto('consultation.outcome')
    .values({
      tenant_id: tenantId,
      id,
      meeting_id: meetingId,
      item_id: outcome.itemId,
      kind: outcome.kind,
      dossier_id: dossierId ?? null,
      topic: dossierId ? null : said,
      said: dossierId ? await sealFor(tx, dossierId, TOLD, id, said) : null,
      participant_id: outcome.participantId ?? null,
      due_on: outcome.dueOn ?? null,
      recorded_at: outcome.recordedAt,
      recorded_by_name: byName,
    })
    .execute();
}

export interface StoredOutcome extends Outcome {
  readonly said: Parameters<typeof openMany<typeof TOLD>>[1][number]['sealed'] | undefined;
}

/** What was decided and agreed, in the order in which it was written down. */
export async function outcomesOf(
  tx: Tx<'consultation.outcome'>,
  tenantId: string,
  meetingId: string,
): Promise<readonly StoredOutcome[]> {
  const rows = await tx
    .selectFrom('consultation.outcome')
    .select(['id', 'item_id', 'kind', 'dossier_id', 'topic', 'said', 'participant_id', 'due_on', 'recorded_at'])
    .select(['done_at', 'done_how'])
    .where('tenant_id', '=', tenantId)
    .where('meeting_id', '=', meetingId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    itemId: row.item_id,
    kind: row.kind as Outcome['kind'],
    dossierId: row.dossier_id ?? undefined,
    topic: row.topic ?? undefined,
    said: row.said ?? undefined,
    participantId: row.participant_id ?? undefined,
    dueOn: row.due_on ?? undefined,
    recordedAt: row.recorded_at,
    doneAt: row.done_at ?? undefined,
    doneHow: (row.done_how as Outcome['doneHow'] | null) ?? undefined,
  }));
}

/** What outcomes say, by outcome: those about persons opened, with the row in the log that their item has. */
export async function openOutcomes(
  tx: Tx<Vault>,
  outcomes: readonly StoredOutcome[],
): Promise<ReadonlyMap<string, string>> {
  const cells = outcomes.flatMap(({ id, itemId, dossierId, said }) =>
    said && dossierId
      ? [{ sealed: said, dossierId, column: TOLD, rowId: id, about: aboutPerson(itemId) } as const]
      : [],
  );
  const opened = await openMany(tx, cells);
  const told = new Map(outcomes.flatMap(({ id, topic }) => (topic === undefined ? [] : [[id, topic] as const])));
  for (const [index, { rowId }] of cells.entries()) if (opened[index] !== undefined) told.set(rowId, opened[index]);
  return told;
}

/** Says how an action went, once. @returns false when it was said before. */
export async function markDone(
  tx: Tx<'consultation.outcome'>,
  tenantId: string,
  id: string,
  how: NonNullable<Outcome['doneHow']>,
  at: Date,
): Promise<boolean> {
  const marked = await tx
    .updateTable('consultation.outcome')
    .set({ done_at: at, done_how: how })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('kind', '=', 'action')
    .where('done_at', 'is', null)
    .executeTakeFirst();
  return marked.numUpdatedRows === 1n;
}

/** The action of this organisation that another reports on, when it is that one's to do. */
export async function actionOf(
  tx: Tx<'consultation.outcome' | 'consultation.participant'>,
  tenantId: string,
  id: string,
  organisationId: string,
): Promise<{ readonly meetingId: string } | undefined> {
  return tx
    .selectFrom('consultation.outcome as o')
    .innerJoin('consultation.participant as p', (join) =>
      join.onRef('p.tenant_id', '=', 'o.tenant_id').onRef('p.id', '=', 'o.participant_id'),
    )
    .select('o.meeting_id as meetingId')
    .where('o.tenant_id', '=', tenantId)
    .where('o.id', '=', id)
    .where('p.organisation_id', '=', organisationId)
    .executeTakeFirst();
}

/** An action that another organisation does, with the item it belongs to. */
export interface ActionAt {
  readonly meetingId: string;
  readonly itemId: string;
  readonly isAboutPerson: boolean;
  readonly participantId: string;
  readonly organisationId: string;
  /** The item was taken from the agenda, or the participant from the table. */
  readonly isGone: boolean;
}

/** The action of this organisation's table, when another organisation does it. */
export async function actionAt(
  tx: Tx<'consultation.outcome' | 'consultation.participant' | 'consultation.item'>,
  tenantId: string,
  id: string,
): Promise<ActionAt | undefined> {
  const row = await tx
    .selectFrom('consultation.outcome as o')
    .innerJoin('consultation.participant as p', (join) =>
      join.onRef('p.tenant_id', '=', 'o.tenant_id').onRef('p.id', '=', 'o.participant_id'),
    )
    .innerJoin('consultation.item as i', (join) =>
      join.onRef('i.tenant_id', '=', 'o.tenant_id').onRef('i.id', '=', 'o.item_id'),
    )
    .select([
      'o.meeting_id',
      'o.item_id',
      'i.about_person',
      'p.id',
      'p.organisation_id',
      'p.removed_at',
      'i.withdrawn_at',
    ])
    .where('o.tenant_id', '=', tenantId)
    .where('o.id', '=', id)
    .where('o.kind', '=', 'action')
    .executeTakeFirst();
  if (!row?.organisation_id) return undefined;
  return {
    meetingId: row.meeting_id,
    itemId: row.item_id,
    isAboutPerson: row.about_person,
    participantId: row.id,
    organisationId: row.organisation_id,
    isGone: row.removed_at !== null || row.withdrawn_at !== null,
  };
}

/** Erases one item with what was decided about it. @returns how many rows of each table. */
export async function deleteItem(
  tx: Tx<'consultation.item' | 'consultation.outcome' | 'consultation.part'>,
  tenantId: string,
  id: string,
): Promise<Readonly<Record<string, number>>> {
  const outcomes = await tx
    .deleteFrom('consultation.outcome')
    .where('tenant_id', '=', tenantId)
    .where('item_id', '=', id)
    .returning('id')
    .execute();
  const parts = await tx
    .deleteFrom('consultation.part')
    .where('tenant_id', '=', tenantId)
    .where('about_id', 'in', [id, ...outcomes.map((each) => each.id)])
    .executeTakeFirst();
  const items = await tx
    .deleteFrom('consultation.item')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return {
    'consultation.outcome': outcomes.length,
    'consultation.part': Number(parts.numDeletedRows),
    'consultation.item': Number(items.numDeletedRows),
  };
}
