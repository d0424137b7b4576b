import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Edge } from '../../../platform/http/edge.ts';
import { queryProblem, sendProblem } from '../../../platform/http/problem.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { totalsOn } from '../domain/plan.ts';
import { readDecisions } from '../use-cases/adoption.ts';
import { readAnchoring } from '../use-cases/anchoring.ts';
import { readDocumentFacts } from '../use-cases/document-facts.ts';
import { DOCUMENTS, ingredientsOf } from '../use-cases/documents.ts';
import { readPlan } from '../use-cases/plan.ts';
import { readCarriers } from '../use-cases/plan-actions.ts';
import {
  ACTION_VALUES,
  ActionsBody,
  ActionsQuery,
  AdoptionsBody,
  AnchoringBody,
  apiAction,
  apiAdoption,
  apiAnchoring,
  apiPlan,
  DocumentsBody,
  PageQuery,
  PlanBody,
  pageOf,
} from './own-api-bodies.ts';

const READERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'];
const BASE = '/api/v1/aanpak';

/** What other systems of the municipality itself may read of its approach: plan, decisions, anchoring, documents. Roles, no names. */
export function registerOwnApiRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  const own = { access: READERS, purpose: 'VA-11', data: ['D1'] } as const;
  const mark = options.isDemo ? { merk: DEMO_MARK } : {};
  const tags = ['Aanpak'];

  app.get(
    `${BASE}/plan`,
    {
      config: {
        ...own,
        api: {
          operationId: 'aanpakplanOpvragen',
          tags,
          summary: 'Eigen plan opvragen',
          description: 'Het plan van de eigen gemeente, met wat de acties samen zijn.',
          responses: { 200: { description: 'Het plan.', schema: PlanBody } },
        },
      },
    },
    async (request, reply) => {
      const { view, today } = await edge.look(request, 'own', async (tx, time) => ({
        view: await readPlan(tx, edge.actor(request)),
        today: time.today,
      }));
      const plan = view ? apiPlan(view.plan, totalsOn(view.actions, view.leaving, today)) : null;
      return reply.send({ plan, peildatum: today, ...mark } satisfies z.output<typeof PlanBody>);
    },
  );

  app.get(
    `${BASE}/plan/acties`,
    {
      config: {
        ...own,
        api: {
          operationId: 'aanpakactiesOpvragen',
          tags,
          summary: 'Acties van het eigen plan opvragen',
          description: 'De acties van het eigen plan, per bladzijde. Wie een actie doet, staat er als rol.',
          query: ActionsQuery,
          responses: { 200: { description: 'De acties op deze bladzijde.', schema: ActionsBody } },
        },
      },
    },
    async (request, reply) => {
      const query = ActionsQuery.safeParse(request.query);
      if (!query.success) return sendProblem(reply, queryProblem(query.error));
      const { view, carriers, today } = await edge.look(request, 'own', async (tx, time) => ({
        view: await readPlan(tx, edge.actor(request)),
        carriers: await readCarriers(tx, edge.actor(request)),
        today: time.today,
      }));
      const { spoor, stand } = query.data;
      const asked = (view?.actions ?? []).filter(
        ({ track, status }) => (!spoor || track === spoor) && (!stand || ACTION_VALUES[status] === stand),
      );
      const roles = new Map(carriers.map(({ membershipId, role }) => [membershipId, role]));
      const { shown, ...page } = pageOf(asked, query.data);
      return reply.send({
        acties: shown.map((action) => apiAction(action, roles, today)),
        ...page,
        peildatum: today,
        ...mark,
      } satisfies z.output<typeof ActionsBody>);
    },
  );

  app.get(
    `${BASE}/vaststellingen`,
    {
      config: {
        ...own,
        api: {
          operationId: 'aanpakvaststellingenOpvragen',
          tags,
          summary: 'Besluiten over het eigen plan opvragen',
          description:
            'Wie het plan vaststelde, wanneer, tot wanneer het geldt, en het controlegetal van wat is vastgesteld.',
          query: PageQuery,
          responses: { 200: { description: 'De besluiten, het laatste eerst.', schema: AdoptionsBody } },
        },
      },
    },
    async (request, reply) => {
      const query = PageQuery.safeParse(request.query);
      if (!query.success) return sendProblem(reply, queryProblem(query.error));
      const { adoptions, today } = await edge.look(request, 'own', async (tx, time) => ({
        adoptions: await readDecisions(tx, edge.actor(request)),
        today: time.today,
      }));
      const { shown, ...page } = pageOf(adoptions, query.data);
      return reply.send({
        vaststellingen: shown.map((adoption) => apiAdoption(adoption, today)),
        ...page,
        peildatum: today,
        ...mark,
      } satisfies z.output<typeof AdoptionsBody>);
    },
  );

  app.get(
    `${BASE}/borging`,
    {
      config: {
        ...own,
        api: {
          operationId: 'aanpakborgingOpvragen',
          tags,
          summary: 'Borging van de eigen aanpak opvragen',
          description:
            'De tien toetsen van de eigen gemeente, met wat er mist, het bewijs en de dag waarop het vervalt. Uitwerking van In Beeld.',
          responses: { 200: { description: 'De tien toetsen.', schema: AnchoringBody } },
        },
      },
    },
    async (request, reply) => {
      const { anchoring, today } = await edge.look(request, 'own', async (tx, time) => ({
        anchoring: await readAnchoring(tx, edge.actor(request), time),
        today: time.today,
      }));
      return reply.send({ ...apiAnchoring(anchoring), peildatum: today, ...mark } satisfies z.output<
        typeof AnchoringBody
      >);
    },
  );

  app.get(
    `${BASE}/documenten`,
    {
      config: {
        ...own,
        api: {
          operationId: 'aanpakdocumentenOpvragen',
          tags,
          summary: 'Documenten van de eigen aanpak opvragen',
          description: 'Welke documenten vandaag te maken zijn, waar ze staan en wat er nog voor mist.',
          responses: { 200: { description: 'De documenten.', schema: DocumentsBody } },
        },
      },
    },
    async (request, reply) => {
      const facts = await edge.look(request, 'own', (tx, time) =>
        readDocumentFacts(tx, edge.actor(request), mark.merk, time),
      );
      return reply.send({
        documenten: DOCUMENTS.map((kind) => ({
          soort: kind.slug,
          titel: kind.title,
          omschrijving: kind.description,
          bevatNamen: kind.namesColleagues,
          mist: ingredientsOf(kind, facts).missing.map(({ what }) => what),
          lezen: `/aanpak/documenten/${kind.slug}`,
          word: `/aanpak/documenten/word/${kind.slug}`,
          pdf: `/aanpak/documenten/pdf/${kind.slug}`,
        })),
        peildatum: facts.today,
        ...mark,
      } satisfies z.output<typeof DocumentsBody>);
    },
  );
}
