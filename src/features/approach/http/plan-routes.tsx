import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import { addMonths, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { type Action, isOngoing, type Plan, totalsOn } from '../domain/plan.ts';
import { type CalendarDay, writeCalendar } from '../domain/plan-calendar.ts';
import { cycleFrom } from '../domain/plan-cycle.ts';
import { ActionPage, NewActionPage } from '../ui/plan-action-page.tsx';
import { PlanFormPage, PlanPage } from '../ui/plan-page.tsx';
import { PlanProposalsPage } from '../ui/plan-proposals-page.tsx';
import { PlanTimelinePage } from '../ui/plan-timeline-page.tsx';
import { readAdoptions } from '../use-cases/adoption.ts';
import { currentFramework } from '../use-cases/framework-editions.ts';
import {
  addAction,
  addProposals,
  changeAction,
  type Done,
  keepPlan,
  moveAction,
  policiesOfRegions,
  readAction,
  readCarriers,
  readPlan,
  readProposals,
} from '../use-cases/plan.ts';
import {
  ACTION_REFUSED,
  ActionForm,
  actionInput,
  actionValues,
  PLAN_REFUSED,
  PlanForm,
  ProposalForm,
  planInput,
  planValues,
  StatusForm,
} from './plan-form.ts';

const READERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'];
const WRITERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker'];
/** Who carries an action may say how it goes. */
const MOVERS: readonly Role[] = [...WRITERS, 'teamleider'];

const PLAN = '/aanpak/plan';
type Words = Readonly<Record<string, string>>;

/** The plan of a municipality: its actions, proposals for its gaps, a timeline and a calendar. */
export function registerPlanRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  const own = { purpose: 'VA-11', data: ['D1'] } as const;
  const may = (request: FastifyRequest, roles: readonly Role[]) => roles.includes(edge.actor(request).role);
  const asked = (request: FastifyRequest, name: string) => {
    const value = (request.query as Record<string, unknown>)[name];
    return typeof value === 'string' ? value : '';
  };

  app.get(PLAN, { config: { ...own, access: READERS } }, async (request, reply) => {
    const actor = edge.actor(request);
    const { view, policies, today } = await edge.look(request, 'own', async (tx, time) => {
      const view = await readPlan(tx, actor);
      const policies = view ? [] : await policiesOfRegions(tx, actor.organisationId, time.today);
      return { view, policies, today: time.today };
    });
    if (!view) {
      const values = { versie: '0', begint: writeDutchDate(today), eindigt: writeDutchDate(addMonths(today, 24)) };
      const form = { values, formKey: edge.formKey(), policies, isNew: true, mayWrite: may(request, WRITERS) };
      return edge.html(reply, <PlanFormPage frame={edge.frame(request)} {...form} />);
    }
    const page = Number(asked(request, 'pagina'));
    return edge.html(
      reply,
      <PlanPage
        frame={edge.frame(request)}
        plan={view.plan}
        actions={view.actions}
        totals={totalsOn(view.actions, today)}
        filter={{
          track: asked(request, 'spoor'),
          status: asked(request, 'stand'),
          page: Number.isInteger(page) && page > 0 ? page : 1,
        }}
        today={today}
        message={asked(request, 'opgeslagen') === 'plan' ? 'het plan is vastgelegd' : undefined}
        mayWrite={may(request, WRITERS)}
      />,
    );
  });

  app.get(`${PLAN}/gegevens`, { config: { ...own, access: WRITERS } }, async (request, reply) =>
    showPlanForm(request, reply, 200),
  );

  app.post(
    PLAN,
    { config: { ...own, access: WRITERS, action: 'approach.keep-plan', fields: PlanForm } },
    async (request, reply) => {
      const form = parseForm(PlanForm, request.body);
      if (!form.ok) return showPlanForm(request, reply, 400, form.values, form.errors);
      const input = planInput(form.value);
      if ('missing' in input)
        return showPlanForm(request, reply, 400, form.values, { beleid: 'Vul in hoe het regionale beleid heet.' });
      const location = `${PLAN}?opgeslagen=plan`;
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
    if (!plan && !typed) return reply.redirect(PLAN, 303);
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

  app.get(`${PLAN}/voorstellen`, { config: { ...own, access: WRITERS } }, async (request, reply) => {
    const { view, gaps, hasFacts } = await edge.look(request, 'own', (tx, { today }) =>
      readProposals(tx, edge.actor(request), today),
    );
    if (!view) return reply.redirect(PLAN, 303);
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
    `${PLAN}/voorstellen`,
    { config: { ...own, access: WRITERS, action: 'approach.add-proposals', fields: ProposalForm } },
    async (request, reply) => {
      const form = parseForm(ProposalForm, request.body);
      if (!form.ok) throw notFound();
      const location = `${PLAN}/voorstellen?toegevoegd=${form.value.onderdeel}`;
      const outcome = await edge.command(
        request,
        reply,
        () => location,
        (tx, time) => addProposals(tx, edge.actor(request), { element: form.value.onderdeel }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(location, 303);
      if (outcome.error.code === 'no-plan') return reply.redirect(PLAN, 303);
      throw notFound();
    },
  );

  app.get(`${PLAN}/acties/nieuw`, { config: { ...own, access: WRITERS } }, async (request, reply) =>
    showNewAction(request, reply, 200, { versie: '0' }),
  );

  app.post(
    `${PLAN}/acties`,
    { config: { ...own, access: WRITERS, action: 'approach.add-action', fields: ActionForm } },
    async (request, reply) => {
      const form = parseForm(ActionForm, request.body);
      if (!form.ok) return showNewAction(request, reply, 400, form.values, form.errors);
      const outcome = await edge.command(
        request,
        reply,
        ({ action }: Done<{ action: Action }>) => addressOf(action, '?opgeslagen'),
        (tx, time) => addAction(tx, edge.actor(request), actionInput(form.value), time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(addressOf(outcome.value.action, '?opgeslagen'), 303);
      const { code } = outcome.error;
      if (code === 'no-plan' || code === 'not-found' || code === 'edit-conflict') return reply.redirect(PLAN, 303);
      return showNewAction(request, reply, 409, form.values, {
        [ACTION_REFUSED[code].field]: ACTION_REFUSED[code].text,
      });
    },
  );

  async function showNewAction(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    values: Words,
    errors?: Words,
  ) {
    const { view, carriers } = await edge.look(request, 'own', async (tx) => ({
      view: await readPlan(tx, edge.actor(request)),
      carriers: await readCarriers(tx, edge.actor(request)),
    }));
    if (!view && status === 200) return reply.redirect(PLAN, 303);
    const form = { values, errors, formKey: edge.formKey(), carriers, elements: currentFramework().elements };
    return edge.html(reply, <NewActionPage frame={edge.frame(request)} {...form} />, status);
  }

  const addressOf = ({ id }: Pick<Action, 'id'>, query = '') => `${PLAN}/acties/${id}${query}`;
  const one = { ...own, sample: 'action-id' } as const;

  app.get(`${PLAN}/acties/:actie`, { config: { ...one, access: READERS } }, async (request, reply) =>
    showAction(request, reply, await openAction(request), 200),
  );

  app.post(
    `${PLAN}/acties/:actie`,
    { config: { ...one, access: WRITERS, action: 'approach.change-action', fields: ActionForm } },
    async (request, reply) => {
      const opened = await openAction(request);
      const form = parseForm(ActionForm, request.body);
      if (!form.ok) return showAction(request, reply, opened, 400, { values: form.values, errors: form.errors });
      const { id } = opened.action;
      const outcome = await edge.command(
        request,
        reply,
        () => addressOf({ id }, '?opgeslagen'),
        (tx, time) =>
          changeAction(
            tx,
            edge.actor(request),
            { ...actionInput(form.value), id, seenVersion: form.value.versie },
            time,
          ),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(addressOf({ id }, '?opgeslagen'), 303);
      const { code } = outcome.error;
      if (code === 'not-found' || code === 'no-plan') throw notFound();
      if (code === 'edit-conflict')
        return showAction(request, reply, await openAction(request), 409, { values: form.values });
      const errors = { [ACTION_REFUSED[code].field]: ACTION_REFUSED[code].text };
      return showAction(request, reply, opened, 409, { values: form.values, errors });
    },
  );

  app.post(
    `${PLAN}/acties/:actie/stand`,
    { config: { ...one, access: MOVERS, action: 'approach.move-action', fields: StatusForm } },
    async (request, reply) => {
      const opened = await openAction(request);
      const form = parseForm(StatusForm, request.body);
      if (!form.ok)
        return showAction(request, reply, opened, 400, { statusValues: form.values, statusErrors: form.errors });
      const { id } = opened.action;
      const input = { id, status: form.value.stand, note: form.value.aantekening, seenVersion: form.value.versie };
      const outcome = await edge.command(
        request,
        reply,
        () => addressOf({ id }, '?opgeslagen'),
        (tx, time) => moveAction(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(addressOf({ id }, '?opgeslagen'), 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return showAction(request, reply, await openAction(request), 409, { statusValues: form.values });
    },
  );

  async function openAction(request: FastifyRequest) {
    const { actie } = request.params as { actie: string };
    if (!isUuid(actie)) throw notFound();
    const found = await edge.look(request, 'own', async (tx, { today }) => ({
      item: await readAction(tx, edge.actor(request), actie),
      today,
    }));
    if (!found.item) throw notFound();
    return { ...found.item, today: found.today };
  }

  async function showAction(
    request: FastifyRequest,
    reply: FastifyReply,
    opened: Awaited<ReturnType<typeof openAction>>,
    status: number,
    typed: { values?: Words; errors?: Words; statusValues?: Words; statusErrors?: Words } = {},
  ) {
    const { action, log, carriers, elementTitle, today } = opened;
    const fresh = String(action.version);
    const isConflict = status === 409 && !typed.errors && !typed.statusErrors;
    const again = (values: Words | undefined, stored: Words) =>
      values ? { ...values, ...(isConflict && { versie: fresh }) } : stored;
    return edge.html(
      reply,
      <ActionPage
        frame={edge.frame(request)}
        item={action}
        log={log}
        carriers={carriers}
        elements={currentFramework().elements}
        elementTitle={elementTitle}
        today={today}
        values={again(typed.values, actionValues(action))}
        errors={typed.errors}
        statusValues={again(typed.statusValues, { stand: action.status, versie: fresh })}
        statusErrors={typed.statusErrors}
        formKey={edge.formKey()}
        statusKey={edge.formKey()}
        saved={(request.query as Record<string, unknown>).opgeslagen !== undefined}
        conflict={isConflict}
        mayWrite={may(request, WRITERS)}
        mayMove={may(request, MOVERS)}
      />,
      status,
    );
  }

  const readCycle = (request: FastifyRequest) =>
    edge.look(request, 'own', async (tx, { today }) => {
      const { current, adoptions } = await readAdoptions(tx, edge.actor(request));
      return { view: current, adoption: adoptions[0], today };
    });

  app.get(`${PLAN}/tijdlijn`, { config: { ...own, access: READERS } }, async (request, reply) => {
    const { view, adoption, today } = await readCycle(request);
    if (!view) return reply.redirect(PLAN, 303);
    const cycle = cycleFrom(today, view.plan, adoption);
    return edge.html(
      reply,
      <PlanTimelinePage
        frame={edge.frame(request)}
        plan={view.plan}
        actions={view.actions}
        cycle={cycle}
        today={today}
      />,
    );
  });

  app.get(`${PLAN}/agenda.ics`, { config: { ...own, access: READERS } }, async (request, reply) => {
    const { view, adoption, today } = await readCycle(request);
    if (!view) return reply.redirect(PLAN, 303);
    const mark = options.isDemo ? ' Voorbeeldgegevens, niet echt.' : '';
    const actions = view.actions.flatMap((action): CalendarDay[] =>
      isOngoing(action) && action.dueOn
        ? [
            {
              id: action.id,
              on: action.dueOn,
              title: action.title,
              description: `Termijn van een actie${action.closesElement ? ` bij onderdeel ${action.closesElement}` : ''} in het plan ${view.plan.title}.${mark}`,
              changedAt: action.changedAt,
            },
          ]
        : [],
    );
    const cycle = cycleFrom(today, view.plan, adoption).map(({ id, on, title }) => ({
      id: `${id}-${view.plan.id}`,
      on,
      title,
      description: `Vast moment in het jaar van de aanpak mensenhandel.${mark}`,
      changedAt: view.plan.changedAt,
    }));
    return reply
      .type('text/calendar; charset=utf-8')
      .header('Content-Disposition', 'attachment; filename="aanpak-mensenhandel.ics"')
      .send(writeCalendar('Aanpak mensenhandel', [...actions, ...cycle]));
  });
}
