import { expect, it } from 'vitest';
import { run } from './coverage.ts';

it('the BCa interval covers at least 80% of a hundred simulated tables (the full run: npm run proof -- coverage)', () => {
  const lines: string[] = [];
  const result = run({ tables: 100, replicates: 250, print: (line) => lines.push(line) });
  expect(result.coverage).toBeGreaterThanOrEqual(0.8);
  expect(lines.at(-1)).toMatch(/^\d passed, \d failed$/);
});
