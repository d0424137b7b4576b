import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { organisationsOfKind } from '../../organisations/index.ts';
import { BeginningPage } from '../ui/onboarding-pages.tsx';
import { letBegin, municipalityToBegin, readBeginning } from '../use-cases/onboarding.ts';
import { DESK_BEGIN_PATH } from '../use-cases/support-names.ts';
import { BeginForm, CONFIG, DESK, pageIn } from './support-form.ts';

const PAGE = 50;

/** Who is beginning, as the desk sees it; and letting a municipality begin, in its house. */
export function registerBeginDeskRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { ...CONFIG, access: DESK } as const;
  const acting = (request: FastifyRequest) => ({ actingForId: edge.actor(request).organisationId });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    typed: { readonly values: FieldValues; readonly errors?: FieldErrors } = { values: {} },
    status = 200,
  ) {
    const page = pageIn(request);
    const limits = { limit: PAGE + 1, offset: (page - 1) * PAGE };
    const actor = edge.actor(request);
    const municipalities = await edge.look(request, 'published', (tx, { today }) =>
      organisationsOfKind(tx, 'gemeente', today),
    );
    const names = new Map(municipalities.map(({ id, name }) => [id, name]));
    const found = await edge.look(
      request,
      'mandate',
      (tx) => readBeginning(tx, actor, [...names.keys()], limits),
      acting(request),
    );
    const begun = new Set(found.map(({ tenantId }) => tenantId));
    const shown = (
      <BeginningPage
        frame={edge.frame(request)}
        beginning={found
          .slice(0, PAGE)
          .map((each) => ({ ...each, municipality: names.get(each.tenantId) ?? 'Onbekende gemeente' }))}
        municipalities={municipalities.filter(({ id }) => !begun.has(id))}
        page={page}
        hasMore={found.length > PAGE}
        isBegun={(request.query as Record<string, unknown>).begonnen !== undefined}
        values={typed.values}
        errors={typed.errors}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, shown, status);
  }
  app.get(DESK_BEGIN_PATH, { config }, (request, reply) => show(request, reply));

  app.post(
    DESK_BEGIN_PATH,
    { config: { ...config, action: 'support.let-begin', fields: BeginForm } },
    async (request, reply) => {
      const form = parseForm(BeginForm, request.body);
      if (!form.ok) return show(request, reply, form, 400);
      const { values } = form;
      const tenantId = await edge.look(request, 'published', (tx, { today }) =>
        municipalityToBegin(tx, form.value.gemeente, today),
      );
      if (!tenantId)
        return show(request, reply, { values, errors: { gemeente: 'Deze gemeente is er vandaag niet.' } }, 409);
      const done = `${DESK_BEGIN_PATH}?begonnen`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => letBegin(tx, edge.actor(request), tenantId, time),
        { door: 'mandate', tenantId, ...acting(request) },
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const gemeente =
        outcome.error.code === 'began-already'
          ? 'Deze gemeente begon al. Kijk in de lijst waar zij is.'
          : 'Er is nu geen balie van VNG en CoMensha.';
      return show(request, reply, { values, errors: { gemeente } }, 409);
    },
  );
}
