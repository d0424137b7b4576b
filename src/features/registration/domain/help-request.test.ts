import { expect, test } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { helpStatus } from './help-request.ts';

const STANDING = { withdrawnOn: undefined };

test('a request is seen by the word of the other side only', () => {
  expect(helpStatus(STANDING, 'sent')).toBe('sent');
  expect(helpStatus(STANDING, 'delivered')).toBe('sent');
  expect(helpStatus(STANDING, 'accepted')).toBe('seen');
  expect(helpStatus(STANDING, undefined)).toBe('seen');
  expect(helpStatus(STANDING, 'refused')).toBe('refused');
  expect(helpStatus(STANDING, 'expired')).toBe('refused');
});

test('withdrawn is withdrawn, also when it was accepted or erased before', () => {
  const withdrawn = { withdrawnOn: day('2026-11-30') };
  expect(helpStatus(withdrawn, 'accepted')).toBe('withdrawn');
  expect(helpStatus(withdrawn, undefined)).toBe('withdrawn');
  expect(helpStatus(STANDING, 'withdrawn')).toBe('withdrawn');
});
