import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { type ImportGround, keyOfEntry, MOST_ROWS, placeKey, readImport } from './public-fact-import.ts';

const GRONINGEN = { id: '0190a000-0000-7000-8000-000000000014', name: 'Groningen' };
const BOSCH = { id: '0190a000-0000-7000-8000-000000000796', name: '’s-Hertogenbosch' };
const ground = (change: Partial<ImportGround> = {}): ImportGround => ({
  municipalities: new Map(
    [
      ['GM0014', GRONINGEN],
      ['GM0796', BOSCH],
    ].flatMap(([code, place]) => [
      [code as string, place as typeof BOSCH],
      [placeKey((place as typeof BOSCH).name), place as typeof BOSCH],
    ]),
  ),
  ended: new Set([placeKey('Haren')]),
  elements: new Set(['K1.1', 'K5.1']),
  entered: new Set(),
  stated: new Set(),
  today: day('2026-11-25'),
  ...change,
});
const HEADINGS = [
  'Gemeente',
  'Onderdeel',
  'Titel',
  'Vastgesteld op',
  'CVDR-nummer',
  'Vindplaats',
  'Vastgesteld door',
  'Geldig tot',
];
const GOOD = [
  'Groningen',
  'K1.1 Vastgesteld beleid',
  'Beleidsregel',
  '1-3-2025',
  'CVDR123456',
  '',
  'college van B&W',
  '',
];
const table = (...rows: (readonly string[])[]) => [HEADINGS, ...rows];
const rowsOf = (sheet: readonly (readonly string[])[], on = ground()) => {
  const read = readImport(sheet, on);
  if (!('rows' in read)) throw new Error(read.code);
  return read.rows;
};
const problemOf = (change: Readonly<Record<number, string>>, on = ground()) => {
  const [row] = rowsOf(table(GOOD.map((cell, index) => change[index] ?? cell)), on);
  expect(row!.content).toBeUndefined();
  return row!.problems.map(({ column, code }) => `${column}: ${code}`);
};

describe('a table of public sources', () => {
  it('is read by its headings, in any order, with names or codes, and an address that follows from the number', () => {
    const [one, other] = rowsOf(
      table(GOOD, ['gm0796', 'k5.1', 'Afspraak', '45717', '', 'https://voorbeeld.nl/afspraak', '', '']),
    );
    expect(one).toMatchObject({
      line: 2,
      name: 'Groningen',
      problems: [],
      content: {
        municipalityId: GRONINGEN.id,
        element: 'K1.1',
        source: 'lokaleregelgeving',
        link: 'https://lokaleregelgeving.overheid.nl/CVDR123456',
        adoptingBody: 'b-en-w',
        decidedOn: '2025-03-01',
        validUntil: undefined,
        readOn: '2026-11-25',
      },
    });
    // a day as a spreadsheet keeps it
    expect(other).toMatchObject({
      line: 3,
      content: { municipalityId: BOSCH.id, source: 'anders', decidedOn: '2025-03-01' },
    });
  });

  it.each([
    ['a municipality that does not exist', { 0: 'Nergenshuizen' }, 'gemeente: unknown-municipality'],
    ['a municipality that is no more', { 0: 'Haren' }, 'gemeente: municipality-ended'],
    ['an element that the country does not see', { 1: 'K3.4' }, 'onderdeel: unknown-element'],
    ['no title', { 2: ' ' }, 'titel: title-missing'],
    ['a title that is too long', { 2: 'x'.repeat(201) }, 'titel: title-too-long'],
    ['no day', { 3: '' }, 'datum: date-missing'],
    ['a day that does not exist', { 3: '31-2-2025' }, 'datum: date-unreadable'],
    ['a day that comes', { 3: '1-12-2026' }, 'datum: decided-in-future'],
    ['a number that is none', { 4: 'CVDRX' }, 'cvdr: cvdr-unreadable'],
    ['an address that is none', { 5: 'voorbeeld' }, 'vindplaats: link-unreadable'],
    ['a body that cannot adopt', { 6: 'team veiligheid' }, 'orgaan: body-unknown'],
    ['an end before the decision', { 7: '1-1-2025' }, 'geldigTot: ends-before-decision'],
  ])('tells per row and column what is wrong: %s', (_, change, problem) => {
    expect(problemOf(change)).toEqual([problem]);
  });

  it('tells every problem of a row at once', () => {
    expect(problemOf({ 0: 'Nergenshuizen', 3: 'gisteren', 4: '', 5: '' })).toEqual([
      'gemeente: unknown-municipality',
      'vindplaats: link-missing',
      'datum: date-unreadable',
    ]);
  });

  it('refuses what was entered before, what the municipality stated itself, and the same twice in one table', () => {
    const key = new Set([keyOfEntry(GRONINGEN.id, 'K1.1')]);
    expect(problemOf({}, ground({ entered: key }))).toEqual(['onderdeel: entered-before']);
    expect(problemOf({}, ground({ stated: key }))).toEqual(['onderdeel: stated-by-municipality']);
    const [first, second] = rowsOf(table(GOOD, ['GM0014', ...GOOD.slice(1)]));
    expect(first!.problems).toEqual([]);
    expect(second!.problems).toEqual([{ column: 'onderdeel', code: 'row-double' }]);
  });

  it('is refused as a whole without the columns it needs, without rows, and with too many', () => {
    expect(
      readImport(
        [
          ['Gemeente', 'Titel'],
          ['Groningen', 'x'],
        ],
        ground(),
      ),
    ).toEqual({
      code: 'columns-missing',
      columns: ['onderdeel', 'datum'],
    });
    expect(readImport([HEADINGS], ground())).toEqual({ code: 'no-rows' });
    expect(readImport([], ground())).toMatchObject({ code: 'columns-missing' });
    expect(readImport(table(...Array.from({ length: MOST_ROWS + 1 }, () => GOOD)), ground())).toEqual({
      code: 'too-many-rows',
    });
  });
});
