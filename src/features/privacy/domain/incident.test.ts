import { describe, expect, it } from 'vitest';
import {
  dutiesOf,
  type Incident,
  type IncidentStep,
  judgeClosing,
  judgeStep,
  nextClock,
  type StepKind,
} from './incident.ts';

const FOUND = new Date('2027-01-30T22:00:00Z');
const at = (hours: number) => new Date(FOUND.getTime() + hours * 3_600_000);
const step = (kind: StepKind, hours = 1, outcome?: IncidentStep['outcome']): IncidentStep => ({
  kind,
  outcome,
  note: 'gedaan',
  doneByName: 'Voorbeeld (fictief)',
  doneAt: at(hours),
});
const incident = (change: Partial<Incident> = {}): Incident => ({
  id: 'proef',
  isDrill: false,
  what: 'Een lijst ging naar een verkeerd adres.',
  kind: 'sent-wrong',
  discoveredAt: FOUND,
  dataKinds: ['contact'],
  people: 'few',
  reachesOffender: 'unknown',
  isProcessor: false,
  isSignificant: 'no',
  taken: '',
  reportedByName: 'Voorbeeld (fictief)',
  reportedAt: at(1),
  closedAt: undefined,
  steps: [],
  ...change,
});
const names = (of: Incident) => dutiesOf(of, at(2)).map(({ name }) => name);
const by = (of: Incident, name: string) => dutiesOf(of, at(2)).find((duty) => duty.name === name)?.by;

describe('an incident', () => {
  it('asks the authority within 72 hours, and a safety check before anybody is told', () => {
    expect(names(incident())).toEqual(['authority', 'safety', 'persons']);
    expect(by(incident(), 'authority')).toEqual(at(72));
    expect(nextClock(incident(), at(2))).toEqual(at(72));
  });

  it('asks 24 hours, 72 hours and a month when it is significant, also when nobody knows yet', () => {
    for (const isSignificant of ['yes', 'unknown'] as const) {
      const big = incident({ isSignificant, people: 'none' });
      expect(names(big)).toEqual(['early-warning', 'notification', 'final-report']);
      expect([by(big, 'early-warning'), by(big, 'notification')]).toEqual([at(24), at(72)]);
    }
  });

  it('counts the month from the notification, and ends on the last day of a short month', () => {
    const early = incident({ isSignificant: 'yes', steps: [step('notification', 1)] });
    expect(by(early, 'final-report')).toEqual(new Date('2027-02-28T23:00:00Z'));
    expect(by(incident({ isSignificant: 'yes' }), 'final-report')).toEqual(new Date('2027-03-02T22:00:00Z'));
  });

  it('goes to whoever owns the data within a day, and is theirs to judge', () => {
    const theirs = incident({ isProcessor: true });
    expect(names(theirs)).toEqual(['controller']);
    expect(by(theirs, 'controller')).toEqual(at(24));
    expect(judgeStep(theirs, 'tell-persons', at(2))).toEqual({ ok: false, error: { code: 'step-not-asked' } });
  });

  it('is late when the clock has run out, and stays late when it was done too late', () => {
    const late = (of: Incident, now: number) => dutiesOf(of, at(now)).find(({ name }) => name === 'authority')!.isLate;
    expect([late(incident(), 72), late(incident(), 73)]).toEqual([false, true]);
    expect(late(incident({ steps: [step('tell-authority', 71)] }), 500)).toBe(false);
    expect(late(incident({ steps: [step('not-authority', 80)] }), 500)).toBe(true);
  });

  it('tells nobody before the safety check, and not when it said no; a later check may say yes', () => {
    const told = (...steps: IncidentStep[]) => judgeStep(incident({ steps }), 'tell-persons', at(9));
    expect(told()).toMatchObject({ error: { code: 'safety-first' } });
    expect(told(step('safety-check', 1, 'not-safe'))).toMatchObject({ error: { code: 'contact-not-safe' } });
    expect(told(step('safety-check', 1, 'not-safe'), step('safety-check', 2, 'through-trusted')).ok).toBe(true);
    expect(told(step('safety-check', 1, 'safe'), step('safety-check', 2, 'not-safe')).ok).toBe(false);
  });

  it('is over when nothing is left, once', () => {
    const done = [step('not-authority'), step('safety-check', 1, 'safe'), step('not-persons')];
    expect(judgeClosing(incident({ steps: done.slice(1) }), at(9))).toMatchObject({ error: { code: 'duties-open' } });
    expect(judgeClosing(incident({ steps: done }), at(9)).ok).toBe(true);
    const closed = incident({ steps: done, closedAt: at(10) });
    expect(judgeClosing(closed, at(11))).toMatchObject({ error: { code: 'incident-closed' } });
    expect(judgeStep(closed, 'tell-authority', at(11))).toMatchObject({ error: { code: 'incident-closed' } });
  });
});
