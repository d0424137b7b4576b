import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as library from './index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

it('the README names every function that is exported, with its parameters', () => {
  const signatures = [...readme.matchAll(/`(\w+)\(([^)`]*)\)`/g)].map(([, name, parameters]) => ({ name, parameters }));
  for (const [name, value] of Object.entries(library)) {
    if (typeof value !== 'function') continue;
    const found = signatures.find((signature) => signature.name === name);
    expect(found, name).toBeDefined();
    const required = found!.parameters!.split(',').filter((parameter) => !parameter.trim().endsWith('?'));
    expect([name, value.length]).toEqual([name, name === 'RandomStream' ? 1 : required.length]);
  }
});

it('the README promises nothing that is not exported', () => {
  const table = readme.slice(readme.indexOf('## What to call'), readme.indexOf('## Statuses'));
  const names = [...table.matchAll(/`(\w+)\(/g)].map(([, name]) => name!);
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !(name in library))).toEqual([]);
});

it('the example in the README says what it says', () => {
  const read = library.readTable(
    'A,B,C,count\n1,0,0,60\n0,1,0,49\n0,0,1,247\n1,1,0,4\n1,0,1,112\n0,1,1,142\n1,1,1,12\n',
  );
  if (!read.ok) throw new Error(read.error.message);
  const { status, estimate, interval, model } = library.estimateTotal(read.value.table, { seed: 1 });
  const shown = `'${status}', ${estimate!.toFixed(2)}, { level: 0.95, kind: '${interval!.kind}', low: ${interval!.low!.toFixed(1)}, high: ${interval!.high!.toFixed(1)} }, [['A', 'B']]`;
  expect(model).toEqual([['A', 'B']]);
  expect(readme).toContain(shown);
});
