import { parseArgs } from 'node:util';
import { ConfigurationError } from '../../platform/config.ts';
import { enter, look } from '../../platform/db/transact.ts';
import { oneRotation, RotationUnderWay, rememberMasterKey } from '../../platform/vault/installation-keys.ts';
import { forgetFormerMasterKeys, rotateMasterKey } from '../../platform/vault/master-rotation.ts';
import { EVERYBODY_KNOWS_MS, rotateTenantKeys } from '../../platform/vault/rotation.ts';
import { sweepDestroyedKeys } from '../../platform/vault/sweep.ts';
import { keyStates } from '../../platform/vault/tenant-key-store.ts';
import { withAdmin } from '../installation.ts';
import type { OpenDatabase } from '../open-database.ts';
import { print, progress, withInstallation } from './with-installation.ts';

const USAGE =
  'Gebruik: keys status | keys rotate hoofdsleutel | keys rotate organisaties [--organisatie GM0014] [--wacht 35] | keys forget';

/** What stands under which key, and replacing keys while the product goes on. */
export async function keys(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { organisatie: { type: 'string', multiple: true }, wacht: { type: 'string' } },
  });
  const run = COMMANDS[positionals.join(' ')];
  if (!run) throw new ConfigurationError(USAGE);
  const seconds = values.wacht === undefined ? EVERYBODY_KNOWS_MS / 1000 : Number(values.wacht);
  if (!(seconds >= 0)) throw new ConfigurationError('--wacht is een aantal seconden.');
  if (seconds * 1000 < EVERYBODY_KNOWS_MS)
    progress(
      `Let op: met minder dan ${EVERYBODY_KNOWS_MS / 1000} seconden kent een proces dat loopt de nieuwe sleutels nog niet.`,
    );
  return withInstallation((installation) => run(installation, { codes: values.organisatie, waitMs: seconds * 1000 }));
}

interface Asked {
  readonly codes: readonly string[] | undefined;
  readonly waitMs: number;
}

const COMMANDS: Readonly<Record<string, (installation: OpenDatabase, asked: Asked) => Promise<number>>> = {
  status: async (installation) => {
    print(await statusOf(installation));
    return 0;
  },
  'rotate hoofdsleutel': (installation) =>
    alone(installation, async () => {
      const { database, keys } = installation;
      const sealed = await rotateMasterKey(database.kysely, keys, { onStep: progress });
      await rememberMasterKey(installation.adminUrl, await keys.source.currentId());
      await sweep(installation);
      print({ opnieuwVerzegeld: sealed, ...(await statusOf(installation)) });
      return 0;
    }),
  'rotate organisaties': (installation, { codes, waitMs }) =>
    alone(installation, async () => {
      const { database, keys } = installation;
      const tenants = codes ? await idsOf(installation, codes) : 'all';
      const sealed = await rotateTenantKeys(database.kysely, keys.source, tenants, { waitMs, onStep: progress });
      await sweep(installation);
      print({ dossiersleutelsOpnieuwVerzegeld: sealed, ...(await statusOf(installation)) });
      return 0;
    }),
  forget: (installation) =>
    alone(installation, async () => {
      const forgotten = await forgetFormerMasterKeys(installation.database.kysely, installation.keys);
      if (forgotten === undefined)
        throw new ConfigurationError(
          'Er zijn nog sleutels verzegeld onder een oude hoofdsleutel. Doe eerst: keys rotate hoofdsleutel',
        );
      print({ vergeten: forgotten });
      return 0;
    }),
};

async function statusOf({ database, keys }: OpenDatabase) {
  const current = await keys.source.currentId();
  const states = await enter(database.kysely, { door: 'runner', readOnly: true }, (tx) => keyStates(tx));
  const count = (holds: (state: (typeof states)[number]) => boolean) => states.filter(holds).length;
  const organisations = (state: string) =>
    new Set(states.filter((each) => each.purpose === 'dossier' && each.state === state).map((each) => each.tenantId))
      .size;
  return {
    hoofdsleutel: {
      waar: keys.isService ? 'sleuteldienst' : 'sleutelbestand',
      huidig: current,
      sleutelsOnderHuidig: count(({ masterKeyId }) => masterKeyId === current),
      sleutelsOnderOudere: count(({ masterKeyId }) => masterKeyId !== current),
    },
    organisaties: {
      metSleutels: organisations('active'),
      wisselAangekondigd: organisations('coming'),
      oudeSleutelNogNodig: organisations('former'),
    },
  };
}

async function idsOf({ database }: OpenDatabase, codes: readonly string[]): Promise<readonly string[]> {
  const rows = await look(database.kysely, { door: 'published' }, (tx) =>
    tx.selectFrom('organisations.organisation').select(['id', 'code']).where('code', 'in', codes).execute(),
  );
  const unknown = codes.filter((code) => !rows.some((row) => row.code === code));
  if (unknown.length > 0) throw new ConfigurationError(`Onbekende organisatie: ${unknown.join(', ')}`);
  return rows.map(({ id }) => id);
}

async function sweep({ adminUrl }: OpenDatabase): Promise<void> {
  await withAdmin(adminUrl, (owner) => sweepDestroyedKeys(owner));
}

/** One rotation at a time. */
async function alone({ adminUrl }: OpenDatabase, run: () => Promise<number>): Promise<number> {
  return oneRotation(adminUrl, run).catch((error: unknown) => {
    if (error instanceof RotationUnderWay)
      throw new ConfigurationError('Er loopt al een wisseling van sleutels. Wacht tot die klaar is.');
    throw error;
  });
}
