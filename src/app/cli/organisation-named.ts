import { organisationByCode } from '../../features/accounts/index.ts';
import { ConfigurationError } from '../../platform/config.ts';
import { look } from '../../platform/db/transact.ts';
import type { OpenDatabase } from '../open-database.ts';

/** The organisation that somebody named by its code on the command line. @throws ConfigurationError when there is none. */
export async function organisationNamed({ database }: OpenDatabase, code: string) {
  const found = await look(database.kysely, { door: 'account' }, (tx) => organisationByCode(tx, code));
  if (!found) throw new ConfigurationError(`Onbekende organisatie: ${code}`);
  return found;
}
