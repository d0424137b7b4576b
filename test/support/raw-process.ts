import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

/**
 * How long a process may take to say that it is there: in a whole proof, on a machine that does much else, a quarter of an hour.
 * What hangs for good is found all the same.
 */
export const START_WITHIN_MS = process.env.PROOF_WHOLE === 'true' ? 900_000 : 180_000;

const root = resolve(import.meta.dirname, '../..');

/** The built product or command line as a bare process: for what it does when things go wrong. */
export interface RawProcess {
  readonly child: ChildProcess;
  said(): string;
  /** Waits until it said this. @throws when it ended first or said nothing of the kind within `START_WITHIN_MS`. */
  untilSaid(pattern: RegExp): Promise<RegExpExecArray>;
  /** Its exit code, or the signal that ended it. */
  ended(): Promise<number | NodeJS.Signals>;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Runs `dist/<script>.js` with only these settings beside the ordinary environment. */
export function runRaw(
  script: 'main' | 'cli',
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): RawProcess {
  const { DATABASE_URL, DATABASE_ADMIN_URL, DEMO, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(root, `dist/${script}.js`), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, PORT: '0', LOG_LEVEL: 'warn', RATE_LIMITS: 'off', ...environment },
  });
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => parts.push(text));
  const exit = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals);
  const said = () => parts.join('');
  return {
    child,
    said,
    ended: () => exit,
    async kill(signal) {
      child.kill(signal);
      await exit;
    },
    untilSaid: (pattern) =>
      new Promise((found, lost) => {
        const stop = (finish: () => void) => {
          clearInterval(watch);
          clearTimeout(patience);
          finish();
        };
        const look = () => {
          const match = pattern.exec(said());
          if (match) stop(() => found(match));
        };
        const watch = setInterval(look, 20);
        const patience = setTimeout(
          () => stop(() => lost(new Error(`never said ${pattern}:\n${said()}`))),
          START_WITHIN_MS,
        );
        exit.then(() => {
          look();
          stop(() => lost(new Error(`ended without saying ${pattern}:\n${said()}`)));
        });
      }),
  };
}
