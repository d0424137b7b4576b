import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

/** What must be in order before a part with personal data is switched on in an organisation. */
export const TICK_KINDS = [
  'dpia',
  'fg-advice',
  'processing-agreement',
  'register-entry',
  'archive-category',
  'works-council',
] as const;
export type TickKind = (typeof TICK_KINDS)[number];

/** A part of the product that holds data about persons, and so is off until its gate is open. */
export interface GatedFeature {
  /** As a route names it: `gate: 'signals'`. */
  readonly id: string;
  readonly name: string;
  /** What people do with it, in a sentence. */
  readonly about: string;
  readonly activities: readonly string[];
  /** Kinds of organisations that use it. */
  readonly usedBy: readonly string[];
  /** It keeps track of what employees do: the works council has to agree. */
  readonly tracksStaff: boolean;
}

/**
 * Every part that is off until its gate is open. That it stands here does not mean that it was built: a part is there when a
 * route names its gate.
 */
export const GATED_FEATURES = [
  {
    id: 'signals',
    name: 'Signalen',
    about: 'Medewerkers geven een signaal door, de aandachtsfunctionaris weegt het.',
    activities: ['VA-01', 'VA-02', 'VA-09'],
    usedBy: ['gemeente'],
    tracksStaff: false,
  },
  {
    id: 'offenders',
    name: 'Mogelijke daders',
    about: 'Naam, kenteken of telefoon van een mogelijke dader bij een signaal, voor hoogstens drie genoemde lezers.',
    activities: ['VA-10'],
    usedBy: ['gemeente'],
    tracksStaff: false,
  },
  {
    id: 'registration',
    name: 'Aanmelden bij CoMensha',
    about: 'Een mogelijk slachtoffer in beeld brengen, en om opvang of hulp vragen.',
    activities: ['VA-07', 'VA-08'],
    usedBy: ['gemeente', 'zorgorganisatie', 'opvangorganisatie', 'aanmelder', 'comensha'],
    tracksStaff: false,
  },
  {
    id: 'care',
    name: 'Zorgcoördinatie',
    about: 'Een zorgcoördinator houdt een dossier bij met de persoon zelf.',
    activities: ['VA-03', 'VA-06', 'VA-18'],
    usedBy: ['gemeente', 'zorgorganisatie'],
    tracksStaff: false,
  },
  {
    id: 'shelter',
    name: 'Opvang',
    about: 'Een passende plek zoeken, en begeleiden in de opvang.',
    activities: ['VA-04', 'VA-05'],
    usedBy: ['zorgorganisatie', 'opvangorganisatie', 'comensha'],
    tracksStaff: false,
  },
  {
    id: 'case-consultation',
    name: 'Casusoverleg',
    about: 'Met andere organisaties overleggen over één zaak, met per deelnemer wat die mag weten.',
    activities: ['VA-02', 'VA-09'],
    usedBy: ['gemeente', 'veiligheidsregio', 'zorgorganisatie'],
    tracksStaff: false,
  },
  {
    id: 'learning',
    name: 'Leren',
    about: 'Medewerkers leren signalen herkennen, en de teamleider ziet wie klaar is.',
    activities: ['VA-13'],
    usedBy: ['gemeente'],
    tracksStaff: true,
  },
] as const satisfies readonly GatedFeature[];

export type GatedFeatureId = (typeof GATED_FEATURES)[number]['id'];

/** The part with this id; undefined when nothing is gated under it. */
export function gatedFeature(id: string): GatedFeature | undefined {
  return GATED_FEATURES.find((feature) => feature.id === id);
}

/** Which ticks a part needs: all of them, and the works council where it keeps track of employees. */
export function neededTicks(feature: GatedFeature): readonly TickKind[] {
  return TICK_KINDS.filter((kind) => kind !== 'works-council' || feature.tracksStaff);
}

/** One tick as it was recorded. */
export interface Tick {
  readonly id: string;
  readonly feature: string;
  readonly kind: TickKind;
  readonly decidedOn: PlainDate;
  readonly decidedBy: string;
  readonly evidence: string;
  readonly category: string | undefined;
  readonly validUntil: PlainDate;
  /** Activities with the version it was settled for. */
  readonly covers: Readonly<Record<string, number>>;
  readonly recordedByName: string;
  readonly recordedAt: Date;
  readonly revoked: { readonly at: Date; readonly byName: string; readonly reason: string } | undefined;
}

/** Whether a tick counts on a day. */
export function tickHolds(tick: Tick, day: PlainDate): boolean {
  return !tick.revoked && tick.decidedOn <= day && tick.validUntil > day;
}

export type TickState = 'holds' | 'missing' | 'lapsed' | 'revoked' | 'not-needed';

/** How one needed tick of one part stands on a day. */
export interface TickStanding {
  readonly kind: TickKind;
  readonly state: TickState;
  /** The one that counts; otherwise the last there was. */
  readonly tick: Tick | undefined;
  /** Activities that have a higher version since: worth confirming again, and no reason to close. */
  readonly outdated: readonly string[];
}

export interface GateStanding {
  readonly feature: GatedFeature;
  readonly ticks: readonly TickStanding[];
  readonly isOpen: boolean;
  /** The first day on which it closes by itself; undefined while it is closed. */
  readonly openUntil: PlainDate | undefined;
}

/** How the gate of a part stands on a day: open when every tick it needs holds. */
export function gateOn(
  feature: GatedFeature,
  ticks: readonly Tick[],
  day: PlainDate,
  versions: Readonly<Record<string, number>> = {},
): GateStanding {
  const needed = neededTicks(feature);
  const standings = TICK_KINDS.map((kind): TickStanding => {
    const own = ticks.filter((tick) => tick.feature === feature.id && tick.kind === kind);
    const held = own.filter((tick) => tickHolds(tick, day));
    const tick = latest(held.length > 0 ? held : own);
    if (!needed.includes(kind)) return { kind, state: 'not-needed', tick: undefined, outdated: [] };
    const state = held.length > 0 ? 'holds' : !tick ? 'missing' : tick.revoked ? 'revoked' : 'lapsed';
    const outdated = tick
      ? Object.entries(tick.covers)
          .filter(([id, version]) => (versions[id] ?? version) > version)
          .map(([id]) => id)
      : [];
    return { kind, state: tick && tick.decidedOn > day ? 'missing' : state, tick, outdated };
  });
  const isOpen = standings.every(({ state }) => state === 'holds' || state === 'not-needed');
  const ends = standings.flatMap(({ state, tick }) => (state === 'holds' && tick ? [tick.validUntil] : []));
  return { feature, ticks: standings, isOpen, openUntil: isOpen ? ends.toSorted()[0] : undefined };
}

/** The one that holds longest; of equals the last recorded. */
function latest(ticks: readonly Tick[]): Tick | undefined {
  return ticks.toSorted(
    (a, b) => b.validUntil.localeCompare(a.validUntil) || b.recordedAt.getTime() - a.recordedAt.getTime(),
  )[0];
}
