import { type RegistrationContent, writePartialDate } from '../domain/registration.ts';
import {
  AGE_GROUP_WORDS,
  COMPLAINT_WORDS,
  countryName,
  EXPLOITED_IN_WORDS,
  FORM_WORDS,
  GENDER_WORDS,
  listed,
  RECRUITED_WORDS,
  SECTOR_WORDS,
} from './registration-words.ts';

const UNKNOWN = 'Onbekend';

/** What a registration says, as pairs to show. */
export function contentFacts(content: RegistrationContent): { readonly label: string; readonly value: string }[] {
  const { from, until, identifiedOn, children } = content;
  return [
    { label: 'Leeftijd', value: AGE_GROUP_WORDS[content.ageGroup] },
    { label: 'Geslacht', value: GENDER_WORDS[content.gender] },
    { label: 'Nationaliteit', value: listed(content.nationalities.map(countryName)) },
    { label: 'Vorm', value: listed(content.forms.map((form) => FORM_WORDS[form])) },
    { label: 'Werk', value: listed(content.sectors.map((sector) => SECTOR_WORDS[sector])) },
    { label: 'Waar', value: EXPLOITED_IN_WORDS[content.exploitedIn] },
    { label: 'Geworven', value: RECRUITED_WORDS[content.recruitedBy] },
    { label: 'Vanaf', value: from ? writePartialDate(from) : UNKNOWN },
    { label: 'Tot', value: until ? writePartialDate(until) : UNKNOWN },
    { label: 'Herkend', value: identifiedOn ? writePartialDate(identifiedOn) : UNKNOWN },
    { label: 'Aangifte', value: COMPLAINT_WORDS[content.complaint] },
    { label: 'Kinderen erbij', value: children === undefined ? UNKNOWN : String(children) },
    ...(content.isKmarSub3 ? [{ label: 'Artikel 273f', value: 'eerste lid, onder 3' }] : []),
  ];
}
