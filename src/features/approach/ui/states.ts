import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { HexLegendItem } from '../../../ui/figures/hex-map.tsx';
import type { Kind } from '../../../ui/show/shape.tsx';
import type { MonitorState } from '../domain/monitor-state.ts';

/** How each state looks on the map and in a badge; the word always goes with it. */
export const STATES: Readonly<
  Record<MonitorState, { readonly label: string; readonly kind: Kind; readonly look: HexLegendItem['look'] }>
> = {
  arranged: { label: 'Geregeld', kind: 'ok', look: 'full' },
  regional: { label: 'Geregeld door de regio', kind: 'ok', look: 'bar' },
  lapsing: { label: 'Loopt binnen 90 dagen af', kind: 'warning', look: 'core' },
  lapsed: { label: 'Vervallen', kind: 'error', look: 'cross' },
  'public-source': { label: 'Openbare bron, niet bevestigd', kind: 'info', look: 'dot' },
  unknown: { label: 'Niets opgegeven', kind: 'neutral', look: 'open' },
};

/** 'geregeld tot 1 maart 2027': the state with its date, as one reads it aloud. */
export function sayState(state: MonitorState, lapsesOn: PlainDate | undefined): string {
  if (state === 'public-source') return 'openbare bron, niet bevestigd door de gemeente';
  if (!lapsesOn) return 'niets opgegeven';
  if (state === 'lapsed') return `vervallen op ${writeDutchDate(lapsesOn)}`;
  return `geregeld${state === 'regional' ? ' door de regio' : ''} tot ${writeDutchDate(lapsesOn)}`;
}
