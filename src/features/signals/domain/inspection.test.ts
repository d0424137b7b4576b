import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { type Closure, checkCarriedOut, checkReady, closureStatus, type VictimCheck } from './closure.ts';
import {
  type Aftermath,
  CHECK_ITEMS,
  checkOutcome,
  checkPlan,
  checkPrepared,
  inspectionStatus,
  missingFor,
  type Partner,
} from './inspection.ts';

const today = day('2026-11-25');
const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error!.code);
const NOBODY: Aftermath = {
  lostHome: 0,
  lostWork: 0,
  wentShelter: 0,
  wentHousing: 0,
  wentFamily: 0,
  wentAbroad: 0,
  wentUnknown: 0,
};

describe('an inspection', () => {
  const municipality: Partner = { partner: 'municipality', power: 'Awb 5:15', purpose: 'wonen', homeEntry: 'none' };
  const all = CHECK_ITEMS.map((item) => ({ item }));

  it('is planned on a day to come, and its theme names nobody', () => {
    expect(codeOf(checkPlan({ theme: 'Huisvesting in de tuinbouw', plannedOn: today }, today))).toBe('ok');
    expect(codeOf(checkPlan({ theme: 'Huisvesting', plannedOn: day('2026-11-24') }, today))).toBe('planned-in-past');
    expect(codeOf(checkPlan({ theme: 'bij meneer Fictief', plannedOn: today }, today))).toBe(
      'inspection-names-somebody',
    );
  });

  it('never goes without a bed, care, and somebody who tells people their rights', () => {
    for (const item of CHECK_ITEMS) {
      const isAlways = ['bed', 'care', 'rights'].includes(item);
      const answer = codeOf(checkPrepared({ item, answer: 'not-needed', note: 'geen kinderen verwacht' }));
      expect([item, answer]).toEqual([item, isAlways ? 'always-needed' : 'ok']);
      expect(codeOf(checkPrepared({ item, answer: 'arranged', note: 'opvang op afroep' }))).toBe('ok');
    }
  });

  it('is ready when everything has an answer and a partner says by what power it comes', () => {
    expect(missingFor(all, [municipality])).toEqual([]);
    expect(missingFor(all, [])).toEqual(['partner']);
    expect(
      missingFor(
        all.filter(({ item }) => item !== 'bed'),
        [municipality],
      ),
    ).toEqual(['bed']);
  });

  it('counts nobody twice or out of nowhere', () => {
    const met = { ...NOBODY, peopleMet: 3, minorsMet: 1, possibleVictims: 2 };
    expect(codeOf(checkOutcome(met, today, today))).toBe('ok');
    expect(codeOf(checkOutcome({ ...met, minorsMet: 4 }, today, today))).toBe('more-than-met');
    expect(codeOf(checkOutcome({ ...met, lostHome: 2, wentShelter: 1 }, today, today))).toBe('went-does-not-add-up');
    expect(codeOf(checkOutcome({ ...met, lostHome: 2, wentShelter: 1, wentUnknown: 1 }, today, today))).toBe('ok');
    expect(codeOf(checkOutcome(met, day('2026-11-26'), today))).toBe('held-in-future');
  });

  it('stands where its days say', () => {
    const none = { readyOn: undefined, heldOn: undefined, cancelledOn: undefined };
    expect(inspectionStatus(none)).toBe('planned');
    expect(inspectionStatus({ ...none, readyOn: today })).toBe('ready');
    expect(inspectionStatus({ ...none, readyOn: today, heldOn: today })).toBe('held');
    expect(inspectionStatus({ ...none, readyOn: today, cancelledOn: today })).toBe('cancelled');
  });
});

describe('a closure', () => {
  const closure = (change: Partial<Closure> = {}) => ({
    check: undefined,
    readyOn: undefined,
    carriedOutOn: undefined,
    cancelledOn: undefined,
    ...change,
  });
  const checked = (answer: VictimCheck['answer'], isHelpArranged = false): VictimCheck => ({
    answer,
    isHelpArranged,
    checkedBy: 'zorgcoördinator',
    checkedOn: today,
  });

  it('is never ready before it was answered whether somebody there is possibly a victim', () => {
    expect(codeOf(checkReady(closure()))).toBe('victim-check-first');
    expect(codeOf(checkReady(closure({ check: checked('unknown', true) })))).toBe('victim-check-first');
    expect(codeOf(checkReady(closure({ check: checked('yes') })))).toBe('help-first');
    expect(codeOf(checkReady(closure({ check: checked('yes', true) })))).toBe('ok');
    expect(codeOf(checkReady(closure({ check: checked('no') })))).toBe('ok');
    expect(codeOf(checkReady(closure({ check: checked('no'), readyOn: today })))).toBe('closure-moved-on');
  });

  it('is carried out only when it is ready, with where people went', () => {
    const ready = closure({ check: checked('no'), readyOn: today });
    const done = (on = today, aftermath: Aftermath = NOBODY) => ({ on, aftermath });
    expect(codeOf(checkCarriedOut(closure({ check: checked('no') }), done(), today))).toBe('closure-not-ready');
    expect(codeOf(checkCarriedOut(ready, done(), today))).toBe('ok');
    expect(codeOf(checkCarriedOut(ready, done(day('2026-11-26')), today))).toBe('carried-out-in-future');
    expect(codeOf(checkCarriedOut(ready, done(today, { ...NOBODY, lostHome: 1 }), today))).toBe('went-does-not-add-up');
    expect(codeOf(checkCarriedOut(closure({ ...ready, carriedOutOn: today }), done(), today))).toBe('closure-moved-on');
    expect(closureStatus(closure({ ...ready, cancelledOn: today }))).toBe('cancelled');
  });
});
