import type { LegalPosition } from '../../../shared-kernel/legal-position.ts';
import { POLICE_REGION_WORDS } from '../../../shared-kernel/police-region.ts';
import type { Fact } from '../../../ui/show/data-list.tsx';
import type { Kind } from '../../../ui/show/shape.tsx';
import type { GuestProfile } from '../domain/guest.ts';
import { agesUnknown, type Condition, type Offer, type Wish } from '../domain/match.ts';
import type { Needs, Urgency, Weight } from '../domain/needs.ts';
import type { RequestOutcome } from '../domain/request.ts';
import type { RightsEdition } from '../domain/rights.ts';
import { EXPERTISE_WORDS, regionWord, TYPE_WORDS, type Word } from './shelter-words.ts';

export const URGENCY_WORDS: Readonly<Record<Urgency, Word>> = {
  tonight: { label: 'Vannacht', value: 'vannacht' },
  'this-week': { label: 'Deze week', value: 'deze-week' },
  'can-wait': { label: 'Het kan wachten', value: 'kan-wachten' },
};

export const WEIGHT_WORDS: Readonly<Record<Weight, Word>> = {
  no: { label: 'Niet nodig', value: 'nee' },
  wish: { label: 'Liever wel', value: 'liever' },
  must: { label: 'Het moet', value: 'moet' },
};

/** A legal position in an address and a form. */
export const POSITION_WORDS: Readonly<Record<LegalPosition, string>> = {
  'reflection-period': 'bedenktijd',
  permit: 'vergunning',
  dutch: 'nederlander',
  minor: 'minderjarig',
  'unaccompanied-minor': 'amv',
  'eu-citizen': 'eu-burger',
  'no-stay': 'geen-verblijf',
  unknown: 'onbekend',
};

export const OUTCOME_WORDS: Readonly<Record<RequestOutcome, Word>> = {
  placed: { label: 'Er is een plek', value: 'geplaatst' },
  elsewhere: { label: 'Iemand anders vond een plek', value: 'elders' },
  'not-needed': { label: 'Een plek is niet meer nodig', value: 'niet-nodig' },
  'consent-withdrawn': { label: 'De persoon wil het niet meer', value: 'ingetrokken' },
  'no-right': { label: 'Geen recht gevonden, en doorverwezen', value: 'geen-recht' },
};

/** What keeps a place out, in the words of whoever places. Never said to a shelter. */
export const CONDITION_WORDS: Readonly<Record<Condition, string>> = {
  type: 'een andere soort opvang',
  region: 'een regio die u mijdt',
  apart: 'in dat huis woont iemand met wie het niet samen kan',
  gender: 'voor een ander geslacht',
  age: 'voor een andere leeftijd',
  children: 'te klein voor iedereen die meekomt',
  'child-age': 'een kind is er te oud voor',
  wheelchair: 'niet met een rolstoel',
  pet: 'geen huisdier',
  'night-staff': '’s nachts geen begeleiding',
  language: 'men spreekt de taal niet',
  expertise: 'niet de kennis die moet',
};

export function wishWord(wish: Wish): string {
  if (wish.kind === 'expertise') return `kennis: ${EXPERTISE_WORDS[wish.of].label.toLowerCase()}`;
  return {
    wheelchair: 'rolstoel',
    pet: 'huisdier',
    'night-staff': 'dag en nacht begeleiding',
    language: 'de taal',
    region: 'de regio',
  }[wish.kind];
}

/** Why a place suits, and what it does not give. */
export function reasons(
  { met, unmet }: Pick<Offer, 'met' | 'unmet'>,
  needs: Parameters<typeof agesUnknown>[0],
  /** What must be and is not, of a place that was given all the same. */
  accepted: readonly Condition[] = [],
): readonly string[] {
  const unknown = agesUnknown(needs);
  return [
    ...(accepted.length > 0
      ? [`past niet, en dat is gezien: ${accepted.map((each) => CONDITION_WORDS[each]).join(', ')}`]
      : []),
    ...(met.length > 0
      ? [
          accepted.length > 0
            ? `heeft wel: ${met.map(wishWord).join(', ')}`
            : `past, en heeft ook: ${met.map(wishWord).join(', ')}`,
        ]
      : accepted.length > 0
        ? []
        : ['past bij alles wat moet']),
    ...(unmet.length > 0 ? [`heeft niet: ${unmet.map(wishWord).join(', ')}`] : []),
    ...(unknown > 0
      ? [
          unknown === 1
            ? 'niet nagegaan: van één kind is de leeftijd niet bekend, vraag de opvang of het mag komen'
            : `niet nagegaan: van ${unknown} kinderen is de leeftijd niet bekend, vraag de opvang of zij mogen komen`,
        ]
      : []),
  ];
}

export const typesWord = (types: readonly (keyof typeof TYPE_WORDS)[]): string =>
  types.map((type) => TYPE_WORDS[type].label).join(', ') || 'geen soort bekend';

