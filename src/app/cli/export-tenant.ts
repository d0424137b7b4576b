import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { realNow, stopwatch } from '../../platform/clock/real-time.ts';
import { ConfigurationError } from '../../platform/config.ts';
import type { ExportKey, ExportLock } from '../../platform/tenant-export/export-file.ts';
import { installationRoot } from '../assets.ts';
import { exportTenant, unpackExport } from '../tenant-export.ts';
import { organisationNamed } from './organisation-named.ts';
import { print, withInstallation } from './with-installation.ts';

const USAGE =
  'Gebruik: export-tenant --organisatie CODE --naar BESTAND (--sleutel OPENBAAR.pem | --wachtzin BESTAND), of: export-tenant open BESTAND --naar MAP (--sleutel GEHEIM.pem | --wachtzin BESTAND)';
const text = { type: 'string' } as const;

const contentOf = (file: string): string => {
  if (!existsSync(file)) throw new ConfigurationError(`${file} is er niet.`);
  return readFileSync(file, 'utf8');
};

/** Everything of one organisation in one sealed file, so that it can leave; or such a file laid open in a folder. */
export async function exportTenantCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { organisatie: text, naar: text, sleutel: text, wachtzin: text },
  });
  const { organisatie, naar, sleutel, wachtzin } = values;
  const [what, file] = positionals;
  if (!naar || (sleutel === undefined) === (wachtzin === undefined)) throw new ConfigurationError(USAGE);
  const passphrase = wachtzin === undefined ? undefined : contentOf(wachtzin).trim();
  if (what === 'open' && file) {
    const key: ExportKey = passphrase === undefined ? { privateKey: contentOf(sleutel!) } : { passphrase };
    print({ map: resolve(naar), bestanden: await unpackExport(resolve(file), key, resolve(naar)) });
    return 0;
  }
  if (what !== undefined || !organisatie) throw new ConfigurationError(USAGE);
  if (existsSync(naar)) throw new ConfigurationError(`${naar} is er al.`);
  const lock: ExportLock = passphrase === undefined ? { publicKey: contentOf(sleutel!) } : { passphrase };
  const { version } = JSON.parse(contentOf(join(installationRoot(), 'package.json'))) as { version: string };
  return withInstallation(async (installation) => {
    const elapsed = stopwatch();
    const organisation = await organisationNamed(installation, organisatie);
    const read = await exportTenant(
      { db: installation.database.kysely, keySource: installation.keys.source },
      organisation,
      {
        file: resolve(naar),
        lock,
        at: realNow(),
        version,
      },
    );
    print({
      bestand: resolve(naar),
      tabellen: read.tables,
      rijen: read.rows,
      documenten: read.documents,
      gewist: read.erased,
      onleesbaar: read.unreadable,
      seconden: Math.round(elapsed() / 100) / 10,
    });
    return read.unreadable > 0 ? 1 : 0;
  });
}
