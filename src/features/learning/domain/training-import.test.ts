import { expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { type ImportGround, type ImportRow, nameKey, readImport, recordKey } from './training-import.ts';

const HEADINGS = [
  'Naam',
  'E-mail',
  'Functie',
  'Team',
  'Cursus',
  'Aanbieder',
  'Gevolgd op',
  'Geldig tot',
  'Begonnen op',
];
const GOOD = ['Bo Fictief', 'Bo@Fictief.nl', 'Burgerzaken', '', 'E-learning', 'CCV', '1-3-2026', '', ''];
const ground: ImportGround = {
  teams: [
    { id: 'balie', name: 'De Balie', work: 'BZ' },
    { id: 'noord', name: 'Wijk Noord', work: 'WIJK' },
    { id: 'zuid', name: 'Wijk Zuid', work: 'WIJK' },
  ],
  byEmail: new Map([['noor@fictief.nl', { id: 'noor', teamId: 'noord' }]]),
  byName: new Map([[nameKey('balie', 'Jip Fictief'), 'jip']]),
  recorded: new Set([recordKey('noor', { work: 'WIJK', course: 'Basis', followedOn: day('2026-03-01') })]),
  today: day('2026-11-29'),
};
const read = (...lines: (readonly string[])[]) => readImport([HEADINGS, ...lines], ground);
const only = (line: readonly string[]): ImportRow => {
  const result = read(line);
  if ('code' in result) throw new Error(result.code);
  return result.rows[0]!;
};
const changed = (change: Readonly<Record<number, string>>) => GOOD.map((cell, index) => change[index] ?? cell);

it('reads who was trained for which work, and until when it counts', () => {
  expect(only(GOOD)).toEqual({
    line: 2,
    name: 'Bo Fictief',
    course: 'E-learning',
    isRecorded: false,
    problems: [],
    training: {
      name: 'Bo Fictief',
      email: 'bo@fictief.nl',
      teamId: 'balie',
      startedOn: undefined,
      traineeId: undefined,
      facts: {
        work: 'BZ',
        course: 'E-learning',
        provider: 'ccv',
        followedOn: '2026-03-01',
        validUntil: '2028-03-01',
      },
    },
  });
});

it('knows somebody again by her address, or by her name in her team, and what was recorded of her', () => {
  expect(only(changed({ 1: 'noor@fictief.nl', 2: 'Wijkteam', 3: 'wijk noord', 4: 'BASIS' }))).toMatchObject({
    isRecorded: true,
    training: { traineeId: 'noor' },
  });
  expect(only(changed({ 0: 'jip  FICTIEF' }))).toMatchObject({ training: { traineeId: 'jip' }, isRecorded: false });
});

it('reads a date as a spreadsheet keeps it', () => {
  expect(only(changed({ 6: '46082' })).training?.facts.followedOn).toBe('2026-03-01');
});

it.each([
  ['no name', { 0: ' ' }, 'naam: name-missing'],
  ['a name that is too long', { 0: 'x'.repeat(201) }, 'naam: text-too-long'],
  ['no address', { 1: '' }, 'email: email-missing'],
  ['two addresses', { 1: 'a@b.nl;c@d.nl' }, 'email: email-unreadable'],
  ['no work', { 2: '' }, 'functie: work-missing'],
  ['work that is not in the list', { 2: 'Toverij' }, 'functie: work-unknown'],
  ['work without a team', { 2: 'GGD' }, 'team: team-unknown'],
  ['a team that does other work', { 3: 'Wijk Noord' }, 'team: team-unknown'],
  ['work of two teams', { 2: 'Wijkteam' }, 'team: team-missing'],
  ['somebody of another team', { 1: 'noor@fictief.nl' }, 'team: in-other-team'],
  ['no course', { 4: '' }, 'cursus: course-missing'],
  ['no date', { 6: '' }, 'gevolgdOp: date-missing'],
  ['a date that does not exist', { 6: '31-2-2026' }, 'gevolgdOp: date-unreadable'],
  ['a date to come', { 6: '30-11-2026' }, 'gevolgdOp: followed-in-future'],
  ['a training that no longer counts', { 6: '1-1-2024' }, 'gevolgdOp: training-lapsed'],
  ['an end before the beginning', { 7: '1-3-2026' }, 'geldigTot: valid-before-followed'],
  ['an end too far away', { 7: '2-3-2028' }, 'geldigTot: valid-too-long'],
  ['an end that does not exist', { 7: 'ooit' }, 'geldigTot: date-unreadable'],
  ['a beginning to come', { 8: '1-12-2026' }, 'begonnenOp: started-in-future'],
])('tells of %s in which column it is', (_, change, said) => {
  const { problems, training } = only(changed(change));
  expect([training, problems.map(({ column, code }) => `${column}: ${code}`)]).toEqual([undefined, [said]]);
});

it('tells every problem of a row at once, and a row that stands in the table twice', () => {
  const result = read(GOOD, changed({ 0: '', 1: 'x', 6: 'y' }), changed({ 0: 'Bo F.', 4: 'e-LEARNING' }));
  const rows = 'rows' in result ? result.rows : [];
  expect(rows.map(({ line, problems }) => [line, problems.length])).toEqual([
    [2, 0],
    [3, 3],
    [4, 1],
  ]);
  expect(rows[2]!.problems[0]!.code).toBe('row-double');
});

it('reads no table without its headings or rows, or with too many', () => {
  expect(readImport([['Naam', 'Cursus']], ground)).toEqual({
    code: 'columns-missing',
    columns: ['email', 'functie', 'gevolgdOp'],
  });
  expect(read()).toEqual({ code: 'no-rows' });
  expect(read(...Array.from({ length: 2001 }, () => GOOD))).toEqual({ code: 'too-many-rows' });
});
