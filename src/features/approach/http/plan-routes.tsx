import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { addMonths, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { type Plan, totalsOn } from '../domain/plan.ts';
import { PlanFormPage, PlanPage, UNMANNED } from '../ui/plan-page.tsx';
import { keepPlan, policiesOfRegions, readPlan } from '../use-cases/plan.ts';
import { registerPlanActionRoutes } from './plan-action-routes.tsx';
import { registerPlanCalendarRoutes } from './plan-calendar-routes.tsx';
import { PLAN_REFUSED, PlanForm, planInput, planValues } from './plan-form.ts';
import { asked, OWN_PLAN, PLAN_PATH, PLAN_READERS, PLAN_WRITERS } from './plan-paths.ts';
import { registerPlanProposalRoutes } from './plan-proposal-routes.tsx';

type Words = Readonly<Record<string, string>>;

/** The plan of a municipality: its actions, proposals for its gaps, a timeline and a calendar. */
export function registerPlanRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  const may = (request: FastifyRequest, roles: readonly Role[]) => roles.includes(edge.actor(request).role);
  registerPlanProposalRoutes(app, edge);
  registerPlanActionRoutes(app, edge);
  registerPlanCalendarRoutes(app, edge, options);

  app.get(PLAN_PATH, { config: { ...OWN_PLAN, access: PLAN_READERS } }, async (request, reply) => {
    const actor = edge.actor(request);
    const { view, policies, today } = await edge.look(request, 'own', async (tx, time) => {
      const view = await readPlan(tx, actor);
      const policies = view ? [] : await policiesOfRegions(tx, actor.organisationId, time.today);
      return { view, policies, today: time.today };
    });
    if (!view) {
      const values = { versie: '0', begint: writeDutchDate(today), eindigt: writeDutchDate(addMonths(today, 24)) };
      const form = { values, formKey: edge.formKey(), policies, isNew: true, mayWrite: may(request, PLAN_WRITERS) };
      return edge.html(reply, <PlanFormPage frame={edge.frame(request)} {...form} />);
    }
    const page = Number(asked(request, 'pagina'));
    return edge.html(
      reply,
      <PlanPage
        frame={edge.frame(request)}
        plan={view.plan}
        actions={view.actions}
        leaving={view.leaving}
        totals={totalsOn(view.actions, view.leaving, today)}
        filter={{
          track: asked(request, 'spoor'),
          status: asked(request, 'stand'),
          isUnmanned: asked(request, 'bezetting') === UNMANNED,
          page: Number.isInteger(page) && page > 0 ? page : 1,
        }}
        today={today}
        message={asked(request, 'opgeslagen') === 'plan' ? 'het plan is vastgelegd' : undefined}
        mayWrite={may(request, PLAN_WRITERS)}
      />,
    );
  });

  app.get(`${PLAN_PATH}/gegevens`, { config: { ...OWN_PLAN, access: PLAN_WRITERS } }, async (request, reply) =>
    showPlanForm(request, reply, 200),
  );

  app.post(
    PLAN_PATH,
    { config: { ...OWN_PLAN, access: PLAN_WRITERS, action: 'approach.keep-plan', fields: PlanForm } },
    async (request, reply) => {
      const form = parseForm(PlanForm, request.body);
      if (!form.ok) return showPlanForm(request, reply, 400, form.values, form.errors);
      const input = planInput(form.value);
      if ('missing' in input)
        return showPlanForm(request, reply, 400, form.values, { beleid: 'Vul in hoe het regionale beleid heet.' });
      const location = `${PLAN_PATH}?opgeslagen=plan`;
      const outcome = await edge.command(
        request,
        reply,
        () => location,
        (tx, time) => keepPlan(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(location, 303);
      if (outcome.error.code === 'edit-conflict') return showPlanForm(request, reply, 409, form.values);
      const { field, text } = PLAN_REFUSED[outcome.error.code];
      return showPlanForm(request, reply, 409, form.values, { [field]: text });
    },
  );

  /** Without errors and with 409 somebody else was first: what stands now is shown beside what was typed. */
  async function showPlanForm(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    typed?: Words,
    errors?: Words,
  ) {
    const actor = edge.actor(request);
    const { view, policies } = await edge.look(request, 'own', async (tx, { today }) => ({
      view: await readPlan(tx, actor),
      policies: await policiesOfRegions(tx, actor.organisationId, today),
    }));
    const plan: Plan | undefined = view?.plan;
    if (!plan && !typed) return reply.redirect(PLAN_PATH, 303);
    const isConflict = status === 409 && !errors;
    const values = {
      ...(typed ?? (plan ? planValues(plan) : {})),
      ...(isConflict && { versie: String(plan?.version ?? 0) }),
    };
    const form = { values, errors, formKey: edge.formKey(), policies, isNew: !plan, mayWrite: true };
    return edge.html(
      reply,
      <PlanFormPage frame={edge.frame(request)} {...form} conflict={isConflict ? plan : undefined} />,
      status,
    );
  }
}
