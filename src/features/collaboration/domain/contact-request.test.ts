import { expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { holdsBsn, lastDayFor } from './contact-request.ts';

it('finds a citizen service number, however it is written, and no other nine digits', () => {
  expect(['111222333', 'bsn 111.222.333.', '111 222 333', 'a 123456782 b'].map(holdsBsn)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['123456789', '000000000', 'bel 0612345678', '11122233', '1112223330', 'geen'].map(holdsBsn)).toEqual([
    false,
    false,
    false,
    false,
    false,
    false,
  ]);
});

it('lets a request wait for two weeks', () => {
  expect(lastDayFor(day('2026-11-29'))).toBe('2026-12-13');
});
