import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import {
  ALL_STEP_CONCLUSIONS,
  type CodeStep,
  checkLookedNote,
  checkStep,
  type Enrichment,
  nextCodeStep,
  STEP_CONCLUSIONS,
  standingChecks,
  standingSteps,
  type TakenStep,
} from './enrichment.ts';

const today = day('2026-11-25');
const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error!.code);

describe('looking something up', () => {
  const looked = (id: string, register: Enrichment['register'], conclusion: Enrichment['conclusion']): Enrichment => ({
    id,
    register,
    conclusion,
    lookedOn: today,
    lookedByName: 'Noor Fictief',
  });

  it('counts the last conclusion of each register', () => {
    const all = [
      looked('3', 'permits', 'explains'),
      looked('2', 'housing', 'supports'),
      looked('1', 'permits', 'supports'),
    ];
    const standing = standingChecks(all);
    expect([standing.get('permits')?.conclusion, standing.get('housing')?.conclusion]).toEqual([
      'explains',
      'supports',
    ]);
    expect(standing.has('brp-address')).toBe(false);
  });

  it('keeps a sentence that says what it comes down to', () => {
    expect(checkLookedNote('Er staan veel meer mensen ingeschreven dan er slapen kunnen.', undefined).ok).toBe(true);
    expect(checkLookedNote(undefined, undefined)).toEqual({ ok: true, value: undefined });
  });

  it('copies no name, number, address or day of birth out of a register', () => {
    expect(codeOf(checkLookedNote('daar woont Fatima Fictief', undefined))).toBe('may-name-somebody');
    expect(codeOf(checkLookedNote('bsn 111222333', undefined))).toBe('holds-number');
    expect(codeOf(checkLookedNote('ingeschreven op de Dorpsstraat 1', undefined))).toBe('holds-address');
    expect(codeOf(checkLookedNote('geboren 3-4-2009', undefined))).toBe('holds-birth-date');
    expect(
      codeOf(checkLookedNote('nagelstudio voorbeeld heeft geen vergunning', 'Nagelstudio Voorbeeld, Dorpsstraat 1')),
    ).toBe('holds-address');
  });
});

describe('a step of the reporting code', () => {
  const taken = (step: CodeStep, change: Partial<TakenStep> = {}): TakenStep => ({
    step,
    reason: 'minor',
    conclusion: STEP_CONCLUSIONS[step][0],
    takenOn: today,
    ...change,
  });
  const recordedOf = (...steps: CodeStep[]) => standingSteps(steps.map((step) => taken(step)));

  it('was taken already', () => {
    expect(codeOf(checkStep(taken(1, { takenOn: day('2026-11-26') }), recordedOf(), today))).toBe('step-in-future');
    expect(codeOf(checkStep(taken(1), recordedOf(), today))).toBe('ok');
  });

  it('ends only as that step ends', () => {
    for (const step of [1, 2, 3, 4, 5] as const)
      for (const conclusion of ALL_STEP_CONCLUSIONS) {
        const isOwn = (STEP_CONCLUSIONS[step] as readonly string[]).includes(conclusion);
        expect([step, conclusion, codeOf(checkStep(taken(step, { conclusion }), recordedOf(4), today))]).toEqual([
          step,
          conclusion,
          isOwn ? 'ok' : 'other-step-conclusion',
        ]);
      }
  });

  it('decides nothing before it was weighed', () => {
    expect(codeOf(checkStep(taken(5), recordedOf(1, 2, 3), today))).toBe('not-weighed-yet');
    expect(codeOf(checkStep(taken(5), recordedOf(4), today))).toBe('ok');
  });

  it('asks for the first one that is missing', () => {
    expect([
      nextCodeStep(recordedOf()),
      nextCodeStep(recordedOf(1, 3)),
      nextCodeStep(recordedOf(1, 2, 3, 4, 5)),
    ]).toEqual([1, 2, 5]);
  });
});
