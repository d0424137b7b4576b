import { describe, expect, it } from 'vitest';
import { checkedOwnSignal, type OwnSignalFacts } from './own-signal.ts';

const GOOD: OwnSignalFacts = {
  form: 'labour-exploitation',
  category: 'housing',
  roles: ['TH'],
  strength: 'weak',
  what: 'In de haven slapen mensen op een schip dat niet vaart',
  elsewise: 'Een bemanning die op een onderdeel wacht',
  isLegalSexWork: false,
};
const faultOf = (change: Partial<OwnSignalFacts>) => {
  const outcome = checkedOwnSignal({ ...GOOD, ...change });
  return outcome.ok ? undefined : outcome.error;
};

describe('a signal of a municipality itself', () => {
  it('passes when it tells what can be seen', () => {
    expect(checkedOwnSignal(GOOD)).toEqual({ ok: true, value: GOOD });
  });

  it.each([
    'Poolse mannen in een busje',
    'Een vrouw met een hoofddoek',
    'Veel condooms in huis',
  ])('is never where somebody is from, or what somebody wears or carries: %s', (what) => {
    expect(faultOf({ what })).toMatchObject({ code: 'never-a-signal', field: 'what' });
  });

  it('may say in "what else" that there is an ordinary reason', () => {
    expect(faultOf({ elsewise: 'Studenten uit Polen die samen een huis huren' })).toBeUndefined();
  });

  it.each([
    ['what', 'Bel 0612345678 als je dit ziet'],
    ['elsewise', 'Vraag het aan mevrouw Verzonnen'],
  ] as const)('is never about somebody (%s)', (field, text) => {
    expect(faultOf({ [field]: text })).toEqual({ code: 'about-somebody', field });
  });

  it('is not strong when independent sex workers do it too', () => {
    expect(faultOf({ isLegalSexWork: true, strength: 'strong' })).toEqual({ code: 'sex-work-is-legal' });
    expect(faultOf({ isLegalSexWork: true })).toBeUndefined();
  });
});
