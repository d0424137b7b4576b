import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import {
  type CovenantNow,
  enforcementAt,
  type Item,
  isTooOld,
  mayBring,
  mayStep,
  mayTakePart,
  type Participant,
  shownTo,
} from './meeting.ts';
import { ENFORCEMENT, PARTY_TYPES, partyTypeOf, soundsLike } from './party.ts';

const care = { kind: 'care', state: 'planned' } as const;
const signal = { kind: 'signal', state: 'planned' } as const;
const TOWN = 'town';

const participant = (change: Partial<Participant> = {}): Participant => ({
  id: 'p1',
  way: 'organisation',
  organisationId: TOWN,
  membershipId: undefined,
  personId: undefined,
  name: 'Gemeente Voorbeeldstad',
  type: 'municipality',
  sees: 'all',
  removedAt: undefined,
  ...change,
});
const person: Item = {
  id: 'i1',
  number: 1,
  purpose: 'Een plek',
  aboutPerson: true,
  topic: undefined,
  dossierId: 'i1',
  ground: 'law',
  law: 'wmo',
  consent: undefined,
  withdrawnAt: undefined,
  withdrawnWhy: undefined,
};
const gone = { removedAt: new Date(0) };
const holds: CovenantNow = { holds: true, partyIds: new Set([TOWN]), partyTypes: new Set(['safe-home']) };
const codeOf = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
  result.ok ? 'ok' : result.error?.code;

describe('who may take part', () => {
  const seat = (change: Partial<Participant> = {}, items: readonly Item[] = [], meeting = care) =>
    codeOf(mayTakePart(meeting, participant({ organisationId: 'other', ...change }), [participant()], items));

  it('is nobody who investigates, as soon as a person is on the agenda', () => {
    for (const type of ENFORCEMENT) expect([type, seat({ type }, [person])]).toEqual([type, 'belongs-elsewhere']);
  });
  it('is anybody else, and who investigates where no person is on the agenda, or not any more', () => {
    for (const type of PARTY_TYPES.filter((each) => !ENFORCEMENT.includes(each)))
      expect([type, seat({ type }, [person])]).toEqual([type, 'ok']);
    expect(seat({ type: 'police' })).toBe('ok');
    expect(seat({ type: 'police' }, [{ ...person, withdrawnAt: new Date(0), withdrawnWhy: 'consent' }])).toBe('ok');
  });
  it('is an organisation once, and again after it left', () => {
    expect(seat({ organisationId: TOWN })).toBe('takes-part-already');
    expect(codeOf(mayTakePart(care, participant(), [participant(gone)], []))).toBe('ok');
  });
  it('are own officials only, in a consultation of one municipality', () => {
    const of = (change: Partial<Participant>) => codeOf(mayTakePart(signal, participant(change), [], []));
    expect(of({})).toBe('own-officials-only');
    expect(of({ way: 'paper', type: 'police', organisationId: undefined })).toBe('own-officials-only');
    expect(of({ way: 'colleague', type: 'own', organisationId: undefined, membershipId: 'm' })).toBe('ok');
  });
  it('is nobody when it is closed', () => {
    const closed = { ...care, state: 'closed' } as const;
    expect(codeOf(mayTakePart(closed, participant(), [], []))).toBe('meeting-closed');
  });
});

