import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { HexLegendItem } from '../../../ui/figures/hex-map.tsx';
import type { Kind } from '../../../ui/show/shape.tsx';
import { type CellGroup, type Cells, groupCells } from '../domain/cells.ts';
import type { CoverageState, MustAct } from '../domain/coverage.ts';
import {
  CARE_AGES,
  CARE_FORMS,
  CARE_GENDERS,
  CARE_MOMENTS,
  type CareAge,
  type CareForm,
  type CareGender,
  type CareMoment,
} from '../domain/need.ts';
import type { Offer, OfferStanding } from '../domain/offer.ts';

/** How a value stands in an address and a form, and how people say it. */
export interface Said {
  readonly value: string;
  readonly label: string;
  /** Inside a sentence. */
  readonly within: string;
}
const said = (value: string, label: string, within = label.toLowerCase()): Said => ({ value, label, within });

export const FORM_WORDS: Readonly<Record<CareForm, Said>> = {
  'sexual-exploitation': said('seksuele-uitbuiting', 'Seksuele uitbuiting'),
  'labour-exploitation': said('arbeidsuitbuiting', 'Arbeidsuitbuiting'),
  'criminal-exploitation': said('criminele-uitbuiting', 'Criminele uitbuiting'),
  'forced-services': said('gedwongen-diensten', 'Gedwongen dienstverlening of bedelen'),
  'organ-removal': said('orgaanverwijdering', 'Gedwongen orgaanverwijdering'),
};

export const AGE_WORDS: Readonly<Record<CareAge, Said>> = {
  minor: said('minderjarig', 'Jonger dan 18 jaar', 'jonger dan 18'),
  'young-adult': said('18-22', '18 tot en met 22 jaar', '18 tot en met 22'),
  adult: said('23-plus', '23 jaar of ouder', '23 of ouder'),
};

export const GENDER_WORDS: Readonly<Record<CareGender, Said>> = {
  woman: said('vrouw', 'Vrouwen'),
  man: said('man', 'Mannen'),
  other: said('anders', 'Mensen met een ander geslacht'),
};

export const MOMENT_WORDS: Readonly<Record<CareMoment, Said>> = {
  day: said('dag', 'Overdag op werkdagen (9 tot 17 uur)', 'overdag'),
  evening: said('avond', '’s Avonds op werkdagen (17 tot 22 uur)', '’s avonds'),
  night: said('nacht', '’s Nachts, in het weekend en op feestdagen', '’s nachts en in het weekend'),
};

/** A way to ask about coverage: only who has somebody to stand in counts. */
export const SUBSTITUTE_WORDS = {
  arranged: said('geregeld', 'Alleen met vervanging bij ziekte of vakantie'),
} as const;

export const STATE_WORDS: Readonly<
  Record<
    CoverageState,
    { readonly value: string; readonly label: string; readonly kind: Kind; readonly look: HexLegendItem['look'] }
  >
> = {
  covered: { value: 'gedekt', label: 'Gedekt', kind: 'ok', look: 'full' },
  'partly-known': { value: 'deels-onbekend', label: 'Deels gedekt, rest onbekend', kind: 'info', look: 'core' },
  partly: { value: 'deels', label: 'Deels gedekt, met een gat', kind: 'warning', look: 'bar' },
  gap: { value: 'niet-gedekt', label: 'Niet gedekt', kind: 'error', look: 'cross' },
  'gap-known': { value: 'gat-rest-onbekend', label: 'Gat bevestigd, rest onbekend', kind: 'warning', look: 'hatch' },
  unknown: { value: 'onbekend', label: 'Onbekend', kind: 'neutral', look: 'open' },
};

export const STANDING_WORDS: Readonly<Record<OfferStanding, { readonly label: string; readonly kind: Kind }>> = {
  holds: { label: 'Bevestigd', kind: 'ok' },
  unconfirmed: { label: 'Niet bevestigd', kind: 'warning' },
  disputed: { label: 'De gemeente zegt iets anders', kind: 'warning' },
  ended: { label: 'Gestopt', kind: 'neutral' },
};

