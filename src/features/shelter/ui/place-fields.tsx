import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { Checkbox, Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import type { Fact } from '../../../ui/show/data-list.tsx';
import { AUTHORITY, type PlaceDays, type PlaceFeatures } from '../domain/place.ts';
import {
  AUTHORITY_WORDS,
  ageWords,
  choicesOf,
  EXPERTISE_WORDS,
  GENDER_WORDS,
  REGION_CHOICES,
  regionWord,
  STAFFING_WORDS,
  TYPE_WORDS,
} from './shelter-words.ts';

/** What a place offers, to fill in. Nothing of it says where the place is or what it is called. */
export function PlaceFields(props: { values: FieldValues; errors: FieldErrors }) {
  return (
    <>
      <SelectField {...props} name="soort" label="Soort opvang" choices={choicesOf(TYPE_WORDS)} />
      <SelectField
        {...props}
        name="regio"
        label="Politieregio"
        description="Wie plaatst, ziet alleen deze regio. Zo zoekt niemand een plek dicht bij gevaar."
        choices={REGION_CHOICES}
      />
      <Checkboxes {...props} name="geslachten" label="Voor wie?" choices={choicesOf(GENDER_WORDS)} />
      <TextField {...props} name="leeftijdVanaf" label="Vanaf welke leeftijd?" inputMode="numeric" width="short" />
      <TextField
        {...props}
        name="leeftijdTot"
        label="Tot en met welke leeftijd?"
        optional="leeg: geen grens"
        inputMode="numeric"
        width="short"
      />
      <TextField
        {...props}
        name="kinderen"
        label="Hoeveel kinderen kunnen mee op deze plek?"
        description="Vul 0 in als er geen kinderen mee kunnen."
        inputMode="numeric"
        width="short"
      />
      <TextField
        {...props}
        name="kindTot"
        label="Tot en met welke leeftijd kunnen kinderen mee?"
        optional="leeg: tot 18 jaar"
        inputMode="numeric"
        width="short"
      />
      <TextField
        {...props}
        name="jongenTot"
        label="Tot en met welke leeftijd kunnen zonen mee?"
        optional="leeg: zoals andere kinderen"
        inputMode="numeric"
        width="short"
      />
      <Checkbox {...props} name="rolstoel" label="Geschikt voor een rolstoel" />
      <Checkbox {...props} name="huisdier" label="Een huisdier mag mee" />
      <TextField
        {...props}
        name="talen"
        label="Talen"
        optional
        description="Welke talen spreken de begeleiders? Met komma’s ertussen."
      />
      <Checkboxes
        {...props}
        name="kennis"
        label="Waar weten de begeleiders meer van?"
        optional
        choices={choicesOf(EXPERTISE_WORDS)}
      />
      <Radios {...props} name="begeleiding" label="Wanneer is er begeleiding?" choices={choicesOf(STAFFING_WORDS)} />
    </>
  );
}

/** From when to when the places are there. */
export function PlaceDayFields(props: { values: FieldValues; errors: FieldErrors }) {
  return (
    <>
      <DateField {...props} name="openVanaf" label="Open vanaf" />
      <DateField {...props} name="sluitOp" label="Eerste dag waarop de plek er niet meer is" optional />
    </>
  );
}

const list = (words: readonly string[]) => (words.length === 0 ? 'geen' : words.join(', '));

function childrenWords({ children, childMaxAge, boyMaxAge }: PlaceFeatures): string {
  if (children === 0) return 'nee';
  const limits = [
    ...(childMaxAge === undefined ? [] : [`tot en met ${childMaxAge} jaar`]),
    ...(boyMaxAge === undefined ? [] : [`zonen tot en met ${boyMaxAge} jaar`]),
  ];
  return [`ja, hoogstens ${children}`, ...limits].join(', ');
}

/** From when to when a place can be used, to read. */
export const dayFacts = ({ opensOn, closesOn, out }: PlaceDays) => [
  { label: 'Open vanaf', value: writeDutchDate(opensOn) },
  { label: 'Sluit op', value: closesOn ? writeDutchDate(closesOn) : 'geen dag bekend' },
  { label: 'Buiten gebruik', value: out ? `${writeDutchDate(out.from)} tot ${writeDutchDate(out.until)}` : 'nee' },
];

/** What a place offers, to read. */
export function featureFacts(place: PlaceFeatures): readonly (Fact & { readonly value: string })[] {
  return [
    { label: 'Soort', value: TYPE_WORDS[place.type].label },
    { label: 'Wie plaatst', value: AUTHORITY_WORDS[AUTHORITY[place.type]] },
    { label: 'Regio', value: regionWord(place.region) },
    { label: 'Voor wie', value: list(place.genders.map((each) => GENDER_WORDS[each].label.toLowerCase())) },
    { label: 'Leeftijd', value: ageWords(place.minAge, place.maxAge) },
    { label: 'Kinderen mee', value: childrenWords(place) },
    { label: 'Rolstoel', value: place.isWheelchair ? 'ja' : 'nee' },
    { label: 'Huisdier', value: place.takesPets ? 'ja' : 'nee' },
    { label: 'Talen', value: list(place.languages) },
    { label: 'Kennis van', value: list(place.expertise.map((each) => EXPERTISE_WORDS[each].label.toLowerCase())) },
    { label: 'Begeleiding', value: STAFFING_WORDS[place.staffing].label.toLowerCase() },
  ];
}
