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
    usage: 'seed --size klein|land|groot [--seed N]',
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
  jobs: {
    usage: 'jobs run --until-idle',
    what: 'doet alles wat nu aan de beurt is',
    run: async (args) => (await import('./app/cli/with-installation.ts')).jobs(args),
  },
  bounce: {
    usage: 'bounce naam@gemeente.nl',
    what: 'meldt dat post aan dit adres terugkwam; de beheerder van de organisatie krijgt bericht',
    run: async (args) => (await import('./app/cli/with-installation.ts')).bounce(args),
  },
};

async function main(): Promise<number> {
  const [name, ...args] = process.argv.slice(2);
  const command = COMMANDS[name ?? ''];
  if (!command) {
    const lines = Object.values(COMMANDS).map(({ usage, what }) => `  npm run cli -- ${usage}\n      ${what}`);
    process.stderr.write(`${name ? `Onbekende opdracht: ${name}\n\n` : ''}Opdrachten:\n${lines.join('\n')}\n`);
    return 2;
  }
  return command.run(args);
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
