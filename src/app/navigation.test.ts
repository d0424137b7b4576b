import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../shared-kernel/role.ts';
import { navigationFor } from './navigation.ts';

const ONLY_FOR_SOME = ['/beheer/mandaten', '/beheer/koppelingen'];
const roomsOf = (role: Role, organisationKind: string) =>
  navigationFor({ role, organisationKind }, '').map(({ href }) => href);

describe('the menu of an administrator', () => {
  it.each([
    ['gemeente', ONLY_FOR_SOME],
    ['veiligheidsregio', ['/beheer/mandaten']],
    ['vng', []],
    ['comensha', ['/beheer/mandaten']],
    ['opvangorganisatie', ['/beheer/mandaten']],
  ])('leaves out what is not for an organisation of the kind %s', (kind, there) => {
    const rooms = roomsOf('beheerder', kind);
    expect(rooms.filter((href) => ONLY_FOR_SOME.includes(href))).toEqual(there);
    expect(rooms).toContain('/beheer/mensen');
  });

  it('shows nobody else those rooms', () =>
    expect(roomsOf('fg', 'gemeente').filter((href) => ONLY_FOR_SOME.includes(href))).toEqual([]));
});

describe('a long menu', () => {
  const menuOf = (role: Role, path = '') =>
    navigationFor({ role, organisationKind: 'gemeente' }, path).filter(({ isAside, current }) => !isAside || current);

  it.each(ROLES)('of %s holds no more than somebody looks through, and the first page the rest', (role) => {
    expect(menuOf(role).length).toBeLessThanOrEqual(11);
    expect(roomsOf(role, 'gemeente')).toEqual(expect.arrayContaining(menuOf(role).map(({ href }) => href)));
  });

  it('leaves nothing out of a short one, and always has where one is', () => {
    expect(menuOf('fg')).toHaveLength(roomsOf('fg', 'gemeente').length);
    expect(menuOf('beleidsmedewerker').map(({ href }) => href)).not.toContain('/leren');
    expect(menuOf('beleidsmedewerker', '/leren/burgerzaken').find(({ current }) => current)?.href).toBe('/leren');
  });
});
