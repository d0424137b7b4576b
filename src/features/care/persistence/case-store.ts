import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import { blindIndex, openMany, sealFor } from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Sealed } from '../../../shared-kernel/sealed.ts';
import { type AroundPart, WITH_AUTHORITY } from '../domain/cases/around.ts';
import {
  type CaseContent,
  type CaseFile,
  type CasePerson,
  type CaseSource,
  comparedReference,
  type Depth,
  type Ground,
  type Outcome,
} from '../domain/cases/case-file.ts';
import { DEFAULT_SETTING } from '../domain/cases/setting.ts';

type Table = 'care.case_file';
type Vault = 'vault.dossier_key';
export const CONTENT = 'care.case_file.content';
const IDENTITY = 'care.case_file.identity';
export const REFERENCE = 'care.case_file.reference';

export const CASE_COLUMNS = [
  'c.id',
  'c.dossier_id',
  'c.code',
  'c.source',
  'c.source_id',
  'c.region',
  'c.coordinator_id',
  'c.substitute_id',
  'c.begun_on',
  'c.started_on',
  'c.ground',
  'c.closed_on',
  'c.outcome',
  'c.aftercare_until',
  'c.next_on',
  'c.registration_code',
  'c.is_youth',
  'c.version',
] as const;

interface Row {
  readonly id: string;
  readonly dossier_id: string;
  readonly code: string;
  readonly source: string;
  readonly source_id: string | null;
  readonly region: string;
  readonly coordinator_id: string;
  readonly substitute_id: string | null;
  readonly begun_on: PlainDate;
  readonly started_on: PlainDate | null;
  readonly ground: string | null;
  readonly closed_on: PlainDate | null;
  readonly outcome: string | null;
  readonly aftercare_until: PlainDate | null;
  readonly next_on: PlainDate | null;
  readonly registration_code: string | null;
  readonly is_youth: boolean;
  readonly version: number;
}

/** A row as the domain knows it. The database checks the closed lists. */
export const caseOf = (row: Row): CaseFile => ({
  id: row.id,
  dossierId: row.dossier_id,
  code: row.code,
  source: row.source as CaseSource,
  sourceId: row.source_id ?? undefined,
  region: row.region,
  coordinatorId: row.coordinator_id,
  substituteId: row.substitute_id ?? undefined,
  begunOn: row.begun_on,
  startedOn: row.started_on ?? undefined,
  ground: (row.ground as Ground | null) ?? undefined,
  closedOn: row.closed_on ?? undefined,
  outcome: (row.outcome as Outcome | null) ?? undefined,
  aftercareUntil: row.aftercare_until ?? undefined,
  nextOn: row.next_on ?? undefined,
  registrationCode: row.registration_code ?? undefined,
  isYouth: row.is_youth,
  version: row.version,
});

/** Whom a case is about in the log of data processing: known by the case itself. */
export const aboutPerson = (id: string) => ({ kind: 'care.person', id }) as const;

/** Under what it is found in the own system, by itself: to show it in a list, and to find it exactly. */
export async function referenceColumns(
  tx: Tx<Vault>,
  { id, dossierId }: CaseKey,
  { reference }: Pick<CaseContent, 'reference'>,
) {
  const compared = comparedReference(reference);
  if (compared === '') return { reference: null, reference_index: null };
  return {
    reference: await sealFor(tx, dossierId, REFERENCE, id, reference),
    reference_index: blindIndex(tx, REFERENCE, compared),
  };
}
type CaseKey = Pick<CaseFile, 'id' | 'dossierId'>;

