import type { Kind } from '../../../ui/show/shape.tsx';
import type { Track } from '../domain/framework.ts';
import type { ActionStatus } from '../domain/plan.ts';

/** What people read about the state of an action. */
export const ACTION_STATES: Readonly<Record<ActionStatus | 'late', { readonly label: string; readonly kind: Kind }>> = {
  open: { label: 'nog te doen', kind: 'neutral' },
  busy: { label: 'bezig', kind: 'info' },
  done: { label: 'klaar', kind: 'ok' },
  dropped: { label: 'vervallen', kind: 'neutral' },
  late: { label: 'te laat', kind: 'warning' },
};

export const TRACK_NAMES: Readonly<Record<Track, string>> = {
  preventie: 'Preventie',
  signaleren: 'Signaleren',
  handhaven: 'Handhaven',
  hulpverlenen: 'Hulp verlenen',
};
