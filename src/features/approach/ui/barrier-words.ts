import type { Barrier, BarrierState, Facilitator } from '../domain/barrier.ts';

type Badge = { readonly kind: 'info' | 'ok' | 'warning' | 'error' | 'neutral'; readonly label: string };

export const BARRIER_WORDS: Readonly<Record<Barrier, { readonly title: string; readonly step: string }>> = {
  recruitment: { title: 'Werving', step: 'Iemand zoekt en verleidt mensen, hier of in het buitenland.' },
  identity: { title: 'Binnenkomst en identiteit', step: 'Mensen komen binnen, worden ingeschreven of juist niet.' },
  housing: { title: 'Huisvesting', step: 'Mensen moeten ergens slapen.' },
  work: {
    title: 'Werk en vergunningen',
    step: 'Er is een bedrijf, een plek of een vergunning nodig om te laten werken.',
  },
  finance: { title: 'Geld', step: 'De winst gaat door rekeningen, toeslagen of contant.' },
  communication: { title: 'Communicatie', step: 'Contact, advertenties en aansturing, vaak online.' },
};

export const FACILITATOR_WORDS: Readonly<Record<Facilitator, string>> = {
  aware: 'Iemand helpt bewust mee',
  unaware: 'Iemand helpt mee zonder het te weten',
  none: 'Niemand, of onbekend',
};

export const BARRIER_STATE_WORDS: Readonly<Record<BarrierState, Badge>> = {
  idea: { kind: 'neutral', label: 'Idee' },
  running: { kind: 'info', label: 'Loopt' },
  done: { kind: 'ok', label: 'Gedaan' },
  stopped: { kind: 'neutral', label: 'Gestopt' },
};
