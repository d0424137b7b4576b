import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../shared-kernel/plain-date.ts';
import { currentFramework } from '../use-cases/framework-editions.ts';
import type { Fact } from './fact.ts';
import {
  type Action,
  actionOn,
  checkAction,
  checkPlan,
  factsOfPlan,
  gapsOn,
  type Leaving,
  type Plan,
  proposalsFor,
  totalsOn,
} from './plan.ts';
import { writeCalendar } from './plan-calendar.ts';
import { cycleFrom } from './plan-cycle.ts';

const today = day('2026-11-25');
const now = new Date('2026-11-25T09:00:00Z');
const framework = currentFramework();
const noor = { membershipId: 'a', name: 'Noor Fictief' };
const tom = { membershipId: 'b', name: 'Tom Fictief' };
const plan: Plan = {
  id: 'plan',
  title: 'Voorbeeldplan',
  regional: undefined,
  startsOn: day('2026-11-01'),
  endsOn: day('2028-11-01'),
  edition: 1,
  version: 1,
  changedBy: noor.name,
  changedByPersonId: undefined,
  changedAt: now,
};
const action: Action = {
  id: 'actie',
  title: 'Oefen de meldroute',
  track: 'signaleren',
  closesElement: 'K2.2',
  owner: noor,
  substitute: tom,
  dueOn: day('2027-03-01'),
  budgetEuro: 1000,
  hours: 8.5,
  proposal: undefined,
  source: undefined,
  status: 'open',
  version: 1,
  changedBy: noor.name,
  changedByPersonId: undefined,
  changedAt: now,
};
const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error!.code);

describe('a plan', () => {
  const attempt = (change: Partial<Plan>) => codeOf(checkPlan({ ...plan, ...change }, today));
  it('ends after it begins, within four years, and not before today', () => {
    expect(attempt({})).toBe('ok');
    expect(attempt({ endsOn: plan.startsOn })).toBe('ends-before-start');
    expect(attempt({ endsOn: day('2030-11-02') })).toBe('runs-too-long');
    expect(attempt({ startsOn: day('2024-01-01'), endsOn: today })).toBe('already-lapsed');
  });
});

describe('an action', () => {
  const attempt = (change: Partial<Action>, before?: Action) =>
    codeOf(checkAction({ ...action, ...change }, before, framework, today));
  it('refuses somebody as her own substitute', () =>
    expect(attempt({ substitute: noor })).toBe('substitute-is-same-person'));
  it('refuses an element that the framework does not know', () =>
    expect(attempt({ closesElement: 'K9.9' })).toBe('unknown-element'));
  it('refuses a new day in the past, and keeps an old one', () => {
    const late = { ...action, dueOn: day('2026-01-01') };
    expect(attempt({ dueOn: late.dueOn })).toBe('due-in-past');
    expect(attempt({ dueOn: late.dueOn, title: 'Anders' }, late)).toBe('ok');
  });
  it('is late from the day after its day, and never once it is done', () => {
    expect(actionOn(action, action.dueOn!)).toBe('open');
    expect(actionOn(action, addDays(action.dueOn!, 1))).toBe('late');
    expect(actionOn({ ...action, status: 'done' }, day('2030-01-01'))).toBe('done');
  });
});