/** Lays a case, sealed under the key of its dossier, which is there already. @returns false when one began from the same before. */
export async function insertCase(
  tx: Tx<Table | Vault>,
  tenantId: string,
  file: CaseFile,
  content: CaseContent,
  person: CasePerson | undefined,
): Promise<boolean> {
  const { id, dossierId } = file;
  const laid = await tx
    .insertInto('care.case_file')
    .values({
      tenant_id: tenantId,
      id,
      dossier_id: dossierId,
      code: file.code,
      source: file.source,
      source_id: file.sourceId ?? null,
      region: file.region,
      coordinator_id: file.coordinatorId,
      substitute_id: file.substituteId ?? null,
      begun_on: file.begunOn,
      is_youth: file.isYouth,
      ...(await referenceColumns(tx, file, content)),
      content: await sealFor(tx, dossierId, CONTENT, id, JSON.stringify(content)),
      identity: person ? await sealFor(tx, dossierId, IDENTITY, id, JSON.stringify(person)) : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return laid.numInsertedOrUpdatedRows === 1n;
}

/** A case by its code, held until the deed is done; undefined when it is not there or hidden from who asks. */
export async function holdCase(tx: Tx<Table>, tenantId: string, code: string): Promise<CaseFile | undefined> {
  const row = await tx
    .selectFrom('care.case_file as c')
    .select(CASE_COLUMNS)
    .where('c.tenant_id', '=', tenantId)
    .where('c.code', '=', code)
    .forUpdate()
    .executeTakeFirst();
  return row && caseOf(row);
}

/** A case by its id, for work that nobody asked for. */
export async function caseById(tx: Tx<Table>, tenantId: string, id: string): Promise<CaseFile | undefined> {
  const row = await tx
    .selectFrom('care.case_file as c')
    .select(CASE_COLUMNS)
    .where('c.tenant_id', '=', tenantId)
    .where('c.id', '=', id)
    .executeTakeFirst();
  return row && caseOf(row);
}

/** The case that began from a message or a registration of this organisation. */
export async function caseFrom(tx: Tx<Table>, tenantId: string, sourceId: string): Promise<CaseFile | undefined> {
  const row = await tx
    .selectFrom('care.case_file as c')
    .select(CASE_COLUMNS)
    .where('c.tenant_id', '=', tenantId)
    .where('c.source_id', '=', sourceId)
    .executeTakeFirst();
  return row && caseOf(row);
}

/** The case that began from this registration, or from which it was drafted; undefined when there is none, or it is hidden from who asks. */
export async function caseOfRegistration(
  tx: Tx<Table>,
  tenantId: string,
  registration: { readonly id: string; readonly code: string },
): Promise<CaseFile | undefined> {
  const row = await tx
    .selectFrom('care.case_file as c')
    .select(CASE_COLUMNS)
    .where('c.tenant_id', '=', tenantId)
    .where(({ or, eb }) =>
      or([eb('c.source_id', '=', registration.id), eb('c.registration_code', '=', registration.code)]),
    )
    .orderBy('c.begun_on')
    .limit(1)
    .executeTakeFirst();
  return row && caseOf(row);
}

/** A case with what it says still sealed. */
export interface SealedCase {
  readonly file: CaseFile;
  readonly sealed: { readonly content: Sealed<typeof CONTENT>; readonly identity: Sealed<typeof IDENTITY> | null };
  /** How deep its organisation keeps its cases today. */
  readonly depth: Depth;
  /** Authority over the person is contested: a parent, guardian or representative is told and asked nothing. */
  readonly isContested: boolean;
}

export async function sealedCase(
  tx: Tx<Table | 'care.setting' | 'care.around'>,
  tenantId: string,
  code: string,
): Promise<SealedCase | undefined> {
  const row = await tx
    .selectFrom('care.case_file as c')
    .select(CASE_COLUMNS)
    .leftJoin('care.setting as s', 's.tenant_id', 'c.tenant_id')
    .select(['c.content', 'c.identity', 's.depth'])
    .select(
      sql<boolean>`exists (select from care.around a where a.tenant_id = c.tenant_id and a.case_id = c.id
        and a.standing = 'contested' and a.ended_on is null and a.part = any(${WITH_AUTHORITY as AroundPart[]}))`.as(
        'is_contested',
      ),
    )
    .where('c.tenant_id', '=', tenantId)
    .where('c.code', '=', code)
    .executeTakeFirst();
  return (
    row && {
      file: caseOf(row),
      sealed: { content: row.content, identity: row.identity },
      depth: (row.depth as Depth | null) ?? DEFAULT_SETTING.depth,
      isContested: row.is_contested,
    }
  );
}

export interface OpenedCase {
  readonly content: CaseContent;
  readonly person: CasePerson | undefined;
}

/** Opens what a case says; undefined when the key of its dossier was destroyed. */
export async function openCase(
  tx: Tx<Vault>,
  { file: { id, dossierId }, sealed }: SealedCase,
): Promise<OpenedCase | undefined> {
  const cell = { about: aboutPerson(id), dossierId, rowId: id };
  const { content: said, identity } = sealed;
  const [content, person] = await openMany<typeof CONTENT | typeof IDENTITY>(tx, [
    { ...cell, column: CONTENT, sealed: said },
    ...(identity ? [{ ...cell, column: IDENTITY, sealed: identity } as const] : []),
  ] as Parameters<typeof openMany<typeof CONTENT | typeof IDENTITY>>[1]);
  if (content === undefined) return undefined;
  return {
    content: JSON.parse(content) as CaseContent,
    person: person === undefined ? undefined : (JSON.parse(person) as CasePerson),
  };
}

/** What can change of a case, each only when it is named. */
export interface CaseChange {
  readonly content?: CaseContent;
  readonly person?: CasePerson | null;
  readonly region?: string;
  readonly coordinatorId?: string;
  readonly substituteId?: string | null;
  readonly started?: { readonly on: PlainDate; readonly ground: Ground };
  readonly ground?: Ground;
  readonly closed?: {
    readonly on: PlainDate;
    readonly outcome: Outcome;
    readonly aftercareUntil: PlainDate | undefined;
  };
  readonly isReopened?: true;
  readonly nextOn?: PlainDate | null;
  readonly registrationCode?: string;
  readonly isYouth?: boolean;
}

/** Writes a case that is held anew; every change makes a next version. */
export async function changeCase(
  tx: Tx<Table | Vault>,
  tenantId: string,
  { id, dossierId, version }: CaseFile,
  change: CaseChange,
): Promise<void> {
  const { content, person, started, closed } = change;
  await tx
    .updateTable('care.case_file')
    .set({
      version: version + 1,
      ...(content && {
        ...(await referenceColumns(tx, { id, dossierId }, content)),
        content: await sealFor(tx, dossierId, CONTENT, id, JSON.stringify(content)),
      }),
      ...(person !== undefined && {
        identity: person && (await sealFor(tx, dossierId, IDENTITY, id, JSON.stringify(person))),
      }),
      ...(change.region !== undefined && { region: change.region }),
      ...(change.coordinatorId !== undefined && { coordinator_id: change.coordinatorId }),
      ...(change.substituteId !== undefined && { substitute_id: change.substituteId, for_absence_id: null }),
      ...(started && { started_on: started.on, ground: started.ground }),
      ...(change.ground && { ground: change.ground }),
      ...(closed && {
        closed_on: closed.on,
        outcome: closed.outcome,
        aftercare_until: closed.aftercareUntil ?? null,
      }),
      ...(change.isReopened && { closed_on: null, outcome: null, aftercare_until: null }),
      ...(change.nextOn !== undefined && { next_on: change.nextOn }),
      ...(change.registrationCode && { registration_code: change.registrationCode }),
      ...(change.isYouth && { is_youth: true }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** The day on which something must be done next, without a new version: it follows from what hangs on the case. */
export async function writeNextDay(
  tx: Tx<Table>,
  tenantId: string,
  id: string,
  on: PlainDate | undefined,
): Promise<void> {
  await tx
    .updateTable('care.case_file')
    .set({ next_on: on ?? null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

const HANGS_ON_IT = [
  'care.sheet',
  'care.task',
  'care.around',
  'care.paper',
  'care.case_link',
  'care.referral',
  'care.case_clock',
  'care.case_event',
  'care.safety',
  'care.case_consent',
] as const;

/** Erases a case with everything that hangs on it. What it said goes with the key of the dossier. */
export async function deleteCase(
  tx: Tx<Table | 'care.reference_sweep' | (typeof HANGS_ON_IT)[number]>,
  tenantId: string,
  id: string,
): Promise<Readonly<Record<string, number>>> {
  const erased: Record<string, number> = {};
  await tx.deleteFrom('care.reference_sweep').where('tenant_id', '=', tenantId).where('id', '=', id).execute();
  // what another case says about this one goes with it
  await tx.deleteFrom('care.case_link').where('tenant_id', '=', tenantId).where('other_id', '=', id).execute();
  for (const table of HANGS_ON_IT) {
    const gone = await tx
      .deleteFrom(table)
      .where('tenant_id', '=', tenantId)
      .where('case_id', '=', id)
      .executeTakeFirst();
    erased[table] = Number(gone.numDeletedRows);
  }
  const rows = await tx
    .deleteFrom('care.case_file')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return { ...erased, 'care.case_file': Number(rows.numDeletedRows) };
}
