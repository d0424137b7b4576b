import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { GrantableKind, KnownReporter } from '../domain/reporter-roles.ts';

type Table = 'registration.reporter_kind';
type Tables = Table | 'organisations.organisation';

/** What the register settled about an organisation, and when. */
export interface KindPeriod {
  readonly kind: GrantableKind;
  readonly grantedAt: Date;
  readonly endedAt: Date | undefined;
}

/** An organisation that only reports. */
export interface ReportingOrganisation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly partnerKind: string | undefined;
}

/**
 * What is known of an organisation: its sort, and what a register granted it. What another organisation than a register wrote about
 * it, or it about itself, does not count.
 */
export async function knownReporter(
  tx: Tx<Tables>,
  organisationId: string,
): Promise<KnownReporter & { readonly periods: readonly KindPeriod[] }> {
  const own = await tx
    .selectFrom('organisations.organisation')
    .select('partner_kind')
    .where('id', '=', organisationId)
    .executeTakeFirst();
  const periods = await periodsOf(tx, organisationId);
  return {
    partnerKind: own?.partner_kind ?? undefined,
    granted: periods.map(({ kind, endedAt }) => ({ kind, isHeld: endedAt === undefined })),
    periods,
  };
}

/** Every time a register granted this organisation a kind, the last first. */
async function periodsOf(tx: Tx<Tables>, organisationId: string): Promise<readonly KindPeriod[]> {
  const rows = await tx
    .selectFrom('registration.reporter_kind as k')
    .innerJoin('organisations.organisation as o', 'o.id', 'k.tenant_id')
    .select(['k.kind', 'k.granted_at', 'k.ended_at'])
    .where('k.organisation_id', '=', organisationId)
    .where('o.kind', '=', 'comensha')
    .orderBy('k.granted_at', 'desc')
    .orderBy('k.id')
    .execute();
  return rows.map((row) => ({
    kind: row.kind as GrantableKind,
    grantedAt: row.granted_at,
    endedAt: row.ended_at ?? undefined,
  }));
}

/** Lays a kind down. @returns false when it holds already: the database decides. */
export async function insertKind(
  tx: Tx<Table>,
  row: {
    readonly tenantId: string;
    readonly id: string;
    readonly organisationId: string;
    readonly kind: GrantableKind;
    readonly grantedAt: Date;
  },
): Promise<boolean> {
  const laid = await tx
    .insertInto('registration.reporter_kind')
    .values({
      tenant_id: row.tenantId,
      id: row.id,
      organisation_id: row.organisationId,
      kind: row.kind,
      granted_at: row.grantedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return laid.numInsertedOrUpdatedRows === 1n;
}

/** Ends a kind that holds. @returns the id of what ended; undefined when it did not hold. */
export async function endKind(
  tx: Tx<Table>,
  tenantId: string,
  organisationId: string,
  kind: GrantableKind,
  at: Date,
): Promise<string | undefined> {
  const ended = await tx
    .updateTable('registration.reporter_kind')
    .set({ ended_at: at })
    .where('tenant_id', '=', tenantId)
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', kind)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return ended?.id;
}

const reporting = (tx: Tx<'organisations.organisation'>, today: PlainDate) =>
  tx
    .selectFrom('organisations.organisation')
    .where('kind', '=', 'aanmelder')
    .where('valid_from', '<=', today)
    .where((w) => w.or([w('valid_until', 'is', null), w('valid_until', '>', today)]));

const COLUMNS = ['id', 'code', 'name', 'partner_kind as partnerKind'] as const;
const reportingOf = <Row extends { readonly partnerKind: string | null }>(row: Row) => ({
  ...row,
  partnerKind: row.partnerKind ?? undefined,
});

/** An organisation that only reports, and exists today. */
export async function reportingByCode(
  tx: Tx<'organisations.organisation'>,
  code: string,
  today: PlainDate,
): Promise<ReportingOrganisation | undefined> {
  const row = await reporting(tx, today).select(COLUMNS).where('code', '=', code).executeTakeFirst();
  return row && reportingOf(row);
}

/** One page of them, by name, with what a register granted each; and how many there are. */
export async function reportingPage(
  tx: Tx<Tables>,
  page: { readonly offset: number; readonly size: number },
  today: PlainDate,
): Promise<{ readonly rows: readonly (ReportingOrganisation & KnownReporter)[]; readonly total: number }> {
  const { total } = await reporting(tx, today)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const found = await reporting(tx, today)
    .select(COLUMNS)
    .orderBy('name')
    .orderBy('id')
    .offset(page.offset)
    .limit(page.size)
    .execute();
  const kinds =
    found.length === 0
      ? []
      : await tx
          .selectFrom('registration.reporter_kind as k')
          .innerJoin('organisations.organisation as o', 'o.id', 'k.tenant_id')
          .select(['k.organisation_id', 'k.kind', 'k.ended_at'])
          .where('o.kind', '=', 'comensha')
          .where(
            'k.organisation_id',
            'in',
            found.map(({ id }) => id),
          )
          .execute();
  return {
    rows: found.map((row) => ({
      ...reportingOf(row),
      granted: kinds
        .filter(({ organisation_id }) => organisation_id === row.id)
        .map(({ kind, ended_at }) => ({ kind: kind as GrantableKind, isHeld: ended_at === null })),
    })),
    total: Number(total),
  };
}
