import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import { openMany } from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Sealed } from '../../../shared-kernel/sealed.ts';
import type { Around, AroundContent } from '../domain/cases/around.ts';
import type { AgreedManner, Sheet, SheetContents, SheetKind } from '../domain/cases/full-file.ts';
import type { Paper } from '../domain/cases/paper.ts';
import { eventOf, type ToldEvent } from './case-event-store.ts';
import { aboutPerson } from './case-store.ts';
import type { Sheets } from './sheet-store.ts';
import { type ToldTask, taskOf } from './task-store.ts';

const PARTS = ['sheet', 'task', 'around', 'paper', 'case_event'] as const;
type Part = (typeof PARTS)[number];
type Column = `care.${Part}.content`;

/** A row of a part of a file: its columns as JSON has them, and what was sealed in it. */
export interface PartRow {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly text: string | undefined;
}
export type PartRows = Readonly<Record<Part, readonly PartRow[]>>;

/** Every part of a file at once, opened, for a document: one statement, and one for the key. Each part in the order of its page. */
export async function everyPart(
  tx: Tx<'care.sheet' | 'care.task' | 'care.around' | 'care.paper' | 'care.case_event' | 'vault.dossier_key'>,
  tenantId: string,
  { caseId, dossierId }: { readonly caseId: string; readonly dossierId: string },
): Promise<PartRows> {
  const part = (name: Part) => sql`
    select ${name} as part, p.id, p.content, to_jsonb(p) - 'content' as facts
    from ${sql.table(`care.${name}`)} p where p.tenant_id = ${tenantId} and p.case_id = ${caseId}`;
  const { rows } = await sql<{
    part: Part;
    id: string;
    content: Sealed<Column> | null;
    facts: PartRow['facts'];
  }>`${sql.join(PARTS.map(part), sql` union all `)}
    order by part, id`.execute(tx);
  const told = rows.filter(({ content }) => content !== null);
  const texts = await openMany(
    tx,
    told.map(({ part: name, id, content }) => ({
      about: aboutPerson(caseId),
      dossierId,
      rowId: id,
      column: `care.${name}.content` as Column,
      sealed: content!,
    })),
  );
  const textOf = new Map(told.map(({ id }, index) => [id, texts[index]]));
  return Object.fromEntries(
    PARTS.map((name) => [
      name,
      rows.filter((row) => row.part === name).map(({ id, facts }) => ({ facts, text: textOf.get(id) })),
    ]),
  ) as unknown as PartRows;
}

const or = <T>(value: unknown) => (value as T | null) ?? undefined;

export const taskFrom = ({ facts, text }: PartRow): ToldTask => ({
  ...taskOf(facts as unknown as Parameters<typeof taskOf>[0]),
  text,
});

export const eventFrom = ({ facts, text }: PartRow): ToldEvent => ({
  ...eventOf({ ...facts, recorded_at: new Date(String(facts.recorded_at)) } as Parameters<typeof eventOf>[0]),
  text,
});

export const aroundFrom = ({ facts, text }: PartRow, caseId: string): Around => ({
  id: String(facts.id),
  caseId,
  dossierId: String(facts.dossier_id),
  part: facts.part as Around['part'],
  standing: facts.standing as Around['standing'],
  content: text === undefined ? undefined : (JSON.parse(text) as AroundContent),
  recordedByName: String(facts.recorded_by_name),
  recordedOn: facts.recorded_on as PlainDate,
  endedOn: or(facts.ended_on),
  version: Number(facts.version),
});

export const paperFrom = ({ facts, text }: PartRow, caseId: string): Paper => ({
  id: String(facts.id),
  caseId,
  dossierId: String(facts.dossier_id),
  fileId: String(facts.file_id),
  kind: facts.kind as Paper['kind'],
  title: text,
  addedBy: String(facts.added_by),
  addedByName: String(facts.added_by_name),
  addedOn: facts.added_on as PlainDate,
  scannedAt: facts.scanned_at === null ? undefined : new Date(String(facts.scanned_at)),
});

/** The newest of each sheet. */
export function sheetsFrom(rows: readonly PartRow[]): Sheets {
  const newest = <Kind extends SheetKind>(kind: Kind): Sheet<Kind> | undefined => {
    const of = rows.filter(({ facts }) => facts.kind === kind);
    const row = of.toSorted((one, other) => Number(other.facts.version) - Number(one.facts.version))[0];
    if (row?.text === undefined) return undefined;
    const { facts, text } = row;
    return {
      id: String(facts.id),
      version: Number(facts.version),
      content: JSON.parse(text) as SheetContents[Kind],
      recordedOn: facts.recorded_on as PlainDate,
      recordedByName: String(facts.recorded_by_name),
      agreed: facts.agreed_on
        ? {
            on: facts.agreed_on as PlainDate,
            language: String(facts.agreed_language),
            manner: facts.agreed_manner as AgreedManner,
            byName: String(facts.agreed_by_name),
          }
        : undefined,
    };
  };
  const agreed = rows.flatMap(({ facts }) =>
    facts.kind === 'plan' && facts.agreed_on ? [String(facts.agreed_on)] : [],
  );
  return {
    intake: newest('intake'),
    plan: newest('plan'),
    outcome: newest('outcome'),
    lastAgreedOn: agreed.toSorted().at(-1) as PlainDate | undefined,
  };
}
