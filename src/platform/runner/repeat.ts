import { setTimeout as sleep } from 'node:timers/promises';

/** Something that goes on in the background until it is told to stop. */
export interface Repeating {
  /** Lets the round that is under way finish, and starts no other. */
  stop(): Promise<void>;
}

/** Runs a round, waits, and runs the next. After a round that failed, or says that not all went well, it waits ten times as long. */
export function repeat(
  round: () => Promise<boolean>,
  options: { readonly everyMs: number; readonly onError: (error: unknown) => void },
): Repeating {
  const stopping = new AbortController();
  const attempt = async () => {
    try {
      return await round();
    } catch (error) {
      options.onError(error);
      return false;
    }
  };
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      const isWell = await attempt();
      const waitMs = isWell ? options.everyMs : options.everyMs * 10;
      await sleep(waitMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
