import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEdition } from '../../../platform/content/copy-editions.ts';
import { day } from '../../../shared-kernel/plain-date.ts';
import type { Catalogue, Signal } from '../domain/catalogue.ts';
import { filterSignals, SIGNAL_ROLES } from '../domain/catalogue.ts';
import { catalogueToday, SIGNAL_CATALOGUE } from './catalogue-content.ts';

const NAME = 'content/signals/2026-11.json';
const text = readFileSync(NAME, 'utf8');
const edition = () => JSON.parse(text) as Catalogue & { signals: Signal[] };
const read = (changed: unknown) => readEdition(NAME, JSON.stringify(changed, null, 2), SIGNAL_CATALOGUE);
const refusedWith = (changes: Partial<Record<keyof Signal, unknown>>) => {
  const changed = edition();
  Object.assign(changed.signals[0]!, changes);
  return () => read(changed);
};

/** Words of this test, not of the product: where from, what believed, worn, carried, looked like. */
const NEVER = [
  /oekraïen|roeme|bulgaar|pools|nigeri|romani|bulgari|polish|ukrain/i,
  /moslim|islam|christen|kerk|voodoo|juju|muslim|church/i,
  /kleding|kleren|kleed|rok\b|hoofddoek|cloth|\bdress|skirt/i,
  /condo/i,
  /huid|tatoeag|tattoo|uiterlijk|make-up|appearance|skin/i,
  /gearrangeerd|arranged/i,
];

describe('the catalogue of signals as content', () => {
  const { signals } = edition();

  it('has 101 signals, each with what else it can be, an owner of those words, and nobody who validated it yet', () => {
    expect(signals).toHaveLength(101);
    for (const signal of signals) {
      expect(signal.elsewise.nl.length, signal.id).toBeGreaterThan(20);
      expect(signal.elsewise.owner).not.toBe('');
      expect([signal.elsewise.reviewedBy, signal.validatedBy]).toEqual([null, null]);
    }
    expect(() => read(edition())).not.toThrow();
  });

  it('never names where somebody is from, believes, wears, carries or looks like', () => {
    for (const { id, nl, en } of signals) for (const never of NEVER) expect(`${id} ${nl} / ${en}`).not.toMatch(never);
  });

  it.for([
    ['ARB-19', 'Oekraïense ontheemde werkt in ruil voor onderdak', 'Oekraïense'],
    ['SEX-18', 'Verwijst naar eed, voodoo/juju of een schuld van tienduizenden euro’s', 'voodoo'],
    ['SEX-15', 'Kleding, cijfers en vriendenkring veranderen snel', 'Kleding'],
    ['DIENST-07', 'Gearrangeerd of gedwongen huwelijk met plicht tot werk', 'Gearrangeerd'],
    ['SEX-02', 'Grote voorraad condooms en glijmiddel', 'condooms'],
    ['ALG-08', 'Een tatoeage die op eigendom wijst', 'tatoeage'],
    ['CRIM-04', 'New expensive clothes without income', 'clothes'],
  ] as const)('is refused with %s as it once was, and names the word and the line', ([, nl, word]) => {
    expect(refusedWith({ nl })).toThrow(
      new RegExp(`2026-11\\.json, regel \\d+: signals\\.0\\.nl: «${word}» mag nooit`),
    );
  });

  it('lets ordinary words through that only begin alike', () => {
    for (const nl of [
      'Een rookmelder is afgeplakt',
      'Een ploeg van de carpool',
      'Het huis staat te huur',
      'Draagt geld af',
    ])
      expect(refusedWith({ nl })).not.toThrow();
  });

  it('keeps what independent sex workers also do from being strong, and always says that it is legal', () => {
    for (const id of ['SEX-01', 'SEX-02', 'SEX-06', 'SEX-19']) {
      const signal = signals.find((each) => each.id === id)!;
      expect([signal.sexWorkIsLegal, signal.strength]).toEqual([true, 'weak']);
      expect(signal.elsewise.nl).toMatch(/^Zelfstandig sekswerk is legaal\./);
    }
    expect(refusedWith({ strength: 'strong', sexWorkIsLegal: true })).toThrow(/zelfstandig sekswerk is legaal/);
  });

  it('is refused with an unknown role, a missing translation, the same number twice or half a validation', () => {
    expect(refusedWith({ roles: ['BOA'] })).toThrow(/regel \d+: signals\.0\.roles\.0/);
    expect(refusedWith({ en: undefined })).toThrow(/signals\.0\.en/);
    expect(refusedWith({ id: 'ALG-02' })).toThrow(/hetzelfde id/);
    expect(refusedWith({ validatedBy: 'adviseur, CoMensha' })).toThrow(/én wanneer/);
  });

  it('holds from its first day, also before it', () => {
    expect(catalogueToday(day('2026-11-29')).id).toBe('2026-11');
    expect(catalogueToday(day('2020-01-01')).id).toBe('2026-11');
  });

  it('has something for every role', () => {
    for (const role of SIGNAL_ROLES) expect(filterSignals(signals, { role }).length, role).toBeGreaterThan(5);
  });
});
