import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import { dutchDay, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { AnswerOutcome, PublicFact, PublicSource, RejectReason } from '../domain/public-fact.ts';

/** What reading public sources touches: who entered them, and what the municipality answered. */
export type PublicFactTables = 'approach.public_fact' | 'approach.public_fact_answer' | 'organisations.organisation';

const COLUMNS = [
  'f.id',
  'f.municipality_id',
  'f.element',
  'f.source',
  'f.cvdr',
  'f.title',
  'f.link',
  'f.adopting_body',
  'f.decided_on',
  'f.valid_until',
  'f.read_on',
  'f.version',
  'f.entered_at',
  'f.withdrawn_on',
] as const;

interface FactRow {
  readonly id: string;
  readonly municipality_id: string;
  readonly element: string;
  readonly source: string;
  readonly cvdr: string | null;
  readonly title: string;
  readonly link: string;
  readonly adopting_body: string | null;
  readonly decided_on: PlainDate;
  readonly valid_until: PlainDate | null;
  readonly read_on: PlainDate;
  readonly version: number;
  readonly entered_at: Date;
  readonly withdrawn_on: PlainDate | null;
}

function factOfRow(row: FactRow): PublicFact {
  return {
    id: row.id,
    municipalityId: row.municipality_id,
    element: row.element,
    source: row.source as PublicSource,
    cvdr: row.cvdr ?? undefined,
    title: row.title,
    link: row.link,
    adoptingBody: (row.adopting_body ?? undefined) as PublicFact['adoptingBody'],
    decidedOn: row.decided_on,
    validUntil: row.valid_until ?? undefined,
    readOn: row.read_on,
    version: row.version,
    enteredOn: dutchDay(row.entered_at),
    withdrawnOn: row.withdrawn_on ?? undefined,
  };
}

/**
 * The public sources that still wait for the word of the municipality: entered by VNG, not withdrawn, and not answered in the
 * version that stands. Of one element or one municipality when it is named. Through the door `published` or `own`.
 */
export async function openPublicFacts(
  tx: Tx<PublicFactTables>,
  of: { readonly element?: string; readonly municipalityId?: string } = {},
): Promise<readonly PublicFact[]> {
  let query = tx
    .selectFrom('approach.public_fact as f')
    .innerJoin('organisations.organisation as o', (join) =>
      join.onRef('o.id', '=', 'f.tenant_id').on('o.kind', '=', 'vng'),
    )
    .select(COLUMNS)
    .where('f.withdrawn_on', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('approach.public_fact_answer as a')
            .select(sql`1`.as('one'))
            .whereRef('a.tenant_id', '=', 'f.municipality_id')
            .whereRef('a.fact_id', '=', 'f.id')
            .whereRef('a.fact_version', '=', 'f.version'),
        ),
      ),
    );
  if (of.element !== undefined) query = query.where('f.element', '=', of.element);
  if (of.municipalityId !== undefined) query = query.where('f.municipality_id', '=', of.municipalityId);
  const rows = await query.orderBy('f.element').orderBy('f.id').execute();
  return rows.map(factOfRow);
}

/** One public source by id, as it stands, whatever was answered; through the door `own` of whoever entered it or is asked about it. */
export async function loadPublicFact(
  tx: Tx<'approach.public_fact' | 'organisations.organisation'>,
  id: string,
  of: { readonly enteredBy: string } | { readonly municipalityId: string },
): Promise<PublicFact | undefined> {
  let query = tx.selectFrom('approach.public_fact as f').select(COLUMNS).where('f.id', '=', id);
  query =
    'enteredBy' in of
      ? query.where('f.tenant_id', '=', of.enteredBy)
      : query
          .where('f.municipality_id', '=', of.municipalityId)
          .where('f.tenant_id', 'in', (eb) =>
            eb.selectFrom('organisations.organisation as o').select('o.id').where('o.kind', '=', 'vng'),
          );
  const row = await query.executeTakeFirst();
  return row && factOfRow(row);
}

/** What the municipality said of the version that stands. */
export interface StoredAnswer {
  readonly outcome: AnswerOutcome;
  readonly reason: RejectReason | undefined;
  readonly answeredOn: PlainDate;
}

/** A public source as VNG keeps it: about which municipality, and what that said of it. */
export interface EnteredFact extends PublicFact {
  readonly municipality: { readonly code: string; readonly name: string; readonly endedOn: PlainDate | undefined };
  readonly answer: StoredAnswer | undefined;
}

/** Everything this organisation entered and did not withdraw, by name of the municipality; or the one with this id. */
export async function enteredFacts(
  tx: Tx<PublicFactTables>,
  tenantId: string,
  id?: string,
): Promise<readonly EnteredFact[]> {
  let query = tx
    .selectFrom('approach.public_fact as f')
    .innerJoin('organisations.organisation as m', 'm.id', 'f.municipality_id')
    .leftJoin('approach.public_fact_answer as a', (join) =>
      join
        .onRef('a.tenant_id', '=', 'f.municipality_id')
        .onRef('a.fact_id', '=', 'f.id')
        .onRef('a.fact_version', '=', 'f.version'),
    )
    .select(COLUMNS)
    .select(['m.code', 'm.name', 'm.valid_until as ended_on', 'a.outcome', 'a.reason', 'a.answered_at'])
    .where('f.tenant_id', '=', tenantId)
    .where('f.withdrawn_on', 'is', null);
  if (id !== undefined) query = query.where('f.id', '=', id);
  const rows = await query.orderBy('m.name').orderBy('f.element').orderBy('f.id').execute();
  return rows.map((row) => ({
    ...factOfRow(row),
    municipality: { code: row.code, name: row.name, endedOn: row.ended_on ?? undefined },
    answer:
      row.outcome && row.answered_at
        ? {
            outcome: row.outcome as AnswerOutcome,
            reason: (row.reason ?? undefined) as RejectReason | undefined,
            answeredOn: dutchDay(row.answered_at),
          }
        : undefined,
  }));
}

