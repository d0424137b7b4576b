import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { markedDeeds } from '../../../platform/dossiers/marked-deeds.ts';
import { type Glass, glassesOf, glassOf } from '../../../platform/dossiers/read-glasses.ts';
import { reviewGlass } from '../../../platform/dossiers/review-glass.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { GlassPage } from '../ui/glass-page.tsx';
import type { GlassView } from '../ui/glass-view.ts';
import { GlassesPage } from '../ui/glasses-page.tsx';

const PATH = '/privacyloket/noodtoegang';

const ReviewForm = z.object({
  oordeel: z.enum(['nodig', 'niet-nodig'], 'Kies of het nodig was.'),
  toelichting: z.string().trim().min(1, 'Schrijf waarom u dit vindt.').max(1000, 'Gebruik hoogstens 1000 tekens.'),
});

const REFUSAL_TEXTS: Readonly<Record<string, string>> = {
  'reviews-herself': 'Dit was uw eigen noodtoegang. Een ander beoordeelt haar.',
  'reviewed-before': 'Dit is al beoordeeld. Hieronder staat hoe.',
  'glass-still-broken': 'De noodtoegang loopt nog. Beoordeel haar zodra zij voorbij is.',
};

/** Reading and reviewing broken glasses: for who supervises, and in short for who was told. */
export function registerGlassRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly roleLabel: (role: string) => string },
): void {
  const supervises = { access: ['fg', 'ciso'], purpose: 'VA-15', data: ['D1', 'D11'] } as const;
  const one = { ...supervises, sample: 'glass-id' } as const;

  const viewOf = (glass: Glass, actor: Actor, now: Date): GlassView => ({
    ...glass,
    person: glass.personName,
    role: options.roleLabel(glass.role),
    isOpen: glass.until > now,
    isMine: glass.personId === actor.personId,
  });

  app.get(PATH, { config: supervises }, async (request, reply) => {
    const actor = edge.actor(request);
    const glasses = await edge.look(request, 'own', async (tx, time) =>
      (await glassesOf(tx, actor)).map((glass) => viewOf(glass, actor, time.now)),
    );
    return edge.html(reply, <GlassesPage frame={edge.frame(request)} glasses={glasses} />);
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    form: { readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
  ) {
    const { id } = request.params as { id: string };
    const actor = edge.actor(request);
    const found =
      isUuid(id) &&
      (await edge.look(request, 'own', async (tx, time) => {
        const glass = await glassOf(tx, actor, id);
        if (!glass) return undefined;
        return { glass: viewOf(glass, actor, time.now), deeds: await markedDeeds(tx, actor.organisationId, glass) };
      }));
    if (!found) throw notFound();
    const isDone = (request.query as Record<string, unknown>).beoordeeld !== undefined && found.glass.review;
    return edge.html(
      reply,
      <GlassPage
        frame={edge.frame(request)}
        glass={found.glass}
        deeds={found.deeds}
        breadcrumbs={[
          { href: '/privacyloket', label: 'Privacyloket' },
          { href: PATH, label: 'Noodtoegang' },
        ]}
        formKey={edge.formKey()}
        status={
          isDone ? (
            <Alert kind="ok">
              <p>Uw beoordeling is vastgelegd.</p>
            </Alert>
          ) : undefined
        }
        values={form.values}
        errors={form.errors}
      />,
      status,
    );
  }

  app.get(`${PATH}/:id`, { config: one }, (request, reply) => show(request, reply));

  app.post(
    `${PATH}/:id/oordeel`,
    { config: { ...one, action: 'privacy.review-glass', fields: ReviewForm } },
    async (request, reply) => {
      const { id } = request.params as { id: string };
      const actor = edge.actor(request);
      const isThere = isUuid(id) && (await edge.look(request, 'own', (tx) => glassOf(tx, actor, id)));
      if (!isThere) throw notFound();
      const form = parseForm(ReviewForm, request.body);
      if (!form.ok) return show(request, reply, 400, form);
      const { oordeel, toelichting } = form.value;
      const verdict = oordeel === 'nodig' ? 'justified' : 'not-justified';
      const done = `${PATH}/${id}?beoordeeld`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => reviewGlass(tx, actor, { id, verdict, note: toelichting }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return show(request, reply, 409, {
        values: form.values,
        errors: { oordeel: REFUSAL_TEXTS[outcome.error.code] ?? 'Schrijf waarom u dit vindt.' },
      });
    },
  );

  app.get(
    '/noodtoegang/melding/:id',
    { config: { access: 'signed-in', purpose: 'VA-15', data: ['D1'], sample: 'told-glass-id' } },
    async (request, reply) => {
      const { id } = request.params as { id: string };
      const actor = edge.actor(request);
      const glass =
        isUuid(id) &&
        (await edge.look(request, 'own', async (tx, time) => {
          const found = await glassOf(tx, actor, id);
          // who was told may read it, and who governs once nobody reviewed it in time
          const isTold =
            found?.toldIds.includes(actor.personId) || (found?.isEscalated && actor.role === 'bestuurder') || false;
          return found && isTold ? viewOf(found, actor, time.now) : undefined;
        }));
      if (!glass) throw notFound();
      return edge.html(
        reply,
        <GlassPage
          frame={edge.frame(request)}
          glass={glass}
          deeds={undefined}
          breadcrumbs={[{ href: '/overzicht', label: 'Overzicht' }]}
          formKey={edge.formKey()}
        />,
      );
    },
  );
}
