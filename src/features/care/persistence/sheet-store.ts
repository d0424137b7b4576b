import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import { openMany, sealFor } from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { CaseFile } from '../domain/cases/case-file.ts';
import type {
  AgreedManner,
  Agreement,
  OutcomeMeasure,
  Sheet,
  SheetContents,
  SheetKind,
} from '../domain/cases/full-file.ts';
import { aboutPerson } from './case-store.ts';

type Table = 'care.sheet';
type Vault = 'vault.dossier_key';
type OfCase = Pick<CaseFile, 'id' | 'dossierId'>;
const CONTENT = 'care.sheet.content';

/** The newest of each sheet of a case, when there is one, and on which day a plan of it was agreed last. */
export interface Sheets {
  readonly intake: Sheet<'intake'> | undefined;
  readonly plan: Sheet<'plan'> | undefined;
  readonly outcome: Sheet<'outcome'> | undefined;
  readonly lastAgreedOn: PlainDate | undefined;
}

/** Opens them; one statement for both, and none when there is nothing. Without what was written when its key was destroyed. */
export async function sheetsOf(
  tx: Tx<Table | Vault>,
  tenantId: string,
  { id: caseId, dossierId }: OfCase,
): Promise<Sheets> {
  const rows = await tx
    .selectFrom('care.sheet as s')
    .distinctOn('s.kind')
    .select(['s.id', 's.kind', 's.version', 's.content', 's.recorded_on', 's.recorded_by_name'])
    .select(['s.agreed_on', 's.agreed_language', 's.agreed_manner', 's.agreed_by_name'])
    .select(
      sql<PlainDate | null>`(select max(a.agreed_on) from care.sheet a where a.tenant_id = s.tenant_id
        and a.case_id = s.case_id and a.kind = s.kind)`.as('last_agreed_on'),
    )
    .where('s.tenant_id', '=', tenantId)
    .where('s.case_id', '=', caseId)
    .orderBy('s.kind')
    .orderBy('s.version', 'desc')
    .execute();
  const texts = await openMany(
    tx,
    rows.map(({ id, content }) => ({
      about: aboutPerson(caseId),
      dossierId,
      rowId: id,
      column: CONTENT,
      sealed: content,
    })),
  );
  const sheet = <Kind extends SheetKind>(kind: Kind): Sheet<Kind> | undefined => {
    const index = rows.findIndex((row) => row.kind === kind);
    const [row, text] = [rows[index], texts[index]];
    if (!row || text === undefined) return undefined;
    return {
      id: row.id,
      version: row.version,
      content: JSON.parse(text) as SheetContents[Kind],
      recordedOn: row.recorded_on,
      recordedByName: row.recorded_by_name,
      agreed:
        row.agreed_on && row.agreed_language && row.agreed_by_name
          ? {
              on: row.agreed_on,
              language: row.agreed_language,
              manner: row.agreed_manner as AgreedManner,
              byName: row.agreed_by_name,
            }
          : undefined,
    };
  };
  return {
    intake: sheet('intake'),
    plan: sheet('plan'),
    outcome: sheet('outcome'),
    lastAgreedOn: rows.find(({ kind }) => kind === 'plan')?.last_agreed_on ?? undefined,
  };
}

/** Lays the next version over the one that was seen, 0 for the first. @returns false when somebody else did so meanwhile. */
export async function writeSheet<Kind extends SheetKind>(
  tx: Tx<Table | Vault>,
  tenantId: string,
  { id: caseId, dossierId }: OfCase,
  sheet: {
    readonly id: string;
    readonly kind: Kind;
    readonly content: SheetContents[Kind];
    readonly seenVersion: number;
  },
  by: { readonly name: string; readonly on: PlainDate },
): Promise<boolean> {
  const { id } = sheet;
  const content = await sealFor(tx, dossierId, CONTENT, id, JSON.stringify(sheet.content));
  const { numAffectedRows } = await sql`
    insert into care.sheet (tenant_id, id, case_id, dossier_id, kind, version, content, recorded_by_name, recorded_on)
    select ${tenantId}, ${id}, ${caseId}, ${dossierId}, ${sheet.kind}, ${sheet.seenVersion + 1}, ${content}, ${by.name}, ${by.on}
    where ${sheet.seenVersion} = (select coalesce(max(version), 0) from care.sheet
      where tenant_id = ${tenantId} and case_id = ${caseId} and kind = ${sheet.kind})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Writes that the sheet as it was seen was talked through with the person. @returns false when it was changed or agreed meanwhile. */
export async function agreeSheet(
  tx: Tx<Table>,
  tenantId: string,
  caseId: string,
  { kind, seenVersion }: { readonly kind: 'plan' | 'outcome'; readonly seenVersion: number },
  agreed: Agreement & { readonly byName: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update care.sheet set agreed_on = ${agreed.on}, agreed_language = ${agreed.language},
      agreed_manner = ${agreed.manner}, agreed_by_name = ${agreed.byName}
    where tenant_id = ${tenantId} and case_id = ${caseId} and kind = ${kind} and version = ${seenVersion}
      and agreed_on is null and not exists (select from care.sheet later where later.tenant_id = ${tenantId}
        and later.case_id = ${caseId} and later.kind = ${kind} and later.version > ${seenVersion})`.execute(tx);
  return numAffectedRows === 1n;
}

/** How people said it goes, of everybody or in one region, the newest of each case of which it was written in these days; a row in the log for each. */
export async function outcomesBetween(
  tx: Tx<Table | Vault | 'care.case_file'>,
  tenantId: string,
  from: PlainDate,
  until: PlainDate,
  region: string | undefined,
): Promise<readonly OutcomeMeasure[]> {
  const rows = await tx
    .selectFrom('care.sheet as s')
    .distinctOn('s.case_id')
    .select(['s.id', 's.case_id', 's.dossier_id', 's.content'])
    .where('s.tenant_id', '=', tenantId)
    .where('s.kind', '=', 'outcome')
    .where('s.recorded_on', '>=', from)
    .where('s.recorded_on', '<', until)
    .$if(region !== undefined, (query) =>
      query
        .innerJoin('care.case_file as c', (join) =>
          join.onRef('c.tenant_id', '=', 's.tenant_id').onRef('c.id', '=', 's.case_id'),
        )
        .where('c.region', '=', region!),
    )
    .orderBy('s.case_id')
    .orderBy('s.version', 'desc')
    .execute();
  const texts = await openMany(
    tx,
    rows.map(({ id, case_id, dossier_id, content }) => ({
      about: aboutPerson(case_id),
      dossierId: dossier_id,
      rowId: id,
      column: CONTENT,
      sealed: content,
    })),
  );
  return texts.flatMap((text) => (text === undefined ? [] : [JSON.parse(text) as OutcomeMeasure]));
}
