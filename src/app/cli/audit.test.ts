import { expect, it } from 'vitest';
import type { Erasure } from '../../platform/audit/seal-form.ts';
import { day } from '../../shared-kernel/plain-date.ts';
import { tellErased } from './audit.ts';

const erasure = (change: Partial<Erasure>): Erasure => ({
  no: 1,
  tenantId: 'voorbeeld',
  monthId: 'maand',
  logs: 'deeds',
  month: day('2020-01-01'),
  rule: 'audit-line',
  period: 'P5Y',
  lines: 6,
  erasedAt: new Date('2025-02-02'),
  endedAt: new Date('2025-02-01'),
  parts: [
    { root: 4, lines: 2, numbers: 'a' },
    { root: 9, lines: 4, numbers: 'b' },
  ],
  ...change,
});

it('says per organisation, log and term which months went, which roots over them stayed, and which root covers it', () => {
  const told = tellErased([
    { erasure: erasure({}), root: 40 },
    {
      erasure: erasure({ no: 2, month: day('2020-02-01'), lines: 3, parts: [{ root: 10, lines: 3, numbers: 'c' }] }),
      root: undefined,
    },
    { erasure: erasure({ no: 3, logs: 'processing', rule: 'processing-line', lines: 0, parts: [] }), root: 41 },
  ]);
  expect(told).toEqual([
    {
      organisatie: 'voorbeeld',
      logboek: 'besluiten en gebeurtenissen',
      maanden: 2,
      van: '2020-01',
      totEnMet: '2020-02',
      regel: 'audit-line',
      termijn: 'P5Y',
      regels: 9,
      bewaardeZegels: '4-10',
      gedektDoorZegel: 40,
      nogNietGedekt: 1,
    },
    {
      organisatie: 'voorbeeld',
      logboek: 'verwerkingen',
      maanden: 1,
      van: '2020-01',
      totEnMet: '2020-01',
      regel: 'processing-line',
      termijn: 'P5Y',
      regels: 0,
      bewaardeZegels: 'geen',
      gedektDoorZegel: 41,
      nogNietGedekt: 0,
    },
  ]);
});
