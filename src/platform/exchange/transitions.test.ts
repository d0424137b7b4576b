import { describe, expect, it } from 'vitest';
import { day } from '../../shared-kernel/plain-date.ts';
import { actionsIn, MESSAGE_STATES, messageStateOn, TRANSITIONS } from './transitions.ts';

describe('the states of a message', () => {
  it('are reached by one action each, and every action leads to one state', () => {
    const targets = new Map<string, Set<string>>();
    for (const { action, to } of TRANSITIONS) targets.set(action, (targets.get(action) ?? new Set()).add(to));
    for (const [action, states] of targets) expect([action, states.size]).toEqual([action, 1]);
    expect(MESSAGE_STATES.filter((state) => state !== 'sent' && !TRANSITIONS.some(({ to }) => to === state))).toEqual(
      [],
    );
  });

  it('let the receiver answer once, and the sender withdraw until it was refused', () => {
    expect(MESSAGE_STATES.map((state) => [state, actionsIn(state, 'receiver'), actionsIn(state, 'sender')])).toEqual([
      ['sent', ['deliver'], ['withdraw']],
      ['delivered', ['accept', 'refuse'], ['withdraw']],
      ['accepted', [], ['withdraw']],
      ['refused', [], []],
      ['withdrawn', [], []],
      ['expired', [], []],
    ]);
  });

  it('expire on the day itself, unless somebody answered', () => {
    const expiresOn = day('2027-01-01');
    const on = (state: (typeof MESSAGE_STATES)[number], date: string) =>
      messageStateOn({ state, expiresOn }, day(date));
    expect([on('sent', '2026-12-31'), on('sent', '2027-01-01'), on('delivered', '2027-01-02')]).toEqual([
      'sent',
      'expired',
      'expired',
    ]);
    expect([on('accepted', '2027-01-02'), on('refused', '2027-01-02'), on('withdrawn', '2027-01-02')]).toEqual([
      'accepted',
      'refused',
      'withdrawn',
    ]);
    expect(messageStateOn({ state: 'sent', expiresOn: null }, day('2199-01-01'))).toBe('sent');
  });
});
