import type { LegalPosition } from '../../../../shared-kernel/legal-position.ts';
import type { PlainDate } from '../../../../shared-kernel/plain-date.ts';
import type { CaseClock } from './case-clock.ts';
import type { Attention } from './case-file.ts';

/** Clocks that run only in one legal position (content/care-terms). */
const RUNS_IN: Readonly<Record<string, LegalPosition>> = {
  'reflection-general': 'reflection-period',
  'reflection-dublin': 'reflection-period',
  'permit-expiry': 'permit',
};

/**
 * What a case says of the legal position, without anybody filling it in for that; undefined when it does not say. That no right to stay
 * is known stays here: it is no position that opens a shelter, and it is never sent along.
 */
export function knownPosition(
  clocks: readonly Pick<CaseClock, 'clock' | 'lastDay' | 'ended'>[],
  attention: readonly Attention[],
  today: PlainDate,
): LegalPosition | undefined {
  if (attention.includes('unaccompanied-minor')) return 'unaccompanied-minor';
  const running = clocks.filter(({ ended, lastDay }) => ended === undefined && lastDay >= today);
  return running.map(({ clock }) => RUNS_IN[clock]).find((position) => position !== undefined);
}