export const requestState = (
  request: { readonly closedAt: Date | undefined; readonly outcome: RequestOutcome | undefined },
  isPlaced = false,
): { readonly kind: Kind; readonly label: string } =>
  request.outcome
    ? { kind: 'neutral', label: OUTCOME_WORDS[request.outcome].label.toLowerCase() }
    : isPlaced
      ? { kind: 'ok', label: 'een opvang zei ja' }
      : { kind: 'warning', label: 'zoekt een plek' };

const GENDER = { woman: 'vrouw', man: 'man', other: 'ander geslacht' } as const;

const weighed = (words: readonly (readonly [string, Weight])[], weight: Weight): readonly string[] =>
  words.flatMap(([word, of]) => (of === weight ? [word] : []));

/** How somebody is who comes, for the shelter that said yes: what it must have ready, without a clue to who is after her. */
export function profileFacts(profile: GuestProfile): readonly Fact[] {
  const ready = [
    ...(profile.wheelchair === 'no' ? [] : ['rolstoel']),
    ...(profile.pet === 'no' ? [] : ['huisdier']),
    ...(profile.nightStaff === 'no' ? [] : ['dag en nacht begeleiding']),
  ];
  return [
    { label: 'Wie', value: `${GENDER[profile.gender]}, ${profile.age} jaar` },
    { label: 'Wie komt er mee', value: companyWord(profile) },
    { label: 'Taal', value: profile.language ?? 'onbekend' },
    { label: 'Waarop te letten', value: ready.join(', ') || 'niets bijzonders' },
    {
      label: 'Kennis die helpt',
      value: profile.knowledge.map((id) => EXPERTISE_WORDS[id].label.toLowerCase()).join(', ') || 'geen bijzondere',
    },
  ];
}

const companyWord = ({
  others,
  children,
  boys = [],
  girls = [],
}: Pick<Needs, 'others' | 'children' | 'boys' | 'girls'>): string => {
  const adults = others.map((each) => GENDER[each]).join(', ');
  const ages = [...boys.map((age) => `jongen van ${age}`), ...girls.map((age) => `meisje van ${age}`)];
  const count = children === 1 ? '1 kind' : children > 1 ? `${children} kinderen` : '';
  const minors = ages.length > 0 ? `${count} (${ages.join(', ')})` : count;
  return [adults, minors].filter(Boolean).join(', ') || 'niemand';
};

/** Why nothing came of a choice, as the shelter or the rules said it. */
const REFUSED_WORDS: Readonly<Record<string, string>> = {
  'place-taken': 'een ander was eerder',
  'kept-apart': 'in dat huis kreeg net iemand een plek met wie deze persoon niet samen mag wonen',
  'placed-before': 'een collega gaf voor deze aanvraag net een plek',
  'request-closed': 'een collega sloot de aanvraag net',
  'place-not-open': 'de opvang had de plek voor een van de nachten gesloten',
  'gate-closed': 'plaatsen stond uit bij de eigen organisatie',
  'no-mandate': 'de opvang had geen mandaat gegeven',
  'no-authority': 'op deze soort plek plaatst een ander',
  'nights-in-past': 'de eerste nacht was voorbij',
  'consent-withdrawn': 'de toestemming was ingetrokken',
  'moved-on': 'een collega legde deze plek net anders vast',
  'begun-anew': 'later opnieuw vastgelegd',
};
export const cameToNothing = (refused: string | undefined): string =>
  (refused && REFUSED_WORDS[refused]) ?? 'hier staat geen plaatsing bij; waarom niet, is niet bewaard';

/** What somebody needs, as facts: what must be, and what would be good. The clues to who is after her stand apart. */
export function needsFacts(needs: Needs, edition: RightsEdition): readonly Fact[] {
  const weights = [
    ['rolstoel', needs.wheelchair],
    ['huisdier', needs.pet],
    ['dag en nacht begeleiding', needs.nightStaff],
    [`taal: ${needs.language ?? ''}`, needs.speaks],
  ] as const;
  const known = (ids: Needs['mustKnow']) => ids.map((id) => EXPERTISE_WORDS[id].label.toLowerCase());
  const must = [...weighed(weights, 'must'), ...known(needs.mustKnow)];
  const wish = [
    ...weighed(weights, 'wish'),
    ...known(needs.mayKnow),
    ...(needs.region ? [regionWord(needs.region)] : []),
  ];
  return [
    { label: 'Positie', value: edition.routes.find(({ id }) => id === needs.position)?.label ?? 'Onbekend' },
    { label: 'Wie', value: `${GENDER[needs.gender]}, ${needs.age} jaar` },
    { label: 'Wie komt er mee', value: companyWord(needs) },
    { label: 'Het moet', value: must.join(', ') || 'niets bijzonders' },
    { label: 'Liever wel', value: wish.join(', ') || 'niets bijzonders' },
    {
      label: 'Regio’s die u mijdt',
      value: needs.avoidRegions.map((region) => POLICE_REGION_WORDS[region]).join(', ') || 'geen',
    },
    { label: 'Niet samen met', value: needs.apartFrom.join(', ') || 'niemand' },
  ];
}
