import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodObject } from 'zod';
import type { AnyTx, DomainTime, Done } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { Result } from '../../../shared-kernel/result.ts';
import type { FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { MeetingPage } from '../ui/meeting-page.tsx';
import { OverviewPage } from '../ui/overview-page.tsx';
import { PlanPage } from '../ui/plan-page.tsx';
import { cancelMeeting } from '../use-cases/chairing.ts';
import { CONSULTATION_PATH, meetingPath } from '../use-cases/consultation-names.ts';
import { covenantsInForce } from '../use-cases/covenants.ts';
import type { Asking } from '../use-cases/held-meeting.ts';
import { closeMeeting, inviteAll, openMeeting, sayDone } from '../use-cases/hold.ts';
import { planMeeting, withdrawItem } from '../use-cases/prepare.ts';
import { type MeetingView, readMeeting, readMeetings } from '../use-cases/read-meeting.ts';
import { removeParticipant } from '../use-cases/seats.ts';
import {
  CONFLICTS,
  DoneForm,
  errorsOf,
  howOf,
  PlanForm,
  StepForm,
  UnseatForm,
  WithdrawForm,
} from './consultation-form.ts';
import { NothingForm, pageIn } from './fields.ts';
import { AT_TABLE, CHAIRS } from './who.ts';

const PAGE = 50;
/** The part of the product that is off until its start gate is open. */
export const GATE = 'case-consultation';

/** What every route about one consultation declares. */
export const ONE_MEETING = {
  access: CHAIRS,
  purpose: 'VA-02',
  data: ['D1', 'D2', 'D3'],
  sample: 'consultation-id',
} as const;

export interface Returned {
  readonly values?: FieldValues;
  readonly errors?: FieldErrors | undefined;
}

export const askingOf = (edge: Edge<PageFrame>, request: FastifyRequest): Asking => ({
  actor: edge.actor(request),
  policy: edge.policy,
});

/** The id in an address; anything else is not there. */
export function idIn(request: FastifyRequest): string {
  const { overleg } = request.params as { overleg: string };
  if (!isUuid(overleg)) throw notFound();
  return overleg;
}

/** Opens the consultation of this address for a page, or it is not there. */
export async function openMeetingOf(
  edge: Edge<PageFrame>,
  request: FastifyRequest,
  opens = true,
): Promise<MeetingView> {
  const view = await edge.lookAtPersons(request, (tx, time) =>
    readMeeting(tx, askingOf(edge, request), { id: idIn(request), opens }, time),
  );
  if (!view.ok) throw notFound();
  return view.value;
}

/** Consultations: the list, planning one, and what its chair does from its page. */
export function registerMeetingRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const listing = { access: AT_TABLE, purpose: 'VA-02', data: ['D1', 'D2'] } as const;

  app.get(CONSULTATION_PATH, { config: listing }, async (request, reply) => {
    const actor = edge.actor(request);
    const page = pageIn(request.query);
    const { meetings, isOpen } = await edge.look(request, 'own', async (tx, { today }) => ({
      meetings: await readMeetings(tx, actor, { limit: PAGE + 1, offset: (page - 1) * PAGE }),
      isOpen: await edge.isFeatureOpen(tx, actor.organisationId, GATE, today),
    }));
    const shown = (
      <OverviewPage
        frame={edge.frame(request)}
        meetings={meetings.slice(0, PAGE)}
        page={page}
        pages={meetings.length > PAGE ? page + 1 : page}
        mayPlan={CHAIRS.includes(actor.role)}
        isOpen={isOpen}
        isPassed={(request.query as Record<string, unknown>).overgedragen !== undefined}
      />
    );
    return edge.html(reply, shown);
  });

  const planning = { ...listing, access: CHAIRS } as const;
  async function showPlan(request: FastifyRequest, reply: FastifyReply, status = 200, form: Returned = {}) {
    const actor = edge.actor(request);
    const covenants = await edge.look(request, 'own', (tx, { today }) => covenantsInForce(tx, actor, today));
    const page = (
      <PlanPage
        frame={edge.frame(request)}
        covenants={covenants}
        mayPlanSignal={actor.role === 'aandachtsfunctionaris'}
        formKey={edge.formKey()}
        values={form.values ?? {}}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }
  app.get(`${CONSULTATION_PATH}/nieuw`, { config: planning }, (request, reply) => showPlan(request, reply));
  app.post(
    CONSULTATION_PATH,
    { config: { ...planning, gate: GATE, action: 'consultation.plan', fields: PlanForm } },
    async (request, reply) => {
      const form = parseForm(PlanForm, request.body);
      if (!form.ok) return showPlan(request, reply, 400, form);
      const { soort, titel, doel, dag, tijd, plaats, convenant } = form.value;
      const outcome = await edge.command(
        request,
        reply,
        ({ subject }) => meetingPath(subject.id),
        (tx, time) =>
          planMeeting(
            tx,
            askingOf(edge, request),
            {
              kind: soort,
              title: titel,
              purpose: doel,
              onDay: dag,
              atTime: tijd,
              place: plaats,
              covenantId: isUuid(convenant) ? convenant : undefined,
            },
            time,
          ),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(meetingPath(outcome.value.subject.id), 303);
      const { code } = outcome.error;
      if (code === 'not-found') throw notFound();
      const errors =
        code === 'covenant-lapsed' ? { convenant: 'Dit convenant geldt niet meer. Kies een ander.' } : errorsOf(code);
      return showPlan(request, reply, 409, { values: form.values, errors });
    },
  );

  async function show(request: FastifyRequest, reply: FastifyReply, conflict?: string) {
    const view = await openMeetingOf(edge, request);
    const page = (
      <MeetingPage
        frame={edge.frame(request)}
        view={view}
        remarks={view.remarks}
        formKey={edge.formKey()}
        conflict={conflict}
      />
    );
    return edge.html(reply, page, conflict ? 409 : 200);
  }
  app.get(
    `${CONSULTATION_PATH}/:overleg`,
    { config: { ...ONE_MEETING, action: 'consultation.read' } },
    (request, reply) => show(request, reply),
  );

  /** A deed from the page of a consultation, after which one is on it again. */
  function deed<S extends ZodObject, E extends { readonly code: string }>(
    verb: string,
    action: string,
    fields: S,
    run: (tx: AnyTx, asking: Asking, id: string, value: never, time: DomainTime) => Promise<Result<Done, E>>,
  ) {
    app.post(
      `${CONSULTATION_PATH}/:overleg/${verb}`,
      { config: { ...ONE_MEETING, action, fields } },
      async (request, reply) => {
        const id = idIn(request);
        const form = parseForm(fields, request.body);
        if (!form.ok) throw notFound();
        const outcome = await edge.command(
          request,
          reply,
          () => meetingPath(id),
          (tx, time) => run(tx, askingOf(edge, request), id, form.value as never, time),
        );
        if (outcome.kind === 'answered') return reply;
        if (outcome.kind === 'done') return reply.redirect(meetingPath(id), 303);
        if (outcome.error.code === 'not-found') throw notFound();
        return show(request, reply, CONFLICTS[outcome.error.code] ?? CONFLICTS['edit-conflict']);
      },
    );
  }
  deed('versturen', 'consultation.invite', NothingForm, (tx, asking, id, _value, time) =>
    inviteAll(tx, asking, id, time),
  );
  type Step = ReturnType<typeof StepForm.parse>;
  deed('openen', 'consultation.open', StepForm, (tx, asking, meetingId, value: Step, time) =>
    openMeeting(tx, asking, { meetingId, seenVersion: value.versie }, time),
  );
  deed('sluiten', 'consultation.close', StepForm, (tx, asking, meetingId, value: Step, time) =>
    closeMeeting(tx, asking, { meetingId, seenVersion: value.versie }, time),
  );
  deed('afzeggen', 'consultation.cancel', StepForm, (tx, asking, meetingId, value: Step, time) =>
    cancelMeeting(tx, asking, { meetingId, seenVersion: value.versie }, time),
  );
  type Unseat = ReturnType<typeof UnseatForm.parse>;
  deed('deelnemers/weg', 'consultation.remove-participant', UnseatForm, (tx, asking, meetingId, value: Unseat, time) =>
    removeParticipant(tx, asking, { meetingId, participantId: value.deelnemerWeg }, time),
  );
  type Withdraw = ReturnType<typeof WithdrawForm.parse>;
  deed('intrekken', 'consultation.withdraw-item', WithdrawForm, (tx, asking, meetingId, value: Withdraw, time) =>
    withdrawItem(
      tx,
      asking,
      { meetingId, itemId: value.punt, why: value.waarom === 'toestemming' ? 'consent' : 'not-needed' },
      time,
    ),
  );
  type DoneSaid = ReturnType<typeof DoneForm.parse>;
  deed('gedaan', 'consultation.say-done', DoneForm, (tx, asking, meetingId, value: DoneSaid, time) =>
    sayDone(tx, asking, { meetingId, outcomeId: value.overlegactie, how: howOf(value.hoeGing) }, time),
  );
}
