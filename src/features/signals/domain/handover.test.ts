import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { answerBy, checkReceipt, handoverOn, mayHandOver } from './handover.ts';

const today = day('2026-11-27');
const none = { receivedOn: undefined, declinedOn: undefined };
const refused = (code: string) => ({ ok: false, error: { code } });

describe('handing a signal over', () => {
  it('comes after weighing, and is refused when it is closed', () => {
    for (const status of ['weighed', 'passed-on'] as const)
      expect(mayHandOver(status, [], 'police')).toEqual({ ok: true, value: undefined });
    for (const status of ['new', 'taken-up', 'closed'] as const)
      expect(mayHandOver(status, [], 'police')).toEqual(refused('signal-moved-on'));
  });

  it('never happens twice to the same receiver, unless that one declined it', () => {
    const handed = { channel: 'police', declinedOn: undefined } as const;
    expect(mayHandOver('weighed', [handed], 'police')).toEqual(refused('handed-before'));
    expect(mayHandOver('weighed', [handed], 'labour-authority').ok).toBe(true);
    expect(mayHandOver('weighed', [{ ...handed, declinedOn: today }], 'police').ok).toBe(true);
  });

  it('waits five working days for the receipt, and is late on that day', () => {
    // a Friday; the weekend does not count
    expect(answerBy(today)).toBe('2026-12-04');
    const waiting = { ...none, answerBy: answerBy(today) };
    expect(handoverOn(waiting, day('2026-12-03'))).toBe('waiting');
    expect(handoverOn(waiting, day('2026-12-04'))).toBe('late');
    expect(handoverOn({ ...waiting, receivedOn: day('2026-12-10') }, day('2026-12-11'))).toBe('received');
    expect(handoverOn({ ...waiting, declinedOn: day('2026-12-10') }, day('2026-12-11'))).toBe('declined');
  });

  it('is answered once, on a day between the hand-over and today', () => {
    const handed = { ...none, handedOn: day('2026-11-20') };
    expect(checkReceipt(handed, day('2026-11-20'), today).ok).toBe(true);
    expect(checkReceipt(handed, day('2026-11-19'), today)).toEqual(refused('receipt-before-handover'));
    expect(checkReceipt(handed, day('2026-11-28'), today)).toEqual(refused('receipt-in-future'));
    expect(checkReceipt({ ...handed, receivedOn: today }, today, today)).toEqual(refused('answered-before'));
  });
});
