import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { installationRoot } from './app/assets.ts';
import { background } from './app/background.ts';
import { type BackupHealth, backupRound } from './app/backups.ts';
import { buildApp } from './app/build-app.ts';
import { openInstallation, withAdmin } from './app/installation.ts';
import { keepLogs } from './app/log-keeping.ts';
import { processMetrics, serveMetrics } from './app/process-metrics.ts';
import { openFrontDoor } from './app/server-process.ts';
import { realNow, stopwatch } from './platform/clock/real-time.ts';
import { ConfigurationError, readConfig } from './platform/config.ts';
import { MigrationRefused } from './platform/db/migrate.ts';
import { EmbeddedServerError } from './platform/embedded-postgres/embedded-server.ts';
import { clamdScan } from './platform/files/clamd.ts';
import { safeError } from './platform/log/safe-error.ts';
import { KeyFileError } from './platform/vault/master-key.ts';
import { sweepDestroyedKeys } from './platform/vault/sweep.ts';
import { DEMO_MARK } from './shared-kernel/demo-mark.ts';

/** Exit codes: docs/koppelvlak.md. */
const EXIT = { configuration: 2, database: 3, migration: 4 } as const;

const USAGE = `In Beeld start zonder opties; instellingen staan in de omgeving, zoals PORT, DATA_DIR en DATABASE_URL.
Alle instellingen: docs/beheer.md. Opdrachten zoals seed en migrate: npm run cli -- --help`;

/** The server takes no options: whoever gives one learns that before anything starts. */
function refuseOptions([option]: readonly string[]): void {
  if (option === undefined) return;
  const isQuestion = option === '--help' || option === '-h';
  console[isQuestion ? 'log' : 'error'](isQuestion ? USAGE : `Onbekende optie: ${option}\n${USAGE}`);
  process.exit(isQuestion ? 0 : EXIT.configuration);
}

async function main(): Promise<void> {
  refuseOptions(process.argv.slice(2));
  const elapsed = stopwatch();
  const config = readConfig(process.env);
  const logger = pino(
    { level: config.logLevel, base: null, serializers: { err: safeError } },
    pino.destination({ dest: 2, sync: true }),
  );
  const closers: (() => Promise<void>)[] = [];
  const stopping = { started: false };

  async function stop(signal: string): Promise<void> {
    if (stopping.started) return; // Ctrl-C reaches us twice: from the terminal and from npm
    stopping.started = true;
    console.log(`Stoppen (${signal}) …`);
    for (const close of closers.reverse())
      await close().catch((error: Error) => logger.error({ err: error }, 'stoppen'));
    console.log('Gestopt.');
    process.exit(0);
  }
  process.on('SIGINT', () => void stop('SIGINT'));
  process.on('SIGTERM', () => void stop('SIGTERM'));

  const door = await openFrontDoor(config.host, config.port);
  closers.push(() => door.close());
  const say = (step: string) => {
    door.step(step);
    console.log(`  ${step} (${(elapsed() / 1000).toFixed(1).replace('.', ',')} s)`);
  };
  console.log(`In Beeld start op ${door.address}`);

  const installation = await openInstallation(config, say, (error) =>
    logger.warn({ err: error }, 'verbinding met de database'),
  );
  closers.splice(0, 0, () => installation.close());
  const { version } = JSON.parse(readFileSync(join(installationRoot(), 'package.json'), 'utf8')) as { version: string };
  const logs = keepLogs({
    db: installation.database.kysely,
    vault: installation.vault,
    kind: installation.kind,
    logger,
  });
  await logs.prepareMonths(); // after a long rest this month may be missing, and without it nothing goes through
  const scan = config.clamd && clamdScan(config.clamd);
  const backups: BackupHealth | undefined = config.backups && { status: 'in orde' };
  const figures =
    config.metrics &&
    processMetrics({
      version,
      pool: installation.database.pool,
      sealedUntil: () => logs.health.verzegeldTot,
      backedUpAt: () => backups?.laatste,
    });
  const work = background({
    ...(figures && { count: figures.round }),
    backUp:
      config.backups &&
      backupRound(
        { adminUrl: installation.adminUrl, keys: installation.keys.source },
        config.backups,
        backups!,
        realNow,
      ),
    scanning: scan && { scan, vault: installation.vault },
    db: installation.database.kysely,
    vault: installation.vault,
    kind: installation.kind,
    mail: config.smtpUrl
      ? { smtpUrl: config.smtpUrl, from: config.mailFrom, baseUrl: config.publicUrl ?? door.address }
      : undefined,
    logs,
    sweepKeys: () => withAdmin(installation.adminUrl, (owner) => sweepDestroyedKeys(owner)),
    logger,
  });
  const { server } = await buildApp({
    db: installation.database.kysely,
    kind: installation.kind,
    rateLimits: config.rateLimits,
    trustProxy: config.trustProxy,
    publicUrl: config.publicUrl,
    outboundAllow: config.outboundAllow,
    securityContact: config.securityContact,
    logger,
    vault: installation.vault,
    health: {
      status: 'ok',
      versie: version,
      modus: installation.kind === 'demo' ? 'voorbeeld' : 'echt',
      database: { soort: installation.source, versie: installation.serverVersion },
      migratie: installation.version,
      logboeken: logs.health,
      ...(backups && { reservekopie: backups }),
    },
    runDue: work.runDue,
    scan,
    watch: figures?.watch,
  });
  if (config.metrics && figures) {
    const served = await serveMetrics(config.metrics, figures.metrics);
    closers.push(() => served.close());
  }
  closers.splice(1, 0, () => server.close());
  closers.splice(1, 0, () => work.stop());
  if (stopping.started) return;
  door.ready((request, response) => server.routing(request, response));
  work.start();
  console.log(`Klaar: ${door.address}`);
  console.log(
    installation.kind === 'demo'
      ? `${DEMO_MARK}. Inloggen: ${door.address}/demo`
      : `Inloggen: ${door.address}/inloggen`,
  );
}

/** No way to the server, no entry, or a server that is full, starting or stopping: these classes of SQLSTATE. */
const NO_ENTRY = /^(08|28|3D|53|57)\w{3}$/;

function explain(error: unknown): { code: number; text: string } {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ConfigurationError || error instanceof KeyFileError)
    return { code: EXIT.configuration, text: message };
  if (error instanceof MigrationRefused) return { code: EXIT.migration, text: message };
  if (error instanceof EmbeddedServerError) return { code: EXIT.database, text: message };
  const { code, syscall } = error as { code?: string; syscall?: string };
  if (code === 'EADDRINUSE')
    return { code: EXIT.configuration, text: 'Deze poort is al in gebruik. Kies een andere met PORT=3001 npm start.' };
  if (code === 'EACCES') return { code: EXIT.configuration, text: `Geen toegang: ${message}` };
  if (['connect', 'getaddrinfo', 'read'].includes(syscall ?? '') || NO_ENTRY.test(code ?? ''))
    return { code: EXIT.database, text: `De database is niet bereikbaar (${code}): ${message}` };
  return { code: 1, text: error instanceof Error ? (error.stack ?? message) : message };
}

main().catch((error: unknown) => {
  const { code, text } = explain(error);
  console.error(text);
  process.exit(code);
});
