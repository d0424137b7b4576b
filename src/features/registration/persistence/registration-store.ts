import type { Tx } from '../../../platform/db/transact.ts';
import { noteHandled, openMany, sealFor, sealMany } from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Sealed } from '../../../shared-kernel/sealed.ts';
import type { PersonName, Region, Registration, RegistrationContent } from '../domain/registration.ts';
import type { MessageStanding } from '../domain/registration-status.ts';
import type { ReporterType, Route } from '../domain/reporting-guide.ts';

type Table = 'registration.registration';
type Vault = 'vault.dossier_key';
const CONTENT = 'registration.registration.content';
const IDENTITY = 'registration.registration.identity';

const COLUMNS = [
  'r.id',
  'r.dossier_id',
  'r.code',
  'r.route',
  'r.reporter_type',
  'r.region',
  'r.recorded_by',
  'r.drafted_on',
  'r.sent_on',
  'r.message_id',
  'r.joined_on',
  'r.join_message_id',
  'r.withdrawn_on',
  'r.version',
] as const;

interface Row {
  readonly id: string;
  readonly dossier_id: string;
  readonly code: string;
  readonly route: string;
  readonly reporter_type: string;
  readonly region: string;
  readonly recorded_by: string;
  readonly drafted_on: PlainDate;
  readonly sent_on: PlainDate | null;
  readonly message_id: string | null;
  readonly joined_on: PlainDate | null;
  readonly join_message_id: string | null;
  readonly withdrawn_on: PlainDate | null;
  readonly version: number;
}

/** A row as the domain knows it. The database checks the closed lists. */
const registrationOf = (row: Row): Registration => ({
  id: row.id,
  dossierId: row.dossier_id,
  code: row.code,
  route: row.route as Route,
  reporterType: row.reporter_type as ReporterType,
  region: row.region as Region,
  recordedBy: row.recorded_by,
  draftedOn: row.drafted_on,
  sentOn: row.sent_on ?? undefined,
  messageId: row.message_id ?? undefined,
  joinedOn: row.joined_on ?? undefined,
  joinMessageId: row.join_message_id ?? undefined,
  withdrawnOn: row.withdrawn_on ?? undefined,
  version: row.version,
});

/** Whom a registration is about in the log of data processing: known by the registration itself. */
const aboutPerson = (id: string) => ({ kind: 'registration.person', id }) as const;

/** A registration to lay down, with what is sealed of it. */
export interface NewRegistration {
  readonly registration: Registration;
  readonly content: RegistrationContent;
  readonly person: PersonName | undefined;
}

/** Lays a draft, sealed under the key of its dossier, which is there already. */
export async function insertRegistration(
  tx: Tx<Table | Vault>,
  tenantId: string,
  registration: Registration,
  content: RegistrationContent,
  person: PersonName | undefined,
): Promise<void> {
  await insertRegistrations(tx, tenantId, [{ registration, content, person }]);
}

/** Lays many at once. */
export async function insertRegistrations(
  tx: Tx<Table | Vault>,
  tenantId: string,
  all: readonly NewRegistration[],
): Promise<void> {
  const contents = await sealMany(
    tx,
    all.map(({ registration: { id, dossierId }, content }) => ({
      ...{ dossierId, column: CONTENT, rowId: id, content: JSON.stringify(content) },
    })),
  );
  const named = all.filter(({ person }) => person);
  const identities = await sealMany(
    tx,
    named.map(({ registration: { id, dossierId }, person }) => ({
      ...{ dossierId, column: IDENTITY, rowId: id, content: JSON.stringify(person) },
    })),
  );
  const identityOf = new Map(named.map(({ registration }, index) => [registration.id, identities[index]!]));
  await tx
    .insertInto('registration.registration')
    .values(
      all.map(({ registration }, index) => ({
        tenant_id: tenantId,
        id: registration.id,
        dossier_id: registration.dossierId,
        code: registration.code,
        route: registration.route,
        reporter_type: registration.reporterType,
        region: registration.region,
        recorded_by: registration.recordedBy,
        drafted_on: registration.draftedOn,
        sent_on: registration.sentOn ?? null,
        message_id: registration.messageId ?? null,
        content: contents[index]!,
        identity: identityOf.get(registration.id) ?? null,
      })),
    )
    .execute();
}

