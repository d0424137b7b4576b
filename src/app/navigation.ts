import type { Language, Translated } from '../shared-kernel/language.ts';
import type { Actor } from '../shared-kernel/role.ts';
import type { PageFrame } from '../ui/page.tsx';
import { addressOf, type PublicPage } from '../ui/public-pages.ts';

interface Item {
  readonly href: string;
  readonly label: string;
  /** What one does there, in a sentence. */
  readonly about?: string;
  /** Left out: everybody who is signed in. */
  readonly roles?: readonly Actor['role'][];
  /** Not in a menu that would get too long: then reached by the first page. */
  readonly isAside?: true;
  /** Kinds of organisation for which there is something to do. Left out: all. */
  readonly kinds?: readonly string[];
}

const PUBLIC: readonly { readonly page: PublicPage; readonly label: Translated<string> }[] = [
  { page: 'start', label: { nl: 'Start', en: 'Home' } },
  { page: 'trafficking', label: { nl: 'Mensenhandel', en: 'Trafficking' } },
  { page: 'signals', label: { nl: 'Signalen', en: 'Signals' } },
  { page: 'municipalities', label: { nl: 'Gemeenten', en: 'Municipalities' } },
  { page: 'figures', label: { nl: 'Cijfers', en: 'Figures' } },
  { page: 'whoToCall', label: { nl: 'Wie belt u?', en: 'Who to call' } },
];

/** For who is signed in and reads a page in English: the work itself is in Dutch. */
const BACK_TO_WORK: Item = { href: '/overzicht', label: 'Your work (in Dutch)' };

