import { parseArgs } from 'node:util';
import { CALLBACK_PATH, endProviderOf, providersRunning, registerProvider } from '../../features/accounts/index.ts';
import { realNow } from '../../platform/clock/real-time.ts';
import { ConfigurationError, readConfig } from '../../platform/config.ts';
import { enter, look } from '../../platform/db/transact.ts';
import { lendKeys } from '../../platform/vault/lending.ts';
import type { OpenDatabase } from '../open-database.ts';
import { organisationNamed } from './organisation-named.ts';
import { print, withInstallation } from './with-installation.ts';

const USAGE =
  'Gebruik: oidc list | oidc set --organisatie GM0014 --issuer https://… --client-id NAAM [--niveau acr-of-acrs-waarde …] [--entra] | oidc end --organisatie GM0014';

interface Asked {
  readonly organisatie?: string | undefined;
  readonly issuer?: string | undefined;
  readonly 'client-id'?: string | undefined;
  readonly niveau?: string[] | undefined;
  readonly entra?: boolean | undefined;
}

/** With which identity provider the people of an organisation sign in. */
export async function oidc(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      organisatie: { type: 'string' },
      issuer: { type: 'string' },
      'client-id': { type: 'string' },
      niveau: { type: 'string', multiple: true },
      entra: { type: 'boolean' },
    },
  });
  const run = COMMANDS[positionals.join(' ')];
  if (!run) throw new ConfigurationError(USAGE);
  return withInstallation((installation) => run(installation, values));
}

const COMMANDS: Readonly<Record<string, (installation: OpenDatabase, asked: Asked) => Promise<number>>> = {
  async list({ database }) {
    const running = await look(database.kysely, { door: 'account' }, providersRunning);
    print(
      running.map(({ organisationCode, organisationName, issuer, clientId, strongLevels }) => ({
        organisatie: organisationCode,
        naam: organisationName,
        issuer,
        clientId,
        niveaus: strongLevels,
      })),
    );
    return 0;
  },
  async set(installation, asked) {
    const { issuer, 'client-id': clientId, niveau = [], entra = false } = asked;
    if (!issuer || !clientId) throw new ConfigurationError(USAGE);
    const { publicUrl, outboundAllow } = readConfig(process.env);
    if (!publicUrl)
      throw new ConfigurationError('Zet eerst PUBLIC_URL: naar dat adres stuurt de inlogdienst mensen terug.');
    if (!isIssuer(issuer, outboundAllow))
      throw new ConfigurationError('--issuer moet een adres zijn dat met https:// begint, zonder ? of #.');
    const { id, code } = await organisationOf(installation, asked);
    const keys = await installation.vault.keysFor(id);
    const settings = { organisationId: id, issuer, clientId, strongLevels: niveau } as const;
    const done = await enter(installation.database.kysely, { door: 'own', tenantId: id }, (tx) => {
      lendKeys(tx, keys);
      return registerProvider(tx, { ...settings, stepUpBy: entra ? 'acrs' : 'acr' }, realNow());
    });
    if (!done.ok) throw new ConfigurationError('Een andere organisatie gebruikt deze issuer al.');
    // no secret goes anywhere: the provider holds the public half, and fetches it itself
    print({
      organisatie: code,
      issuer,
      clientId,
      redirectUri: new URL(CALLBACK_PATH, publicUrl).href,
      jwksUri: new URL(`/inloggen/sleutels/${code}`, publicUrl).href,
      backchannelLogoutUri: new URL('/inloggen/afgemeld', publicUrl).href,
      tokenEndpointAuthMethod: 'private_key_jwt',
      publicKey: done.value.publicKey,
    });
    return 0;
  },
  async end(installation, asked) {
    const { id, code } = await organisationOf(installation, asked);
    const ended = await enter(installation.database.kysely, { door: 'own', tenantId: id }, (tx) =>
      endProviderOf(tx, id, realNow()),
    );
    print({ organisatie: code, beeindigd: ended });
    return ended ? 0 : 1;
  },
};

async function organisationOf(installation: OpenDatabase, { organisatie }: Asked) {
  if (!organisatie) throw new ConfigurationError(USAGE);
  return organisationNamed(installation, organisatie);
}

/** An issuer is an address without query or fragment (OpenID Connect Core 1.0, section 2); without HTTPS only where that is allowed. */
function isIssuer(text: string, allowed: readonly string[]): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, host, hostname, search, hash } = new URL(text);
  const isSafe =
    protocol === 'https:' || (protocol === 'http:' && (allowed.includes(host) || allowed.includes(hostname)));
  return isSafe && search === '' && hash === '' && !text.endsWith('?') && !text.endsWith('#');
}