/** Keeps new entries; false when one of them is about a municipality and element that has an entry already. Nothing is kept then. */
export async function insertPublicFacts(
  tx: Tx<'approach.public_fact'>,
  tenantId: string,
  facts: readonly (Omit<PublicFact, 'enteredOn'> & { readonly enteredAt: Date })[],
): Promise<boolean> {
  const made = await tx
    .insertInto('approach.public_fact')
    .values(
      facts.map((fact) => ({
        tenant_id: tenantId,
        id: fact.id,
        entered_at: fact.enteredAt,
        ...columnsOf(fact, fact.enteredAt),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'municipality_id', 'element']).where('withdrawn_on', 'is', null).doNothing(),
    )
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === BigInt(facts.length);
}

/** Saves a correction or a withdrawal over the version before it; false when somebody else was first. */
export async function savePublicFact(
  tx: Tx<'approach.public_fact'>,
  tenantId: string,
  fact: PublicFact,
  at: Date,
): Promise<boolean> {
  const changed = await tx
    .updateTable('approach.public_fact')
    .set(columnsOf(fact, at))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', fact.id)
    .where('version', '=', fact.version - 1)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

function columnsOf(fact: Omit<PublicFact, 'enteredOn'>, at: Date) {
  return {
    municipality_id: fact.municipalityId,
    element: fact.element,
    source: fact.source,
    cvdr: fact.cvdr ?? null,
    title: fact.title,
    link: fact.link,
    adopting_body: fact.adoptingBody ?? null,
    decided_on: fact.decidedOn,
    valid_until: fact.validUntil ?? null,
    read_on: fact.readOn,
    version: fact.version,
    changed_at: at,
    withdrawn_on: fact.withdrawnOn ?? null,
  };
}

/** What the municipality said of a version, in its own house; false when somebody there said something of it already. */
export async function insertAnswer(
  tx: Tx<'approach.public_fact_answer'>,
  tenantId: string,
  answer: {
    readonly factId: string;
    readonly factVersion: number;
    readonly outcome: AnswerOutcome;
    readonly reason: RejectReason | undefined;
    readonly at: Date;
  },
): Promise<boolean> {
  const made = await tx
    .insertInto('approach.public_fact_answer')
    .values({
      tenant_id: tenantId,
      fact_id: answer.factId,
      fact_version: answer.factVersion,
      outcome: answer.outcome,
      reason: answer.reason ?? null,
      answered_at: answer.at,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'fact_id', 'fact_version']).doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** What a municipality said of a version of a public source. */
export async function loadAnswer(
  tx: Tx<'approach.public_fact_answer'>,
  municipalityId: string,
  factId: string,
  factVersion: number,
): Promise<AnswerOutcome | undefined> {
  const row = await tx
    .selectFrom('approach.public_fact_answer')
    .select('outcome')
    .where('tenant_id', '=', municipalityId)
    .where('fact_id', '=', factId)
    .where('fact_version', '=', factVersion)
    .executeTakeFirst();
  return row?.outcome as AnswerOutcome | undefined;
}

/** What a municipality said of a source that still stands, in the version it was about. */
export interface SaidOfSource {
  readonly element: string;
  readonly title: string;
  readonly outcome: AnswerOutcome;
  readonly reason: RejectReason | undefined;
  readonly answeredOn: PlainDate;
}

/** Everything a municipality said of sources that were not withdrawn since: whoever entered them reads it. */
export async function answersOf(tx: Tx<PublicFactTables>, municipalityId: string): Promise<readonly SaidOfSource[]> {
  const rows = await tx
    .selectFrom('approach.public_fact_answer as a')
    .innerJoin('approach.public_fact as f', (join) =>
      join.onRef('f.id', '=', 'a.fact_id').onRef('f.version', '=', 'a.fact_version'),
    )
    .innerJoin('organisations.organisation as o', (join) =>
      join.onRef('o.id', '=', 'f.tenant_id').on('o.kind', '=', 'vng'),
    )
    .select(['f.element', 'f.title', 'a.outcome', 'a.reason', 'a.answered_at'])
    .where('a.tenant_id', '=', municipalityId)
    .where('f.municipality_id', '=', municipalityId)
    .where('f.withdrawn_on', 'is', null)
    .orderBy('f.element')
    .execute();
  return rows.map((row) => ({
    element: row.element,
    title: row.title,
    outcome: row.outcome as AnswerOutcome,
    reason: (row.reason ?? undefined) as RejectReason | undefined,
    answeredOn: dutchDay(row.answered_at),
  }));
}
