import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type {
  EvidenceLevel,
  ExploitationForm,
  Licence,
  PracticeContent,
  PracticeDocument,
  PracticeType,
} from '../domain/practice.ts';
import { asksMoreWords } from '../domain/search.ts';

export type PracticeTables = 'practices.practice' | 'practices.use' | 'organisations.organisation';

/** A practice as everybody reads it. */
export interface Practice extends PracticeContent {
  readonly id: string;
  readonly publisherId: string;
  readonly source: { readonly id: string; readonly code: string; readonly name: string; readonly kind: string };
  readonly reviewOn: PlainDate;
  /** Somebody held it against its source. */
  readonly isVerified: boolean;
  readonly version: number;
  readonly publishedAt: Date;
  readonly withdrawnAt: Date | undefined;
}

/** One line of the list: what it is, whose, and how many do it too. */
export interface PracticeLine
  extends Pick<Practice, 'id' | 'type' | 'title' | 'problem' | 'because' | 'evidence' | 'element' | 'reviewOn'> {
  readonly sourceName: string;
  readonly isVerified: boolean;
  readonly worksHere: number;
  readonly takenOver: number;
}

export interface PracticeFilter {
  /** A query of the full-text search (domain/search.ts). */
  readonly query?: string | undefined;
  readonly type?: PracticeType | undefined;
  readonly element?: string | undefined;
  readonly evidence?: EvidenceLevel | undefined;
}

const usesOf = (kind: 'works-here' | 'taken-over') =>
  sql<number>`(select count(*)::int from practices.use u where u.practice_id = p.id and u.kind = ${kind})`;

/**
 * So many that fit are weighed against each other, and shown: those with a word in the title, and the newest. Weighing reads the whole
 * text of what fits, and nobody reads further than this.
 */
export const WEIGHED = 100;

/**
 * What was published and not withdrawn, what fits best first, then the newest; and how many there are, of words at most twice `WEIGHED`.
 * One statement with words, two without.
 */
export async function findPractices(
  tx: Tx<PracticeTables>,
  filter: PracticeFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly lines: readonly PracticeLine[]; readonly total: number }> {
  const asked = filter.query;
  // a literal, of letters and digits only: a plan for any words would read every text, and weigh the words anew for each row
  const wanted = sql`to_tsquery('dutch', ${sql.lit(asked ?? '')})`;
  const matching = (column?: 'p.search' | 'p.title_search') => {
    let query = tx.selectFrom('practices.practice as p').where('p.withdrawn_at', 'is', null);
    if (column) query = query.where(sql<boolean>`${sql.ref(column)} @@ ${wanted}`);
    if (filter.type) query = query.where('p.type', '=', filter.type);
    if (filter.element) query = query.where('p.element', '=', filter.element);
    if (filter.evidence) query = query.where('p.evidence', '=', filter.evidence);
    return query;
  };
  const newest = () => matching().select('p.id').orderBy('p.published_at', 'desc').orderBy('p.id');
  const lines = tx
    .selectFrom('practices.practice as p')
    .innerJoin('organisations.organisation as o', 'o.id', 'p.source_id')
    .select(['p.id', 'p.type', 'p.title', 'p.problem', 'p.because', 'p.evidence', 'p.element', 'p.is_verified'])
    .select(['p.review_on', 'o.name as sourceName'])
    .select([usesOf('works-here').as('worksHere'), usesOf('taken-over').as('takenOver')])
    .select(sql<number>`(count(*) over ())::int`.as('found'));
  if (asked) {
    // of more words all that fit are looked up first: asked for the newest at once, the database walks through every text by its day
    const saying = (column: 'p.search' | 'p.title_search') => {
      const said = matching(column).select(['p.id', 'p.published_at']);
      return sql`(select id from (${asksMoreWords(asked) ? said.offset(0) : said}) said
        order by published_at desc, id limit ${sql.lit(WEIGHED)})`;
    };
    const fitting = sql<string>`(${saying('p.title_search')} union ${saying('p.search')})`;
    const rows = await lines
      .where('p.id', 'in', fitting)
      .orderBy(sql`ts_rank(p.search, ${wanted})`, 'desc')
      .orderBy('p.published_at', 'desc')
      .orderBy('p.id')
      .limit(page.limit)
      .offset(page.offset)
      .execute();
    return { total: rows[0]?.found ?? 0, lines: rows.map(lineOf) };
  }
  const { total } = await matching()
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await lines
    .where('p.id', 'in', newest().limit(page.limit).offset(page.offset))
    .orderBy('p.published_at', 'desc')
    .orderBy('p.id')
    .execute();
  return { total: Number(total), lines: rows.map(lineOf) };
}

