import { describe, expect, it } from 'vitest';
import { type Decided, type Recognised, weigh } from './weighing.ts';

const nothing: Recognised = {
  isAcute: false,
  signs: {},
  statesCoercion: false,
  isMinor: 'unknown',
  hasMildIntellectualDisability: 'unknown',
};
const REASON = 'de politie is geweest en er is niemand meer in gevaar';

function weighed(change: Partial<Recognised>, decided: Decided, before?: Parameters<typeof weigh>[2]) {
  const result = weigh({ ...nothing, ...change }, decided, before);
  return result.ok ? [result.value.advice.level, result.value.hands] : result.error.code;
}

describe('weighing', () => {
  it('follows the advice without a reason', () => {
    expect(weighed({ signs: { control: 'strong' } }, { outcome: 'today', because: undefined })).toEqual([
      'today',
      'alone',
    ]);
    const two = { signs: { housing: 'weak', work: 'weak' } } as const;
    expect(weighed(two, { outcome: 'three-days', because: undefined })).toEqual(['three-days', 'alone']);
  });

  it('overrules the advice only with a reason, up and down', () => {
    const weak = { signs: { housing: 'weak' } } as const;
    expect(weighed(weak, { outcome: 'today', because: undefined })).toBe('reason-missing');
    expect(weighed(weak, { outcome: 'today', because: 'ken de plek' })).toEqual(['remember', 'alone']);
    expect(weighed({ statesCoercion: true }, { outcome: 'three-days', because: 'al hulp' })).toEqual([
      'today',
      'alone',
    ]);
  });

  it('never lets one person lower what is acute: by the rule, before, or by the word of who passed it on', () => {
    expect(weighed({ isAcute: true }, { outcome: 'today', because: REASON })).toEqual(['acute', 'together']);
    expect(weighed({}, { outcome: 'nothing', because: REASON }, 'acute')).toEqual(['nothing', 'together']);
    expect(weighed({}, { outcome: 'nothing', because: undefined }, 'acute')).toBe('reason-missing');
    expect(weighed({ isAcute: true }, { outcome: 'acute', because: undefined }, 'acute')).toEqual(['acute', 'alone']);
    expect(weighed({}, { outcome: 'nothing', because: undefined }, 'today')).toEqual(['nothing', 'alone']);
  });

  it('takes a reason for a second person that she can judge and that names nobody', () => {
    const acute = { isAcute: true };
    expect(weighed(acute, { outcome: 'today', because: 'te kort' })).toBe('reason-too-short');
    expect(weighed(acute, { outcome: 'today', because: `${REASON}, zegt Jan Voorbeeld` })).toBe('reason-may-name');
    expect(weighed({}, { outcome: 'today', because: 'bel 0612345678' })).toBe('reason-holds-number');
  });
});
