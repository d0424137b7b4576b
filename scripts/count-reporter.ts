import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';
import { type Counts, type FileTally, nothing, oneFailed, onePassed, oneSkipped, type Tally, total } from './tally.ts';

/**
 * Writes what vitest really did to the file named in `COUNTS_FILE`. Besides tests it counts as failed: a file that does
 * not load, a suite whose preparation fails, and an error that nobody caught, also when it comes after the last test.
 * `again` names the files in which something failed; empty when an error belongs to no file. What failed, and why, goes as text to `FAILURES_FILE` when that is set: a log of a thousand lines keeps it for its end.
 */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const tally = total([...modules.map(tallyOf), { ...nothing, failed: unhandledErrors.length }]);
    const again = unhandledErrors.length > 0 ? [] : modules.map(asFile).filter(({ failed }) => failed > 0);
    writeFileSync(process.env.COUNTS_FILE!, JSON.stringify({ ...tally, again } satisfies Counts));
    const { FAILURES_FILE } = process.env;
    if (!FAILURES_FILE) return;
    const failures = [
      ...modules.flatMap(failuresOf),
      ...unhandledErrors.map((error) => inText('nobody caught', [error])),
    ];
    writeFileSync(FAILURES_FILE, failures.join('\n'));
  }
}

function failuresOf(module: TestModule): string[] {
  const place = module.relativeModuleId;
  const tests = [...module.children.allTests()]
    .filter((test) => test.result().state === 'failed')
    .map((test) => inText(`${place} > ${test.fullName}`, test.result().errors ?? []));
  const suites = [...module.children.allSuites()]
    .filter((suite) => suite.errors().length > 0)
    .map((suite) => inText(`${place} > ${suite.fullName}`, suite.errors()));
  return [...(module.errors().length > 0 ? [inText(place, module.errors())] : []), ...suites, ...tests];
}

function inText(place: string, errors: readonly SerializedError[]): string {
  return [
    `✗ ${place}`,
    ...errors.map(({ message, stack, diff }) => [message, diff, stack].filter(Boolean).join('\n')),
  ].join('\n');
}

function asFile(module: TestModule): FileTally {
  return { file: module.relativeModuleId, ...tallyOf(module) };
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
