import { describe, expect, it } from 'vitest';
import { day, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { judgeTick, type NewTick } from './record-tick.ts';
import {
  GATED_FEATURES,
  gatedFeature,
  gateOn,
  neededTicks,
  TICK_KINDS,
  type Tick,
  type TickKind,
} from './start-gate.ts';

const TODAY = day('2027-03-01');
const signals = gatedFeature('signals')!;
const learning = gatedFeature('learning')!;

let count = 0;
const tick = (kind: TickKind, change: Partial<Tick> = {}): Tick => ({
  id: `${++count}`,
  feature: 'signals',
  kind,
  decidedOn: day('2027-02-01'),
  decidedBy: 'Noor Fictief, FG',
  evidence: 'Voorbeeldstuk',
  category: undefined,
  validUntil: day('2029-02-01'),
  covers: { 'VA-01': 1 },
  recordedByName: 'Noor Fictief',
  recordedAt: new Date('2027-02-01T09:00:00Z'),
  revoked: undefined,
  ...change,
});
const all = (change: Partial<Tick> = {}) => neededTicks(signals).map((kind) => tick(kind, change));
const revoked = { at: new Date('2027-02-20T09:00:00Z'), byName: 'Tom Fictief', reason: 'het stuk is oud' };
const stateOf = (ticks: readonly Tick[], kind: TickKind, on: PlainDate = TODAY) =>
  gateOn(signals, ticks, on).ticks.find((each) => each.kind === kind)!.state;

describe('the start gate', () => {
  it('is closed until every tick holds, and closed when any one of them is missing', () => {
    expect(gateOn(signals, [], TODAY).isOpen).toBe(false);
    expect(gateOn(signals, all(), TODAY)).toMatchObject({ isOpen: true, openUntil: '2029-02-01' });
    for (const kind of neededTicks(signals))
      expect(
        gateOn(
          signals,
          all().filter((each) => each.kind !== kind),
          TODAY,
        ).isOpen,
        kind,
      ).toBe(false);
  });

  it('closes by itself on the first day that something no longer holds', () => {
    const ticks = [...all().slice(1), tick('dpia', { validUntil: day('2027-06-01') })];
    expect(gateOn(signals, ticks, day('2027-05-31'))).toMatchObject({ isOpen: true, openUntil: '2027-06-01' });
    expect(gateOn(signals, ticks, day('2027-06-01'))).toMatchObject({ isOpen: false, openUntil: undefined });
    expect(stateOf(ticks, 'dpia', day('2027-06-01'))).toBe('lapsed');
  });

  it('does not count what is settled tomorrow, what was revoked, or what belongs to another part', () => {
    expect(stateOf([tick('dpia', { decidedOn: day('2027-03-02') })], 'dpia')).toBe('missing');
    expect(stateOf([tick('dpia', { revoked })], 'dpia')).toBe('revoked');
    expect(stateOf([tick('dpia', { feature: 'care' })], 'dpia')).toBe('missing');
  });

  it('counts a renewal, whatever happened to the one before', () => {
    const renewed = [tick('dpia', { revoked }), tick('dpia', { validUntil: day('2030-01-01') })];
    expect(stateOf(renewed, 'dpia')).toBe('holds');
    const longest = gateOn(signals, [...all(), tick('dpia', { validUntil: day('2030-01-01') })], TODAY);
    expect(longest.ticks.find(({ kind }) => kind === 'dpia')!.tick!.validUntil).toBe('2030-01-01');
  });

  it('asks the works council only where employees are tracked', () => {
    expect(neededTicks(signals)).not.toContain('works-council');
    expect(neededTicks(learning)).toEqual([...TICK_KINDS]);
    expect(stateOf(all(), 'works-council')).toBe('not-needed');
  });

  it('tells that an activity changed since, and stays open', () => {
    const standing = gateOn(signals, all(), TODAY, { 'VA-01': 2 });
    expect([standing.isOpen, standing.ticks[0]!.outdated]).toEqual([true, ['VA-01']]);
  });

  it('knows every part by one name', () => {
    expect(new Set(GATED_FEATURES.map(({ id }) => id)).size).toBe(GATED_FEATURES.length);
    expect(gatedFeature('toverij')).toBeUndefined();
  });
});

describe('recording a tick', () => {
  const good: NewTick = {
    kind: 'dpia',
    features: ['signals'],
    decidedOn: TODAY,
    decidedBy: 'College',
    evidence: 'DPIA signalen',
    category: '',
    validUntil: day('2029-03-01'),
  };
  const judge = (change: Partial<NewTick>, role: 'fg' | 'ciso' | 'beheerder' = 'fg') => {
    const judged = judgeTick({ ...good, ...change }, role, TODAY);
    return judged.ok ? 'ok' : judged.error.code;
  };

  it('is for who supervises; the advice of the officer for data protection is hers alone', () => {
    expect([judge({}), judge({}, 'ciso'), judge({}, 'beheerder')]).toEqual(['ok', 'ok', 'tick-not-yours']);
    expect([judge({ kind: 'fg-advice' }), judge({ kind: 'fg-advice' }, 'ciso')]).toEqual(['ok', 'tick-not-yours']);
  });

  it('names at least one part that exists and needs it', () => {
    expect([judge({ features: [] }), judge({ features: ['toverij'] })]).toEqual(['no-feature', 'no-feature']);
    expect(judge({ kind: 'works-council' })).toBe('tick-not-needed');
    expect(judge({ kind: 'works-council', features: ['learning'] })).toBe('ok');
  });

  it('is settled by today, holds tomorrow, and not longer than four years', () => {
    expect(judge({ decidedOn: day('2027-03-02') })).toBe('decided-in-future');
    expect([judge({ validUntil: TODAY }), judge({ validUntil: day('2027-03-02') })]).toEqual(['tick-over', 'ok']);
    expect([judge({ validUntil: day('2031-03-01') }), judge({ validUntil: day('2031-03-02') })]).toEqual([
      'ok',
      'tick-too-long',
    ]);
  });

  it('needs a category of the selection list, and "nog vast te stellen" is none', () => {
    const archive = (category: string) => judge({ kind: 'archive-category', category });
    expect(archive('')).toBe('category-missing');
    expect(archive('Nog vast te stellen door archivaris en FG')).toBe('category-undecided');
    expect(archive('Selectielijst 2020, voorbeeldcategorie')).toBe('ok');
  });
});