export const MUST_ACT_WORDS: Readonly<Record<MustAct, string>> = {
  'municipality-arranges': 'De gemeente regelt dit, met de regio.',
  'municipality-confirms': 'De gemeente bevestigt wie er voor haar werkt.',
  'organisation-confirms': 'De organisatie bevestigt haar aanbod.',
  'both-agree': 'Gemeente en organisatie worden het eens over wat klopt.',
  nobody: 'Niemand hoeft iets te doen.',
};

/** 'a, b en c' */
function list(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`;
}

function some<T extends string>(
  all: readonly T[],
  chosen: readonly T[],
  words: Readonly<Record<T, Said>>,
  everything: string,
): string {
  return chosen.length === all.length ? everything : list(chosen.map((each) => words[each].within));
}

/** Two groups of age that touch, as one. */
function sayAges(chosen: readonly CareAge[]): string {
  const key = chosen.join();
  if (key === 'young-adult,adult') return '18 of ouder';
  if (key === 'minor,young-adult') return 'jonger dan 23';
  return some(CARE_AGES, chosen, AGE_WORDS, 'alle leeftijden');
}

/** A group of combinations in a line: '’s nachts en in het weekend: mannen, alle leeftijden, alle vormen'. */
function sayGroup(group: CellGroup): string {
  const { when, genders, ages, forms } = groupWords(group);
  return `${when[0]!.toUpperCase()}${when.slice(1)}: ${[genders, ages, forms].join(', ')}`;
}

/** The parts of such a line, each by itself. */
export const groupWords = ({ moments, genders, ages, forms }: CellGroup) => ({
  when: some(CARE_MOMENTS, moments, MOMENT_WORDS, 'altijd'),
  genders: some(CARE_GENDERS, genders, GENDER_WORDS, 'iedereen'),
  ages: sayAges(ages),
  forms: some(CARE_FORMS, forms, FORM_WORDS, 'alle vormen'),
});

/** A set of combinations in as few lines as it takes. */
export function sayCells(cells: Cells): readonly string[] {
  return groupCells(cells).map(sayGroup);
}

/** When an offer is reached, in a sentence. */
export function sayHours({ hours, nightPhone }: Pick<Offer, 'hours' | 'nightPhone'>): string {
  if (hours === 'always') return 'Dag en nacht bereikbaar.';
  const { from, until } = hours;
  return `Op werkdagen van ${from} tot ${until} uur. ${nightPhone ? 'Daarbuiten is er een ander nummer.' : 'Daarbuiten neemt niemand op.'}`;
}

/** The same on paper: what to do outside those hours, and never that nobody answers. */
export function sayHoursOnPaper({ hours, nightPhone }: Pick<Offer, 'hours' | 'nightPhone'>): string {
  if (hours === 'always') return 'Dag en nacht bereikbaar.';
  const within = `Op werkdagen van ${hours.from} tot ${hours.until} uur.`;
  return nightPhone ? within : `${within} Daarbuiten: bel een nummer onderaan dit blad.`;
}

/** For whom an offer is, in a sentence. */
export function sayForWhom({ genders, ages, forms }: Pick<Offer, 'genders' | 'ages' | 'forms'>): string {
  const words = [
    some(CARE_GENDERS, genders, GENDER_WORDS, 'iedereen'),
    sayAges(ages),
    some(CARE_FORMS, forms, FORM_WORDS, 'alle vormen'),
  ].join(', ');
  return `${words[0]!.toUpperCase()}${words.slice(1)}.`;
}

/** When it was last confirmed, in words. */
export function sayConfirmed(confirmedOn: Offer['confirmedOn']): string {
  return confirmedOn ? `bevestigd op ${writeDutchDate(confirmedOn)}` : 'nooit bevestigd';
}

/** The choices of a field, from the words of its values. */
export function choicesOf<T extends string>(all: readonly T[], words: Readonly<Record<T, Said>>) {
  return all.map((each) => ({ value: words[each].value, label: words[each].label }));
}

/** The value that an address or a form names; undefined for anything else. */
export function choiceOf<T extends string>(
  all: readonly T[],
  words: Readonly<Record<T, { readonly value: string }>>,
  asked: unknown,
): T | undefined {
  return all.find((each) => words[each].value === asked);
}
