import type { LinkReason } from '../domain/linkage/compare-persons.ts';

/** What agrees between two registrations and what does not, as a registrar reads it. Never what was written down. */
export const REASON_WORDS: Readonly<Record<LinkReason, string>> = {
  'name-same': 'de naam is gelijk',
  'name-sounds': 'de naam klinkt gelijk, maar is anders geschreven',
  'name-near': 'de naam scheelt een of twee letters',
  'name-order': 'de namen staan in een andere volgorde',
  'name-part': 'een deel van de naam ontbreekt of is anders',
  'name-one': 'maar één naam is te vergelijken',
  'date-same': 'de geboortedatum is gelijk',
  'date-swapped': 'dag en maand van de geboortedatum zijn verwisseld',
  'date-first-of-january':
    'het geboortejaar is gelijk, met 1 januari als dag: dat staat er vaak als de dag onbekend is',
  'date-month': 'geboortejaar en geboortemaand zijn gelijk, een dag ontbreekt',
  'date-year': 'het geboortejaar is gelijk, de rest ontbreekt',
  'date-digit': 'de geboortedatum scheelt één cijfer',
  'date-other-year': 'dag en maand zijn gelijk, het geboortejaar scheelt weinig',
  'date-year-only': 'het geboortejaar is gelijk, de dag is anders',
  'date-differs': 'de geboortedatum is anders',
  'date-unknown': 'een geboortedatum ontbreekt',
  'nationality-same': 'dezelfde nationaliteit',
  'nationality-differs': 'een andere nationaliteit',
  'gender-same': 'hetzelfde geslacht',
  'gender-differs': 'een ander geslacht',
  'place-same': 'dezelfde regio',
  'place-differs': 'een andere regio',
  'age-same': 'een leeftijd die past',
  'age-near': 'een leeftijd die er vlak naast ligt',
  'age-unknown': 'een leeftijd die niet bekend is',
  'age-differs': 'een andere leeftijd',
  'form-same': 'dezelfde vorm van uitbuiting',
  'period-near': 'in dezelfde maanden',
};

/** How sure a likeness is, in words. */
export const KIND_WORDS = {
  exact: 'zelfde naam en geboortedatum',
  probable: 'waarschijnlijk dezelfde',
  possible: 'mogelijk dezelfde',
  nameless: 'mogelijk dezelfde, zonder naam vergeleken',
} as const;
