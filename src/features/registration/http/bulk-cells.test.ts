import { describe, expect, it } from 'vitest';
import { headingsNotAllowed } from '../domain/bulk-table.ts';
import { readBulkTable } from './bulk-cells.ts';

const HEADINGS = ['Eigen nummer', 'Manier', 'Aanmelder'];
/** One row with these cells besides what every row has. */
function row(
  cells: Readonly<Record<string, string>>,
  reporters: Parameters<typeof readBulkTable>[1] = ['JEUGD', 'POL'],
) {
  const base = { 'Eigen nummer': '2026-1', Manier: 'Zonder naam', Aanmelder: 'JEUGD', ...cells };
  const read = readBulkTable([Object.keys(base), Object.values(base)], reporters);
  if ('code' in read) throw new Error(read.code);
  return [...read.rows][0]!;
}
const content = (cells: Readonly<Record<string, string>>) => row(cells).entry?.content;
const problems = (cells: Readonly<Record<string, string>>) =>
  row(cells).problems.map(({ column, code }) => `${column} ${code}`);

describe('a row with a registration', () => {
  it('may be unknown in everything but its number and its way', () => {
    const rest = ['Politieregio', 'Leeftijd', 'Geslacht', 'Nationaliteit', 'Vorm', 'Werk', 'Waar', 'Geworven', 'Vanaf'];
    const all = [...rest, 'Tot', 'Herkend op', 'Aangifte', 'Kinderen', 'Toestemming van', 'Toestemming op', 'Naam'];
    const unknown = row(Object.fromEntries(all.map((column) => [column, 'Onbekend'])));
    expect(unknown.problems).toEqual([]);
    expect(unknown.entry).toMatchObject({
      route: 'nameless',
      region: 'unknown',
      person: undefined,
      consent: undefined,
    });
    expect(unknown.entry?.content).toEqual(row({}).entry?.content);
    expect(problems({ Manier: 'onbekend', 'Eigen nummer': '' })).toEqual(['nummer missing', 'weg missing']);
  });

  it.each([
    ['een dag', '12-3-2001', '2001-03-12'],
    ['een maand', '3-2001', '2001-03'],
    ['een jaar', '2001', '2001'],
    ['1 januari', '1-1-2001', '2001-01-01'],
    ['een dag als getal van Excel', '37000', '2001-04-19'],
    ['een dag van lang geleden als getal', '15000', '1941-01-24'],
    ['een dag met een tijd', '2001-03-12 00:00:00', '2001-03-12'],
    ['een schrikkeldag', '29-2-2024', '2024-02-29'],
  ])('takes %s', (_, typed, date) => {
    expect(row({ Manier: 'met naam', Naam: 'Fatima', Geboortedatum: typed }).entry?.person).toEqual({
      name: 'Fatima',
      birthDate: date,
    });
  });

  it.each([
    '29-2-2025',
    '31-4-2001',
    '13-2001',
    '0-3-2001',
    '12-15',
    'gisteren',
    '99999',
  ])('refuses the date %s', (typed) => {
    expect(problems({ 'Herkend op': typed })).toEqual(['herkend date-unreadable']);
  });

  it('knows countries by code and by name, and several at once', () => {
    expect(content({ Nationaliteit: 'Roemenië; NG , vietnam;RO' })?.nationalities).toEqual(['RO', 'NG', 'VN']);
    expect(problems({ Nationaliteit: 'Atlantis' })).toEqual(['nationaliteit not-in-list']);
    expect(problems({ Nationaliteit: 'RO;BG;PL;HU;VN;NG' })).toEqual(['nationaliteit too-many']);
  });

  it.each([
    ['14', '12-15'],
    ['16', '16-17'],
    ['60', '51+'],
    ['18 tot en met 22 jaar', '18-22'],
    ['12-15', '12-15'],
  ])('knows the group of %s', (typed, group) => {
    expect(content({ Leeftijd: typed })?.ageGroup).toBe(group);
  });

  it('takes the reporter from the role when there is only one', () => {
    expect(row({ Aanmelder: '' }, ['GEM']).entry?.reporterType).toBe('GEM');
    expect(problems({ Aanmelder: '' })).toEqual(['aanmelder missing']);
  });

  it.each(['Zo�', 'ZoÃ«', 'Nguy?n', 'Lâ€™Amour'])('sees that letters of %s were lost', (name) => {
    expect(problems({ Manier: 'met naam', Naam: name })).toContain('naam letters-broken');
  });

  it.each(['Lã Thị Ánh', 'Ânia', 'Zoë', 'Ștefan', '阮'])('leaves the name %s as it is', (name) => {
    expect(row({ Manier: 'met naam', Naam: name }).entry?.person?.name).toBe(name);
  });

  it('asks everything of a consent, or nothing', () => {
    expect(problems({ Manier: 'met naam', Naam: 'Mercy', 'Toestemming van': 'De persoon zelf' })).toEqual([
      'hoe missing',
      'taal missing',
      'gegevenOp missing',
    ]);
  });

  it('leaves out columns that it does not know', () => {
    expect(JSON.stringify(row({ Opmerking: 'woont op een adres' }))).not.toContain('adres');
  });
});

describe('a file with registrations', () => {
  it.each([
    'Verblijfsstatus',
    'verblijfspositie',
    'Verblijfstitel',
    'V-nummer',
    'Vreemdelingennummer',
    'BSN',
    'Burgerservicenummer',
  ])('never holds a column %s', (heading) => {
    expect(headingsNotAllowed([...HEADINGS, heading])).toEqual([heading]);
  });

  it('may hold every column of its template', () => {
    expect(headingsNotAllowed([...HEADINGS, 'Naam', 'Geboortedatum', 'Toestemming van', 'Vorm'])).toEqual([]);
  });
});
