import { POLICE_REGION_WORDS, POLICE_REGIONS } from '../../../shared-kernel/police-region.ts';
import type { Choice } from '../../../ui/forms/select-field.tsx';
import type { Kind } from '../../../ui/show/shape.tsx';
import type { Expertise, NightState, PlaceGender, PlacementAuthority, ShelterType, Staffing } from '../domain/place.ts';

/** A word on screen, and the same in a form and an address. */
export interface Word {
  readonly label: string;
  readonly value: string;
}

export const TYPE_WORDS: Readonly<Record<ShelterType, Word>> = {
  cosm: { label: 'COSM (in de bedenktijd)', value: 'cosm' },
  omm: { label: 'OMM (meerdere problemen tegelijk)', value: 'omm' },
  womens: { label: 'Vrouwenopvang', value: 'vrouwenopvang' },
  mens: { label: 'Mannenopvang', value: 'mannenopvang' },
  general: { label: 'Maatschappelijke opvang', value: 'mo' },
  emergency: { label: 'Noodbed', value: 'noodbed' },
  youth: { label: 'Jeugdhulp met verblijf', value: 'jeugdhulp' },
  unaccompanied: { label: 'Beschermde opvang amv', value: 'amv' },
  onward: { label: 'Doorstroomwoning', value: 'doorstroom' },
};

/** Who gives a place of a kind. Sources stand with the rule (domain/place.ts). */
export const AUTHORITY_WORDS: Readonly<Record<PlacementAuthority, string>> = {
  'comensha-only': 'Alleen CoMensha plaatst hier.',
  comensha: 'CoMensha plaatst hier zelf.',
  mediation: 'CoMensha bemiddelt. De opvang beslist.',
  police: 'De politie plaatst hier, in de eigen regio.',
  municipality: 'De gemeente beslist. Nog te verifiëren.',
  guardian: 'De voogd beslist. Nog te verifiëren.',
};

export const GENDER_WORDS: Readonly<Record<PlaceGender, Word>> = {
  woman: { label: 'Vrouwen', value: 'vrouw' },
  man: { label: 'Mannen', value: 'man' },
  other: { label: 'Mensen met een ander geslacht', value: 'anders' },
};

export const EXPERTISE_WORDS: Readonly<Record<Expertise, Word>> = {
  'sexual-exploitation': { label: 'Seksuele uitbuiting', value: 'seksuele-uitbuiting' },
  'labour-exploitation': { label: 'Arbeidsuitbuiting', value: 'arbeidsuitbuiting' },
  'criminal-exploitation': { label: 'Criminele uitbuiting', value: 'criminele-uitbuiting' },
  'mild-disability': { label: 'Licht verstandelijke beperking', value: 'lvb' },
  addiction: { label: 'Verslaving', value: 'verslaving' },
  psychiatry: { label: 'Psychiatrie', value: 'psychiatrie' },
  lgbti: { label: 'Veilig voor lhbti', value: 'lhbti' },
};

export const STAFFING_WORDS: Readonly<Record<Staffing, Word>> = {
  always: { label: 'Dag en nacht', value: 'dag-en-nacht' },
  day: { label: 'Overdag', value: 'overdag' },
  'on-call': { label: 'Op afspraak', value: 'op-afspraak' },
};

export const NIGHT_WORDS: Readonly<Record<NightState, { readonly kind: Kind; readonly label: string }>> = {
  free: { kind: 'ok', label: 'vrij' },
  taken: { kind: 'info', label: 'bezet' },
  out: { kind: 'warning', label: 'buiten gebruik' },
  closed: { kind: 'neutral', label: 'niet open' },
};

export function choicesOf<Id extends string>(words: Readonly<Record<Id, Word>>): readonly Choice[] {
  return Object.values<Word>(words).map(({ value, label }) => ({ value, label }));
}

/** Which one is meant by the word of a form; undefined when none is. */
export function idOfWord<Id extends string>(words: Readonly<Record<Id, Word>>, value: string): Id | undefined {
  return (Object.keys(words) as Id[]).find((id) => words[id].value === value);
}

/** Where a place can lie: a police region, never closer. */
export const REGION_CHOICES: readonly Choice[] = POLICE_REGIONS.map((region) => ({
  value: region,
  label: POLICE_REGION_WORDS[region],
}));

export const regionWord = (region: string): string =>
  REGION_CHOICES.find(({ value }) => value === region)?.label ?? 'Onbekend';

export const ageWords = (min: number, max: number | undefined): string =>
  max === undefined ? `vanaf ${min} jaar` : `${min} tot en met ${max} jaar`;

/** Which days or how many, in the words of a person. */
export const placesWord = (count: number): string => (count === 1 ? '1 plek' : `${count} plekken`);

/** What stands where no kind of shelter belongs to a position: not known yet is not the same as no right. */
export const nothingFound = (position: string): string =>
  position === 'unknown' ? 'positie nog niet bekend: bel' : 'geen recht gevonden: bel';
