import type { Actor } from '../shared-kernel/role.ts';
import type { PageFrame } from '../ui/page.tsx';

interface Item {
  readonly href: string;
  readonly label: string;
  /** Left out: everybody who is signed in. */
  readonly roles?: readonly Actor['role'][];
}

const PUBLIC: readonly Item[] = [
  { href: '/', label: 'Start' },
  { href: '/gemeenten', label: 'Gemeenten' },
];

const SIGNED_IN: readonly Item[] = [
  { href: '/overzicht', label: 'Overzicht' },
  {
    href: '/aanpak',
    label: 'Aanpak',
    roles: ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'],
  },
  {
    href: '/monitor',
    label: 'Monitor',
    roles: [
      'vng-adviseur',
      'comensha-adviseur',
      'ketenregisseur',
      'analist',
      'aandachtsfunctionaris',
      'beleidsmedewerker',
      'bestuurder',
    ],
  },
  { href: '/beheer/mandaten', label: 'Mandaten', roles: ['beheerder'] },
  { href: '/gemeenten', label: 'Gemeenten' },
];

/** The menu for this visitor, with the current room marked. */
export function navigationFor(actor: Actor | undefined, path: string): PageFrame['navigation'] {
  const items = actor ? SIGNED_IN.filter((item) => !item.roles || item.roles.includes(actor.role)) : PUBLIC;
  return items.map(({ href, label }) => ({
    href,
    label,
    current: href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`),
  }));
}
