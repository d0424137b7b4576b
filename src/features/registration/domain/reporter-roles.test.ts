import { describe, expect, it } from 'vitest';
import { DUTY_BOUND, GRANTABLE_KINDS, type GrantedKind, kindsOf, mayUseRoute } from './reporter-roles.ts';

const NOTHING = { partnerKind: undefined, granted: [] };
const held = (...kinds: GrantedKind['kind'][]) => kinds.map((kind) => ({ kind, isHeld: true }));
const ended = (...kinds: GrantedKind['kind'][]) => kinds.map((kind) => ({ kind, isHeld: false }));

describe('as what an organisation reports', () => {
  it('follows the role where the role says it', () => {
    expect(kindsOf('zorgcoordinator', { ...NOTHING, granted: held('POL') })).toEqual(['ZORGCO']);
    expect(kindsOf('aandachtsfunctionaris', NOTHING)).toEqual(['GEM']);
    expect(kindsOf('opvang', NOTHING)).toEqual(['OPVANG']);
    expect(kindsOf('bestuurder', { ...NOTHING, granted: held('POL') })).toEqual([]);
  });

  it('is what the register settled, and nothing besides it', () => {
    const granted = [...held('POL', 'GEM'), ...ended('KMAR')];
    expect(kindsOf('aanmelder', { partnerKind: 'jeugdhulp', granted })).toEqual(['POL', 'GEM']);
  });

  it('is until then the plain kind of its sort, whatever it calls itself never one without consent', () => {
    expect(kindsOf('aanmelder', { partnerKind: 'jeugdhulp', granted: [] })).toEqual(['JEUGD']);
    expect(kindsOf('aanmelder', { partnerKind: 'coa', granted: [] })).toEqual(['OPVANG']);
    for (const partnerKind of ['politie', 'arbeidsinspectie', 'om', 'woningcorporatie', undefined])
      expect(kindsOf('aanmelder', { partnerKind, granted: [] })).toEqual(['AMBUL']);
  });

  it('is never again what was taken away, not by its sort either', () => {
    expect(kindsOf('aanmelder', { partnerKind: 'jeugdhulp', granted: ended('JEUGD') })).toEqual(['AMBUL']);
    expect(kindsOf('aanmelder', { partnerKind: 'jeugdhulp', granted: ended('JEUGD', 'AMBUL') })).toEqual([]);
    expect(kindsOf('aanmelder', { partnerKind: 'politie', granted: ended('POL') })).toEqual(['AMBUL']);
    // granted anew
    expect(kindsOf('aanmelder', { ...NOTHING, granted: [...ended('POL'), ...held('POL')] })).toEqual(['POL']);
  });
});

describe('by which route', () => {
  it('leaves the duty to those who have it, and every other route to everybody', () => {
    for (const kind of GRANTABLE_KINDS) {
      expect(mayUseRoute([kind], kind, 'nameless').ok).toBe(true);
      expect(mayUseRoute([kind], kind, 'by-name').ok).toBe(true);
      const must = mayUseRoute([kind], kind, 'must');
      expect(must.ok ? 'ok' : must.error.code).toBe(DUTY_BOUND.includes(kind) ? 'ok' : 'only-duty-bound');
    }
  });

  it('is refused by none as what the organisation is not', () => {
    for (const route of ['must', 'by-name', 'nameless'] as const)
      expect(mayUseRoute(['JEUGD'], 'POL', route)).toEqual({ ok: false, error: { code: 'other-reporter' } });
  });
});
