/** What came of a number of checks. A check that could not run is skipped, never passed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What came of the checks in one file. */
export interface FileTally extends Tally {
  readonly file: string;
}

/** What a runner says of a whole run, with the files that may be tried once more. */
export interface Counts extends Tally {
  readonly again?: readonly FileTally[];
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };
export const onePassed: Tally = { ...nothing, passed: 1 };
export const oneFailed: Tally = { ...nothing, failed: 1 };
export const oneSkipped: Tally = { ...nothing, skipped: 1 };

export function total(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, each) => ({
      passed: sum.passed + each.passed,
      failed: sum.failed + each.failed,
      skipped: sum.skipped + each.skipped,
    }),
    nothing,
  );
}

/** The tally of a run in which some files were tried once more: their second outcome counts instead of their first. */
export function afterSecondTry(first: Tally, tried: readonly Tally[], second: Tally): Tally {
  const before = total(tried);
  return {
    passed: first.passed - before.passed + second.passed,
    failed: first.failed - before.failed + second.failed,
    skipped: first.skipped - before.skipped + second.skipped,
  };
}

/** The closing line that people and machines read: `12 passed, 0 failed`, with `, 1 skipped` only when so. */
export function inWords({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Green means that something ran and nothing failed. */
export function isGreen({ passed, failed }: Tally): boolean {
  return failed === 0 && passed > 0;
}
