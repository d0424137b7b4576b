import { type Selectable, sql } from 'kysely';
import type { DB } from '../../../platform/db/tables.generated.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { CARE_AGES, CARE_FORMS, CARE_GENDERS } from '../domain/need.ts';
import type { Offer, OfferTerms } from '../domain/offer.ts';

type Offers = 'care.offer' | 'care.offer_version' | 'care.offer_confirmation';

/**
 * Every offer as it holds on a day, also what ended before it, and earlier versions that held for a day or longer; of one
 * organisation, or through the door `published` of all, or of those that name or named one of these municipalities.
 */
export async function findOffers(
  tx: Tx<Offers | 'organisations.organisation'>,
  on: PlainDate,
  only: { readonly organisationId?: string; readonly municipalityIds?: readonly string[] } = {},
): Promise<readonly Offer[]> {
  const { organisationId, municipalityIds } = only;
  const rows = await tx
    .selectFrom('care.offer_version as v')
    .innerJoin('organisations.organisation as o', 'o.id', 'v.tenant_id')
    .leftJoin(
      (from) =>
        from
          .selectFrom('care.offer_confirmation')
          .select(({ fn }) => ['tenant_id', 'offer_id', fn.max('confirmed_on').as('confirmed_on')])
          .where('confirmed_on', '<=', on)
          .groupBy(['tenant_id', 'offer_id'])
          .as('c'),
      (join) => join.onRef('c.tenant_id', '=', 'v.tenant_id').onRef('c.offer_id', '=', 'v.offer_id'),
    )
    .selectAll('v')
    .select(['o.name as organisation_name', 'o.code as organisation_code', 'c.confirmed_on'])
    .where('v.valid_from', '<=', on)
    .$if(organisationId !== undefined, (query) => query.where('v.tenant_id', '=', organisationId!))
    .$if(municipalityIds !== undefined, (query) =>
      // an offer that once named one of them: its later versions say that it no longer does
      query.where(
        sql<boolean>`exists (select from care.offer_version n where n.tenant_id = v.tenant_id and n.offer_id = v.offer_id
          and n.municipality_ids && ${municipalityIds!}::uuid[])`,
      ),
    )
    .orderBy('v.tenant_id')
    .orderBy('v.offer_id')
    .orderBy('v.version', 'desc')
    .execute();
  return rows.flatMap((row, index): Offer[] => {
    const later = rows[index - 1]?.offer_id === row.offer_id ? rows[index - 1] : undefined;
    return later && later.valid_from <= row.valid_from ? [] : [offerOf(row, later?.valid_from)];
  });
}

const known = <T extends string>(all: readonly T[], kept: readonly string[]) =>
  all.filter((each) => kept.includes(each));

function offerOf(
  row: Selectable<DB['care.offer_version']> & {
    organisation_code: string;
    organisation_name: string;
    confirmed_on: PlainDate | null;
  },
  replacedOn: PlainDate | undefined,
): Offer {
  return {
    id: row.offer_id,
    organisationId: row.tenant_id,
    organisationCode: row.organisation_code,
    organisationName: row.organisation_name,
    version: row.version,
    name: row.name,
    municipalityIds: row.municipality_ids,
    forms: known(CARE_FORMS, row.forms),
    ages: known(CARE_AGES, row.ages),
    genders: known(CARE_GENDERS, row.genders),
    languages: row.languages,
    phone: row.phone,
    hours: row.is_always_open ? 'always' : { from: row.opens_at!, until: row.closes_at! },
    isForPublic: row.is_for_public,
    nightPhone: row.night_phone ?? undefined,
    hasSubstitute: row.has_substitute ?? undefined,
    hoursAWeek: row.hours_a_week === null ? undefined : Number(row.hours_a_week),
    funder: row.funder ?? undefined,
    contractUntil: row.contract_until ?? undefined,
    validFrom: row.valid_from,
    endedOn: replacedOn ?? row.ended_on ?? undefined,
    isFormer: replacedOn !== undefined,
    confirmedOn: row.confirmed_on ?? undefined,
  };
}

/** The codes of these municipalities, by organisation; without those that ended. */
export async function codesOf(
  tx: Tx<'organisations.organisation'>,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly code: string }[]> {
  return tx
    .selectFrom('organisations.organisation')
    .select(['id', 'code'])
    .where('id', 'in', [...ids])
    .orderBy('code')
    .execute();
}

/** Begins an offer: its first version follows. */
export async function insertOffer(tx: Tx<'care.offer'>, tenantId: string, id: string, at: Date): Promise<void> {
  await tx.insertInto('care.offer').values({ tenant_id: tenantId, id, created_at: at }).execute();
}

/** Holds an offer of this organisation until the transaction ends; false when there is none. */
export async function holdOffer(tx: Tx<'care.offer'>, tenantId: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('care.offer')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** When its municipalities are told next that the contract runs out, or ran out. */
export async function writeTellAt(
  tx: Tx<'care.offer'>,
  tenantId: string,
  id: string,
  at: Date | undefined,
): Promise<void> {
  await tx
    .updateTable('care.offer')
    .set({ tell_at: at ?? null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** How an offer is from a day on. */
export async function insertVersion(
  tx: Tx<'care.offer_version'>,
  tenantId: string,
  key: { readonly id: string; readonly version: number; readonly validFrom: PlainDate; readonly endedOn?: PlainDate },
  terms: OfferTerms,
): Promise<void> {
  const hours = terms.hours === 'always' ? undefined : terms.hours;
  await tx
    .insertInto('care.offer_version')
    .values({
      tenant_id: tenantId,
      offer_id: key.id,
      version: key.version,
      name: terms.name,
      municipality_ids: sql`${[...terms.municipalityIds]}::uuid[]`,
      forms: [...terms.forms],
      ages: [...terms.ages],
      genders: [...terms.genders],
      languages: [...terms.languages],
      phone: terms.phone,
      is_always_open: hours === undefined,
      opens_at: hours?.from ?? null,
      closes_at: hours?.until ?? null,
      is_for_public: terms.isForPublic,
      night_phone: terms.nightPhone ?? null,
      has_substitute: terms.hasSubstitute ?? null,
      hours_a_week: terms.hoursAWeek ?? null,
      funder: terms.funder ?? null,
      contract_until: terms.contractUntil ?? null,
      valid_from: key.validFrom,
      ended_on: key.endedOn ?? null,
    })
    .execute();
}

/** The organisation says today that all of it is so; twice on one day is once. */
export async function insertConfirmation(
  tx: Tx<'care.offer_confirmation'>,
  tenantId: string,
  offerId: string,
  on: PlainDate,
): Promise<void> {
  await tx
    .insertInto('care.offer_confirmation')
    .values({ tenant_id: tenantId, offer_id: offerId, confirmed_on: on })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
