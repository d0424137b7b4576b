import { describe, expect, it } from 'vitest';
import { type IdentityClaims, judgeIdentity } from './identity.ts';

const AT = new Date('2026-12-01T09:00:00Z');
const SECONDS = AT.getTime() / 1000;
const claims = (more: object = {}): IdentityClaims => ({
  iss: 'https://inloggen.voorbeeld.invalid',
  sub: 'a1',
  name: 'Fenna Fictief',
  email: 'fenna@voorbeeld.invalid',
  ...more,
});
const judge = (more: object = {}, strongLevels: readonly string[] = [], stepUp = false) =>
  judgeIdentity(claims(more), { strongLevels }, { stepUp }, AT);
const identity = (...given: Parameters<typeof judge>) => {
  const judged = judge(...given);
  return judged.ok ? judged.value : judged.error.code;
};

describe('who comes in', () => {
  it('is known by issuer and subject, and has a name and an address', () => {
    expect(identity()).toEqual({
      issuer: 'https://inloggen.voorbeeld.invalid',
      subject: 'a1',
      name: 'Fenna Fictief',
      email: 'fenna@voorbeeld.invalid',
      providerSession: undefined,
      strongAt: undefined,
    });
  });

  it('is at Entra ID the person of the organisation, whatever this program is called there', () => {
    const tid = '11111111-2222-3333-4444-555555555555';
    const entra = { iss: `https://login.microsoftonline.com/${tid}/v2.0`, tid, oid: 'person' };
    expect(identity({ ...entra, sub: 'one' })).toMatchObject({ subject: 'person' });
    // an oid that names another organisation than the issuer is no person of it
    expect(identity({ ...entra, tid: 'elsewhere', sub: 'one' })).toMatchObject({ subject: 'one' });
  });

  it.each([
    [{ represents: { sub: 'b2' } }, 'represents-another'],
    [{ acct: 1 }, 'guest-account'],
    [{ idp: 'https://elsewhere.invalid' }, 'guest-account'],
    [{ name: ' \u0000 ', email: undefined }, 'name-missing'],
    [{ name: { first: 'x' }, email: 3 }, 'name-missing'],
  ])('is refused with %j', (more, code) => expect(identity(more)).toBe(code));

  it('is called by her address when no name comes along, and has none when it is no address', () => {
    expect(identity({ name: undefined })).toMatchObject({ name: 'fenna@voorbeeld.invalid' });
    expect(identity({ name: undefined, email: undefined, preferred_username: 'fenna' })).toMatchObject({
      name: 'fenna',
      email: undefined,
    });
  });
});

describe('a strong sign-in', () => {
  const time = { auth_time: SECONDS - 30 };
  const strong = new Date((SECONDS - 30) * 1000);

  it.each([
    ['a level that the organisation named', { ...time, acr: 'http://eidas.europa.eu/LoA/substantial' }, strong],
    ['one in the list of Entra ID', { ...time, acrs: ['c0', 'c1'] }, strong],
    ['another level', { ...time, acr: 'http://eidas.europa.eu/LoA/low' }, undefined],
    ['two factors, while the organisation asks a level', { ...time, amr: ['mfa'] }, undefined],
    ['a level without the moment', { acr: 'c1' }, undefined],
    ['a moment that is still to come', { auth_time: SECONDS + 500, acr: 'c1' }, AT],
  ])('by %s', (_, more, strongAt) =>
    expect(identity(more, ['http://eidas.europa.eu/LoA/substantial', 'c1'])).toMatchObject({ strongAt }));

  it('is by two factors where the organisation names no level', () => {
    expect(identity({ ...time, amr: ['pwd', 'mfa'] })).toMatchObject({ strongAt: strong });
    expect(identity({ ...time, amr: ['pwd'] })).toMatchObject({ strongAt: undefined });
  });

  it('that was asked and did not come is refused', () => {
    expect(identity({ ...time, amr: ['pwd'] }, [], true)).toBe('not-strong');
    expect(identity({ ...time, amr: ['fido'] }, [], true)).toMatchObject({ strongAt: strong });
  });
});
