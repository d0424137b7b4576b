import { describe, expect, it } from 'vitest';
import type { DataClass } from '../platform/db/table-register.ts';
import type { Letter } from '../platform/policy/access-matrix.ts';
import { type Facts, type Question, REASON_LENGTH } from '../platform/policy/policy.ts';
import { visibleFields } from '../platform/policy/visible-fields.ts';
import { ROLES, type Role } from '../shared-kernel/role.ts';
import { ACCESS_ROWS, POLICY, ROLE_ROWS, ROW_PURPOSES } from './access-matrix.ts';
import { DATA_CLASSES, PROCESSING_ACTIVITIES } from './processing-activities.ts';

const CLASSES = Object.keys(DATA_CLASSES) as DataClass[];
const LETTERS: readonly Letter[] = ['L', 'R', 'W', 'X', 'A'];
/** Everything that could be in somebody's favour at once, but for breaking the glass. */
const EVERYTHING: Facts = {
  reach: 'assigned',
  isOwn: true,
  isOwnOrganisation: true,
  ageInDays: 0,
  isAccepted: true,
  isOwnBed: true,
  hasSteppedUp: true,
  isNamedForOffenders: true,
  isReceived: true,
  isAgreed: true,
  reason: 'x'.repeat(REASON_LENGTH),
};
const ask = (change: Partial<Question>) =>
  POLICY.decide({
    who: 'zorgcoordinator',
    letter: 'R',
    dataClass: 'D5',
    purpose: 'VA-03',
    facts: { reach: 'assigned', isOwnOrganisation: true },
    ...change,
  });
const answer = (change: Partial<Question>) => {
  const decision = ask(change);
  return decision.allowed ? 'allowed' : decision.code;
};

describe('one decision: who may do what, with which class, for which purpose', () => {
  it('denies by default: no fact opens a class that the table does not name', () => {
    for (const role of ROLES)
      for (const dataClass of CLASSES)
        for (const letter of LETTERS)
          if (!LETTERS.some((each) => POLICY.mayEver(role, each, dataClass)))
            for (const { id: purpose } of PROCESSING_ACTIVITIES)
              expect(answer({ who: role, dataClass, letter, purpose, facts: EVERYTHING }), `${role} ${dataClass}`).toBe(
                'not-given',
              );
  });

  it('lets a care coordinator read and write a dossier that is hers, and nobody else’s', () => {
    expect(answer({})).toBe('allowed');
    expect(answer({ letter: 'W' })).toBe('allowed');
    expect(answer({ facts: { isOwnOrganisation: true } })).toBe('limit-not-met');
    expect(ask({ facts: {} })).toMatchObject({ missing: ['assigned'] });
    expect(answer({ facts: { reach: 'substitute' } })).toBe('allowed');
  });

  it('asks for the purpose: the same person, the same data, for something else, is refused', () => {
    expect(answer({ purpose: 'VA-11' })).toBe('other-purpose');
    expect(answer({ purpose: 'VA-99' })).toBe('other-purpose');
    // the activity covers the class, and this role does not work for it
    expect(answer({ who: 'medewerker', dataClass: 'D3', letter: 'W', purpose: 'VA-01', facts: {} })).toBe('allowed');
    expect(answer({ who: 'medewerker', dataClass: 'D3', letter: 'W', purpose: 'VA-02', facts: {} })).toBe(
      'other-purpose',
    );
  });

  it('shows whereabouts only after signing in again', () => {
    expect(ask({ dataClass: 'D6' })).toMatchObject({ allowed: false, missing: ['step-up'] });
    expect(answer({ dataClass: 'D6', facts: { reach: 'assigned', hasSteppedUp: true } })).toBe('allowed');
  });

  it('lets an employee see her own signal for thirty days, and not a day longer', () => {
    const own = (ageInDays: number) =>
      answer({ who: 'medewerker', dataClass: 'D2', purpose: 'VA-01', facts: { isOwn: true, ageInDays } });
    expect([own(0), own(30), own(31), own(-1)]).toEqual(['allowed', 'allowed', 'limit-not-met', 'limit-not-met']);
  });

  it('shows the shelter a profile of what is needed, and who it is only after it accepted', () => {
    const intake = (facts: Facts) => answer({ who: 'opvang', purpose: 'VA-04', facts });
    expect(intake({ part: 'need-profile' })).toBe('allowed');
    expect(intake({ reach: 'assigned' })).toBe('limit-not-met');
    expect(intake({ reach: 'assigned', isAccepted: true })).toBe('allowed');
  });

  it('gives the officer for data protection a dossier only with a reason, agreed by a second person, as an export', () => {
    const fg = (letter: Letter, facts: Facts) => answer({ who: 'fg', dataClass: 'D5', letter, facts });
    const reason = 'Verzoek om inzage van 3 maart, dossier 12';
    expect(fg('R', { reason, isAgreed: true })).toBe('not-given');
    expect(fg('X', { reason })).toBe('limit-not-met');
    expect(fg('X', { isAgreed: true, reason: 'kort' })).toBe('limit-not-met');
    expect(fg('X', { reason, isAgreed: true })).toBe('allowed');
  });

  it('does not exist for whoever is excluded, whatever else she has', () => {
    for (const role of ROLES)
      for (const dataClass of CLASSES)
        expect(answer({ who: role, dataClass, facts: { ...EVERYTHING, isExcluded: true } })).toBe('excluded');
  });

  it('lets a dossier that was closed for six months only be seen to be there', () => {
    const closed: Facts = { reach: 'assigned', isLongClosed: true };
    expect([
      answer({ facts: closed }),
      answer({ letter: 'W', facts: closed }),
      answer({ letter: 'L', facts: closed }),
    ]).toEqual(['closed-long', 'closed-long', 'allowed']);
  });
});

