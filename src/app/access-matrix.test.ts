import { expect, test } from 'vitest';
import { ROLE_DESCRIPTIONS } from '../features/accounts/domain/roles.ts';
import type { DataClass } from '../platform/db/table-register.ts';
import type { Letter, MatrixRow } from '../platform/policy/access-matrix.ts';
import { ROLES } from '../shared-kernel/role.ts';
import { ACCESS_ROWS, grantsOf, mayEver, ROLE_ROWS, type RowName } from './access-matrix.ts';
import { DATA_CLASSES } from './processing-activities.ts';

const classes = Object.keys(DATA_CLASSES) as DataClass[];
const letters: readonly Letter[] = ['L', 'R', 'W', 'X', 'A'];
const rows = Object.entries(ACCESS_ROWS) as [RowName, MatrixRow][];

function touches(row: MatrixRow, ...dataClasses: DataClass[]): boolean {
  return dataClasses.some((dataClass) => (row[dataClass]?.length ?? 0) > 0);
}

test('every role has at least one row', () => {
  expect(Object.keys(ROLE_ROWS).sort()).toEqual([...ROLES].sort());
  for (const role of ROLES) expect(ROLE_ROWS[role].length, role).toBeGreaterThan(0);
});

test('denies what the matrix does not name', () => {
  expect(grantsOf('medewerker', 'D4')).toEqual([]);
  expect(mayEver('medewerker', 'R', 'D5')).toBe(false);
  expect(letters.some((letter) => mayEver('vng-adviseur', letter, 'D3'))).toBe(false);
});

test('an anonymous visitor may report and read what is public, and nothing else', () => {
  const given = classes.flatMap((dataClass) =>
    letters.filter((l) => mayEver('anonymous', l, dataClass)).map((l) => dataClass + l),
  );
  expect(given).toEqual(['D0R', 'D2W', 'D3W', 'D10R']);
});

test('no row combines managing accounts with identity, dossiers, whereabouts or offenders (D4–D7)', () => {
  const managesAccounts = (row: MatrixRow) =>
    row.D1?.some((grant) => grant.letters.includes('W') && !grant.limits.includes('own')) ?? false;
  const managers = ROLES.filter((role) => ROLE_ROWS[role].some((name) => managesAccounts(ACCESS_ROWS[name])));
  expect(managers).toEqual(['beheerder']);
  for (const role of managers) {
    for (const name of ROLE_ROWS[role]) expect(touches(ACCESS_ROWS[name], 'D4', 'D5', 'D6', 'D7'), role).toBe(false);
  }
});

test('offender information is open to one row only, and only where the municipality switched it on', () => {
  const open = rows.filter(([, row]) => touches(row, 'D7'));
  expect(open.map(([name]) => name)).toEqual(['focal-point']);
  expect(open[0]?.[1].D7?.every((grant) => grant.limits.includes('va-10-on'))).toBe(true);
});

test('identity, dossiers and whereabouts are never given without a limit', () => {
  for (const [name, row] of rows) {
    for (const dataClass of ['D4', 'D5', 'D6', 'D7', 'D8', 'D11'] as const) {
      for (const grant of row[dataClass] ?? []) expect(grant.limits.length, `${name} ${dataClass}`).toBeGreaterThan(0);
    }
  }
});

test('export always needs four eyes', () => {
  const exports = rows.flatMap(([, row]) =>
    classes.flatMap((c) => (row[c] ?? []).filter((g) => g.letters.includes('X'))),
  );
  expect(exports.length).toBeGreaterThan(0);
  expect(exports.every((grant) => grant.limits.includes('four-eyes'))).toBe(true);
});

test('who sees the region, the nation or totals reads identity only when it was delivered to them', () => {
  const wide = ROLES.filter((role) => ['region', 'nation', 'aggregates'].includes(ROLE_DESCRIPTIONS[role].scope));
  for (const role of wide) {
    for (const dataClass of ['D4', 'D5'] as const) {
      expect(
        grantsOf(role, dataClass).every((grant) => grant.limits.includes('received')),
        role,
      ).toBe(true);
    }
  }
});

test('the log of data processing and the audit log are read by those who supervise, not by those who do the work', () => {
  expect(ROLES.filter((role) => mayEver(role, 'R', 'D11'))).toEqual(['fg', 'ciso']);
});
