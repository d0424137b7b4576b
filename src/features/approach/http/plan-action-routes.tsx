import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import type { Action } from '../domain/plan.ts';
import { ActionPage, NewActionPage } from '../ui/plan-action-page.tsx';
import { currentFramework } from '../use-cases/framework-editions.ts';
import { type Done, readPlan } from '../use-cases/plan.ts';
import { addAction, changeAction, moveAction, readAction, readCarriers } from '../use-cases/plan-actions.ts';
import { ACTION_REFUSED, ActionForm, actionInput, actionValues, StatusForm } from './plan-form.ts';
import { OWN_PLAN, PLAN_MOVERS, PLAN_PATH, PLAN_READERS, PLAN_WRITERS } from './plan-paths.ts';

type Words = Readonly<Record<string, string>>;

/** One action of the plan: make it, change it, say how it goes. */
export function registerPlanActionRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const may = (request: FastifyRequest, roles: readonly Role[]) => roles.includes(edge.actor(request).role);
  app.get(`${PLAN_PATH}/acties/nieuw`, { config: { ...OWN_PLAN, access: PLAN_WRITERS } }, async (request, reply) =>
    showNewAction(request, reply, 200, { versie: '0' }),
  );

  app.post(
    `${PLAN_PATH}/acties`,
    { config: { ...OWN_PLAN, access: PLAN_WRITERS, action: 'approach.add-action', fields: ActionForm } },
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
      if (code === 'no-plan' || code === 'in-plan-already' || code === 'not-found' || code === 'edit-conflict')
        return reply.redirect(PLAN_PATH, 303);
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
    if (!view && status === 200) return reply.redirect(PLAN_PATH, 303);
    const form = { values, errors, formKey: edge.formKey(), carriers, elements: currentFramework().elements };
    return edge.html(reply, <NewActionPage frame={edge.frame(request)} {...form} />, status);
  }

  const addressOf = ({ id }: Pick<Action, 'id'>, query = '') => `${PLAN_PATH}/acties/${id}${query}`;
  const one = { ...OWN_PLAN, sample: 'action-id' } as const;

  app.get(`${PLAN_PATH}/acties/:actie`, { config: { ...one, access: PLAN_READERS } }, async (request, reply) =>
    showAction(request, reply, await openAction(request), 200),
  );

  app.post(
    `${PLAN_PATH}/acties/:actie`,
    { config: { ...one, access: PLAN_WRITERS, action: 'approach.change-action', fields: ActionForm } },
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
      if (code === 'not-found' || code === 'no-plan' || code === 'in-plan-already') throw notFound();
      if (code === 'edit-conflict')
        return showAction(request, reply, await openAction(request), 409, { values: form.values });
      const errors = { [ACTION_REFUSED[code].field]: ACTION_REFUSED[code].text };
      return showAction(request, reply, opened, 409, { values: form.values, errors });
    },
  );

  app.post(
    `${PLAN_PATH}/acties/:actie/stand`,
    { config: { ...one, access: PLAN_MOVERS, action: 'approach.move-action', fields: StatusForm } },
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
        mayWrite={may(request, PLAN_WRITERS)}
        mayMove={may(request, PLAN_MOVERS)}
      />,
      status,
    );
  }
}
