import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, day } from '../../../shared-kernel/plain-date.ts';
import {
  type Carrier,
  type FocalPoint,
  type FocalPointFacts,
  type Namesake,
  type Pointed,
  personMeant,
  recordFocalPoint,
} from './focal-point.ts';
import { standingOn } from './standing.ts';

const fenna = { personId: 'fenna', personName: 'Fenna Fictief' };
const bilal = { personId: 'bilal', personName: 'Bilal Fictief' };
const today = day('2026-11-25');
const now = new Date('2026-11-25T09:00:00Z');
const facts: FocalPointFacts = {
  focalPoint: 'Fenna Fictief',
  substitute: 'Bilal Fictief',
  hoursPerWeek: 8,
  evidenceTitle: 'Besluit B&W',
  evidenceLink: undefined,
  evidenceFileId: undefined,
  decidedOn: day('2026-11-01'),
  validUntil: day('2028-11-01'),
};
const attempt = (change: Partial<FocalPointFacts>) =>
  recordFocalPoint(undefined, { facts: { ...facts, ...change }, seenVersion: 0 }, fenna, now, today);
const codeOf = (result: ReturnType<typeof attempt>) => (result.ok ? 'ok' : result.error.code);

describe('which person is meant by a name', () => {
  const here = { personId: 'here', leavesOn: undefined };
  const other = { personId: 'other', leavesOn: undefined };
  const left = { personId: 'left', leavesOn: addDays(today, -1) };
  const meant = (namesakes: readonly Namesake[], pointed?: Pointed, before: readonly Carrier[] = []) => {
    const result = personMeant('Fenna Fictief', namesakes, pointed, before, today);
    return result.ok ? result.value : result.error.code;
  };

  it('is the only one of that name who works here, also when a namesake left', () => {
    expect(meant([here])).toBe('here');
    expect(meant([here, left])).toBe('here');
  });
  it('is nobody we know when nobody here ever had that name', () => expect(meant([])).toBeUndefined());
  it('is asked when two work here, or when the only one of that name left', () => {
    expect(meant([here, other])).toBe('not-one-person');
    expect(meant([left])).toBe('not-one-person');
  });
  it('is who was pointed at, also when that is somebody outside or somebody who left', () => {
    expect(meant([here, other], { personId: 'other' })).toBe('other');
    expect(meant([here, left], { personId: 'left' })).toBe('left');
    expect(meant([here, other], 'outside')).toBeUndefined();
  });
  it('stays who it was, when a namesake comes to work here', () =>
    expect(meant([here, left], undefined, [{ name: 'fenna  FICTIEF', personId: 'left' }])).toBe('left'));
  it('is not somebody of another name, pointed at before the name was changed', () =>
    expect(meant([here], { personId: 'somebody-else' })).toBe('here'));
});

describe('who takes the place of another', () => {
  const stood = (succession?: FocalPoint['succession']): FocalPoint => ({
    ...facts,
    succession,
    version: 1,
    changedBy: fenna.personName,
    changedByPersonId: fenna.personId,
    changedAt: now,
  });
  const leaves = (change: Partial<FocalPointFacts>, current = stood(), isSamePeople = false) => {
    const result = recordFocalPoint(
      current,
      { facts: { ...facts, ...change }, seenVersion: 1, isSamePeople },
      fenna,
      now,
      today,
    );
    return result.ok ? result.value.succession : result.error.code;
  };

  it('leaves a succession, with the day from which a hand-over belongs to it', () =>
    expect(leaves({ focalPoint: 'Noor Nieuw' })).toEqual({ on: today, handoverFrom: addDays(today, -90) }));
  it('is a namesake too: it is the person that counts', () => {
    const before = { ...stood(), focalPointPersonId: 'first' };
    expect(leaves({ focalPointPersonId: 'second' }, before)).toMatchObject({ on: today });
    expect(leaves({ focalPointPersonId: 'first', focalPoint: 'Fenna Anders' }, before)).toBeUndefined();
  });
  it('lets two people of one name stand in for each other, when they are two', () => {
    const two = { focalPointPersonId: 'one', substitute: 'Fenna Fictief', substitutePersonId: 'two' };
    expect(codeOf(attempt(two))).toBe('ok');
    expect(codeOf(attempt({ ...two, substitutePersonId: 'one' }))).toBe('substitute-is-same-person');
  });
  it('does so for a substitute too', () => expect(leaves({ substitute: 'Noor Nieuw' })).toMatchObject({ on: today }));
  it('is nobody when the two change places, or a name is only written better', () => {
    expect(leaves({ focalPoint: 'Bilal  fictief', substitute: 'FENNA Fictief' })).toBeUndefined();
    expect(leaves({ focalPoint: 'Fenna de Fictief' }, stood(), true)).toBeUndefined();
  });
  it('is nobody at the first record', () => {
    const first = attempt({});
    expect(first.ok && first.value.succession).toBeUndefined();
  });
  it('keeps the last succession when only the decision is renewed', () => {
    const earlier = { on: day('2026-03-01'), handoverFrom: day('2025-12-01') };
    expect(leaves({ evidenceTitle: 'Nieuw besluit' }, stood(earlier))).toEqual(earlier);
  });
  it('asks a hand-over of its own, not the one of the succession before it', () => {
    const earlier = { on: addDays(today, -10), handoverFrom: addDays(today, -100) };
    expect(leaves({ focalPoint: 'Noor Nieuw' }, stood(earlier))).toMatchObject({ handoverFrom: addDays(today, -9) });
    const sameDay = { on: today, handoverFrom: addDays(today, -90) };
    expect(leaves({ focalPoint: 'Noor Nieuw' }, stood(sameDay))).toMatchObject({ handoverFrom: today });
  });
});