describe('breaking the glass', () => {
  const broken: Facts = { reach: 'break-glass', isOwnOrganisation: true };

  it('reads one dossier, and writes or exports nothing', () => {
    expect(answer({ facts: broken })).toBe('allowed');
    expect(ask({ facts: broken })).toMatchObject({ by: 'break-glass' });
    expect([answer({ letter: 'W', facts: broken }), answer({ letter: 'X', facts: broken })]).toEqual([
      'limit-not-met',
      'not-given',
    ]);
    // who could see only the phase of a case reads it now
    expect(answer({ who: 'aandachtsfunctionaris', facts: broken })).toBe('allowed');
  });

  it('never shows possible offenders, and whereabouts only after signing in again', () => {
    const facts = { ...EVERYTHING, ...broken, isNamedForOffenders: false };
    expect(answer({ who: 'aandachtsfunctionaris', dataClass: 'D7', purpose: 'VA-10', facts })).toBe('limit-not-met');
    expect(answer({ dataClass: 'D6', facts: broken })).toBe('limit-not-met');
    expect(answer({ dataClass: 'D6', facts: { ...broken, hasSteppedUp: true } })).toBe('allowed');
  });

  it('gives nothing to who works on no dossiers, least of all to who administrates', () => {
    const without = ROLES.filter((role) => !POLICY.worksOnDossiers(role));
    expect(without).toContain('beheerder');
    expect(without).toContain('ciso');
    for (const role of without)
      for (const dataClass of ['D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'] as const)
        for (const { id: purpose } of PROCESSING_ACTIVITIES)
          expect(
            answer({ who: role, dataClass, purpose, facts: broken }) === 'allowed' &&
              answer({ who: role, dataClass, purpose, facts: { isOwnOrganisation: true } }) !== 'allowed',
            `${role} ${dataClass}`,
          ).toBe(false);
  });
});

describe('nobody who administrates reads case content', () => {
  const CONTENT = ['D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9'] as const;

  it('whatever the facts, the purpose and the letter', () => {
    const administrators = ROLES.filter((role) => ROLE_ROWS[role].includes('functional-administrator'));
    expect(administrators).toEqual(['beheerder']);
    for (const role of administrators)
      for (const dataClass of CONTENT)
        for (const letter of LETTERS)
          for (const { id: purpose } of PROCESSING_ACTIVITIES)
            for (const reach of ['assigned', 'substitute', 'break-glass'] as const)
              expect(answer({ who: role, dataClass, letter, purpose, facts: { ...EVERYTHING, reach } })).toBe(
                'not-given',
              );
    expect(CONTENT.filter((each) => each in ACCESS_ROWS['technical-administrator'])).toEqual([]);
  });
});

describe('the fields of a record', () => {
  const columns = { id: 'D2', phase: 'D5', name: 'D4', address: 'D6', offender: 'D7', consent: 'D8' } as const;
  const row = {
    id: '1',
    phase: 'intake',
    name: 'Fatima Fictief',
    address: 'Voorbeeldstraat',
    offender: 'x',
    consent: 'ja',
  };
  const seen = (who: Role, facts: Facts, purpose = 'VA-03') =>
    Object.keys(visibleFields(POLICY, columns, row, { who, purpose, facts })).sort();

  it('are those that the table gives this role, and a field that it does not give is not there at all', () => {
    const mine: Facts = { reach: 'assigned', isOwnOrganisation: true };
    expect(seen('zorgcoordinator', mine)).toEqual(['consent', 'name', 'phase']);
    expect(seen('zorgcoordinator', { ...mine, hasSteppedUp: true })).toEqual(['address', 'consent', 'name', 'phase']);
    expect(seen('aandachtsfunctionaris', mine)).toEqual(['consent']);
    expect(seen('beheerder', EVERYTHING)).toEqual([]);
    expect(seen('zorgcoordinator', { ...mine, isExcluded: true })).toEqual([]);
  });

  it('leave out a column that the register does not know', () => {
    const unknown = { ...row, stray: 'geheim' };
    const fields = visibleFields(POLICY, columns as never, unknown, {
      who: 'zorgcoordinator',
      purpose: 'VA-03',
      facts: { reach: 'assigned' },
    });
    expect(fields).not.toHaveProperty('stray');
  });
});

describe('the table', () => {
  it('names for every row purposes that the register knows', () => {
    const known = new Set(PROCESSING_ACTIVITIES.map(({ id }) => id as string));
    for (const [row, purposes] of Object.entries(ROW_PURPOSES))
      expect(
        purposes.filter((each) => !known.has(each)),
        row,
      ).toEqual([]);
    expect(Object.keys(ROW_PURPOSES).sort()).toEqual(Object.keys(ACCESS_ROWS).sort());
  });

  it('gives no class that none of the purposes of its row covers: such a grant could never be used', () => {
    const dead = Object.entries(ACCESS_ROWS).flatMap(([row, grants]) =>
      (Object.keys(grants) as DataClass[])
        .filter((dataClass) => {
          const purposes = ROW_PURPOSES[row as keyof typeof ROW_PURPOSES];
          return !['D0', 'D1'].includes(dataClass) && !purposes.some((each) => covers(each, dataClass));
        })
        .map((dataClass) => `${row} ${dataClass}`),
    );
    expect(dead).toEqual(['client D4', 'client D5', 'client D8', 'client D11']);
  });
});

const covers = (purpose: string, dataClass: DataClass) => {
  const activity = PROCESSING_ACTIVITIES.find(({ id }) => id === purpose);
  if (!activity || activity.state === 'planned') return false;
  return (activity.dataClasses as readonly string[]).includes(dataClass);
};
