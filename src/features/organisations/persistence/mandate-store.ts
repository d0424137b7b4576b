import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { type Mandate, type MandateFacts, PLACING_KINDS, SUCCESSION } from '../domain/mandate.ts';

type Tables = 'organisations.mandate' | 'organisations.organisation';

/** A mandate with the organisation on the other side. */
export interface MandateRow extends Mandate {
  readonly otherCode: string;
  readonly otherName: string;
}

function mandates(tx: Tx<Tables>, other: 'm.holder_id' | 'm.tenant_id') {
  return tx
    .selectFrom('organisations.mandate as m')
    .innerJoin('organisations.organisation as o', 'o.id', other)
    .select([
      'm.id',
      'm.tenant_id as giverId',
      'm.holder_id as holderId',
      'm.capability',
      'm.basis',
      'm.valid_from as validFrom',
      'm.valid_until as validUntil',
      'm.withdrawn_on as withdrawnOn',
      'o.code as otherCode',
      'o.name as otherName',
    ])
    .orderBy('m.id', 'desc');
}

/** What this organisation gave, newest first. Through the door `own`. */
export async function mandatesGiven(tx: Tx<Tables>, giverId: string): Promise<readonly MandateRow[]> {
  return mandates(tx, 'm.holder_id').where('m.tenant_id', '=', giverId).execute();
}

/** What this organisation was given, by whomever. Through the door `mandate`, as the holder. */
export async function mandatesHeld(tx: Tx<Tables>, holderId: string): Promise<readonly MandateRow[]> {
  return mandates(tx, 'm.tenant_id')
    .where('m.holder_id', '=', holderId)
    .where('m.capability', '<>', SUCCESSION)
    .execute();
}

/** What the organisations of a region gave, to whomever. Through the door `region`. */
export async function mandatesOfRegion(
  tx: Tx<'organisations.mandate'>,
): Promise<
  readonly Pick<Mandate, 'giverId' | 'holderId' | 'capability' | 'validFrom' | 'validUntil' | 'withdrawnOn'>[]
> {
  return tx
    .selectFrom('organisations.mandate')
    .select([
      'tenant_id as giverId',
      'holder_id as holderId',
      'capability',
      'valid_from as validFrom',
      'valid_until as validUntil',
      'withdrawn_on as withdrawnOn',
    ])
    .execute();
}

export async function insertMandate(
  tx: Tx<'organisations.mandate'>,
  mandate: MandateFacts & {
    readonly id: string;
    readonly giverId: string;
    readonly givenAt: Date;
  },
): Promise<void> {
  await tx
    .insertInto('organisations.mandate')
    .values({
      tenant_id: mandate.giverId,
      id: mandate.id,
      holder_id: mandate.holderId,
      capability: mandate.capability,
      basis: mandate.basis,
      valid_from: mandate.validFrom,
      valid_until: mandate.validUntil,
      given_at: mandate.givenAt,
    })
    .execute();
}

export async function endMandate(
  tx: Tx<'organisations.mandate'>,
  giverId: string,
  id: string,
  on: PlainDate,
): Promise<void> {
  await tx
    .updateTable('organisations.mandate')
    .set({ withdrawn_on: on })
    .where('tenant_id', '=', giverId)
    .where('id', '=', id)
    .execute();
}

/** An organisation that a mandate can be given to. */
export interface Candidate {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

/** Whom an organisation may give a mandate on a day: a municipality its safety region and neighbours, a shelter who places people. */
export async function candidatesFor(
  tx: Tx<'organisations.region_membership' | 'organisations.neighbour' | 'organisations.organisation'>,
  giverId: string,
  day: PlainDate,
): Promise<readonly Candidate[]> {
  return tx
    .selectFrom('organisations.organisation as o')
    .select(['o.id', 'o.code', 'o.name', 'o.kind'])
    .where((w) =>
      w.or([
        w('o.id', 'in', (region) =>
          region
            .selectFrom('organisations.region_membership')
            .select('region_id')
            .where('organisation_id', '=', giverId)
            .where('region_kind', '=', 'safety-region')
            .where('valid_from', '<=', day)
            .where((until) => until.or([until('valid_until', 'is', null), until('valid_until', '>', day)])),
        ),
        w('o.id', 'in', (neighbour) =>
          neighbour.selectFrom('organisations.neighbour').select('neighbour_id').where('organisation_id', '=', giverId),
        ),
        w.and([
          w('o.kind', 'in', [...PLACING_KINDS]),
          w.exists(
            w
              .selectFrom('organisations.organisation as g')
              .select('g.id')
              .where('g.id', '=', giverId)
              .where('g.kind', '=', 'opvangorganisatie'),
          ),
        ]),
      ]),
    )
    .where('o.valid_from', '<=', day)
    .where((w) => w.or([w('o.valid_until', 'is', null), w('o.valid_until', '>', day)]))
    .orderBy('o.kind', 'desc')
    .orderBy(sql`o.name collate "und-x-icu"`)
    .execute();
}

const MANDATES_OF = 7_310_003;

/** Holds what an organisation gave as it is until the transaction ends: `shared` to act on it, otherwise to change it. */
export async function holdMandates(
  tx: Tx<'organisations.mandate'>,
  giverId: string,
  options: { readonly shared: boolean },
): Promise<void> {
  const key = sql`${MANDATES_OF}, hashtext(${giverId})`;
  await (options.shared
    ? sql`select pg_advisory_xact_lock_shared(${key})`
    : sql`select pg_advisory_xact_lock(${key})`
  ).execute(tx);
}

/** May the organisation that acts do this as the tenant of the transaction, today? The question the policies ask as well. */
export async function mayAct(tx: Tx<'organisations.mandate'>, capability: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select app.may_act(${capability}) as may`.execute(tx);
  return rows[0]!.may;
}
