import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { HexLegendItem } from '../../../ui/figures/hex-map.tsx';
import type { Kind } from '../../../ui/show/shape.tsx';
import type { StandingState } from '../domain/standing.ts';

/** How each state looks on the map and in a badge; the word always goes with it. */
export const STATES: Readonly<
  Record<StandingState, { readonly label: string; readonly kind: Kind; readonly look: HexLegendItem['look'] }>
> = {
  arranged: { label: 'Geregeld', kind: 'ok', look: 'full' },
  lapsing: { label: 'Loopt binnen 90 dagen af', kind: 'warning', look: 'core' },
  lapsed: { label: 'Vervallen', kind: 'error', look: 'cross' },
  unknown: { label: 'Niets opgegeven', kind: 'neutral', look: 'open' },
};

/** 'geregeld tot 1 maart 2027': the state with its date, as one reads it aloud. */
export function sayState(state: StandingState, lapsesOn: PlainDate | undefined): string {
  if (!lapsesOn) return 'niets opgegeven';
  return state === 'lapsed' ? `vervallen op ${writeDutchDate(lapsesOn)}` : `geregeld tot ${writeDutchDate(lapsesOn)}`;
}
