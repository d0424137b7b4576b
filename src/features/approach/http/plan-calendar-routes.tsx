import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { isOngoing } from '../domain/plan.ts';
import { type CalendarDay, writeCalendar } from '../domain/plan-calendar.ts';
import { cycleFrom } from '../domain/plan-cycle.ts';
import { PlanTimelinePage } from '../ui/plan-timeline-page.tsx';
import { readAdoptions } from '../use-cases/adoption.ts';
import { OWN_PLAN, PLAN_PATH, PLAN_READERS } from './plan-paths.ts';

/** The plan in time: a line to print, and a file for a calendar. */
export function registerPlanCalendarRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  const readCycle = (request: FastifyRequest) =>
    edge.look(request, 'own', async (tx, { today }) => {
      const { current, adoptions } = await readAdoptions(tx, edge.actor(request));
      return { view: current, adoption: adoptions[0], today };
    });

  app.get(`${PLAN_PATH}/tijdlijn`, { config: { ...OWN_PLAN, access: PLAN_READERS } }, async (request, reply) => {
    const { view, adoption, today } = await readCycle(request);
    if (!view) return reply.redirect(PLAN_PATH, 303);
    const cycle = cycleFrom(today, view.plan, adoption);
    return edge.html(
      reply,
      <PlanTimelinePage
        frame={edge.frame(request)}
        plan={view.plan}
        actions={view.actions}
        leaving={view.leaving}
        cycle={cycle}
        today={today}
      />,
    );
  });

  app.get(`${PLAN_PATH}/agenda.ics`, { config: { ...OWN_PLAN, access: PLAN_READERS } }, async (request, reply) => {
    const { view, adoption, today } = await readCycle(request);
    if (!view) return reply.redirect(PLAN_PATH, 303);
    const mark = options.isDemo ? ` ${DEMO_MARK}.` : '';
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
