import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readRoots, writeRoots } from '../../platform/audit/root-file.ts';
import { INSTALLATION, sealKeysOf } from '../../platform/audit/seal-signer.ts';
import { rootsToKeep } from '../../platform/audit/seal-store.ts';
import { type ErasedMonth, type Finding, type Oddity, verifySeal } from '../../platform/audit/verify.ts';
import { ConfigurationError } from '../../platform/config.ts';
import { look } from '../../platform/db/transact.ts';
import { sealerOf } from '../log-keeping.ts';
import type { OpenDatabase } from '../open-database.ts';
import { print, withInstallation } from './with-installation.ts';

const USAGE = 'Gebruik: audit verify [--roots BESTAND] | audit roots export [--naar BESTAND] [--na N] | audit seal';

interface Asked {
  readonly roots: string | undefined;
  readonly to: string | undefined;
  readonly after: number;
}

/** The seal over the logs: checking it, keeping its roots elsewhere, and laying it now. */
export async function audit(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { roots: { type: 'string' }, naar: { type: 'string' }, na: { type: 'string' } },
  });
  const run = COMMANDS[positionals.join(' ')];
  if (!run) throw new ConfigurationError(USAGE);
  const after = Number(values.na ?? 0);
  if (!Number.isInteger(after) || after < 0) throw new ConfigurationError('--na is het nummer van een zegel.');
  return withInstallation((installation) => run(installation, { roots: values.roots, to: values.naar, after }));
}

const COMMANDS: Readonly<Record<string, (installation: OpenDatabase, asked: Asked) => Promise<number>>> = {
  async verify({ database, vault }, { roots }) {
    const kept = roots === undefined ? undefined : readRoots(await readText(roots));
    if (kept === 'unreadable') throw new ConfigurationError(`${roots} is geen bestand met zegels van In Beeld.`);
    const [{ publicKey }] = sealKeysOf(await vault.keysFor(INSTALLATION));
    const found = await verifySeal(database.kysely, { publicKey, ...(kept && { kept: kept.roots }) });
    print({
      inOrde: found.findings.length === 0,
      zegels: found.roots,
      regels: found.lines,
      nogNietVerzegeld: found.unsealed,
      gewist: tellErased(found.erased),
      bevindingen: found.findings.map(({ kind, root, tenantId, line }) => ({
        wat: FINDINGS[kind],
        ...(root !== undefined && { zegel: root }),
        ...(tenantId !== undefined && { organisatie: tenantId }),
        ...(line !== undefined && { regel: line }),
      })),
      bijzonderheden: found.oddities.map(({ kind, root }) => ({ wat: ODDITIES[kind], ...(root && { zegel: root }) })),
    });
    return found.findings.length === 0 ? 0 : 1;
  },
  async 'roots export'({ database }, { to, after }) {
    const text = writeRoots(await look(database.kysely, { door: 'sealer' }, (tx) => rootsToKeep(tx, after)));
    if (to === undefined) process.stdout.write(text);
    else await writeFile(to, text);
    return 0;
  },
  async seal({ database, vault, kind }) {
    const roots = await sealerOf(database.kysely, vault, kind).seal();
    print({ gelegd: roots.length, regels: roots.reduce((sum, { lines }) => sum + lines, 0) });
    return 0;
  },
};

const FINDINGS: Readonly<Record<Finding['kind'], string>> = {
  'line-changed': 'een regel is gewijzigd',
  'line-missing': 'een regel is verwijderd',
  'line-added': 'een regel is toegevoegd',
  'batch-changed': 'de controlegetallen van een organisatie zijn gewijzigd',
  'batch-missing': 'de controlegetallen van een organisatie zijn verwijderd',
  'batch-added': 'er zijn controlegetallen van een organisatie toegevoegd',
  'root-changed': 'een zegel is gewijzigd',
  'root-missing': 'een zegel ontbreekt',
  'root-replaced': 'een zegel is een ander dan het zegel dat elders is bewaard',
  'signature-wrong': 'een zegel is niet door deze installatie ondertekend',
  'key-unknown': 'een sleutel is niet van deze installatie, of niet overgedragen door de vorige',
  'erasure-changed': 'wat er over gewiste regels staat, is gewijzigd',
  'erased-early': 'regels zijn gewist voordat hun termijn voorbij was',
  'numbers-back': 'de nummering van de regels is teruggezet',
};

const ODDITIES: Readonly<Record<Oddity['kind'], string>> = {
  'clock-back': 'de klok van de database is teruggezet',
  'clock-ahead': 'de klok van de database liep vooruit',
  'unsealed-long': 'er staan regels langer dan tien minuten zonder zegel',
};

const GROUPS = { deeds: 'besluiten en gebeurtenissen', processing: 'verwerkingen' } as const;

/** Per organisation, group of logs and term: which months went, and which roots over them stayed. */
export function tellErased(erased: readonly ErasedMonth[]) {
  const groups = Map.groupBy(erased, ({ erasure: { tenantId, logs, rule, period } }) =>
    [tenantId, logs, rule, period].join(' '),
  );
  return [...groups.values()].map((months) => {
    const { tenantId, logs, rule, period } = months[0]!.erasure;
    const names = months.map(({ erasure }) => erasure.month.slice(0, 7)).toSorted();
    const roots = months.flatMap(({ erasure }) => erasure.parts.map(({ root }) => root));
    return {
      organisatie: tenantId,
      logboek: GROUPS[logs],
      maanden: names.length,
      van: names[0],
      totEnMet: names.at(-1),
      regel: rule,
      termijn: period,
      regels: months.reduce((sum, { erasure }) => sum + erasure.lines, 0),
      bewaardeZegels: roots.length > 0 ? `${Math.min(...roots)}-${Math.max(...roots)}` : 'geen',
      gedektDoorZegel: months.reduce<number | null>((last, { root }) => root ?? last, null),
      nogNietGedekt: months.filter(({ root }) => root === undefined).length,
    };
  });
}

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new ConfigurationError(`${file} is niet te lezen.`);
  });
}
