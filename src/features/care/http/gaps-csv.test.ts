import { expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { EVERY_CELL } from '../domain/cells.ts';
import { coverageOf, NOTHING_SAID } from '../domain/coverage.ts';
import { gapsCsv, gapsIn } from './gaps-csv.ts';

it('runs no formula that stands in a name, and says of unknown that it is unknown', () => {
  const at = { code: 'GM0001', name: '=HYPERLINK("x")', provinceName: '+1' };
  const rows = gapsIn(at, coverageOf([], NOTHING_SAID, day('2026-12-01')), EVERY_CELL);
  const [, line] = gapsCsv(rows, undefined).split('\r\n');
  expect(line).toBe(
    `GM0001,"'=HYPERLINK(""x"")",'+1,onbekend,altijd,iedereen,alle leeftijden,alle vormen,De gemeente bevestigt wie er voor haar werkt.`,
  );
});
