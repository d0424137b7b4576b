import { parseArgs } from 'node:util';
import { moveClock, readClock } from '../../platform/clock/domain-clock.ts';
import { ConfigurationError, readConfig, SEED_SIZES, type SeedSize } from '../../platform/config.ts';
import { clamdScan } from '../../platform/files/clamd.ts';
import { municipalityCode } from '../../shared-kernel/municipality-code.ts';
import { plainDate } from '../../shared-kernel/plain-date.ts';
import { bounceReported, runUntilIdle, type Scanning } from '../due-work.ts';
import { DEFAULT_SEED, openInstallation, resetDemo, withAdmin } from '../installation.ts';
import { mergeWithPeople } from '../merge-municipalities.ts';
import type { OpenDatabase } from '../open-database.ts';

/** What a command answers, on standard output. */
export const print = (value: unknown) =>
  process.stdout.write(`${typeof value === 'string' ? value : JSON.stringify(value)}\n`);
/** How far it is, on standard error. */
export const progress = (step: string) => void process.stderr.write(`${step}\n`);

/** Opens the installation of the environment's settings, runs, and lets go, also of a server that already runs. */
export async function withInstallation(run: (installation: OpenDatabase) => Promise<number>): Promise<number> {
  const installation = await openInstallation(readConfig(process.env), progress, (error) => progress(error.message));
  try {
    return await run(installation);
  } finally {
    await installation.close();
  }
}

/** The virus scanner of the settings, as the server asks it; undefined when there is none. */
function scanningOf({ vault }: OpenDatabase): Scanning | undefined {
  const { clamd } = readConfig(process.env);
  return clamd && { scan: clamdScan(clamd), vault };
}

function onlyDemo(installation: OpenDatabase): void {
  if (installation.kind !== 'demo')
    throw new ConfigurationError('Dit kan alleen in een voorbeeldomgeving; deze database is een echte omgeving.');
}

function seedNumber(text: string | undefined): number {
  const number = Number(text ?? DEFAULT_SEED);
  if (!Number.isInteger(number) || number < 0 || number > 2 ** 31)
    throw new ConfigurationError('--seed moet een geheel getal zijn van 0 tot 2147483648.');
  return number;
}

/** Shows the domain clock, or moves it as the page of the demo does. */
export async function clock(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { naar: { type: 'string' }, vooruit: { type: 'string' } } });
  return withInstallation(async (installation) => {
    const db = installation.database.kysely;
    if (values.naar !== undefined || values.vooruit !== undefined) {
      onlyDemo(installation);
      const move = { to: values.naar ?? '', forward: values.vooruit ?? '' };
      const moved = await moveClock(db, move, async () => {
        await runUntilIdle(db, installation.kind, {
          scanning: scanningOf(installation),
          vault: installation.vault,
          say: progress,
        });
      });
      if (!moved.ok) throw new ConfigurationError(moved.error.text);
    }
    print({ nu: (await readClock(db)).toISOString() });
    return 0;
  });
}

/** Empties a demo and fills it anew. */
export async function reset(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { yes: { type: 'boolean' }, seed: { type: 'string' } } });
  if (!values.yes)
    throw new ConfigurationError(
      'Dit wist alles wat in de voorbeeldomgeving is ingevuld. Weet u het zeker? Gebruik: reset --yes',
    );
  return withInstallation(async (installation) => {
    onlyDemo(installation);
    await resetDemo(installation, seedNumber(values.seed), 'klein', progress);
    return 0;
  });
}

/** Fills a demo anew with this much data. */
export async function seed(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { size: { type: 'string' }, seed: { type: 'string' } } });
  const size = values.size as SeedSize | undefined;
  if (!size || !SEED_SIZES.includes(size))
    throw new ConfigurationError(`--size moet een van ${SEED_SIZES.join(', ')} zijn.`);
  return withInstallation(async (installation) => {
    onlyDemo(installation);
    await resetDemo(installation, seedNumber(values.seed), size, progress);
    return 0;
  });
}

/** Brings the database to this version. */
export async function migrateOnly(): Promise<number> {
  return withInstallation(async (installation) => {
    print({ migratie: installation.version, modus: installation.kind === 'demo' ? 'voorbeeld' : 'echt' });
    return 0;
  });
}

const MERGER_REFUSALS: Readonly<Record<string, string>> = {
  'no-predecessor': 'Noem met --van minstens één gemeente die ophoudt.',
  'no-successor': 'Noem met --naar de gemeente die verdergaat.',
  'predecessor-not-active': 'bestaat dan niet, of houdt al op.',
  'successor-ended': 'houdt zelf op, of bestaat dan nog niet.',
  'merges-with-itself': 'kan niet in zichzelf opgaan.',
};

/** Merges municipalities on a day: the old ones become read-only, the new one reads what they recorded. */
export async function merge(args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { van: text, naar: text, naam: text, op: text, bron: text },
  });
  const on = plainDate(values.op ?? '');
  if (!on) throw new ConfigurationError('--op moet een bestaande dag zijn, geschreven als 2027-01-01.');
  const codes = [values.naar ?? '', ...(values.van ?? '').split(',')].map((code) => code.trim());
  if (!codes.every(municipalityCode)) throw new ConfigurationError('--van en --naar zijn codes zoals GM0014.');
  if (!values.naam || !values.bron)
    throw new ConfigurationError(
      'Geef met --naam de naam van de gemeente die verdergaat, en met --bron waar dit staat.',
    );
  const [code, ...predecessors] = codes as [string, ...string[]];
  const merger = { predecessors, successor: { code, name: values.naam }, on, source: values.bron };
  return withInstallation(async (installation) => {
    const merged = await withAdmin(installation.adminUrl, (owner) => mergeWithPeople(owner, merger));
    if (!merged.ok)
      throw new ConfigurationError(`${merged.error.organisation ?? ''} ${MERGER_REFUSALS[merged.error.code]}`.trim());
    print({ samengevoegd: predecessors, verder: code, op: on });
    return 0;
  });
}

/** Runs what is due, until nothing is. */
export async function jobs(args: readonly string[]): Promise<number> {
  if (args[0] !== 'run') throw new ConfigurationError('Gebruik: jobs run --until-idle');
  return withInstallation(async (installation) => {
    const { smtpUrl, mailFrom: from, publicUrl, host, port } = readConfig(process.env);
    const mail = smtpUrl ? { smtpUrl, from, baseUrl: publicUrl ?? `http://${host}:${port}` } : undefined;
    const { database, kind, vault } = installation;
    const scanning = scanningOf(installation);
    const ran = await runUntilIdle(database.kysely, kind, { mail, scanning, vault, say: progress });
    print({ gedaan: ran.done, mislukt: ran.failed });
    return ran.failed === 0 ? 0 : 1;
  });
}

/** Notes that mail to an address came back after it was taken. */
export async function bounce(args: readonly string[]): Promise<number> {
  const [address] = args;
  if (!address?.includes('@')) throw new ConfigurationError('Geef het adres: bounce naam@gemeente.nl');
  return withInstallation(async (installation) => {
    print({ organisaties: await bounceReported(installation.database.kysely, address) });
    return 0;
  });
}
