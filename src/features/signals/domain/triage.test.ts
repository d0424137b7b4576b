import { describe, expect, it } from 'vitest';
import { type Noticed, TRIAGE_LEVELS, triage, type WeighedSignal } from './triage.ts';

const strong: WeighedSignal = { strength: 'strong', category: 'controle' };
const weak = (category: string): WeighedSignal => ({ strength: 'weak', category });
const noticed = (changes: Partial<Noticed>): Noticed => ({
  signals: [],
  isAcute: false,
  isMinor: 'no',
  hasMildIntellectualDisability: 'no',
  statesCoercion: false,
  ...changes,
});
const levelOf = (changes: Partial<Noticed>) => triage(noticed(changes)).level;

describe('the rule of weighing', () => {
  it('puts danger above everything, and says nothing else', () => {
    expect(triage(noticed({ isAcute: true, signals: [strong], statesCoercion: true, isMinor: 'yes' }))).toEqual({
      level: 'acute',
      reasons: ['acute'],
      followsMeldcode: true,
    });
  });

  it.for([
    ['one strong signal', { signals: [strong] }, 'today', ['strong']],
    ['the word of the person that there is coercion', { statesCoercion: true }, 'today', ['states-coercion']],
    ['both', { signals: [strong], statesCoercion: true }, 'today', ['states-coercion', 'strong']],
    [
      'two weak ones of different kinds',
      { signals: [weak('wonen'), weak('gedrag')] },
      'three-days',
      ['weak-of-different-kinds'],
    ],
    ['two weak ones of one kind', { signals: [weak('wonen'), weak('wonen')] }, 'remember', ['weak-of-one-kind']],
    ['one weak signal', { signals: [weak('wonen')] }, 'remember', ['one-weak']],
    ['nothing', {}, 'nothing', ['none']],
  ] as const)('weighs %s', ([, changes, level, reasons]) => {
    expect(triage(noticed(changes))).toEqual({ level, reasons, followsMeldcode: false });
  });

  it('raises one level for a minor and for a mild intellectual disability, once for both', () => {
    for (const raise of [{ isMinor: 'yes' }, { hasMildIntellectualDisability: 'yes' }] as const) {
      expect(levelOf({ ...raise, signals: [weak('wonen')] })).toBe('three-days');
      expect(levelOf({ ...raise, signals: [weak('wonen'), weak('gedrag')] })).toBe('today');
      expect(levelOf({ ...raise, signals: [strong] })).toBe('today');
      expect(levelOf(raise)).toBe('nothing');
    }
    expect(
      triage(noticed({ signals: [weak('wonen')], isMinor: 'yes', hasMildIntellectualDisability: 'yes' })),
    ).toMatchObject({ level: 'three-days', reasons: ['one-weak', 'raised-for-minor', 'raised-for-disability'] });
  });

  it('raises nothing for what is not known', () => {
    expect(levelOf({ signals: [weak('wonen')], isMinor: 'unknown', hasMildIntellectualDisability: 'unknown' })).toBe(
      'remember',
    );
  });

  it('brings in the Meldcode for a child, and not for a disability alone', () => {
    expect(triage(noticed({ isMinor: 'yes' })).followsMeldcode).toBe(true);
    expect(triage(noticed({ hasMildIntellectualDisability: 'yes', signals: [strong] })).followsMeldcode).toBe(false);
  });

  it('never becomes milder by one more signal', () => {
    const every = [strong, weak('wonen'), weak('gedrag')];
    const place = (signals: readonly WeighedSignal[]) => TRIAGE_LEVELS.indexOf(levelOf({ signals }));
    for (const first of every)
      for (const second of every) expect(place([first, second])).toBeLessThanOrEqual(place([first]));
  });
});