describe('recording a focal point', () => {
  it('starts at version 1 and says who changed it when', () => {
    const result = attempt({});
    expect(result).toMatchObject({
      ok: true,
      value: { version: 1, changedBy: 'Fenna Fictief', changedByPersonId: 'fenna', changedAt: now },
    });
  });
  it('refuses a decision in the future', () =>
    expect(codeOf(attempt({ decidedOn: day('2026-11-26') }))).toBe('decided-in-future'));
  it('refuses an end date before the decision', () =>
    expect(codeOf(attempt({ validUntil: day('2026-11-01') }))).toBe('ends-before-decision'));
  it('refuses an end date that has passed', () =>
    expect(codeOf(attempt({ decidedOn: day('2020-01-01'), validUntil: today }))).toBe('already-lapsed'));
  it('refuses a term of more than four years', () => {
    expect(codeOf(attempt({ validUntil: addMonths(facts.decidedOn, 48) }))).toBe('ok');
    expect(codeOf(attempt({ validUntil: addDays(addMonths(facts.decidedOn, 48), 1) }))).toBe('runs-too-long');
  });
  it('refuses somebody as her own substitute, however it is typed', () =>
    expect(codeOf(attempt({ substitute: ' fenna  FICTIEF ' }))).toBe('substitute-is-same-person'));
  it('refuses a writer who saw an older version', () => {
    const first = attempt({});
    if (!first.ok) throw new Error('expected a record');
    expect(codeOf(recordFocalPoint(first.value, { facts, seenVersion: 0 }, bilal, now, today))).toBe('edit-conflict');
    expect(recordFocalPoint(first.value, { facts, seenVersion: 1 }, bilal, now, today)).toMatchObject({
      ok: true,
      value: { version: 2 },
    });
  });
  it('takes 29 February as a last day', () => expect(codeOf(attempt({ validUntil: day('2028-02-29') }))).toBe('ok'));
});

describe('the standing of an element', () => {
  const standing = { decidedOn: day('2026-11-01'), lapsesOn: day('2027-03-01') };
  it('lapses on its day and not a day earlier', () => {
    expect(standingOn(standing, day('2027-02-28'))).toBe('lapsing');
    expect(standingOn(standing, day('2027-03-01'))).toBe('lapsed');
  });
  it('is unknown without a publication', () => expect(standingOn(undefined, today)).toBe('unknown'));
  it('never gets better as time passes', () => {
    const rank = { arranged: 3, lapsing: 2, lapsed: 1, unknown: 0 } as const;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 2000 }), (first, later) => {
        const one = rank[standingOn(standing, addDays(today, first))];
        const two = rank[standingOn(standing, addDays(today, first + later))];
        expect(two).toBeLessThanOrEqual(one);
      }),
      { seed: 20261125 },
    );
  });
});
