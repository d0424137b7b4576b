import { addMonths, dutchDay, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { NewFact } from './fact.ts';

export const INSTRUMENT_KINDS = [
  'exploitatievergunning',
  'bibob',
  'goed-verhuurderschap',
  'huisvesting',
  'gemeentewet-174a',
  'opiumwet-13b',
  'dwangsom',
] as const;
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number];

export interface InstrumentText {
  readonly title: string;
  readonly purpose: string;
  /** Takes somebody's home or work away: who looks for a victim first, puts nobody on the street. */
  readonly asksVictimCheck: boolean;
}

/**
 * The administrative instruments of a municipality (dossier 3.2, K6.1; content of the laws still to be verified). The act on
 * admission of temporary employment (Wtta) is not among them: the labour inspectorate enforces it.
 */
export const INSTRUMENTS: Readonly<Record<InstrumentKind, InstrumentText>> = {
  exploitatievergunning: {
    title: 'Vergunning in de APV (sekswerk en exploitatie)',
    purpose: 'Eisen stellen aan een bedrijf voordat het open mag, en controleren of het zich daaraan houdt.',
    asksVictimCheck: false,
  },
  bibob: {
    title: 'Wet Bibob',
    purpose: 'Nagaan wie achter een vergunning, subsidie of vastgoed zit, en die weigeren of intrekken.',
    asksVictimCheck: false,
  },
  'goed-verhuurderschap': {
    title: 'Wet goed verhuurderschap',
    purpose: 'Optreden tegen verhuurders die huurders of arbeidsmigranten uitbuiten.',
    asksVictimCheck: true,
  },
  huisvesting: {
    title: 'Huisvestingsverordening',
    purpose: 'Optreden tegen overbewoning en wonen zonder vergunning.',
    asksVictimCheck: true,
  },
  'gemeentewet-174a': {
    title: 'Sluiten van een woning of lokaal (Gemeentewet artikel 174a)',
    purpose: 'Een pand sluiten als de openbare orde rond dat pand ernstig wordt verstoord.',
    asksVictimCheck: true,
  },
  'opiumwet-13b': {
    title: 'Sluiten van een pand (Opiumwet artikel 13b)',
    purpose: 'Een pand sluiten waar drugs worden verkocht of klaarliggen.',
    asksVictimCheck: true,
  },
  dwangsom: {
    title: 'Last onder dwangsom of bestuursdwang',
    purpose: 'Iemand dwingen een overtreding te beëindigen.',
    asksVictimCheck: true,
  },
};

export interface InstrumentFacts {
  readonly isAvailable: boolean;
  /** The rule it rests on here. */
  readonly basis: string | undefined;
  readonly link: string | undefined;
  /** A function, never a name. */
  readonly decidedBy: string | undefined;
}

export interface Instrument extends InstrumentFacts {
  readonly kind: InstrumentKind;
  readonly version: number;
  readonly changedBy: string;
  /** Undefined when it was not kept yet who that was: a name may be of two people. */
  readonly changedByPersonId: string | undefined;
  readonly changedAt: Date;
}

export interface InstrumentUse {
  readonly id: string;
  readonly kind: InstrumentKind;
  readonly usedOn: PlainDate;
  readonly purpose: string;
  readonly outcome: string | undefined;
  readonly isVictimChecked: boolean | undefined;
  readonly by: string;
  readonly at: Date;
}

export type InstrumentRefusal =
  | { readonly code: 'basis-missing' }
  | { readonly code: 'used-in-future' }
  | { readonly code: 'instrument-not-there' }
  | { readonly code: 'victim-check-missing' }
  | { readonly code: 'edit-conflict' };

/** An instrument is there by a rule. */
export function checkInstrument(facts: InstrumentFacts): Result<InstrumentFacts, InstrumentRefusal> {
  return facts.isAvailable && facts.basis === undefined ? err({ code: 'basis-missing' }) : ok(facts);
}

/** What is used is there, was used already, and says whether a victim was looked for where that matters. */
export function checkUse(
  instrument: Instrument | undefined,
  use: Pick<InstrumentUse, 'kind' | 'usedOn' | 'isVictimChecked'>,
  today: PlainDate,
): Result<true, InstrumentRefusal> {
  if (!instrument?.isAvailable) return err({ code: 'instrument-not-there' });
  if (use.usedOn > today) return err({ code: 'used-in-future' });
  if (INSTRUMENTS[use.kind].asksVictimCheck && use.isVictimChecked === undefined)
    return err({ code: 'victim-check-missing' });
  return ok(true);
}

/** The list is looked at again every two years; use counts for one. [design: In Beeld] */
const LIST_HOLDS_MONTHS = 24;
const USE_COUNTS_MONTHS = 12;

/** What the list and its log prove (K6.1): instruments are there, and were used in the last year. */
export function factOfInstruments(
  instruments: readonly Instrument[],
  uses: readonly InstrumentUse[],
  reportedBy: string,
  today: PlainDate,
): NewFact {
  const there = instruments.filter(({ isAvailable }) => isAvailable);
  const lastUse = uses
    .map(({ usedOn }) => usedOn)
    .sort()
    .at(-1);
  const isUsed = lastUse !== undefined && addMonths(lastUse, USE_COUNTS_MONTHS) > today;
  const listedOn =
    there
      .map(({ changedAt }) => dutchDay(changedAt))
      .sort()
      .at(-1) ?? today;
  const names = there.map(({ kind }) => INSTRUMENTS[kind].title).join('; ');
  return {
    element: 'K6.1',
    source: 'instruments',
    state: there.length === 0 ? 'started' : isUsed ? 'working' : 'present',
    asOf: there.length > 0 && isUsed ? lastUse : listedOn,
    lapsesOn: addMonths(listedOn, LIST_HOLDS_MONTHS),
    statement:
      there.length === 0
        ? 'Er is begonnen met een lijst van instrumenten.'
        : `Er is een lijst van instrumenten${isUsed ? ', en zij zijn het laatste jaar gebruikt' : ''}.`,
    ...(names && { evidenceTitle: `Lijst in In Beeld: ${names}` }),
    reportedBy,
  };
}
