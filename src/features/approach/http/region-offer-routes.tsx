import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Edge } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { RegionOffersPage } from '../ui/region-offers-page.tsx';
import { WithdrawOffersPage } from '../ui/withdraw-offers-page.tsx';
import { currentFramework } from '../use-cases/framework-editions.ts';
import { publishOffers, readOffers, readWithdrawal, withdrawOffers } from '../use-cases/region-offers.ts';

const PATH = '/regio/regelt';
const WITHDRAW = `${PATH}/intrekken`;

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

/** Several elements come as one field, joined by spaces. */
const elements = z
  .string()
  .transform((ids) => [...new Set(ids.split(' ').filter(Boolean))])
  .pipe(
    z
      .array(z.string().regex(/^K\d\.\d$/, 'Kies onderdelen uit de lijst.'))
      .min(1, 'Kies ten minste één onderdeel.')
      .max(60, 'Kies onderdelen uit de lijst.'),
  );
const OfferForm = z.object({
  onderdeel: elements,
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
const WithdrawForm = z.object({ onderdeel: elements });

const NOT_WITHDRAWN = {
  'not-found': 'Dit is intussen al ingetrokken. Kijk de lijst na.',
  'edit-conflict': 'Een collega wijzigde dit net. Kijk de lijst na en probeer het opnieuw.',
} as const;

/** The elements that an address names: 'K4.1 K5.1'. */
const namedIn = (request: FastifyRequest, parameter: string): readonly string[] =>
  [(request.query as Record<string, unknown>)[parameter] ?? []]
    .flat()
    .flatMap((ids) => String(ids).split(' '))
    .filter((id) => /^K\d\.\d$/.test(id));

/** Joins what came from several boxes. */
function withElements(body: unknown): Record<string, unknown> {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return { ...fields, onderdeel: [fields.onderdeel ?? []].flat().join(' ') };
}

const REFUSED = {
  'decided-in-future': {
    field: 'vastgesteldOp',
    text: 'Deze datum ligt in de toekomst. Vul de dag in waarop het is vastgesteld.',
  },
  'ends-before-decision': { field: 'geldigTot', text: 'De einddatum moet na de datum van het besluit liggen.' },
  'already-lapsed': { field: 'geldigTot', text: 'Deze datum is al voorbij. Vul een dag in die nog komt.' },
  'unknown-element': { field: 'onderdeel', text: 'Kies onderdelen uit de lijst.' },
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
    const renewed = namedIn(request, 'vernieuw');
    const known = offers.find(({ element }) => renewed.includes(element));
    const kept = known && {
      onderdeel: renewed.join(' '),
      besluit: known.title,
      vindplaats: known.link ?? '',
      vastgesteldDoor: known.adoptingBody,
    };
    return edge.html(
      reply,
      <RegionOffersPage
        frame={edge.frame(request)}
        framework={currentFramework()}
        offers={offers}
        today={today}
        values={form.values ?? kept ?? {}}
        errors={form.errors ?? {}}
        formKey={edge.formKey()}
        isRenewal={known !== undefined}
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
      const form = parseForm(OfferForm, withElements(request.body));
      if (!form.ok) return show(request, reply, 400, form);
      const { onderdeel, besluit, vindplaats, vastgesteldDoor, vastgesteldOp, geldigTot } = form.value;
      const input = {
        elements: onderdeel,
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
        (tx, time) => publishOffers(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { field, text: what } = REFUSED[outcome.error.code];
      return show(request, reply, 409, { values: form.values, errors: { [field]: what } });
    },
  );

  async function ask(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: readonly string[],
    status = 200,
    errors: FieldErrors = {},
  ) {
    const actor = edge.actor(request);
    const withdrawal = await edge.look(request, 'published', (tx, time) => readWithdrawal(tx, actor, asked, time));
    return edge.html(
      reply,
      <WithdrawOffersPage
        frame={edge.frame(request)}
        framework={currentFramework()}
        {...withdrawal}
        errors={errors}
        formKey={edge.formKey()}
      />,
      status,
    );
  }

  app.get(WITHDRAW, { config }, (request, reply) => ask(request, reply, namedIn(request, 'onderdeel')));

  app.post(
    WITHDRAW,
    { config: { ...config, action: 'approach.withdraw-offer', fields: WithdrawForm } },
    async (request, reply) => {
      const form = parseForm(WithdrawForm, withElements(request.body));
      if (!form.ok) return ask(request, reply, [], 400, form.errors);
      const { onderdeel } = form.value;
      const done = `${PATH}?ingetrokken`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => withdrawOffers(tx, edge.actor(request), { elements: onderdeel }, time),
      );
      if (outcome.kind === 'refused')
        return ask(request, reply, onderdeel, 409, { onderdeel: NOT_WITHDRAWN[outcome.error.code] });
      return outcome.kind === 'answered' ? reply : reply.redirect(done, 303);
    },
  );
}
