import type { FastifyInstance } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { PlanProposalsPage } from '../ui/plan-proposals-page.tsx';
import { currentFramework } from '../use-cases/framework-editions.ts';
import { addProposals, readProposals } from '../use-cases/plan-proposals.ts';
import { ProposalForm } from './plan-form.ts';
import { asked, OWN_PLAN, PLAN_PATH, PLAN_WRITERS } from './plan-paths.ts';

/** Proposals that close a gap, from the catalogue. */
export function registerPlanProposalRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  app.get(`${PLAN_PATH}/voorstellen`, { config: { ...OWN_PLAN, access: PLAN_WRITERS } }, async (request, reply) => {
    const { view, gaps, hasFacts } = await edge.look(request, 'own', (tx, { today }) =>
      readProposals(tx, edge.actor(request), today),
    );
    if (!view) return reply.redirect(PLAN_PATH, 303);
    return edge.html(
      reply,
      <PlanProposalsPage
        frame={edge.frame(request)}
        gaps={gaps}
        hasFacts={hasFacts}
        added={asked(request, 'toegevoegd') !== ''}
        formKey={edge.formKey}
        source={currentFramework().source}
      />,
    );
  });

  app.post(
    `${PLAN_PATH}/voorstellen`,
    { config: { ...OWN_PLAN, access: PLAN_WRITERS, action: 'approach.add-proposals', fields: ProposalForm } },
    async (request, reply) => {
      const form = parseForm(ProposalForm, request.body);
      if (!form.ok) throw notFound();
      const location = `${PLAN_PATH}/voorstellen?toegevoegd=${form.value.onderdeel}`;
      const outcome = await edge.command(
        request,
        reply,
        () => location,
        (tx, time) => addProposals(tx, edge.actor(request), { element: form.value.onderdeel }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(location, 303);
      if (outcome.error.code === 'no-plan') return reply.redirect(PLAN_PATH, 303);
      throw notFound();
    },
  );
}
