import { ConfigurationError } from './platform/config.ts';

/** One command of the command line: loaded only when it is called, so that `estimate` starts without a database. */
interface Command {
  readonly usage: string;
  readonly what: string;
  readonly run: (args: readonly string[]) => Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  estimate: {
    usage: 'estimate BESTAND.csv --method stepwise --json',
    what: 'schat uit overlappende lijsten hoeveel er niet in beeld zijn (geen database nodig)',
    run: async (args) => (await import('./app/cli/estimate.ts')).estimate(args),
  },
  routes: {
    usage: 'routes --json',
    what: 'alle adressen met rollen, doel en velden',
    run: async (args) => (await import('./app/cli/routes.ts')).routes(args),
  },
  clock: {
    usage: 'clock | clock --naar 2027-03-01T09:00 | clock --vooruit P91D',
    what: 'toont of verzet de klok van een voorbeeldomgeving',
    run: async (args) => (await import('./app/cli/with-installation.ts')).clock(args),
  },
  reset: {
    usage: 'reset --yes [--seed N]',
    what: 'leegt een voorbeeldomgeving en vult haar opnieuw',
    run: async (args) => (await import('./app/cli/with-installation.ts')).reset(args),
  },
  seed: {
    usage: 'seed --size klein|land|groot|register [--seed N]',
    what: 'vult een voorbeeldomgeving met deze hoeveelheid gegevens',
    run: async (args) => (await import('./app/cli/with-installation.ts')).seed(args),
  },
  migrate: {
    usage: 'migrate',
    what: 'brengt de database naar deze versie en stopt',
    run: async () => (await import('./app/cli/with-installation.ts')).migrateOnly(),
  },
  merge: {
    usage: 'merge --van GM0001,GM0002 --naar GM9999 --naam NAAM --op 2027-01-01 --bron WET',
    what: 'voegt gemeenten samen op een dag; hun gegevens blijven waar ze zijn',
    run: async (args) => (await import('./app/cli/with-installation.ts')).merge(args),
  },
  audit: {
    usage: 'audit verify [--roots BESTAND] | audit roots export [--naar BESTAND] [--na N] | audit seal',
    what: 'controleert de logboeken op elke wijziging, en geeft de zegels om elders te bewaren',
    run: async (args) => (await import('./app/cli/audit.ts')).audit(args),
  },
  jobs: {
    usage: 'jobs run --until-idle',
    what: 'doet alles wat nu aan de beurt is',
    run: async (args) => (await import('./app/cli/with-installation.ts')).jobs(args),
  },
  keys: {
    usage: 'keys status | rotate hoofdsleutel | rotate organisaties [--organisatie GM0014] | forget',
    what: 'toont onder welke sleutel alles staat, en wisselt sleutels terwijl In Beeld doorgaat',
    run: async (args) => (await import('./app/cli/keys.ts')).keys(args),
  },
  oidc: {
    usage:
      'oidc list | oidc set --organisatie GM0014 --issuer ADRES --client-id NAAM [--niveau …] | oidc end --organisatie GM0014',
    what: 'richt in met welke inlogdienst (OpenID Connect) mensen van een organisatie inloggen',
    run: async (args) => (await import('./app/cli/oidc.ts')).oidc(args),
  },
  invite: {
    usage: 'invite --organisatie OV01 [--toegang-kwijt]',
    what: 'maakt een code waarmee de eerste functioneel beheerder van een organisatie zonder inlogdienst binnenkomt',
    run: async (args) => (await import('./app/cli/invite.ts')).invite(args),
  },
  backup: {
    usage: 'backup --naar MAP --sleutels ANDERE-MAP | backup check BESTAND',
    what: 'maakt een reservekopie van dit moment terwijl In Beeld doorgaat, of controleert een bestand',
    run: async (args) => (await import('./app/cli/backup.ts')).backup(args),
  },
  restore: {
    usage: 'restore --gegevens BESTAND --sleutels BESTAND [--proef]',
    what: 'zet een reservekopie terug in een lege database; wie daarna is gewist, komt niet terug',
    run: async (args) => (await import('./app/cli/backup.ts')).restore(args),
  },
  move: {
    usage: 'move --naar postgres://… [--beheer postgres://…]',
    what: 'verhuist alles naar een andere PostgreSQL-server',
    run: async (args) => (await import('./app/cli/backup.ts')).move(args),
  },
  'export-tenant': {
    usage:
      'export-tenant --organisatie GM0014 --naar BESTAND --sleutel OPENBAAR.pem | export-tenant open BESTAND --sleutel GEHEIM.pem --naar MAP',
    what: 'geeft alles van één organisatie mee in één versleuteld bestand, en maakt zo’n bestand leesbaar',
    run: async (args) => (await import('./app/cli/export-tenant.ts')).exportTenantCommand(args),
  },
  bounce: {
    usage: 'bounce naam@gemeente.nl',
    what: 'meldt dat post aan dit adres terugkwam; de beheerder van de organisatie krijgt bericht',
    run: async (args) => (await import('./app/cli/with-installation.ts')).bounce(args),
  },
};

/** Who asks for help gets it on standard output, and nothing went wrong. */
const ASKS_HELP = new Set(['help', '--help', '-h']);

async function main(): Promise<number> {
  const [name = '', ...args] = process.argv.slice(2);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) return command.run(args);
  const lines = Object.values(COMMANDS).map(({ usage, what }) => `  npm run cli -- ${usage}\n      ${what}`);
  const list = `Opdrachten:\n${lines.join('\n')}\n`;
  if (ASKS_HELP.has(name)) {
    process.stdout.write(list);
    return 0;
  }
  process.stderr.write(`${name ? `Onbekende opdracht: ${name}\n\n` : ''}${list}`);
  return 2;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof ConfigurationError ? 2 : 1;
  },
);
