import type { PublishedElement, StandingState } from './standing.ts';

/** As a standing, and whether the region arranges it. An end within 90 days comes first: that asks for work, whoever arranges it. */
export type MonitorState = StandingState | 'regional';

/** In the order in which they are read: from arranged to nothing known. */
export const MONITOR_STATES: readonly MonitorState[] = [
  'arranged',
  'regional',
  'lapsing',
  'lapsed',
  'public-source',
  'unknown',
];

export function monitorState(state: StandingState, how: PublishedElement['state'] | undefined): MonitorState {
  return state === 'arranged' && how === 'regional' ? 'regional' : state;
}

/** The element holds today: arranged here or by the region, also when it ends soon. What only a public source says does not count. */
export function holdsToday(state: MonitorState): boolean {
  return state === 'arranged' || state === 'regional' || state === 'lapsing';
}
