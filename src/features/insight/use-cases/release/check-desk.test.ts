import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadSolver } from '../../../../platform/solver/linear-model.ts';
import { attacker, InfeasiblePublication } from '../disclosure/attack.ts';
import { checkPublication } from '../disclosure/check-publication.ts';
import { registrations } from '../disclosure/testing/tables.ts';
import { type CheckEnd, openCheckDesk } from './check-desk.ts';
import type { Checkable } from './proposals.ts';

const counted = registrations(1, ['2025'], 300, ['vorm', 'leeftijd']);
const checkable: Checkable = {
  subject: { kind: 'insight.proposal', id: 'een' },
  startedAt: new Date(0),
  against: '',
  task: { counted, earlier: [] },
  proposal: {
    title: 'Proef',
    years: ['2025'],
    properties: counted.dimensions.slice(1).map(({ id, categories }) => ({
      id,
      name: id,
      values: categories.map((value) => ({ id: value, name: value })),
    })),
  },
};

function workerOf(name: string, code: string): URL {
  const path = join(tmpdir(), `disclosure-worker-${process.pid}-${name}.mjs`);
  writeFileSync(path, code);
  return pathToFileURL(path);
}

async function endOf(
  options: { readonly file?: URL; readonly limitMs?: number } = {},
  stop = false,
): Promise<CheckEnd> {
  const ends: CheckEnd[] = [];
  const desk = openCheckDesk(
    async (_tenant, _checkable, end) => void ends.push(end),
    (problem) => {
      throw problem;
    },
    options,
  );
  desk.start('tenant', checkable);
  expect(desk.shareOf('een')).toBe(0);
  while (ends.length === 0 && !stop) await new Promise((resolve) => setTimeout(resolve, 20));
  await desk.close();
  return ends[0]!;
}

describe('a check in a thread of its own', () => {
  it('ends safe with the very text that would come out, and its digest', { timeout: 30_000 }, async () => {
    const end = await endOf();
    expect(end.ending).toBe('safe');
    expect(end.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.parse(end.text!)).toMatchObject({ figures: { title: 'Proef' }, report: { recoveredAfter: 0 } });
  });

  it.each([
    ['throws', 'throw new Error("kapot")'],
    ['exits', 'process.exit(7)'],
  ])('whose thread %s has no text: nothing can be released from it', async (name, code) => {
    expect(await endOf({ file: workerOf(name, code) })).toEqual({ ending: 'died', text: null, sha256: null });
  });

  it('that takes too long has no text, nor has one that is stopped with the server', async () => {
    const file = workerOf('turns', 'for (;;);');
    expect(await endOf({ file, limitMs: 300 })).toEqual({ ending: 'too-long', text: null, sha256: null });
    expect(await endOf({ file }, true)).toEqual({ ending: 'died', text: null, sha256: null });
  });
});

describe('a check', async () => {
  const solver = await loadSolver();
  const real = attacker(solver);

  it('says how many hidden cells fell before they were protected, and that none does after', () => {
    const answer = checkPublication(checkable.task, solver);
    expect(answer.ending).toBe('safe');
    if (answer.ending !== 'safe') return;
    const { hidden, cells, shown, ...report } = answer.report;
    expect(report).toMatchObject({ recoveredAfter: 0, editions: 0, solver: solver.name });
    expect(report.recoveredBefore).toBeGreaterThan(0);
    expect(cells - shown).toBe(Object.values(hidden).reduce((sum, each) => sum + each, 0));
    expect([...answer.publication.values()].filter((each) => each !== null)).toHaveLength(shown);
  });

  it('fails when a fresh attacker finds what the defence missed', () => {
    const blind = { opened: 0 };
    const answer = checkPublication(checkable.task, solver, undefined, (...args) => {
      const attack = real(...args);
      // the defender does not look; the second attacker does
      return blind.opened++ === 0 ? { ...attack, next: () => undefined, summary: attack.summary } : attack;
    });
    expect(answer).toMatchObject({ ending: 'found' });
    expect(answer.ending === 'found' && answer.report.recoveredAfter).toBeGreaterThan(0);
  });

  it('fails when the program contradicts itself: then it proves nothing', () => {
    const answer = checkPublication(checkable.task, solver, undefined, () => {
      throw new InfeasiblePublication();
    });
    expect(answer).toEqual({ ending: 'contradiction' });
  });
});
