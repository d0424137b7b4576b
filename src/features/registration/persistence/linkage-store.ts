import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { LinkageKey } from '../../../platform/vault/linkage-key.ts';
import { openMany } from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Sealed } from '../../../shared-kernel/sealed.ts';
import { blockingValues, TOKENS } from '../domain/linkage/blocking.ts';
import type { PersonName, RegistrationContent } from '../domain/registration.ts';

type Linkage = 'registration.linkage_record' | 'registration.linkage_token';
type Reading = Linkage | 'registration.delivery' | 'registration.record' | 'exchange.message' | 'vault.dossier_key';
const CONTENT = 'registration.delivery.content';
const IDENTITY = 'registration.delivery.identity';

/** A delivery as linkage compares it: what it says, opened, which no human sees. */
export interface Linkable {
  readonly deliveryId: string;
  readonly recordId: string;
  readonly rootId: string;
  readonly dossierId: string;
  readonly region: string;
  readonly receivedOn: PlainDate;
  /** The keyed hash of name and day of birth. */
  readonly identityIndex: string | null;
  readonly content: RegistrationContent | undefined;
  readonly person: PersonName | undefined;
}

/** Asks that a delivery is compared with all others, from this moment. Asked twice, it is compared once more. */
export async function askLinkage(
  tx: Tx<'registration.linkage_record'>,
  tenantId: string,
  of: { readonly deliveryId: string; readonly recordId: string; readonly dossierId: string },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('registration.linkage_record')
    .values({
      tenant_id: tenantId,
      id: of.deliveryId,
      record_id: of.recordId,
      dossier_id: of.dossierId,
      link_at: now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet({ link_at: now }))
    .execute();
}

/**
 * Holds this delivery, when it still waits to be compared, and with it others of the same register whose time has come; until that is
 * done. @returns their ids, at most so many
 */
export async function holdLinkages(
  tx: Tx<'registration.linkage_record'>,
  tenantId: string,
  firstId: string,
  now: Date,
  most: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from registration.linkage_record
    where tenant_id = ${tenantId} and (id = ${firstId} or ${most} > 1) and link_at <= ${now}
    order by id = ${firstId} desc, link_at, id limit ${most} for update skip locked`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Notes that these were compared; for the ids in `cut` more was alike than was compared. */
export async function noteLinked(
  tx: Tx<'registration.linkage_record'>,
  tenantId: string,
  ids: readonly string[],
  at: Date,
  cut: readonly string[],
): Promise<void> {
  await tx
    .updateTable('registration.linkage_record')
    .set({ link_at: null, linked_at: at, is_cut: sql<boolean>`id = any(${[...cut]}::uuid[])` })
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', [...ids])
    .execute();
}

/** Lays the marks of these anew; without a name there are none. */
export async function layTokens(
  tx: Tx<'registration.linkage_token'>,
  tenantId: string,
  key: LinkageKey,
  all: readonly Linkable[],
): Promise<void> {
  await tx
    .deleteFrom('registration.linkage_token')
    .where('tenant_id', '=', tenantId)
    .where(
      'linkage_id',
      'in',
      all.map(({ deliveryId }) => deliveryId),
    )
    .execute();
  const rows = all.flatMap(({ deliveryId, dossierId, person }) =>
    person
      ? key.marksOf(blockingValues(person), TOKENS).map((token) => ({
          tenant_id: tenantId,
          token,
          linkage_id: deliveryId,
          dossier_id: dossierId,
        }))
      : [],
  );
  if (rows.length === 0) return;
  // two words that sound alike give one mark
  await tx
    .insertInto('registration.linkage_token')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Which delivery is worth comparing with which. */
export interface WorthComparing {
  readonly forId: string;
  readonly deliveryId: string;
}

/** For each of these the records that share a mark, those that share the most first; one more than so many tells that there are more. */
export async function sharingMarks(
  tx: Tx<Linkage>,
  tenantId: string,
  ids: readonly string[],
  most: number,
): Promise<readonly WorthComparing[]> {
  const { rows } = await sql<WorthComparing>`
    select f.id as "forId", alike.linkage_id as "deliveryId"
    from unnest(${[...ids]}::uuid[]) as f (id)
    cross join lateral (
      select t.linkage_id from registration.linkage_token own
      join registration.linkage_token t on t.tenant_id = own.tenant_id and t.token = own.token and t.linkage_id <> own.linkage_id
      where own.tenant_id = ${tenantId} and own.linkage_id = f.id
      group by t.linkage_id order by count(*) desc, t.linkage_id limit ${most + 1}) alike`.execute(tx);
  return rows;
}

/**
 * For each of these the records of about the same time and place, and of the same form, of which one or both have no name; the newest,
 * at most so many of each sort.
 */
export async function aroundWithoutName(
  tx: Tx<'registration.delivery'>,
  tenantId: string,
  ids: readonly string[],
  most: number,
): Promise<readonly WorthComparing[]> {
  const around = (isNamed: boolean) => sql`
    select d.id from registration.delivery d
    where d.tenant_id = ${tenantId} and d.region = f.region and ${isNamed ? sql`d.identity is not null` : sql`d.identity is null`}
      and d.content is not null and d.id <> f.id and d.forms && f.forms
      and d.received_on between f.received_on - 365 and f.received_on + 365
    order by d.received_on desc, d.id desc limit ${most}`;
  const { rows } = await sql<WorthComparing>`
    select f.id as "forId", found.id as "deliveryId"
    from registration.delivery f
    cross join lateral (
      (${around(false)}) union all (select * from (${around(true)}) named where f.identity is null)) found
    where f.tenant_id = ${tenantId} and f.id in (${sql.join(ids)}) and f.region <> 'unknown' and cardinality(f.forms) > 0`.execute(
    tx,
  );
  return rows;
}

interface SealedRow extends Omit<Linkable, 'content' | 'person'> {
  readonly content: Sealed<typeof CONTENT> | null;
  readonly identity: Sealed<typeof IDENTITY> | null;
}

/** Deliveries, opened; those that were taken back are not among them, from that very moment. */
export async function readLinkables(
  tx: Tx<Reading>,
  tenantId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Linkable>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<SealedRow>`
    select d.id as "deliveryId", d.record_id as "recordId", r.root_id as "rootId", d.dossier_id as "dossierId", d.region,
      d.received_on as "receivedOn", d.content, d.identity, encode(d.identity_index, 'hex') as "identityIndex"
    from registration.delivery d join registration.record r on r.tenant_id = d.tenant_id and r.id = d.record_id
    where d.tenant_id = ${tenantId} and d.id = any(${[...ids]}::uuid[]) and d.withdrawn_on is null and not exists (
      select from exchange.message m where m.tenant_id = d.tenant_id and m.id = d.identity_message_id and m.box = 'in'
        and m.state = 'withdrawn')`.execute(tx);
  return new Map((await opened(tx, rows)).map((each) => [each.deliveryId, each]));
}

/** Opens what rows hold: for comparing only. What comes of it is kept as a candidate, so no line is written for each. */
async function opened(tx: Tx<Reading>, rows: readonly SealedRow[]): Promise<readonly Linkable[]> {
  const texts = async <Column extends typeof CONTENT | typeof IDENTITY>(
    column: Column,
    sealedOf: (row: SealedRow) => Sealed<Column> | null,
  ) => {
    const cells = rows.flatMap((row) => {
      const sealed = sealedOf(row);
      const { dossierId, deliveryId: rowId } = row;
      return sealed ? [{ sealed, column, rowId, dossierId, about: 'unseen' } as const] : [];
    });
    const found = await openMany(tx, cells);
    return new Map(cells.map(({ rowId }, index) => [rowId, found[index]]));
  };
  const contents = await texts(CONTENT, ({ content }) => content);
  const persons = await texts(IDENTITY, ({ identity }) => identity);
  return rows.map(({ content: _content, identity: _identity, ...row }) => {
    const content = contents.get(row.deliveryId);
    const person = persons.get(row.deliveryId);
    return {
      ...row,
      content: content === undefined ? undefined : (JSON.parse(content) as RegistrationContent),
      person: person === undefined ? undefined : (JSON.parse(person) as PersonName),
    };
  });
}

/** Erases the marks of a name, with everything that was found by it. What was decided about it goes too: without a name it says nothing. */
export async function forgetLinkage(
  tx: Tx<Linkage | 'registration.candidate'>,
  tenantId: string,
  recordIds: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const ids = [...recordIds];
  const candidates = await tx
    .deleteFrom('registration.candidate')
    .where('tenant_id', '=', tenantId)
    .where(({ or, eb }) => or([eb('one_id', 'in', ids), eb('other_id', 'in', ids)]))
    .executeTakeFirst();
  const tokens = await tx
    .deleteFrom('registration.linkage_token')
    .where('tenant_id', '=', tenantId)
    .where('linkage_id', 'in', (eb) =>
      eb
        .selectFrom('registration.linkage_record')
        .select('id')
        .where('tenant_id', '=', tenantId)
        .where('record_id', 'in', ids),
    )
    .executeTakeFirst();
  const records = await tx
    .deleteFrom('registration.linkage_record')
    .where('tenant_id', '=', tenantId)
    .where('record_id', 'in', ids)
    .executeTakeFirst();
  return {
    'registration.candidate': Number(candidates.numDeletedRows),
    'registration.linkage_token': Number(tokens.numDeletedRows),
    'registration.linkage_record': Number(records.numDeletedRows),
  };
}
