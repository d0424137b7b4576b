import { describe, expect, it } from 'vitest';
import type { Signal } from './catalogue.ts';
import { searchSignals } from './catalogue-search.ts';

const signal = (id: string, nl: string, en: string): Signal => ({
  id,
  form: 'general',
  category: 'control',
  roles: ['BZ'],
  strength: 'weak',
  nl,
  en,
  sexWorkIsLegal: false,
  elsewise: { nl: 'x', en: 'x', owner: 'x', reviewedBy: null },
  validatedBy: null,
  validatedOn: null,
});
const ALL = [
  signal('ARB-01', 'Werkgever of uitzendbureau houdt paspoort of verblijfsdocument vast', 'Employer keeps passport'),
  signal('ALG-10', 'Onverklaarbare schulden: telefoonabonnementen, leningen of boetes', 'Unexplained debts'),
  signal('ALG-09', 'Een ander beheert bankpas, DigiD of telefoon', 'Somebody else controls bank card'),
  signal('SEX-14', 'Gechanteerd en niet vrij, met naaktbeelden', 'Blackmailed with nude images'),
];
const found = (typed: string) => searchSignals(ALL, typed, 'nl').found.map(({ id }) => id);

describe('searching signals', () => {
  it.for([
    ['paspoort', ['ARB-01']],
    ['PASPOORT houdt', ['ARB-01']],
    ['pasport', ['ARB-01']],
    ['paspoorten', ['ARB-01']],
    ['paspoord', ['ARB-01']],
    ['telefoon', ['ALG-10', 'ALG-09']],
    ['onferklaarbaar', ['ALG-10']],
    ['gechantert', ['SEX-14']],
    ['bankpass van een ander', ['ALG-09']],
    ['schult', ['ALG-10']],
    ['alg-09', ['ALG-09']],
    ['zwembad', []],
    ['paspoort kwijt', ['ARB-01']],
    ['wiet', []],
  ] as const)('finds by «%s»', ([typed, ids]) => {
    expect(found(typed)).toEqual(ids);
  });

  it('says when it guessed, and gives everything for nothing', () => {
    expect(searchSignals(ALL, 'paspoort', 'nl').isGuess).toBe(false);
    expect(searchSignals(ALL, 'paspoord', 'nl').isGuess).toBe(true);
    expect(searchSignals(ALL, '  ', 'nl')).toEqual({ found: ALL, isGuess: false, isWider: false });
  });

  it('finds by what the list says of a signal, after what stands in the signal itself', () => {
    const namesOf = ({ id }: Signal) => (id === 'ALG-09' ? 'Arbeidsuitbuiting Paspoort' : '');
    const ids = (typed: string) => searchSignals(ALL, typed, 'nl', { namesOf }).found.map(({ id }) => id);
    expect(ids('arbeidsuitbuiting')).toEqual(['ALG-09']);
    expect(ids('arbeiduitbuting')).toEqual(['ALG-09']);
    expect(ids('paspoort')).toEqual(['ARB-01', 'ALG-09']);
    expect(searchSignals(ALL, 'paspoort zwembad', 'nl').isGuess).toBe(true);
  });

  it('searches in the language of the page', () => {
    expect(searchSignals(ALL, 'pasport', 'en').found.map(({ id }) => id)).toEqual(['ARB-01']);
    expect(searchSignals(ALL, 'schulden', 'en').found).toEqual([]);
  });

  it('looks at no more words than a person types', () => {
    const many = searchSignals(ALL, `paspoort ${'woord '.repeat(20_000)}`, 'nl');
    expect(many).toEqual(searchSignals(ALL, `paspoort ${'woord '.repeat(40)}`, 'nl'));
  });
});