/**
 * Notes for the log of data processing that what these say went through somebody's hands: whoever sends a registration by hand opens
 * it first, and whoever sends many at once leaves the same lines.
 */
export function noteSent(tx: Tx<Table | Vault>, all: readonly NewRegistration[]): void {
  noteHandled(
    tx,
    all.flatMap(({ registration: { id, dossierId }, person }) =>
      (person ? [CONTENT, IDENTITY] : [CONTENT]).map((column) => ({ about: aboutPerson(id), dossierId, column })),
    ),
  );
}

/** Writes a draft anew; the version says that nobody else did meanwhile. */
export async function rewriteRegistration(
  tx: Tx<Table | Vault>,
  tenantId: string,
  { id, dossierId, version }: Registration,
  draft: {
    readonly reporterType: ReporterType;
    readonly region: Region;
    readonly content: RegistrationContent;
    readonly person: PersonName | undefined;
  },
): Promise<void> {
  await tx
    .updateTable('registration.registration')
    .set({
      reporter_type: draft.reporterType,
      region: draft.region,
      content: await sealFor(tx, dossierId, CONTENT, id, JSON.stringify(draft.content)),
      identity: draft.person ? await sealFor(tx, dossierId, IDENTITY, id, JSON.stringify(draft.person)) : null,
      version: version + 1,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** A registration by its code, held until the deed is done; undefined when it is not there or hidden from who asks. */
export async function holdRegistration(
  tx: Tx<Table>,
  tenantId: string,
  code: string,
): Promise<Registration | undefined> {
  const row = await tx
    .selectFrom('registration.registration as r')
    .select(COLUMNS)
    .where('r.tenant_id', '=', tenantId)
    .where('r.code', '=', code)
    .forUpdate()
    .executeTakeFirst();
  return row && registrationOf(row);
}

/** A registration with what it says still sealed, and how its messages stand. */
export interface SealedRegistration {
  readonly registration: Registration;
  readonly message: MessageStanding;
  readonly sealed: { readonly content: Sealed<typeof CONTENT>; readonly identity: Sealed<typeof IDENTITY> | null };
}

export async function sealedRegistration(
  tx: Tx<Table | 'exchange.message'>,
  tenantId: string,
  code: string,
): Promise<SealedRegistration | undefined> {
  const row = await tx
    .selectFrom('registration.registration as r')
    .leftJoin('exchange.message as m', (join) =>
      join.onRef('m.tenant_id', '=', 'r.tenant_id').onRef('m.id', '=', 'r.message_id').on('m.box', '=', 'out'),
    )
    .select(COLUMNS)
    .select(['r.content', 'r.identity', 'm.state'])
    .where('r.tenant_id', '=', tenantId)
    .where('r.code', '=', code)
    .executeTakeFirst();
  return (
    row && {
      registration: registrationOf(row),
      message: (row.state ?? undefined) as MessageStanding,
      sealed: { content: row.content, identity: row.identity },
    }
  );
}

/** Opens what a registration says; undefined when the key of its dossier was destroyed. */
export async function openRegistration(
  tx: Tx<Table | Vault>,
  { registration: { id, dossierId }, sealed }: SealedRegistration,
): Promise<{ readonly content: RegistrationContent; readonly person: PersonName | undefined } | undefined> {
  const cell = { about: aboutPerson(id), dossierId, rowId: id };
  const [content] = await openMany(tx, [{ ...cell, column: CONTENT, sealed: sealed.content }]);
  if (content === undefined) return undefined;
  const [person] = sealed.identity ? await openMany(tx, [{ ...cell, column: IDENTITY, sealed: sealed.identity }]) : [];
  return {
    content: JSON.parse(content) as RegistrationContent,
    person: person === undefined ? undefined : (JSON.parse(person) as PersonName),
  };
}

/** Writes down a day on which something happened with it. */
export async function markRegistration(
  tx: Tx<Table | Vault>,
  tenantId: string,
  { id, dossierId }: Pick<Registration, 'id' | 'dossierId'>,
  marks: {
    readonly sent?: { readonly on: PlainDate; readonly messageId: string };
    readonly joined?: { readonly on: PlainDate; readonly messageId: string; readonly person: PersonName };
    readonly withdrawnOn?: PlainDate;
  },
): Promise<void> {
  const { sent, joined, withdrawnOn } = marks;
  await tx
    .updateTable('registration.registration')
    .set({
      ...(sent && { sent_on: sent.on, message_id: sent.messageId }),
      ...(joined && {
        joined_on: joined.on,
        join_message_id: joined.messageId,
        identity: await sealFor(tx, dossierId, IDENTITY, id, JSON.stringify(joined.person)),
      }),
      ...(withdrawnOn && { withdrawn_on: withdrawnOn }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** As whom this organisation registered last; undefined when it never did. */
export async function lastReporterType(tx: Tx<Table>, tenantId: string): Promise<ReporterType | undefined> {
  const row = await tx
    .selectFrom('registration.registration')
    .select('reporter_type')
    .where('tenant_id', '=', tenantId)
    .orderBy('drafted_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.reporter_type as ReporterType | undefined;
}

/** A registration as the list of its sender shows it. */
export interface ListedRegistration {
  readonly registration: Registration;
  readonly message: MessageStanding;
}

/** One page of what a person recorded herself, newest first, and how many there are. */
export async function registrationsBy(
  tx: Tx<Table | 'exchange.message'>,
  tenantId: string,
  personId: string,
  page: { readonly offset: number; readonly size: number },
): Promise<{ readonly rows: readonly ListedRegistration[]; readonly total: number }> {
  const own = tx
    .selectFrom('registration.registration as r')
    .where('r.tenant_id', '=', tenantId)
    .where('r.recorded_by', '=', personId);
  const { total } = await own.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await own
    .leftJoin('exchange.message as m', (join) =>
      join.onRef('m.tenant_id', '=', 'r.tenant_id').onRef('m.id', '=', 'r.message_id').on('m.box', '=', 'out'),
    )
    .select(COLUMNS)
    .select('m.state')
    .orderBy('r.drafted_on', 'desc')
    .orderBy('r.id', 'desc')
    .offset(page.offset)
    .limit(page.size)
    .execute();
  return {
    rows: rows.map((row) => ({
      registration: registrationOf(row),
      message: (row.state ?? undefined) as MessageStanding,
    })),
    total: Number(total),
  };
}

/** The messages by which a registration went: what was said, and the name when it followed. */
export async function messagesOfRegistration(
  tx: Tx<Table>,
  tenantId: string,
  id: string,
): Promise<readonly (string | null)[]> {
  const row = await tx
    .selectFrom('registration.registration')
    .select(['message_id', 'join_message_id'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? [row.message_id, row.join_message_id] : [];
}

/** Erases a registration at its sender, with the consents for it. What it said goes with the key of the dossier. */
export async function deleteRegistration(
  tx: Tx<Table | 'registration.consent' | 'registration.bulk_row'>,
  tenantId: string,
  id: string,
): Promise<Readonly<Record<string, number>>> {
  const numbers = await tx
    .deleteFrom('registration.bulk_row')
    .where('tenant_id', '=', tenantId)
    .where('registration_id', '=', id)
    .executeTakeFirst();
  const consents = await tx
    .deleteFrom('registration.consent')
    .where('tenant_id', '=', tenantId)
    .where('registration_id', '=', id)
    .executeTakeFirst();
  const rows = await tx
    .deleteFrom('registration.registration')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return {
    'registration.bulk_row': Number(numbers.numDeletedRows),
    'registration.consent': Number(consents.numDeletedRows),
    'registration.registration': Number(rows.numDeletedRows),
  };
}
