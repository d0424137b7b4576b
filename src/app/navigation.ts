import type { Actor } from '../shared-kernel/role.ts';
import type { PageFrame } from '../ui/page.tsx';

interface Item {
  readonly href: string;
  readonly label: string;
  /** What one does there, in a sentence. */
  readonly about?: string;
  /** Left out: everybody who is signed in. */
  readonly roles?: readonly Actor['role'][];
}

const PUBLIC: readonly Item[] = [
  { href: '/', label: 'Start' },
  { href: '/gemeenten', label: 'Gemeenten' },
  { href: '/cijfers', label: 'Cijfers' },
  { href: '/netwerk/wie-belt-u', label: 'Wie belt u?' },
];

const SIGNED_IN: readonly Item[] = [
  { href: '/overzicht', label: 'Overzicht' },
  {
    href: '/aanpak',
    label: 'Aanpak',
    about: 'Leg vast wat uw gemeente heeft geregeld, en tot wanneer.',
    roles: ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'],
  },
  {
    href: '/regio',
    label: 'Regio',
    about: 'De gemeenten in uw regio: wat is geregeld en wat verloopt.',
    roles: ['ketenregisseur'],
  },
  {
    href: '/monitor',
    label: 'Monitor',
    about: 'De kaart van Nederland: wat gemeenten zelf opgaven.',
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
  {
    href: '/aanpak/lokaal-beeld',
    label: 'Lokaal beeld',
    about: 'Komt mensenhandel bij ons voor? Wat u weet, en wat u mag publiceren.',
    roles: ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'],
  },
  {
    href: '/analyse/schatten',
    label: 'Schatten',
    about: 'Reken uit overlappende lijsten hoeveel mensen niet in beeld zijn.',
    roles: ['analist'],
  },
  {
    href: '/beheer/mandaten',
    label: 'Mandaten',
    about: 'Welke gemeente namens een andere mag werken.',
    roles: ['beheerder'],
  },
  { href: '/gemeenten', label: 'Gemeenten', about: 'Alle gemeenten en hun regio’s.' },
];

/** The menu for this visitor, with the current room marked. */
export function navigationFor(actor: Actor | undefined, path: string): PageFrame['navigation'] {
  const items = actor ? SIGNED_IN.filter((item) => !item.roles || item.roles.includes(actor.role)) : PUBLIC;
  // the nearest room is the current one: a room inside another does not light up both
  const around = items.filter(({ href }) =>
    href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`),
  );
  const nearest = around.reduce((length, { href }) => Math.max(length, href.length), 0);
  return items.map((item) => ({
    href: item.href,
    label: item.label,
    about: item.about,
    current: around.includes(item) && item.href.length === nearest,
  }));
}
