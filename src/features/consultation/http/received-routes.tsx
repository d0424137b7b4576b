import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { registerRemarkRoutes } from '../../collaboration/index.ts';
import { OVERVIEW_TITLE } from '../ui/consultation-words.ts';
import { ReceivedListPage, ReceivedMeetingPage } from '../ui/received-pages.tsx';
import { holdActionForRemark, readActionRemarks } from '../use-cases/action-remarks.ts';
import { CONSULTATION_PATH, RECEIVED_PATH, receivedPath, remarkPath } from '../use-cases/consultation-names.ts';
import { readReceived, readReceivedMeeting, reportDone, takeIn, takeIntoPlan } from '../use-cases/receive.ts';
import { CONFLICTS, howOf, IntoPlanForm, ReportForm } from './consultation-form.ts';
import { askingOf, idIn } from './consultation-routes.tsx';
import { NothingForm, pageIn } from './fields.ts';
import { AT_TABLE, PLANNERS } from './who.ts';

const PAGE = 50;

/** What other organisations share with this one at their tables: taken in, read, and answered. */
export function registerReceivedRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const reading = { access: AT_TABLE, purpose: 'VA-02', data: ['D1', 'D2', 'D3'] } as const;
  const one = { ...reading, sample: 'received-consultation-id' } as const;

  const idOfAction = (request: FastifyRequest): string => {
    const { actie } = request.params as { actie: string };
    if (!isUuid(actie)) throw notFound();
    return actie;
  };
  registerRemarkRoutes(app, edge, {
    path: `${CONSULTATION_PATH}/acties/:actie/opmerking`,
    pathOf: (request) => remarkPath(idOfAction(request)),
    config: { ...reading, sample: 'consultation-action-id' },
    reads: 'consultation.read-remarks',
    says: 'consultation.remark',
    takesBack: 'consultation.withdraw-remark',
    async open(request) {
      const view = await edge.lookAtPersons(request, (tx, time) =>
        readActionRemarks(tx, askingOf(edge, request), idOfAction(request), time),
      );
      if (!view.ok) throw notFound();
      const { other, at, remarks, receivers } = view.value;
      const crumbs = [
        { href: CONSULTATION_PATH, label: OVERVIEW_TITLE },
        { href: at, label: 'Het overleg' },
      ];
      return { title: `Opmerkingen bij een actie, met ${other}`, crumbs, remarks, receivers, noPersons: false };
    },
    hold: (tx, request, time) => holdActionForRemark(tx, askingOf(edge, request), idOfAction(request), time),
  });

  async function showList(request: FastifyRequest, reply: FastifyReply, conflict?: string) {
    const page = pageIn(request.query);
    const { waiting, invited } = await edge.look(request, 'own', (tx) =>
      readReceived(tx, edge.actor(request), { limit: PAGE + 1, offset: (page - 1) * PAGE }),
    );
    const shown = (
      <ReceivedListPage
        frame={edge.frame(request)}
        waiting={waiting}
        invited={invited.slice(0, PAGE)}
        page={page}
        pages={invited.length > PAGE ? page + 1 : page}
        formKey={edge.formKey()}
        conflict={conflict}
      />
    );
    return edge.html(reply, shown, conflict ? 409 : 200);
  }
  app.get(RECEIVED_PATH, { config: { ...reading, data: ['D1', 'D2'], sealed: true } }, (request, reply) =>
    showList(request, reply),
  );
  app.post(
    RECEIVED_PATH,
    { config: { ...reading, action: 'consultation.take-in', fields: NothingForm } },
    async (request, reply) => {
      const outcome = await edge.command(
        request,
        reply,
        () => RECEIVED_PATH,
        (tx, time) => takeIn(tx, edge.actor(request), time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(RECEIVED_PATH, 303);
      return showList(request, reply, CONFLICTS[outcome.error.code]);
    },
  );

  async function showOne(request: FastifyRequest, reply: FastifyReply, conflict?: string) {
    const read = await edge.lookAtPersons(request, (tx) =>
      readReceivedMeeting(tx, askingOf(edge, request), idIn(request)),
    );
    if (!read.ok) throw notFound();
    const { parts, ...view } = read.value;
    const page = (
      <ReceivedMeetingPage
        frame={edge.frame(request)}
        {...view}
        items={parts.flatMap(({ id, told }) =>
          told.what === 'item'
            ? [{ id, ...told, topic: told.topic, person: told.person, ground: told.ground, law: told.law }]
            : [],
        )}
        outcomes={parts.flatMap(({ id, told }) =>
          told.what === 'decision' ? [{ id, ...told, by: told.by, dueOn: told.dueOn }] : [],
        )}
        actions={parts.flatMap(({ id, told, doneHow, personId }) =>
          told.what === 'action' ? [{ id, ...told, doneHow, isAboutPerson: personId !== undefined }] : [],
        )}
        isClosed={parts.some(({ told }) => told.what === 'closed')}
        mayPlan={PLANNERS.includes(edge.actor(request).role)}
        formKey={edge.formKey()}
        conflict={conflict}
      />
    );
    return edge.html(reply, page, conflict ? 409 : 200);
  }
  app.get(`${RECEIVED_PATH}/:overleg`, { config: { ...one, action: 'consultation.read-received' } }, (request, reply) =>
    showOne(request, reply),
  );
  app.post(
    `${RECEIVED_PATH}/:overleg/gedaan`,
    { config: { ...one, action: 'consultation.report-done', fields: ReportForm } },
    async (request, reply) => {
      const meetingId = idIn(request);
      const form = parseForm(ReportForm, request.body);
      if (!form.ok) throw notFound();
      const { ontvangenActie: receivedId, hoeGing } = form.value;
      const outcome = await edge.command(
        request,
        reply,
        () => receivedPath(meetingId),
        (tx, time) => reportDone(tx, edge.actor(request), { meetingId, receivedId, how: howOf(hoeGing) }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(receivedPath(meetingId), 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return showOne(request, reply, CONFLICTS[outcome.error.code]);
    },
  );
  app.post(
    `${RECEIVED_PATH}/:overleg/plan`,
    { config: { ...one, access: PLANNERS, action: 'consultation.take-into-plan', fields: IntoPlanForm } },
    async (request, reply) => {
      const meetingId = idIn(request);
      const form = parseForm(IntoPlanForm, request.body);
      if (!form.ok) throw notFound();
      const receivedId = form.value.actieVoorPlan;
      const outcome = await edge.command(
        request,
        reply,
        () => '/aanpak/plan',
        (tx, time) => takeIntoPlan(tx, edge.actor(request), { meetingId, receivedId }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect('/aanpak/plan', 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return showOne(request, reply, CONFLICTS[outcome.error.code]);
    },
  );
}
