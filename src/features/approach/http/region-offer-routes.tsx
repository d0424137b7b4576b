import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { RegionOffersPage } from '../ui/region-offers-page.tsx';
import { currentFramework } from '../use-cases/framework-editions.ts';
import { publishOffer, readOffers, withdrawOffer } from '../use-cases/region-offers.ts';

const PATH = '/regio/regelt';

const text = (question: string) => z.string().trim().min(1, question).max(200, 'Gebruik hoogstens 200 tekens.');
const date = (question: string) =>
  z.string().transform((typed, context) => {
    const read = readDutchDate(typed);
    if (read) return read;
    context.addIssue({
      code: 'custom',
      message: typed.trim() === '' ? question : 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.',
    });
    return z.NEVER;
  });

const OfferForm = z.object({
  onderdeel: z.string().regex(/^K\d\.\d$/, 'Kies een onderdeel uit de lijst.'),
  besluit: text('Vul de naam van het document in.'),
  vindplaats: z
    .string()
    .trim()
    .max(500, 'Gebruik hoogstens 500 tekens.')
    .refine(
      (link) => link === '' || /^https?:\/\/[^\s]+\.[^\s]+$/i.test(link),
      'Begin het adres met https://, of laat het leeg.',
    )
    .transform((link) => link || undefined),
  vastgesteldDoor: text('Vul in wie dit vaststelde.'),
  vastgesteldOp: date('Vul in wanneer dit is vastgesteld.'),
  geldigTot: date('Vul in tot wanneer dit geldt.'),
});
const WithdrawForm = z.object({ onderdeel: z.string().regex(/^K\d\.\d$/) });

const REFUSED = {
  'decided-in-future': {
    field: 'vastgesteldOp',
    text: 'Deze datum ligt in de toekomst. Vul de dag in waarop het is vastgesteld.',
  },
  'ends-before-decision': { field: 'geldigTot', text: 'De einddatum moet na de datum van het besluit liggen.' },
  'already-lapsed': { field: 'geldigTot', text: 'Deze datum is al voorbij. Vul een dag in die nog komt.' },
  'unknown-element': { field: 'onderdeel', text: 'Kies een onderdeel uit de lijst.' },
  'edit-conflict': {
    field: 'onderdeel',
    text: 'Een collega wijzigde dit net. Kijk de lijst na en probeer het opnieuw.',
  },
} as const;

/** What a region arranges for its municipalities: they take it over in their scan, and it lapses for all when it is withdrawn. */
export function registerRegionOfferRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: ['ketenregisseur'], purpose: 'VA-12', data: ['D0'] } as const;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    form: { values?: FieldValues; errors?: FieldErrors } = {},
  ) {
    const { offers, today } = await edge.look(request, 'own', async (tx, time) => ({
      offers: await readOffers(tx, edge.actor(request)),
      today: time.today,
    }));
    const query = request.query as Record<string, unknown>;
    return edge.html(
      reply,
      <RegionOffersPage
        frame={edge.frame(request)}
        framework={currentFramework()}
        offers={offers}
        today={today}
        values={form.values ?? {}}
        errors={form.errors ?? {}}
        formKey={edge.formKey}
        done={
          query.gepubliceerd !== undefined ? 'published' : query.ingetrokken !== undefined ? 'withdrawn' : undefined
        }
      />,
      status,
    );
  }

  app.get(PATH, { config }, (request, reply) => show(request, reply));

  app.post(
    PATH,
    { config: { ...config, action: 'approach.publish-offer', fields: OfferForm } },
    async (request, reply) => {
      const form = parseForm(OfferForm, request.body);
      if (!form.ok) return show(request, reply, 400, form);
      const { onderdeel, besluit, vindplaats, vastgesteldDoor, vastgesteldOp, geldigTot } = form.value;
      const input = {
        element: onderdeel,
        title: besluit,
        link: vindplaats,
        adoptingBody: vastgesteldDoor,
        decidedOn: vastgesteldOp,
        validUntil: geldigTot,
      };
      const done = `${PATH}?gepubliceerd`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => publishOffer(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { field, text: what } = REFUSED[outcome.error.code];
      return show(request, reply, 409, { values: form.values, errors: { [field]: what } });
    },
  );

  app.post(
    `${PATH}/intrekken`,
    { config: { ...config, action: 'approach.withdraw-offer', fields: WithdrawForm } },
    async (request, reply) => {
      const form = parseForm(WithdrawForm, request.body);
      if (!form.ok) throw notFound();
      const done = `${PATH}?ingetrokken`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => withdrawOffer(tx, edge.actor(request), { element: form.value.onderdeel }, time),
      );
      if (outcome.kind === 'refused') throw notFound();
      return outcome.kind === 'answered' ? reply : reply.redirect(done, 303);
    },
  );
}
