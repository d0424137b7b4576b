import { describe, expect, it } from 'vitest';
import { readEditions } from '../../../platform/content/read-editions.ts';
import {
  PURPOSES,
  type Purpose,
  RECEIVERS,
  type ReceiverKind,
  SHARED_DATA,
  SHARERS,
  type SharedData,
  type Sharer,
} from '../domain/sharing-case.ts';
import { mayRecord, type Outcome, ruleFor } from '../domain/sharing-rule.ts';
import { SHARING_RULES } from './sharing-rules.ts';

const shipped = readEditions(SHARING_RULES.kind).at(-1) as { readonly rules: readonly Record<string, unknown>[] };
const { rules } = SHARING_RULES.schema.parse(shipped);
const keysOf = <T extends string>(words: Readonly<Record<T, string>>) => Object.keys(words) as T[];
const askedOf = (from: Sharer, data: SharedData, to: ReceiverKind, purpose: Purpose) => ({ from, data, to, purpose });
const cases = keysOf<Sharer>(SHARERS).flatMap((from) =>
  keysOf<SharedData>(SHARED_DATA).flatMap((data) =>
    keysOf<ReceiverKind>(RECEIVERS).flatMap((to) =>
      keysOf<Purpose>(PURPOSES).map((purpose) => askedOf(from, data, to, purpose)),
    ),
  ),
);

describe('the decision table of sharing', () => {
  // as the dossier tells it: one line for each rule that decides
  const decided: readonly (readonly [Sharer, SharedData, ReceiverKind, Purpose, Outcome, string])[] = [
    ['official', 'nobody', 'police', 'advice', 'yes', 'nobody'],
    ['official', 'identity', 'police', 'danger', 'yes', 'danger'],
    ['care-coordinator', 'whereabouts', 'care', 'danger', 'yes', 'danger'],
    ['shelter', 'care', 'ngo', 'danger', 'no', 'danger-elsewhere'],
    ['police', 'police', 'comensha', 'registration', 'yes', 'police-data-comensha'],
    ['police', 'police', 'care', 'help', 'elsewhere', 'police-data-police'],
    ['focal-point', 'police', 'comensha', 'registration', 'no', 'police-data'],
    ['official', 'benefits', 'colleague', 'help', 'no', 'benefits'],
    ['official', 'brp', 'police', 'offence', 'no', 'brp'],
    ['focal-point', 'identity', 'municipality', 'policy', 'no', 'policy'],
    ['focal-point', 'identity', 'comensha', 'advice', 'no', 'advice'],
    ['focal-point', 'suspect', 'police', 'offence', 'weigh', 'suspect-police'],
    ['focal-point', 'suspect', 'riec', 'order', 'elsewhere', 'suspect-riec'],
    ['care-coordinator', 'suspect', 'care', 'help', 'no', 'suspect'],
    ['care-coordinator', 'identity', 'safety-house', 'help', 'elsewhere', 'partnership'],
    ['shelter', 'care', 'riec', 'offence', 'elsewhere', 'partnership'],
    ['official', 'identity', 'safe-home', 'child', 'yes', 'child'],
    ['shelter', 'whereabouts', 'care', 'help', 'consent', 'whereabouts-placing'],
    ['focal-point', 'whereabouts', 'police', 'offence', 'no', 'whereabouts'],
    ['police', 'identity', 'comensha', 'registration', 'yes', 'registration-police'],
    ['shelter', 'care', 'comensha', 'registration', 'no', 'registration-care'],
    ['care-coordinator', 'identity', 'comensha', 'registration', 'consent', 'registration'],
    ['official', 'seen', 'colleague', 'help', 'weigh', 'help-official'],
    ['official', 'identity', 'colleague', 'help', 'no', 'official-identity'],
    ['care-coordinator', 'care', 'colleague', 'help', 'consent', 'colleague-care'],
    ['focal-point', 'seen', 'colleague', 'order', 'weigh', 'colleague'],
    ['care-coordinator', 'care', 'care', 'help', 'consent', 'help-care'],
    ['official', 'identity', 'care', 'help', 'consent', 'help-others'],
    ['care-coordinator', 'identity', 'ngo', 'help', 'consent', 'help-ngo'],
    ['care-coordinator', 'identity', 'police', 'offence', 'weigh', 'offence'],
    ['official', 'place', 'labour', 'order', 'yes', 'place'],
    ['official', 'place', 'ngo', 'help', 'weigh', 'place-other'],
    ['official', 'care', 'municipality', 'order', 'no', 'otherwise'],
  ];

  it.each(decided)('%s · %s · %s · %s: %s by %s', (from, data, to, purpose, outcome, id) => {
    const rule = ruleFor(rules, askedOf(from, data, to, purpose));
    expect([rule?.outcome, rule?.id]).toEqual([outcome, id]);
  });

  it('has a tried line for every rule, so that none is out of reach of those before it', () => {
    expect(new Set(decided.map(([, , , , , id]) => id))).toEqual(new Set(rules.map(({ id }) => id)));
  });

  it('answers every question, and never with a bare no: there is always something that can be done', () => {
    const answers = cases.map((each) => ruleFor(rules, each));
    expect(answers.length).toBeGreaterThan(5_000);
    expect(answers.filter((rule) => !rule)).toEqual([]);
    expect(answers.filter((rule) => rule?.outcome !== 'yes' && rule?.instead.length === 0)).toEqual([]);
  });

  it('lets nobody share data of a possible offender, a benefit or the register of persons with a helper, but in danger', () => {
    const closed = cases.filter(
      ({ data, to, purpose }) =>
        ['suspect', 'benefits', 'brp'].includes(data) && ['ngo', 'municipality'].includes(to) && purpose !== 'danger',
    );
    expect(new Set(closed.map((each) => ruleFor(rules, each)?.outcome))).toEqual(new Set(['no']));
  });

  it('refuses a table without a last rule that always fits, and a no without what can be done', () => {
    const last = shipped.rules.at(-1)!;
    const isRead = (table: readonly object[]) => SHARING_RULES.schema.safeParse({ ...shipped, rules: table }).success;
    expect(isRead(shipped.rules)).toBe(true);
    expect(isRead(shipped.rules.slice(0, -1))).toBe(false);
    expect(isRead([{ ...last, instead: [] }])).toBe(false);
  });
});

describe('writing down that something was shared', () => {
  const ruleOf = (id: string) => rules.find((rule) => rule.id === id);
  const codeOf = (id: string, said: Parameters<typeof mayRecord>[1]) => {
    const may = mayRecord(ruleOf(id), said);
    return may.ok ? undefined : may.error.code;
  };
  it('asks the rule that was read, and the consent where the rule does', () => {
    expect(codeOf('help-care', { rule: 'help-care', consent: undefined })).toBe('consent-missing');
    expect(codeOf('help-care', { rule: 'help-care', consent: 'person' })).toBeUndefined();
    expect(codeOf('help-care', { rule: 'child', consent: 'person' })).toBe('policy-changed');
    expect(codeOf('brp', { rule: 'brp', consent: 'person' })).toBe('not-allowed');
    expect(codeOf('gone', { rule: 'gone', consent: 'person' })).toBe('policy-changed');
  });
});
