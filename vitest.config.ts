import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { StoryOrder } from './scripts/story-order.ts';

/**
 * One project per tier. No isolation between files: 300 files take seconds instead of minutes, and the price is that
 * modules keep no state (a fitness test checks that). `floor` runs what touches the database once more, on the oldest
 * PostgreSQL we support: stores, doors, migrations, one story over HTTP, every `*.db.test.ts`; `*.floor.test.ts` only there.
 */
const everywhere = ['src/**', 'packages/**', 'seed/**', 'scripts/**', 'test/support/**'];
const tests = (ending: string) => everywhere.map((folder) => `${folder}/*.${ending}.{ts,tsx}`);
const shared = {
  environment: 'node',
  isolate: false,
  pool: 'forks',
  // a worker waits half of its time for the database: on two cores two workers fill them
  maxWorkers: Math.max(2, availableParallelism() - 1),
  testTimeout: 60_000,
  hookTimeout: 180_000,
  globalSetup: 'test/support/global-setup.ts',
} as const;

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    passWithNoTests: false,
    sequence: { sequencer: StoryOrder },
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          include: tests('test'),
          exclude: ['**/node_modules/**', 'src/**/http/**', 'src/app/**', '**/*.floor.test.*'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'http',
          include: ['{src/**/http,src/app}/**/*.test.{ts,tsx}', 'test/http/**/*.test.{ts,tsx}'],
          exclude: ['**/*.floor.test.*'],
        },
      },
      {
        extends: true,
        test: { ...shared, name: 'fitness', include: ['test/fitness/**/*.test.{ts,tsx}'], exclude: ['**/canary/**'] },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          globalSetup: 'test/support/product-setup.ts',
          // each with a product and a clock of its own (product-setup.ts)
          maxWorkers: 2,
          // a machine may be three times as slow on a busy day
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        // one at a time, and after the others when a proof of the proofs runs them together
        test: {
          ...shared,
          name: 'proof',
          include: ['test/proof/**/*.proof.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'floor',
          include: [
            ...tests('floor.test'),
            ...tests('db.test'),
            'test/http/focal-point.test.{ts,tsx}',
            '{test/fitness/register,src/platform/db,src/**/persistence}/**/*.test.{ts,tsx}',
          ],
        },
      },
    ],
  },
});
