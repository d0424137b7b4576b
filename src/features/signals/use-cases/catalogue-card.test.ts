import { describe, expect, it } from 'vitest';
import { checkedCard } from '../../../platform/documents/card-tree.ts';
import { day } from '../../../shared-kernel/plain-date.ts';
import { SIGNAL_ROLES } from '../domain/catalogue.ts';
import { signalCard } from './catalogue-card.ts';
import { catalogueToday } from './catalogue-content.ts';
import type { CheckLine } from './check-lines.ts';

const today = day('2026-11-29');
const line = (id: string, changes: Partial<CheckLine> = {}): CheckLine => ({
  id,
  name: id,
  when: 'x',
  number: '0800-0000',
  english: undefined,
  state: 'open',
  opensAt: undefined,
  hours: null,
  isDialable: true,
  isFallback: false,
  situations: ['possible-victim'],
  ...changes,
});
const cardOf = (role: (typeof SIGNAL_ROLES)[number], fold: 'a4' | 'a6', lines: readonly CheckLine[] = []) =>
  signalCard({ role, name: role }, catalogueToday(today), lines, fold, { today, mark: undefined });

describe('a card of signals', () => {
  it('can be made for every role, and holds each of its signals once', () => {
    for (const role of SIGNAL_ROLES)
      for (const fold of ['a4', 'a6'] as const) {
        const card = cardOf(role, fold);
        expect(() => checkedCard(card)).not.toThrow();
        const own = catalogueToday(today).signals.filter(({ roles }) => roles.includes(role));
        expect(card.inside.flatMap(({ items }) => items)).toHaveLength(own.length);
      }
  });

  it('says what else each can be on A4, and where that stands when it is folded', () => {
    for (const item of cardOf('BZ', 'a4').inside.flatMap(({ items }) => items)) expect(item).toContain('Kan ook: ');
    expect(cardOf('BZ', 'a6').inside[0].note).toContain('/signalen');
  });

  it('says that nobody in the field validated it, and that sex work is legal where that belongs', () => {
    expect(cardOf('KCC', 'a6').front.note).toContain('Nog niet getoetst door het veld');
    expect(cardOf('TH', 'a6').inside[1].note).toBe('Zelfstandig sekswerk is legaal.');
    expect(cardOf('KCC', 'a6').inside[1].note).toBeUndefined();
  });

  it('marks a number that was not verified, and leaves out lines for others', () => {
    const { items } = cardOf('BZ', 'a6', [
      line('A'),
      line('B', { isDialable: false }),
      line('C', { situations: ['support'] }),
    ]).back;
    expect(items.slice(1, 3)).toEqual([
      'A: 0800-0000 (tijden niet bekend)',
      'B: 0800-0000 (tijden niet bekend; nummer nog te verifiëren)',
    ]);
    expect(items.join()).not.toContain('C:');
  });

  it('never names a line that can be closed before those that always answer, and says when it is open', () => {
    const nine = { monday: ['09:00-17:00'], tuesday: ['09:00-17:00'], wednesday: ['09:00-17:00'] };
    const week = { ...nine, thursday: ['09:00-17:00'], friday: ['09:00-17:00'], saturday: [], sunday: [], holiday: [] };
    const { items } = cardOf('BZ', 'a4', [
      line('A', { hours: week }),
      line('B', { hours: { ...week, friday: ['09:00-12:00'] } }),
      line('C', { hours: 'always' }),
      line('112', { number: '112', hours: 'always', situations: ['acute-danger'] }),
    ]).back;
    expect(items.slice(1, 5)).toEqual([
      'Nu gevaar: 112 (dag en nacht)',
      'C: 0800-0000 (dag en nacht)',
      'A: 0800-0000 (werkdagen 9.00–17.00)',
      'B: 0800-0000 (niet altijd open)',
    ]);
  });

  it('holds what a municipality added for this work, marked as its own', () => {
    const [first] = catalogueToday(today).signals;
    const own = { ...first!, id: 'x', roles: ['TH'] as const, strength: 'weak' as const, nl: 'Een schip vaart nooit' };
    const card = (role: 'TH' | 'BZ', fold: 'a4' | 'a6') =>
      signalCard(
        { role, name: role },
        catalogueToday(today),
        [],
        fold,
        { today, mark: undefined },
        {
          by: 'Voorbeeldstad',
          signals: [own],
        },
      );
    expect(card('TH', 'a6').inside[1].items).toContain('Een schip vaart nooit (eigen signaal)');
    expect(card('TH', 'a4').inside[1].items.at(-1)).toMatch(/^Een schip vaart nooit\. Kan ook: .+ \(eigen signaal\)$/);
    expect(
      card('BZ', 'a6')
        .inside.flatMap(({ items }) => items)
        .join(),
    ).not.toContain('eigen signaal');
    expect(card('TH', 'a6').front.note).toContain('Met eigen signalen van Voorbeeldstad');
  });
});