describe('what may be brought', () => {
  const bring = (
    change: { readonly ground?: Item['ground']; readonly for?: readonly string[] } = {},
    participants: readonly Participant[] = [participant()],
    covenant: Parameters<typeof mayBring>[3] = holds,
    meeting: Parameters<typeof mayBring>[0] = care,
  ) => codeOf(mayBring(meeting, { ground: 'law', for: ['p1'], ...change }, participants, covenant));

  it('is a person with consent or a law of care, for a party of a covenant that holds', () => {
    expect([bring(), bring({ ground: 'consent' })]).toEqual(['ok', 'ok']);
    expect(bring({ ground: 'task' })).toBe('wrong-ground');
    expect(bring({}, undefined, { ...holds, holds: false })).toBe('covenant-lapsed');
    expect(bring({}, [participant({ organisationId: 'stranger' })])).toBe('not-a-party');
    const paper = { way: 'paper', organisationId: undefined } as const;
    expect(bring({}, [participant({ ...paper, type: 'safe-home' })])).toBe('ok');
    expect(bring({}, [participant({ ...paper, type: 'ngo' })])).toBe('not-a-party');
  });
  it('is no person where an authority sits that investigates, until it left', () => {
    const police = participant({ id: 'p2', organisationId: 'police', type: 'police' });
    expect(bring({}, [participant(), police])).toBe('belongs-elsewhere');
    expect(bring({ ground: undefined }, [participant(), police])).toBe('ok');
    expect(bring({}, [participant(), { ...police, ...gone }])).toBe('ok');
    expect(enforcementAt([police, { ...police, id: 'p3' }, participant()])).toEqual(['police']);
  });
  it('goes to nobody who sees no persons, and to nobody who is not at the table', () => {
    expect(bring({}, [participant({ sees: 'topics' })])).toBe('sees-no-persons');
    expect(bring({ ground: undefined }, [participant({ sees: 'topics' })])).toBe('ok');
    expect(bring({ for: ['p9'] })).toBe('unknown-participant');
    expect(bring({}, [participant(gone)])).toBe('unknown-participant');
  });
  it('rests on the task of the municipality, within it', () => {
    const colleague = participant({ way: 'colleague', type: 'own', organisationId: undefined, membershipId: 'm' });
    expect(bring({ ground: 'task' }, [colleague], undefined, signal)).toBe('ok');
    expect(bring({ ground: 'consent' }, [colleague], undefined, signal)).toBe('wrong-ground');
  });
});

it('lets a consent carry for a year', () => {
  const isOld = (on: string) => isTooOld({ on: day(on) }, day('2026-12-01'));
  expect([isOld('2025-12-01'), isOld('2025-12-02'), isOld('2026-12-01')]).toEqual([true, false, false]);
});

it('shows the background only to whoever may see all', () => {
  const said = { called: 'R.', question: 'Waar?', background: 'Slaapt in een auto' };
  expect(shownTo(said, 'all')).toEqual(said);
  expect(shownTo(said, 'question')).toEqual({ ...said, background: '' });
});

it('takes its steps in order, and not on what was seen before a change', () => {
  const step = (state: 'planned' | 'sitting' | 'closed', what: Parameters<typeof mayStep>[1], seen?: number) =>
    codeOf(mayStep({ state, version: 3 }, what, seen));
  expect(step('planned', 'record')).toBe('not-opened');
  expect(step('planned', 'close')).toBe('not-opened');
  expect(step('planned', 'open', 2)).toBe('edit-conflict');
  expect(step('planned', 'open', 3)).toBe('ok');
  expect(step('sitting', 'open', 3)).toBe('opened-before');
  expect(step('closed', 'invite')).toBe('meeting-closed');
});

describe('kinds of organisation', () => {
  it('follow from how an organisation is known', () => {
    const of = (kind: string, partnerKind: string | null = null, name = 'Voorbeeld') =>
      partyTypeOf({ kind, partnerKind, name });
    expect(of('politie')).toBe('police');
    expect(of('aanmelder', 'politie')).toBe('police');
    expect(of('ketenpartner', 'arbeidsinspectie')).toBe('labour-inspectorate');
    expect(of('ketenpartner', 'iets anders')).toBe('other');
    expect([of('riec'), of('politie-eenheid')]).toEqual(['riec', 'police']);
    expect(of('aanmelder', null, 'FIOD Voorbeeld')).toBe('tax');
    expect(of('gemeente')).toBe('municipality');
  });
  it('are heard in a name, and «om» in a sentence is nobody', () => {
    expect(soundsLike('Wijkagent Noord')).toBe('police');
    expect(soundsLike('OM Oost')).toBe('prosecution');
    expect(soundsLike('Officier van justitie')).toBe('prosecution');
    expect(soundsLike('RIEC Limburg')).toBe('riec');
    expect(soundsLike('Stichting om de hoek')).toBeUndefined();
    expect(soundsLike('Leerplichtambtenaar')).toBeUndefined();
  });
});
