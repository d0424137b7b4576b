import { describe, expect, it } from 'vitest';
import type { Role } from '../shared-kernel/role.ts';
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
