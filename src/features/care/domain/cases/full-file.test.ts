import { expect, it } from 'vitest';
import { day } from '../../../../shared-kernel/plain-date.ts';
import { aftercareEnd } from './case-file.ts';
import { planStanding } from './full-file.ts';
import { aftercareDays } from './task.ts';

it('says of a plan whether it was agreed as it stands', () => {
  const agreed = { on: day('2026-11-01'), language: 'ar', manner: 'with-interpreter', byName: 'Noor Fictief' } as const;
  expect(planStanding({ agreed }, agreed.on)).toBe('agreed');
  expect(planStanding({ agreed: undefined }, agreed.on)).toBe('changed-since');
  expect(planStanding({ agreed: undefined }, undefined)).toBe('not-agreed');
});

it('calls after one, three, six, nine and twelve months, never on a day that does not exist', () => {
  const closedOn = day('2026-08-31');
  expect(aftercareDays(closedOn)).toEqual(['2026-09-30', '2026-11-30', '2027-02-28', '2027-05-31', '2027-08-31']);
  expect(aftercareDays(closedOn).at(-1)).toBe(aftercareEnd(closedOn));
});
