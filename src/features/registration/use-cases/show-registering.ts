import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { type FactTables, tellUse } from '../../approach/index.ts';
import { organisationById } from '../../organisations/index.ts';

export type ShowTables = FactTables | 'organisations.organisation';

/** Whose approach asks whether possible victims are reported (K5.6). */
const MUNICIPALITY = 'gemeente';

/** Tells the approach of a municipality that it reports possible victims, in the deed that shows it; never how many, or whom. */
export async function showRegistering(tx: Tx<ShowTables>, tenantId: string, time: DomainTime): Promise<void> {
  const organisation = await organisationById(tx, tenantId, time.today);
  if (organisation?.kind !== MUNICIPALITY) return;
  const statement = 'De gemeente meldt mogelijke slachtoffers aan bij CoMensha.';
  await tellUse(tx, tenantId, { element: 'K5.6', source: 'registration', statement, reportedBy: 'Aanmelden' }, time);
}
