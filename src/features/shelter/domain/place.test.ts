import { expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import {
  checkPlace,
  freeFrom,
  isOpen,
  type PlaceDays,
  type PlaceFeatures,
  stateOn,
  suitsAsWell,
  whyShut,
} from './place.ts';

const FEATURES: PlaceFeatures = {
  type: 'cosm',
  region: 'amsterdam',
  genders: ['woman'],
  minAge: 18,
  maxAge: undefined,
  children: 0,
  childMaxAge: undefined,
  boyMaxAge: undefined,
  isWheelchair: false,
  takesPets: false,
  languages: [],
  expertise: [],
  staffing: 'always',
};
const DAYS: PlaceDays = {
  opensOn: day('2026-01-01'),
  closesOn: day('2027-01-01'),
  out: { from: day('2026-06-01'), until: day('2026-06-10') },
};

it('refuses ages, opening days and days out of use that are turned round', () => {
  expect(checkPlace({ ...FEATURES, ...DAYS })).toMatchObject({ ok: true });
  const code = (change: Partial<PlaceFeatures & PlaceDays>) => {
    const checked = checkPlace({ ...FEATURES, ...DAYS, ...change });
    return checked.ok ? 'ok' : checked.error.code;
  };
  expect(code({ maxAge: 17 })).toBe('ages-turned-round');
  expect(code({ closesOn: day('2026-01-01') })).toBe('closes-before-opening');
  expect(code({ out: { from: day('2026-06-10'), until: day('2026-06-10') } })).toBe('out-turned-round');
});

it('is open only while all nights lie inside its days and outside those it is out of use', () => {
  const open = (from: string, until: string) => isOpen(DAYS, day(from), day(until));
  expect(open('2026-05-01', '2026-06-01')).toBe(true);
  expect(open('2026-05-01', '2026-06-02')).toBe(false);
  expect(open('2026-06-09', '2026-06-12')).toBe(false);
  expect(open('2026-06-10', '2026-06-12')).toBe(true);
  expect(open('2025-12-31', '2026-01-02')).toBe(false);
  expect(open('2026-12-31', '2027-01-01')).toBe(true);
  expect(open('2026-12-31', '2027-01-02')).toBe(false);
});

it('shows somebody who is inside, also when the place is out of use', () => {
  const on = (night: string, next: string, taken: boolean) => stateOn(DAYS, day(night), day(next), taken);
  expect(on('2026-06-02', '2026-06-03', true)).toBe('taken');
  expect(on('2026-06-02', '2026-06-03', false)).toBe('out');
  expect(on('2027-02-01', '2027-02-02', false)).toBe('closed');
  expect(on('2026-07-01', '2026-07-02', false)).toBe('free');
});

const LEFT: PlaceFeatures = {
  type: 'womens',
  region: 'amsterdam',
  genders: ['woman'],
  minAge: 18,
  maxAge: 60,
  children: 1,
  childMaxAge: undefined,
  boyMaxAge: undefined,
  isWheelchair: true,
  takesPets: true,
  languages: ['Engels'],
  expertise: ['addiction'],
  staffing: 'day',
};

it.each<[string, Partial<PlaceFeatures>]>([
  ['the same', {}],
  ['for more people', { genders: ['woman', 'man'], minAge: 16, maxAge: undefined, children: 3 }],
  ['with more', { languages: ['Engels', 'Pools'], expertise: ['addiction', 'psychiatry'], staffing: 'always' }],
])('suits as well: %s', (_what, changes) => {
  expect(suitsAsWell(LEFT, { ...LEFT, ...changes })).toBe(true);
});

it.each<[string, Partial<PlaceFeatures>]>([
  ['another kind', { type: 'cosm' }],
  ['another region', { region: 'rotterdam' }],
  ['for others', { genders: ['man'] }],
  ['from an older age', { minAge: 21 }],
  ['up to a younger age', { maxAge: 50 }],
  ['for fewer children', { children: 0 }],
  ['for younger children', { childMaxAge: 12 }],
  ['for younger sons', { boyMaxAge: 12 }],
  ['without a wheelchair', { isWheelchair: false }],
  ['without a pet', { takesPets: false }],
  ['without the language', { languages: [] }],
  ['without the knowledge', { expertise: ['psychiatry'] }],
  ['with somebody there less often', { staffing: 'on-call' }],
])('does not suit as well: %s', (_what, changes) => {
  expect(suitsAsWell(LEFT, { ...LEFT, ...changes })).toBe(false);
});

it.each([
  ['2025-12-31', 'opens'],
  ['2026-01-01', undefined],
  ['2026-06-01', 'out'],
  ['2026-06-10', undefined],
  ['2027-01-01', 'closes'],
])('is shut on %s by the day that shuts it: %s', (night, by) => {
  expect(whyShut(DAYS, day(night))).toBe(by);
});

it('is free from the first night on which nobody has it and it is open, until the next on which that is not so', () => {
  const taken = new Set([day('2026-05-29'), day('2026-05-30')]);
  const from = (night: string, nights = 400) => freeFrom(DAYS, taken, day(night), nights);
  expect(from('2026-05-01')).toEqual({ from: '2026-05-01', until: '2026-05-29' });
  expect(from('2026-05-29')).toEqual({ from: '2026-05-31', until: '2026-06-01' });
  expect(from('2026-06-03')).toEqual({ from: '2026-06-10', until: '2027-01-01' });
  expect(from('2026-06-10', 30)).toEqual({ from: '2026-06-10', until: undefined });
  expect(from('2027-01-01')).toBeUndefined();
});
