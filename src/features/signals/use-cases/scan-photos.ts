import type { Unscanned } from '../../../platform/files/scan-later.ts';

/** A photograph that came while there was no scanner. Until it was looked through only whoever added it opens it. */
export const UNSCANNED_PHOTOS: Unscanned = { kind: 'signals.scan-photo', table: 'signals.photo' };
