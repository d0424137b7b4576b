import type { Kind } from '../../../ui/show/shape.tsx';
import type { TickState } from '../domain/start-gate.ts';

/** How a tick stands, in a word and a shape. */
export const TICK_STATES: Readonly<Record<TickState, { readonly kind: Kind; readonly label: string }>> = {
  holds: { kind: 'ok', label: 'Geregeld' },
  missing: { kind: 'warning', label: 'Nog niet geregeld' },
  lapsed: { kind: 'error', label: 'Geldt niet meer' },
  revoked: { kind: 'error', label: 'Ingetrokken' },
  'not-needed': { kind: 'neutral', label: 'Niet nodig' },
};
