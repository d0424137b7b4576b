import { expect, it } from 'vitest';
import { run } from '../../packages/statistics/proof/coverage.ts';

const TABLES = Number(process.env.PROOF_N ?? 1000);

it(`covers the true total in at least 86% of ${TABLES} simulated tables, with an interval of nominally 95%`, () => {
  const found = run({ tables: TABLES });
  expect(found.failed).toBe(0);
  expect(found.passed).toBeGreaterThan(0);
}, 1_800_000);
