import { expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { MOST_PHOTOS, mayAddPhoto, mayOpenPhoto } from './photo.ts';

const PLACE = { kind: 'location', closedOn: undefined } as const;
const codeOf = (result: ReturnType<typeof mayAddPhoto>) => (result.ok ? 'ok' : result.error.code);

it('takes photographs of a place while somebody works on it, and a few', () => {
  expect(codeOf(mayAddPhoto(PLACE, []))).toBe('ok');
  expect(codeOf(mayAddPhoto({ ...PLACE, kind: 'person' }, []))).toBe('photo-of-person');
  expect(codeOf(mayAddPhoto({ ...PLACE, closedOn: day('2026-11-25') }, []))).toBe('signal-closed');
  expect(codeOf(mayAddPhoto(PLACE, Array(MOST_PHOTOS)))).toBe('too-many-photos');
});

it('opens one nobody looked at for whoever added it alone', () => {
  const unseen = { addedBy: 'een', scannedAt: undefined };
  expect(mayOpenPhoto(unseen, 'een', false)).toBe(true);
  expect(mayOpenPhoto(unseen, 'twee', true)).toBe(false);
  expect(mayOpenPhoto({ ...unseen, scannedAt: new Date(0) }, 'twee', true)).toBe(true);
  expect(mayOpenPhoto({ ...unseen, scannedAt: new Date(0) }, 'twee', false)).toBe(false);
});
