import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../src/app/processing/measures.ts';
import { changesOf, type Requirement, securityRequirements } from '../support/security-requirements.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined);

/** What does not fit of the rows, each as one line. */
function faultsOf(rows: readonly Requirement[]): readonly string[] {
  return rows.flatMap((row) => {
    const { id, stand, uitleg, proeven } = row;
    const faults: string[] = [];
    const isHeld = stand === 'gebouwd' || stand === 'deels';
    if (isHeld === (proeven.length === 0)) faults.push(`${id}: ${stand}, with ${proeven.length} tests`);
    if (stand !== 'gebouwd' && !uitleg) faults.push(`${id}: ${stand}, and not why`);
    for (const { bestand, naam } of proeven)
      if (!read(bestand)?.includes(naam)) faults.push(`${id}: ${bestand} has no test «${naam}»`);
    const changes = changesOf(row);
    if (isHeld && changes.length === 0) faults.push(`${id}: nothing says how its test is seen red`);
    for (const { bestand, van } of changes)
      if ((read(bestand)?.split(van).length ?? 0) !== 2)
        faults.push(`${id}: what breaks it does not stand once in ${bestand}`);
    return faults;
  });
}

describe('the requirements of security', () => {
  const rows = securityRequirements(root);

  it('are all there, in order, each once', () => {
    const numbers = (kind: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${kind}-${String(index + 1).padStart(2, '0')}`);
    expect(rows.map(({ id }) => id)).toEqual([...numbers('SEC', 60), ...numbers('LDV', 15)]);
  });

  it('point at tests that exist, or say why there are none', () => {
    expect(faultsOf(rows)).toEqual([]);
  });

  it('name for each kind of bad luck the test that plays it, or why there is none', () => {
    const { tegenslag } = JSON.parse(read('security/eisen.json')!) as {
      readonly tegenslag: readonly (Pick<Requirement, 'proeven' | 'uitleg'> & { readonly geval: string })[];
    };
    expect(tegenslag.length).toBeGreaterThan(15);
    const faults = tegenslag.flatMap(({ geval, proeven, uitleg }) => [
      ...(proeven.length === 0 && !uitleg ? [`${geval}: no test, and not why`] : []),
      ...proeven.flatMap(({ bestand, naam }) =>
        read(bestand)?.includes(naam) ? [] : [`${geval}: ${bestand}, ${naam}`],
      ),
    ]);
    expect(faults).toEqual([]);
  });

  it('hold up every measure that the processing register promises', () => {
    const held = new Map(rows.map(({ id, stand }) => [id, stand === 'gebouwd' || stand === 'deels']));
    const promised = MEASURES.flatMap(({ id, provenBy }) => provenBy.map((requirement) => ({ id, requirement })));
    expect(promised.filter(({ requirement }) => !held.get(requirement))).toEqual([]);
  });

  it('canary: a test that is gone, one that is missing, a reason that is missing, and a break that is missing or does not fit are found', () => {
    const [row] = rows;
    const { breek: _break, ...unbroken } = row!;
    const fits = { bestand: 'src/app/gate.ts', van: 'export function addGate(', naar: '' };
    const fitsNot = { bestand: 'src/app/gate.ts', van: 'dit staat er niet', naar: '' };
    const faulty: readonly Requirement[] = [
      { ...row!, proeven: [{ bestand: 'test/http/access-matrix.test.ts', naam: 'een proef die er niet is' }] },
      { ...row!, proeven: [] },
      { ...row!, stand: 'later', uitleg: undefined, proeven: [] },
      { ...row!, breek: fitsNot },
      { ...row!, breek: { ...fits, ook: [fitsNot] } },
      unbroken,
    ];
    expect(faultsOf(faulty)).toHaveLength(6);
  });
});
