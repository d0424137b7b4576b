import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import { nothing, oneFailed, onePassed, oneSkipped, type Tally, total } from './tally.ts';

/**
 * Writes what vitest really did to the file named in `COUNTS_FILE`. Besides tests it counts as failed: a file that does
 * not load, a suite whose preparation fails, and an error that nobody caught, also when it comes after the last test.
 */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tally = total([...modules.map(tallyOf), { ...nothing, failed: unhandledErrors.length }]);
    writeFileSync(process.env.COUNTS_FILE!, JSON.stringify(tally));
  }
}

function tallyOf(module: TestModule): Tally {
  const tests = [...module.children.allTests()].map((test): Tally => {
    const { state } = test.result();
    if (state === 'passed') return onePassed;
    return state === 'skipped' ? oneSkipped : oneFailed; // still pending at the end: it was cut off
  });
  const suites = [...module.children.allSuites()].map((suite) => (suite.errors().length > 0 ? oneFailed : nothing));
  return total([...tests, ...suites, module.errors().length > 0 ? oneFailed : nothing]);
}

// biome-ignore lint/style/noDefaultExport: vitest loads a reporter by its default export
export default CountReporter;
