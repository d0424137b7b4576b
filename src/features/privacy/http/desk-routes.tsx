import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { DeskPage } from '../ui/desk-page.tsx';
import { GATE_READERS } from './gate-routes.tsx';

/** What stands in the room of who supervises, and for which roles. A page that comes under it gets its line here. */
const CARDS: readonly {
  readonly href: string;
  readonly title: string;
  readonly description: string;
  readonly roles: readonly Role[];
}[] = [
  {
    href: '/privacyloket/signalen',
    title: 'Personen in signalen',
    description: 'Wie opende wie een persoon in een signaal is, wanneer en waarom.',
    roles: ['fg'],
  },
  {
    href: '/privacyloket/startpoort',
    title: 'Startpoort',
    description: 'Welke onderdelen mogen morgen aan, en wat ontbreekt er nog? Met de documenten erbij.',
    roles: GATE_READERS,
  },
  {
    href: '/privacyloket/verzoeken',
    title: 'Verzoeken',
    description: 'Iemand vraagt zijn gegevens te zien, te verbeteren of te wissen. Eerst veilig, dan op tijd.',
    roles: ['fg'],
  },
  {
    href: '/privacyloket/datalekken',
    title: 'Datalekken en incidenten',
    description: 'Ging er iets mis met gegevens? Leg het vast; klokken en documenten volgen vanzelf.',
    roles: ['fg', 'ciso'],
  },
  {
    href: '/privacyloket/bewaartermijnen',
    title: 'Bewaartermijnen',
    description: 'Hoelang blijft wat, wat gaat binnenkort weg, en wat is er gewist?',
    roles: GATE_READERS,
  },
  {
    href: '/privacyloket/noodtoegang',
    title: 'Noodtoegang',
    description: 'Wie opende een dossier buiten de gewone weg, en was dat nodig?',
    roles: ['fg', 'ciso'],
  },
  {
    href: '/privacyloket/opvallend',
    title: 'Opvallend gebruik',
    description: 'Veel dossiers, werk in de nacht, veel weigeringen of downloads: een reden om na te vragen.',
    roles: ['fg', 'ciso'],
  },
  {
    href: '/privacyloket/inzage',
    title: 'Wie zag wat?',
    description: 'Wie zag de gegevens van deze persoon, wanneer, waarvoor en op welke grondslag?',
    roles: ['fg'],
  },
  {
    href: '/privacyloket/verstrekkingen',
    title: 'Verstrekkingen',
    description: 'Wat is met anderen gedeeld, op welke grondslag en met welke toestemming?',
    roles: ['fg'],
  },
  {
    href: '/privacyloket/handelingen',
    title: 'Alle handelingen',
    description: 'Wat er in uw organisatie is gedaan en geweigerd.',
    roles: ['fg', 'ciso'],
  },
  {
    href: '/goedkeuringen',
    title: 'Goedkeuringen',
    description: 'Wat niemand alleen doet: lees het na en besluit.',
    roles: GATE_READERS,
  },
  {
    href: '/privacy/verwerkingen',
    title: 'Verwerkingsregister',
    description: 'Alles waarvoor In Beeld gegevens gebruikt. Openbaar.',
    roles: GATE_READERS,
  },
];

/** The room itself. */
export function registerDeskRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  app.get(
    '/privacyloket',
    { config: { access: GATE_READERS, purpose: 'VA-15', data: ['D0'] } },
    async (request, reply) => {
      const { role } = edge.actor(request);
      // also reads the clock, which the frame of a demo shows
      await edge.look(request, 'own', async () => undefined);
      const cards = CARDS.filter(({ roles }) => roles.includes(role));
      return edge.html(reply, <DeskPage frame={edge.frame(request)} cards={cards} />);
    },
  );
}
