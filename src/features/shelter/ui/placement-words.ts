import type { Kind } from '../../../ui/show/shape.tsx';
import type { Departure, OutflowRoute, Placement, PlacementState, Refusal, SafetyAnswer } from '../domain/placement.ts';
import type { Word } from './shelter-words.ts';

export const STATE_WORDS: Readonly<Record<PlacementState, { readonly kind: Kind; readonly label: string }>> = {
  option: { kind: 'warning', label: 'optie: wacht op ja of nee' },
  accepted: { kind: 'ok', label: 'aangenomen' },
  'under-way': { kind: 'info', label: 'onderweg' },
  arrived: { kind: 'ok', label: 'aangekomen' },
  departed: { kind: 'neutral', label: 'vertrokken' },
  refused: { kind: 'error', label: 'geweigerd' },
  withdrawn: { kind: 'neutral', label: 'ingetrokken' },
  lapsed: { kind: 'neutral', label: 'optie verlopen' },
  'no-show': { kind: 'warning', label: 'niet gekomen' },
};

/** A place that was promised on the telephone is no option any more, and not confirmed yet. */
export function stateBadge(
  placement: Placement,
  state: PlacementState,
): { readonly kind: Kind; readonly label: string } {
  if (state === 'refused' && placement.refusal === 'place-lost') return { kind: 'error', label: 'plek ging niet door' };
  const isPromised = placement.via === 'phone' && state === 'option';
  return isPromised ? { kind: 'warning', label: 'telefonisch beloofd, nog te bevestigen' } : STATE_WORDS[state];
}

export const REFUSAL_WORDS: Readonly<Record<Refusal, Word>> = {
  full: { label: 'De plek is toch niet vrij', value: 'vol' },
  safety: { label: 'Niet veilig voor deze persoon of voor wie er woont', value: 'veiligheid' },
  complexity: { label: 'Wij kunnen niet bieden wat nodig is', value: 'zorgvraag' },
  gender: { label: 'De plek is voor een ander geslacht', value: 'geslacht' },
  children: { label: 'De kinderen kunnen niet mee', value: 'kinderen' },
  funding: { label: 'Niemand betaalt het verblijf', value: 'financiering' },
  'no-regional-tie': { label: 'Geen band met de regio', value: 'geen-regiobinding' },
  'place-lost': { label: 'De plek viel weg na de toezegging', value: 'plek-weggevallen' },
  other: { label: 'Een andere reden', value: 'anders' },
};

const { 'place-lost': _after, ...before } = REFUSAL_WORDS;
/** Why a shelter can say no: what falls away after its yes is no refusal of who asked. */
export const NO_WORDS: Readonly<Record<Exclude<Refusal, 'place-lost'>, Word>> = before;

export const DEPARTURE_WORDS: Readonly<Record<Departure, Word>> = {
  'own-home': { label: 'Naar een eigen woning of kamer', value: 'woning' },
  'other-shelter': { label: 'Naar een andere opvang', value: 'andere-opvang' },
  abroad: { label: 'Naar een ander land', value: 'buitenland' },
  'left-unknown': { label: 'Weggegaan, wij weten niet waarheen', value: 'onbekend' },
  other: { label: 'Ergens anders heen', value: 'anders' },
};

/** Three routes, each for others: permit holders fall under the quota, Dutch residents need urgency. [field review, «Suitable shelter»] */
export const ROUTE_WORDS: Readonly<Record<OutflowRoute, Word>> = {
  quota: { label: 'Taakstelling (voor wie een vergunning heeft)', value: 'taakstelling' },
  urgency: { label: 'Urgentie bij de gemeente', value: 'urgentie' },
  room: { label: 'Kamer of omklapwoning', value: 'kamer' },
};

export const SAFETY_WORDS: Readonly<Record<SafetyAnswer, Word>> = {
  yes: { label: 'Ja, iemand die hier woont is bekend', value: 'ja' },
  no: { label: 'Nee', value: 'nee' },
  unknown: { label: 'Onbekend', value: 'onbekend' },
};
