import { setTimeout as sleep } from 'node:timers/promises';

/** Something that goes on in the background until it is told to stop. */
export interface Repeating {
  /** Lets the round that is under way finish, and starts no other. */
  stop(): Promise<void>;
}

/** Runs a round, waits, and runs the next. After a round that failed it waits ten times as long. */
export function repeat(
  round: () => Promise<void>,
  options: { readonly everyMs: number; readonly onError: (error: unknown) => void },
): Repeating {
  const stopping = new AbortController();
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      let waitMs = options.everyMs;
      try {
        await round();
      } catch (error) {
        options.onError(error);
        waitMs *= 10;
      }
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