const lineOf = (row: {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly problem: string;
  readonly because: string | null;
  readonly evidence: string;
  readonly element: string | null;
  readonly is_verified: boolean;
  readonly review_on: PlainDate;
  readonly sourceName: string;
  readonly worksHere: number;
  readonly takenOver: number;
}): PracticeLine => ({
  id: row.id,
  type: row.type as PracticeType,
  title: row.title,
  problem: row.problem,
  because: row.because ?? undefined,
  evidence: row.evidence as EvidenceLevel,
  element: row.element ?? undefined,
  reviewOn: row.review_on,
  sourceName: row.sourceName,
  isVerified: row.is_verified,
  worksHere: row.worksHere,
  takenOver: row.takenOver,
});

/** One practice, also when it was withdrawn. */
export async function loadPractice(tx: Tx<PracticeTables>, id: string): Promise<Practice | undefined> {
  const row = await tx
    .selectFrom('practices.practice as p')
    .innerJoin('organisations.organisation as o', 'o.id', 'p.source_id')
    .selectAll('p')
    .select(['o.code', 'o.name', 'o.kind'])
    .where('p.id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      publisherId: row.tenant_id,
      source: { id: row.source_id, code: row.code, name: row.name, kind: row.kind },
      type: row.type as PracticeType,
      title: row.title,
      problem: row.problem,
      deed: row.deed,
      effect: row.effect,
      because: row.because ?? undefined,
      element: row.element ?? undefined,
      forms: row.forms as ExploitationForm[],
      evidence: row.evidence as EvidenceLevel,
      costEuro: row.cost_euro ?? undefined,
      hours: row.hours === null ? undefined : Number(row.hours),
      contactFunction: row.contact_function ?? undefined,
      licence: row.licence as Licence,
      documents: row.documents as unknown as readonly PracticeDocument[],
      asOf: row.as_of,
      reviewOn: row.review_on,
      isVerified: row.is_verified,
      version: row.version,
      publishedAt: row.published_at,
      withdrawnAt: row.withdrawn_at ?? undefined,
    }
  );
}

/** Publishes a practice, in the house of who looked it over. */
export async function insertPractice(
  tx: Tx<'practices.practice'>,
  tenantId: string,
  practice: PracticeContent & {
    readonly id: string;
    readonly sourceId: string;
    readonly reviewOn: PlainDate;
    readonly isVerified: boolean;
    readonly publishedAt: Date;
  },
): Promise<void> {
  await tx
    .insertInto('practices.practice')
    .values({
      tenant_id: tenantId,
      id: practice.id,
      source_id: practice.sourceId,
      type: practice.type,
      title: practice.title,
      problem: practice.problem,
      deed: practice.deed,
      effect: practice.effect,
      because: practice.because ?? null,
      element: practice.element ?? null,
      forms: [...practice.forms],
      evidence: practice.evidence,
      cost_euro: practice.costEuro ?? null,
      hours: practice.hours ?? null,
      contact_function: practice.contactFunction ?? null,
      licence: practice.licence,
      documents: JSON.stringify(practice.documents),
      as_of: practice.asOf,
      review_on: practice.reviewOn,
      is_verified: practice.isVerified,
      version: 1,
      published_at: practice.publishedAt,
    })
    .execute();
}

/** Says until when it holds, or takes it out of sight; false when somebody else was first. */
export async function updatePractice(
  tx: Tx<'practices.practice'>,
  tenantId: string,
  id: string,
  seenVersion: number,
  change: { readonly reviewOn: PlainDate } | { readonly withdrawnAt: Date },
): Promise<boolean> {
  const changed = await tx
    .updateTable('practices.practice')
    .set('reviewOn' in change ? { review_on: change.reviewOn } : { withdrawn_at: change.withdrawnAt })
    .set({ version: seenVersion + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** That an organisation does it too, or took it over. */
export interface PracticeUse {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly kind: 'works-here' | 'taken-over';
  readonly changed: string | undefined;
  readonly notedOn: PlainDate;
}

/** Who does it too, the newest first. */
export async function usesOfPractice(tx: Tx<PracticeTables>, practiceId: string): Promise<readonly PracticeUse[]> {
  const rows = await tx
    .selectFrom('practices.use as u')
    .innerJoin('organisations.organisation as o', 'o.id', 'u.tenant_id')
    .select(['u.tenant_id as organisationId', 'o.name as organisationName', 'u.kind', 'u.changed', 'u.noted_on'])
    .where('u.practice_id', '=', practiceId)
    .orderBy('u.noted_on', 'desc')
    .orderBy('o.name')
    .execute();
  return rows.map(({ noted_on, ...row }) => ({
    ...row,
    kind: row.kind as PracticeUse['kind'],
    changed: row.changed ?? undefined,
    notedOn: noted_on,
  }));
}

/** Notes a use, once; false when it was noted before. */
export async function insertUse(
  tx: Tx<'practices.use'>,
  tenantId: string,
  use: {
    readonly practiceId: string;
    readonly kind: PracticeUse['kind'];
    readonly changed: string | undefined;
    readonly on: PlainDate;
  },
): Promise<boolean> {
  const made = await tx
    .insertInto('practices.use')
    .values({
      tenant_id: tenantId,
      practice_id: use.practiceId,
      kind: use.kind,
      changed: use.changed ?? null,
      noted_on: use.on,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}
