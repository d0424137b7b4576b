import { parseArgs } from 'node:util';
import { inviteAdministrator } from '../../features/accounts/index.ts';
import { realNow } from '../../platform/clock/real-time.ts';
import { ConfigurationError, readConfig } from '../../platform/config.ts';
import { enter } from '../../platform/db/transact.ts';
import { organisationNamed } from './organisation-named.ts';
import { print, withInstallation } from './with-installation.ts';

const USAGE = 'Gebruik: invite --organisatie CODE [--toegang-kwijt]';

const REFUSED = {
  'has-provider': 'Deze organisatie heeft een inlogdienst: haar mensen loggen in met het account van hun werk.',
  'unknown-role': 'Dit soort organisatie heeft geen functioneel beheerder.',
  'can-invite-themselves':
    'Twee mensen in deze organisatie kunnen zelf iemand uitnodigen. Kwamen zij er niet meer in? Gebruik dan --toegang-kwijt.',
} as const;

/** A code with which an administrator of an organisation without identity provider comes in. It is printed once, and kept nowhere. */
export async function invite(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { organisatie: { type: 'string' }, 'toegang-kwijt': { type: 'boolean' } },
  });
  const { organisatie, 'toegang-kwijt': accessLost = false } = values;
  if (!organisatie) throw new ConfigurationError(USAGE);
  const { publicUrl } = readConfig(process.env);
  if (!publicUrl) throw new ConfigurationError('Zet eerst PUBLIC_URL: een toegangssleutel hoort bij dat adres.');
  return withInstallation(async (installation) => {
    if (installation.kind === 'demo')
      throw new ConfigurationError('In een voorbeeldomgeving kiest iedereen zelf een rol: daar is geen code nodig.');
    const { kysely } = installation.database;
    const { id, code: organisationCode } = await organisationNamed(installation, organisatie);
    const made = await enter(kysely, { door: 'own', tenantId: id }, (tx, time) =>
      inviteAdministrator(tx, { organisationId: id, accessLost }, time, realNow()),
    );
    if (!made.ok) throw new ConfigurationError(REFUSED[made.error.code]);
    print({
      organisatie: organisationCode,
      rol: 'beheerder',
      code: made.value.code,
      geldigTot: made.value.expiresAt,
      adres: new URL('/uitnodiging', publicUrl).href,
    });
    return 0;
  });
}