describe('what a plan proves', () => {
  const stateOf = (actions: readonly Action[], element: string, leaving: Leaving = new Map()) =>
    factsOfPlan(plan, totalsOn(actions, leaving, today), noor.name, today).find((fact) => fact.element === element);
  it('is a plan (K1.3) only when every open action has an owner and a day', () => {
    expect(stateOf([], 'K1.3')?.state).toBe('started');
    expect(stateOf([action], 'K1.3')).toMatchObject({ state: 'present', lapsesOn: plan.endsOn });
    expect(stateOf([action, { ...action, owner: undefined }], 'K1.3')?.state).toBe('started');
    expect(stateOf([action, { ...action, owner: undefined, status: 'dropped' }], 'K1.3')?.state).toBe('present');
  });
  it('is a plan only until the first owner of an open action leaves, and again once somebody else owns it', () => {
    const leaving = new Map([[noor.membershipId, addDays(today, 40)]]);
    expect(stateOf([action], 'K1.3', leaving)).toMatchObject({ state: 'present', lapsesOn: addDays(today, 40) });
    expect(stateOf([{ ...action, status: 'done' }], 'K1.3', leaving)).toMatchObject({ lapsesOn: plan.endsOn });
    expect(stateOf([{ ...action, owner: tom }], 'K1.3', leaving)).toMatchObject({ lapsesOn: plan.endsOn });
    const left = new Map([[noor.membershipId, today]]);
    expect(stateOf([action], 'K1.3', left)).toMatchObject({ state: 'started', lapsesOn: plan.endsOn });
    expect(totalsOn([action, { ...action, status: 'done' }], left, today).unassigned).toBe(1);
    expect(totalsOn([action], new Map([[tom.membershipId, today]]), today).unassigned).toBe(0);
  });
  it('is money and hours (K1.5) only when there are both', () => {
    expect(stateOf([action], 'K1.5')?.state).toBe('present');
    expect(stateOf([{ ...action, hours: undefined }], 'K1.5')?.state).toBe('started');
    expect(stateOf([{ ...action, status: 'dropped' }], 'K1.5')?.state).toBe('absent');
  });
});

describe('proposals', () => {
  it('come for every gap, the basis first, and not for what is arranged', () => {
    const fact = {
      element: 'K2.2',
      source: 'scan',
      state: 'present',
      asOf: today,
      lapsesOn: day('2028-01-01'),
    } as Fact;
    const arranged = { ...fact, evidenceTitle: 'Protocol', reportedAt: now };
    const all = gapsOn(framework, [], today);
    expect(all).toHaveLength(framework.elements.length);
    expect(all[0]?.element.plateau).toBe('basis');
    expect(all.at(-1)?.element.plateau).toBe('verdieping');
    expect(gapsOn(framework, [arranged], today).map(({ element }) => element.id)).not.toContain('K2.2');
    expect(gapsOn(framework, [arranged], arranged.lapsesOn!).map(({ element }) => element.id)).toContain('K2.2');
  });
  it('leave out what is in the plan already', () => {
    const element = framework.elements[0]!;
    const taken = element.actions.map(({ id }) => ({ ...action, closesElement: element.id, proposal: id }));
    const gap = proposalsFor(framework, [], taken, today).find((each) => each.element.id === element.id);
    expect(gap).toMatchObject({ proposals: [], planned: taken.length });
  });
});

describe('the calendar', () => {
  it('has 18 October, the letter to the council and the end of the plan', () => {
    const days = cycleFrom(today, plan, { decidedOn: day('2026-12-01'), validUntil: day('2028-06-01') });
    const on = (title: string) => days.filter((each) => each.title.includes(title)).map((each) => each.on);
    expect(on('Europese dag')).toEqual(['2027-10-18', '2028-10-18']);
    expect(on('brief aan de raad')).toEqual(['2027-12-01']);
    expect(on('besluit over het beleid')).toEqual(['2028-06-01']);
    expect(on('plan loopt af')).toEqual(['2028-11-01']);
  });

  it('is RFC 5545 whatever the texts hold: lines of at most 75 octets, nothing that ends a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const title = text.toWellFormed();
        const file = writeCalendar('Aanpak', [
          { id: 'x', on: today, title, description: 'a;b,c\\d\r\ne', changedAt: now },
        ]);
        const lines = file.split('\r\n');
        expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const unfolded = file.replaceAll('\r\n ', '');
        expect(unfolded.match(/^(BEGIN|END):VEVENT\r$/gm)).toHaveLength(2);
        expect(unfolded).toContain('DESCRIPTION:a\\;b\\,c\\\\d\\ne');
      }),
      { seed: 20261125 },
    );
  });
});
