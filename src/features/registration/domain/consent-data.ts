import { type ConsentData, HELP_DATA, REGISTRATION_DATA } from './consent.ts';
import type { HelpContent } from './help-request.ts';
import type { PersonName, RegistrationContent } from './registration.ts';

/** Which data a registration by name holds. What is unknown says nothing. */
export function dataIn(content: RegistrationContent, person: PersonName | undefined): readonly ConsentData[] {
  const { ageGroup, gender, nationalities, children, forms, sectors, exploitedIn, recruitedBy, from, until } = content;
  const isKnown = {
    name: person !== undefined,
    'birth-date': person?.birthDate !== undefined,
    person: ageGroup !== 'unknown' || gender !== 'unknown' || nationalities.length > 0 || children !== undefined,
    exploitation:
      forms.length > 0 ||
      sectors.length > 0 ||
      exploitedIn !== 'unknown' ||
      recruitedBy !== 'unknown' ||
      from !== undefined ||
      until !== undefined ||
      content.isKmarSub3,
    complaint: content.complaint !== 'unknown',
  };
  return REGISTRATION_DATA.filter((each) => isKnown[each]);
}

/** Which data a request for help holds. What is needed, how soon and in which language always goes. */
export function helpDataIn(content: HelpContent, person: PersonName | undefined): readonly ConsentData[] {
  const { ageGroup, gender, children, region, danger, position } = content;
  const isKnown = {
    needs: true,
    danger: danger !== 'unknown',
    person: ageGroup !== 'unknown' || gender !== 'unknown' || children !== undefined || region !== 'unknown',
    position: position !== undefined,
    name: person !== undefined,
    'birth-date': person?.birthDate !== undefined,
  };
  return HELP_DATA.filter((each) => isKnown[each]);
}

/** What would go that nobody agreed to. */
export const uncovered = (sends: readonly ConsentData[], agreed: readonly ConsentData[]): readonly ConsentData[] =>
  sends.filter((each) => !agreed.includes(each));
