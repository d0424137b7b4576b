import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { type FieldErrors, parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { PlanProposalsPage } from '../ui/plan-proposals-page.tsx';
import { currentFramework } from '../use-cases/framework-editions.ts';
import { addProposals, readProposals } from '../use-cases/plan-proposals.ts';
import { PROPOSAL_GONE, ProposalForm, withProposals } from './plan-form.ts';
import { asked, OWN_PLAN, PLAN_PATH, PLAN_WRITERS } from './plan-paths.ts';

const PATH = `${PLAN_PATH}/voorstellen`;

/** Proposals that close a gap, from the catalogue: ticked, and taken over in one form. */
export function registerPlanProposalRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { status?: number; ticked?: readonly string[]; errors?: FieldErrors } = {},
  ) {
    const { view, gaps, hasFacts } = await edge.look(request, 'own', (tx, { today }) =>
      readProposals(tx, edge.actor(request), today),
    );
    if (!view) return reply.redirect(PLAN_PATH, 303);
    const page = (
      <PlanProposalsPage
        frame={edge.frame(request)}
        gaps={gaps}
        hasFacts={hasFacts}
        added={asked(request, 'toegevoegd') !== ''}
        ticked={new Set(form.ticked)}
        errors={form.errors}
        formKey={edge.formKey()}
        source={currentFramework().source}
      />
    );
    return edge.html(reply, page, form.status);
  }

  app.get(PATH, { config: { ...OWN_PLAN, access: PLAN_WRITERS } }, (request, reply) => show(request, reply));

  app.post(
    PATH,
    { config: { ...OWN_PLAN, access: PLAN_WRITERS, action: 'approach.add-proposals', fields: ProposalForm } },
    async (request, reply) => {
      const form = parseForm(ProposalForm, withProposals(request.body));
      if (!form.ok)
        return show(request, reply, {
          status: 400,
          ticked: form.values.voorstel?.split(' ') ?? [],
          errors: form.errors,
        });
      const proposals = form.value.voorstel;
      const location = `${PATH}?toegevoegd=ja`;
      const outcome = await edge.command(
        request,
        reply,
        () => location,
        (tx, time) => addProposals(tx, edge.actor(request), { proposals }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(location, 303);
      if (outcome.error.code === 'no-plan') return reply.redirect(PLAN_PATH, 303);
      return show(request, reply, { status: 409, ticked: proposals, errors: { voorstel: PROPOSAL_GONE } });
    },
  );
}
