/**
 * The clock on the wall. Sessions, rate limits, tokens, caches and `recorded_at` follow it.
 * Everything the field decides by date follows the domain clock instead (`domain-clock.ts`).
 */
export function realNow(): Date {
  return new Date();
}

/** Milliseconds of a clock that never jumps, to measure how long something took. */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}
