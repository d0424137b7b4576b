import type { CaseContent, CasePerson } from '../domain/cases/case-file.ts';
import { type CaseChoices, labelOf } from './case-words.ts';

/** What a case says, as pairs: on its page and in its document. */
export function caseFacts(
  content: CaseContent,
  person: CasePerson | undefined,
  region: string,
  choices: CaseChoices,
): readonly { readonly label: string; readonly value: string }[] {
  return [
    { label: 'Naam', value: person?.name ?? 'Onbekend' },
    { label: 'Geboortedatum', value: person?.birthDate?.split('-').toReversed().join('-') ?? 'Onbekend' },
    { label: 'Leeftijd', value: labelOf(choices.ages, content.ageGroup) },
    { label: 'Geslacht', value: labelOf(choices.genders, content.gender) },
    {
      label: 'Waar het op wijst',
      value: content.forms.map((form) => labelOf(choices.forms, form)).join(', ') || 'Onbekend',
    },
    {
      label: 'Taal',
      value: `${labelOf(choices.languages, content.language)}${content.needsInterpreter ? ', met een tolk' : ''}`,
    },
    { label: 'Regio', value: labelOf(choices.regions, region) },
    { label: 'Gebracht door', value: content.broughtBy || 'Onbekend' },
    { label: 'Te bereiken op', value: content.callBack || 'Onbekend' },
    { label: 'Nummer in eigen systeem', value: content.reference || 'Nog niet ingevuld' },
  ];
}