const SIGNED_IN: readonly Item[] = [
  { href: '/overzicht', label: 'Overzicht' },
  {
    href: '/aanpak',
    label: 'Aanpak',
    about: 'Leg vast wat uw gemeente heeft geregeld, en tot wanneer.',
    roles: ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'],
  },
  {
    href: '/meldingen/nieuw',
    label: 'Signaal doorgeven',
    about: 'Zag u iets? Geef het door in een paar minuten.',
    roles: ['medewerker', 'teamleider', 'aandachtsfunctionaris', 'beleidsmedewerker', 'bestuurder'],
  },
  {
    href: '/meldingen',
    label: 'Meldingen',
    about: 'De signalen die op u wachten, het dringendste eerst.',
    roles: ['aandachtsfunctionaris'],
  },
  {
    href: '/registraties',
    label: 'Aanmelden bij CoMensha',
    about: 'Breng een mogelijk slachtoffer in beeld bij het landelijke register, met of zonder naam.',
    roles: ['aanmelder', 'zorgcoordinator', 'opvang', 'aandachtsfunctionaris'],
  },
  {
    href: '/registraties/mag-ik-aanmelden',
    label: 'Mag ik aanmelden?',
    about: 'Een mogelijk slachtoffer aanmelden bij CoMensha: welke weg past, en wat u kunt zeggen.',
    roles: ['medewerker', 'teamleider', 'politie', 'ketenpartner'],
  },
  {
    href: '/gesprekken',
    label: 'Gesprekken',
    about: 'De telefoon gaat: begin met één zin, en maak er zonder overtypen een registratie van.',
    roles: ['comensha-registratie'],
  },
  {
    href: '/zorgcoordinatie/dossiers',
    label: 'Dossiers',
    about: 'De mensen die u helpt: wat loopt, wat het eerst moet, en een nieuw dossier beginnen.',
    roles: ['zorgcoordinator'],
  },
  {
    href: '/zorgcoordinatie/termijnen',
    label: 'Termijnen',
    about: 'Welke klok loopt, op welke dag hij stopt en waarop dat steunt. Bereken zelf een laatste dag.',
    roles: ['zorgcoordinator', 'opvang', 'comensha-plaatsing'],
    isAside: true,
  },
  {
    href: '/registraties/werkvoorraad',
    label: 'Werkvoorraad',
    about: 'Wat aanmelders stuurden: in ontvangst nemen, samenvoegen, en wie op welke lijst staat.',
    roles: ['comensha-registratie'],
  },
  {
    href: '/hulpvragen',
    label: 'Hulpvragen',
    about: 'Wie vraagt om opvang of hulp: in ontvangst nemen en terugbellen.',
    roles: ['comensha-plaatsing'],
  },
  {
    href: '/opvang',
    label: 'Onze plekken',
    about: 'Wat is vannacht vrij? Eén druk als er niets is veranderd.',
    roles: ['opvang'],
  },
  {
    href: '/opvangafspraken',
    label: 'Opvangafspraken',
    about: 'Met wie uw gemeente opvang afsprak, en tot wanneer dat telt.',
    roles: ['aandachtsfunctionaris', 'beleidsmedewerker', 'bestuurder'],
    isAside: true,
  },
  {
    href: '/plaatsen',
    label: 'Plekken',
    about: 'Wat vannacht vrij is in de opvang, met wat een plek biedt.',
    roles: ['comensha-plaatsing'],
  },
  {
    href: '/vannacht',
    label: 'Vannacht',
    about: 'Wie mag waar plaatsen op dit uur, en wie belt u?',
    roles: ['zorgcoordinator', 'opvang', 'comensha-registratie', 'aandachtsfunctionaris', 'politie', 'ketenpartner'],
    isAside: true,
  },
  {
    href: '/netwerk/wie-helpt',
    label: 'Wie helpt hier?',
    about: 'Van een gemeente en een uur naar een nummer dat opneemt.',
    roles: [
      'medewerker',
      'teamleider',
      'aandachtsfunctionaris',
      'zorgcoordinator',
      'opvang',
      'aanmelder',
      'politie',
      'ketenpartner',
      'comensha-registratie',
      'comensha-plaatsing',
    ],
  },
  {
    href: '/netwerk/aanbod',
    label: 'Ons aanbod',
    about: 'Voor wie uw organisatie zorgcoördinatie doet, waar en wanneer.',
    roles: ['zorgcoordinator'],
    isAside: true,
  },
  {
    href: '/netwerk/dekking',
    label: 'Dekking',
    about: 'Waar zorgcoördinatie is, waar niet, en waar het onbekend is.',
    roles: [
      'aandachtsfunctionaris',
      'beleidsmedewerker',
      'bestuurder',
      'ketenregisseur',
      'zorgcoordinator',
      'comensha-adviseur',
      'vng-adviseur',
      'analist',
    ],
    isAside: true,
  },
  {
    href: '/meldroute',
    label: 'Meldroute',
    about: 'Naar wie u gaat als u iets ziet dat niet klopt.',
    roles: ['medewerker', 'teamleider'],
  },
  {
    href: '/leren',
    label: 'Leren',
    about: 'Leer in tien minuten wat u ziet en wat u dan doet.',
    isAside: true,
  },
  {
    href: '/meldingen/cijfers',
    label: 'Signalen in cijfers',
    about: 'Hoeveel signalen er kwamen en wat ermee is gedaan, zonder dat iemand te herkennen is.',
    roles: ['beleidsmedewerker', 'bestuurder'],
    isAside: true,
  },
  {
    href: '/meldingen/daders/lezers',
    label: 'Lezers van dadergegevens',
    about: 'Wie bij een signaal leest over een mogelijke dader. Staat uit tot de startpoort ervoor open is.',
    roles: ['bestuurder'],
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
    isAside: true,
  },
  {
    href: '/praktijk',
    label: 'Praktijk',
    about: 'Wat andere gemeenten deden, en wat niet werkte. Zoek, neem over en vertel.',
    roles: [
      'aandachtsfunctionaris',
      'beleidsmedewerker',
      'teamleider',
      'bestuurder',
      'ketenregisseur',
      'zorgcoordinator',
      'vng-adviseur',
      'comensha-adviseur',
      'analist',
    ],
  },
  {
    href: '/beginnen',
    label: 'Beginnen',
    about: 'De eerste stappen van uw gemeente, met bij elke stap wat u nu doet.',
    roles: ['beheerder', 'aandachtsfunctionaris', 'beleidsmedewerker'],
    kinds: ['gemeente'],
    isAside: true,
  },
  {
    href: '/ondersteuning',
    label: 'Ondersteuning',
    about: 'Wat u nog mist, en hulp daarbij van VNG en CoMensha.',
    roles: ['aandachtsfunctionaris', 'beleidsmedewerker', 'bestuurder'],
    isAside: true,
  },
  {
    href: '/ondersteuning/balie',
    label: 'Balie',
    about: 'Wat gemeenten aan VNG en CoMensha vragen, en wie eerst gebeld wordt.',
    roles: ['vng-adviseur', 'comensha-adviseur'],
  },
  {
    href: '/aanpak/lokaal-beeld',
    label: 'Lokaal beeld',
    about: 'Komt mensenhandel bij ons voor? Wat u weet, en wat u mag publiceren.',
    roles: ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'],
    isAside: true,
  },
  {
    href: '/analyse/uitgaven',
    label: 'Uitgaven',
    about: 'Breng tellingen naar buiten zonder dat iemand te herkennen is, met een tweede organisatie.',
    roles: ['analist'],
  },
  {
    href: '/jaarleveringen',
    label: 'Jaarleveringen',
    about: 'Wat het register één keer per jaar levert: in ontvangst nemen en lezen.',
    roles: ['analist'],
    kinds: ['rapporteur'],
  },
  {
    href: '/analyse/ontwikkeling',
    label: 'Ontwikkeling',
    about: 'Wat er per kwartaal in het land is geteld, zonder dat iemand te herkennen is.',
    roles: ['analist'],
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
    about: 'Welke organisatie namens een andere mag werken.',
    roles: ['beheerder'],
    // a safety region holds what municipalities give, who places people what shelters give
    kinds: ['gemeente', 'veiligheidsregio', 'opvangorganisatie', 'comensha'],
  },
  {
    href: '/beheer/mensen',
    label: 'Mensen',
    about: 'Wie in uw organisatie werkt, en iemand uit dienst melden.',
    roles: ['beheerder'],
  },
  {
    href: '/beheer/koppelingen',
    label: 'Koppelingen',
    about: 'Welke systemen van uw organisatie zelf gegevens doorgeven.',
    roles: ['beheerder'],
    kinds: ['gemeente'],
  },
  {
    href: '/mag-ik-delen',
    label: 'Mag ik dit delen?',
    about: 'Wat u met wie mag delen, op welke grondslag, en wat u kunt doen als het niet mag.',
    roles: [
      'medewerker',
      'teamleider',
      'aandachtsfunctionaris',
      'beleidsmedewerker',
      'bestuurder',
      'ketenregisseur',
      'zorgcoordinator',
      'opvang',
      'aanmelder',
      'politie',
      'ketenpartner',
      'comensha-registratie',
      'comensha-plaatsing',
    ],
    isAside: true,
  },
  {
    href: '/overleg',
    label: 'Overleg',
    about: 'Signalenoverleg en zorgtafel: plannen, houden en sluiten, en wat anderen met u delen.',
    roles: ['aandachtsfunctionaris', 'ketenregisseur', 'zorgcoordinator', 'ketenpartner', 'politie'],
  },
  {
    href: '/samenwerken',
    label: 'Samenwerken',
    about: 'Berichten aan en van andere organisaties, en de afspraken daarover.',
    roles: ['aandachtsfunctionaris', 'ketenregisseur', 'zorgcoordinator', 'ketenpartner', 'politie', 'beheerder', 'fg'],
  },
  {
    href: '/privacyloket',
    label: 'Privacyloket',
    about: 'Wie zag welke gegevens, de startpoort, noodtoegang en het verwerkingsregister.',
    roles: ['fg', 'ciso', 'beheerder'],
  },
  {
    href: '/goedkeuringen',
    label: 'Goedkeuringen',
    about: 'Wat niemand alleen doet: lees het na en besluit.',
  },
  {
    href: '/signalen',
    label: 'Signalen',
    about: 'Wat u kunt zien, wat het ook kan zijn, en de signalencheck.',
    isAside: true,
  },
  { href: '/gemeenten', label: 'Gemeenten', about: 'Alle gemeenten en hun regio’s.', isAside: true },
];

