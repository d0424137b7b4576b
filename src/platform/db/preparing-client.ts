import { Client, type QueryResult } from 'pg';

/** So many statements are kept ready on one connection; each takes a few dozen kB of the server's memory. */
const MOST_PREPARED = 400;
/** So many texts are remembered to see which come back; then the remembering starts over. */
const MOST_SEEN = 2_000;
/** A statement that takes longer gains nothing by being kept ready, and its plan may be of when a table was nearly empty. */
const SLOW_MS = 250;
/** So long a slow statement is planned anew each time; then it may be kept ready again, with a plan of that moment. */
const ANEW_MS = 60_000;

/** A statement that says this reads much of what grows fast, and is planned for its values each time. */
const PLANNED_ANEW = '/* planned anew */';

/** What PostgreSQL says when a table changed its columns under a statement that was kept ready. */
const PLAN_OUTDATED = { code: '0A000', routine: 'RevalidateCachedQuery' } as const;

/** True for a statement that was kept ready and that a migration has changed since; the same statement, sent again, does run. */
export function isOutdatedPlan(error: unknown): boolean {
  const { code, routine } = error as { code?: string; routine?: string };
  return code === PLAN_OUTDATED.code && routine === PLAN_OUTDATED.routine;
}

/**
 * Makes the connections of one pool. On each, a statement that comes back is kept ready by the server: it is read, and its row-level
 * security worked out, once instead of every time (decision 31). One that was slow is planned anew each time, on every connection,
 * until a minute has passed. Statements that say `planned anew` in a comment, without parameters, and with a callback, go as they are.
 * The texts are kept once for all connections: they take more memory than all the rest.
 * @throws what the statement throws; after {@link isOutdatedPlan} it is made ready anew.
 */
export function preparingClient(): typeof Client {
  const texts = new Map<string, string>();
  const anewUntil = new Map<string, number>();
  const kept = (text: string): string => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    if (texts.size >= MOST_SEEN) texts.clear();
    texts.set(text, text);
    return text;
  };
  const noteSlow = (text: string): void => {
    if (anewUntil.size >= MOST_SEEN) anewUntil.clear();
    anewUntil.set(text, performance.now() + ANEW_MS);
  };

  return class PreparingClient extends Client {
    readonly #seen = new Set<string>();
    #names = new Map<string, { readonly name: string; readonly madeAt: number }>();
    #made = 0;

    // one of the many shapes of `query` is ours, the others pass through
    override query = ((text: unknown, values?: unknown, callback?: unknown) => {
      const send = Client.prototype.query as (...args: readonly unknown[]) => Promise<QueryResult>;
      if (typeof text !== 'string' || !Array.isArray(values) || callback !== undefined || text.includes(PLANNED_ANEW))
        return send.call(this, text, values, callback);
      const same = kept(text);
      const name = this.#nameOf(same);
      if (name === undefined) return send.call(this, same, values);
      const begun = performance.now();
      return send
        .call(this, { name, text: same, values })
        .catch((error: unknown) => {
          if (isOutdatedPlan(error)) this.#names = new Map();
          throw error;
        })
        .finally(() => {
          if (performance.now() - begun > SLOW_MS) noteSlow(same);
        });
    }) as Client['query'];

    /** What this statement is called on this connection, from its second time on. */
    #nameOf(text: string): string | undefined {
      const now = performance.now();
      const until = anewUntil.get(text) ?? 0;
      if (now < until) return undefined;
      const known = this.#names.get(text);
      if (known && known.madeAt >= until) return known.name;
      if (!this.#seen.has(text)) {
        if (this.#seen.size >= MOST_SEEN) this.#seen.clear();
        this.#seen.add(text);
        return undefined;
      }
      // never reset: a name that was given stays taken until the connection ends
      if (this.#made >= MOST_PREPARED) return undefined;
      this.#made += 1;
      const name = `again_${this.#made}`;
      this.#names.set(text, { name, madeAt: now });
      return name;
    }
  };
}
