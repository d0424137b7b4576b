import type { Kysely } from 'kysely';
import { giveMandate } from '../../features/organisations/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { transact } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { addMonths } from '../../shared-kernel/plain-date.ts';
import type { Actor } from '../../shared-kernel/role.ts';

/** Municipalities that in the demo let their safety region keep their approach up to date. Nothing of it is real. */
const GIVERS = ['GM0193', 'GM0441', 'GM0772'];

/** Gives the mandates of the demo, as the administrators of those municipalities would. */
export async function seedMandates(admin: Kysely<DB>, db: Kysely<DB>): Promise<void> {
  const givers = await admin
    .selectFrom('accounts.membership as m')
    .innerJoin('organisations.organisation as o', 'o.id', 'm.organisation_id')
    .innerJoin('organisations.region_membership as rm', 'rm.organisation_id', 'o.id')
    .innerJoin('organisations.organisation as region', 'region.id', 'rm.region_id')
    .select(['m.id as membershipId', 'm.person_id as personId', 'm.person_name as personName'])
    .select(['o.id as organisationId', 'o.code as organisationCode', 'o.name as organisationName'])
    .select('region.code as regionCode')
    .where('o.code', 'in', GIVERS)
    .where('m.role', '=', 'beheerder')
    .where('m.demo_number', '=', 1)
    .where('rm.region_kind', '=', 'safety-region')
    .execute();
  for (const { regionCode, ...giver } of givers) {
    const actor: Actor = { ...giver, role: 'beheerder', scope: 'own-organisation' };
    const outcome = await transact(
      db,
      { actor, activity: 'VA-14', action: 'organisations.give-mandate', traceId: newId() },
      (tx, time) =>
        giveMandate(
          tx,
          actor,
          {
            holderCode: regionCode,
            capability: 'aanpak',
            basis: `Voorbeeld mandaatbesluit ${giver.organisationName} (fictief)`,
            validFrom: time.today,
            validUntil: addMonths(time.today, 24),
          },
          time,
        ),
    );
    if ('ok' in outcome && !outcome.ok) throw new Error(`demo data refused: ${outcome.error.code}`);
  }
}