/** Who is signed in, as far as the menu asks: in which role, and in what kind of organisation. */
export interface MenuReader {
  readonly role: Actor['role'];
  readonly organisationKind: string | undefined;
}

/** A menu of more rooms than this is not looked through. [design: In Beeld] */
const MOST_IN_MENU = 10;

/** The menu for this visitor, with the current room marked. Of a long one, what is aside is not in the menu but on the first page. */
export function navigationFor(
  reader: MenuReader | undefined,
  path: string,
  language: Language = 'nl',
): PageFrame['navigation'] {
  const items = itemsFor(reader, language);
  // the nearest room is the current one: a room inside another does not light up both
  const around = items.filter(({ href }) =>
    href === addressOf('start', language) ? path === href : path === href || path.startsWith(`${href}/`),
  );
  const nearest = around.reduce((length, { href }) => Math.max(length, href.length), 0);
  return items.map((item) => ({
    href: item.href,
    label: item.label,
    about: item.about,
    current: around.includes(item) && item.href.length === nearest,
    isAside: items.length > MOST_IN_MENU && item.isAside === true,
  }));
}

function itemsFor(reader: MenuReader | undefined, language: Language): readonly Item[] {
  if (reader && language === 'nl') return SIGNED_IN.filter((item) => isFor(item, reader));
  const open = PUBLIC.map(({ page, label }) => ({ href: addressOf(page, language), label: label[language] }));
  return reader ? [...open, BACK_TO_WORK] : open;
}

const isFor = ({ roles, kinds }: Item, { role, organisationKind = '' }: MenuReader): boolean =>
  (!roles || roles.includes(role)) && (!kinds || kinds.includes(organisationKind));
