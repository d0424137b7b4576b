import { expect, it } from 'vitest';
import { addMonths, day } from '../../../shared-kernel/plain-date.ts';
import {
  municipalEffect,
  type Pair,
  pairedEffect,
  scoreOf,
  scoresByForm,
  setFor,
  studentT975,
  type Vignette,
} from './recognition.ts';

const vignette = (id: string, form: Vignette['form'], isSign: boolean): Vignette => ({
  id,
  set: 'a',
  form,
  isSign,
  text: '',
  why: '',
  source: '',
  validatedBy: null,
  validatedOn: null,
});
const three = [
  vignette('1', 'labour-exploitation', true),
  vignette('2', 'labour-exploitation', false),
  vignette('3', 'forced-services', true),
];

it('counts what was seen and what was seen in vain, together and by form', () => {
  const answers = { 1: 'ja', 2: 'ja', 3: 'nee' } as const;
  expect(scoreOf(three, answers)).toEqual({ hits: 1, hitsPossible: 2, alarms: 1, alarmsPossible: 1 });
  expect(scoresByForm(three, answers)).toEqual([
    { form: 'labour-exploitation', hits: 1, hitsPossible: 1, alarms: 1, alarmsPossible: 1 },
    { form: 'forced-services', hits: 0, hitsPossible: 1, alarms: 0, alarmsPossible: 0 },
  ]);
});

it('takes what was not answered for no', () => {
  expect(scoreOf(three, {})).toMatchObject({ hits: 0, alarms: 0 });
});

it('gives everybody the other set after, and half of the people each set first', () => {
  const people = Array.from({ length: 16 }, (_, index) => `person-${index.toString(16)}`);
  expect(people.filter((person) => setFor(person, 'before') === 'a')).toHaveLength(8);
  for (const person of people) expect(setFor(person, 'after')).not.toBe(setFor(person, 'before'));
});

// quantiles from the table of Student's t in the NIST/SEMATECH e-Handbook, 1.3.6.7.2
it.each([
  [9, 2.262],
  [10, 2.228],
  [19, 2.093],
  [29, 2.045],
  [60, 2.0],
  [100, 1.984],
])('knows the t of %i degrees of freedom', (degrees, quantile) => {
  expect(studentT975(degrees)).toBeCloseTo(quantile, 3);
});

it('gives a mean difference with its interval, by hand: five of ten gained half, five nothing', () => {
  // mean 0.25, s = 0.26352, half = 2.2622 · 0.26352 / √10 = 0.1885
  expect(pairedEffect([0.5, 0, 0.5, 0, 0.5, 0, 0.5, 0, 0.5, 0])).toEqual({ mean: 25, from: 6, to: 44 });
});

it('says nothing of fewer than ten people, of a month that runs, or of one person more', () => {
  const today = day('2026-11-29');
  const pair = (month: string, hitsAfter: number): Pair => ({
    month: day(month),
    hitsBefore: 4,
    hitsAfter,
    hitsPossible: 8,
    alarmsBefore: 2,
    alarmsAfter: 1,
    alarmsPossible: 4,
  });
  const ten = Array.from({ length: 10 }, (_, index) => pair('2026-09-01', 4 + (index % 3)));
  expect(municipalEffect(ten.slice(1), today)).toBeUndefined();
  expect(municipalEffect([...ten.slice(1), pair('2026-11-01', 8)], today)).toBeUndefined();
  const known = municipalEffect(ten, today);
  expect(known).toMatchObject({ people: 10, hits: { mean: 11 }, alarms: { mean: -25, from: -25, to: -25 } });
  expect(municipalEffect([...ten, pair('2026-10-01', 8)], today)).toEqual(known);
  const next = Array.from({ length: 10 }, () => pair('2026-10-01', 8));
  expect(municipalEffect([...ten, ...next], today)).toMatchObject({ people: 20 });
  expect(municipalEffect([...ten, ...next], addMonths(today, -1))).toEqual(known);
});
