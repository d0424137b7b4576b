import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnyTx, DomainTime, Done } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { err, type Result } from '../../../shared-kernel/result.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { AGE_GROUP_WORDS, ConsentFields, choicesOf, GIVER_WORDS, MANNER_WORDS } from '../../registration/index.ts';
import { BringPage } from '../ui/bring-page.tsx';
import { BroughtPage } from '../ui/brought-page.tsx';
import { bringIn, takeBackBrought } from '../use-cases/bring-in.ts';
import { acceptBrought, readBrought, refuseBrought, turnBroughtAway } from '../use-cases/brought.ts';
import {
  broughtPath,
  CONSULTATION_PATH,
  meetingPath,
  RECEIVED_PATH,
  receivedPath,
} from '../use-cases/consultation-names.ts';
import { readReceivedMeeting } from '../use-cases/receive.ts';
import type { Brought } from '../use-cases/told.ts';
import { conflictAmong } from './agenda-routes.tsx';
import {
  AcceptForm,
  BringPersonForm,
  BringTopicForm,
  errorsOf,
  personIn,
  RefuseForm,
  TakeBackForm,
} from './consultation-form.ts';
import { askingOf, GATE, idIn, ONE_MEETING, type Returned } from './consultation-routes.tsx';
import { ticked, withTicked } from './fields.ts';
import { AT_TABLE } from './who.ts';

type Shown = Returned & { readonly code?: string };

/** Bringing something in for the table of another organisation, and what the chair there makes of it. */
export function registerBroughtRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const one = {
    access: AT_TABLE,
    purpose: 'VA-02',
    data: ['D1', 'D2', 'D3'],
    sample: 'received-consultation-id',
  } as const;
  const isGateOpen = (request: FastifyRequest) =>
    edge.look(request, 'own', (tx, { today }) =>
      edge.isFeatureOpen(tx, edge.actor(request).organisationId, GATE, today),
    );

  async function showBring(
    request: FastifyRequest,
    reply: FastifyReply,
    aboutPerson: boolean,
    { values = {}, errors, code }: Shown = {},
    status = 200,
  ) {
    const id = idIn(request);
    const read = await edge.lookAtPersons(request, (tx) =>
      readReceivedMeeting(tx, askingOf(edge, request), id, { opens: false }),
    );
    if (!read.ok) throw notFound();
    const { invitation, organiserName, isCancelled, parts } = read.value;
    const shown = conflictAmong(errors, code, aboutPerson ? 'aanduiding' : 'onderwerp');
    const page = (
      <BringPage
        frame={edge.frame(request)}
        meetingId={id}
        title={invitation?.title ?? `Overleg van ${organiserName}`}
        organiserName={organiserName}
        aboutPerson={aboutPerson}
        isOver={!invitation || isCancelled || parts.some(({ told }) => told.what === 'closed')}
        isOpen={!aboutPerson || (await isGateOpen(request))}
        ages={choicesOf(AGE_GROUP_WORDS)}
        consentFields={<ConsentFields values={values} errors={shown} />}
        formKey={edge.formKey()}
        values={values}
        errors={shown}
        belongsElsewhere={code === 'belongs-elsewhere'}
      />
    );
    return edge.html(reply, page, status);
  }

  for (const [verb, action, fields] of [
    ['punt', 'consultation.bring-topic', BringTopicForm],
    ['persoon', 'consultation.bring-person', BringPersonForm],
  ] as const) {
    const aboutPerson = verb === 'persoon';
    const path = `${RECEIVED_PATH}/:overleg/${verb}`;
    app.get(path, { config: { ...one, action: 'consultation.read-received' } }, (request, reply) =>
      showBring(request, reply, aboutPerson),
    );
    app.post(path, { config: { ...one, action, fields } }, async (request, reply) => {
      const meetingId = idIn(request);
      const parsed = aboutPerson ? parseForm(BringPersonForm, request.body) : parseForm(BringTopicForm, request.body);
      if (!parsed.ok) return showBring(request, reply, aboutPerson, parsed, 400);
      const { value } = parsed;
      const input = {
        meetingId,
        purpose: value.doel,
        topic: 'onderwerp' in value ? value.onderwerp : undefined,
        person: 'onderwerp' in value ? undefined : personIn(value),
      };
      const outcome = await edge.command(
        request,
        reply,
        () => receivedPath(meetingId),
        async (tx, time): Promise<Result<Done, { readonly code: string }>> => {
          const asking = askingOf(edge, request);
          const brought = await bringIn(tx, asking, input, time);
          if (!brought.ok || !aboutPerson) return brought;
          // asked only once the meeting is known to be there, as for one's own agenda
          const isOpen = await edge.isFeatureOpen(tx, asking.actor.organisationId, GATE, time.today);
          return isOpen ? brought : err({ code: 'gate-closed' });
        },
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(receivedPath(meetingId), 303);
      const { code } = outcome.error;
      if (code === 'not-found') throw notFound();
      const refused = { values: parsed.values, errors: errorsOf(code), code };
      return showBring(request, reply, aboutPerson, refused, 409);
    });
  }

  app.post(
    `${RECEIVED_PATH}/:overleg/inbreng-intrekken`,
    { config: { ...one, action: 'consultation.take-back', fields: TakeBackForm } },
    async (request, reply) => {
      const meetingId = idIn(request);
      const form = parseForm(TakeBackForm, request.body);
      if (!form.ok) throw notFound();
      const { ingebrachtPunt: id, waarom } = form.value;
      const why = waarom === 'toestemming' ? 'consent' : 'not-needed';
      const outcome = await edge.command(
        request,
        reply,
        () => receivedPath(meetingId),
        (tx, time) => takeBackBrought(tx, askingOf(edge, request), { meetingId, id, why }, time),
      );
      if (outcome.kind === 'answered') return reply;
      // answered or taken back meanwhile: the page says how it stands
      if (outcome.kind === 'refused' && outcome.error.code === 'not-found') throw notFound();
      return reply.redirect(receivedPath(meetingId), 303);
    },
  );

  registerChairRoutes(app, edge, isGateOpen);
}

/** What was brought in, for the chair. */
function registerChairRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  isGateOpen: (request: FastifyRequest) => Promise<boolean>,
): void {
  const path = `${CONSULTATION_PATH}/ingebracht/:inbreng`;
  const config = { ...ONE_MEETING, sample: 'brought-item-id' } as const;
  const idOf = (request: FastifyRequest): string => {
    const { inbreng } = request.params as { inbreng: string };
    if (!isUuid(inbreng)) throw notFound();
    return inbreng;
  };

  async function show(request: FastifyRequest, reply: FastifyReply, status = 200, form: Shown = {}) {
    const read = await edge.lookAtPersons(request, (tx) => readBrought(tx, askingOf(edge, request), idOf(request)));
    if (!read.ok) throw notFound();
    const { id, from, aboutPerson, says, participantId, ...view } = read.value;
    const page = (
      <BroughtPage
        frame={edge.frame(request)}
        view={view}
        id={id}
        from={from}
        aboutPerson={aboutPerson}
        says={
          says && {
            ...says,
            topic: says.topic,
            person: says.person,
            ground: says.ground,
            law: says.law,
            consent: consentSentence(says),
          }
        }
        isOpen={!aboutPerson || (await isGateOpen(request))}
        formKey={edge.formKey()}
        values={form.values ?? { voor: participantId ? [participantId] : [] }}
        errors={conflictAmong(form.errors, form.code, 'voor')}
        belongsElsewhere={form.code === 'belongs-elsewhere'}
      />
    );
    return edge.html(reply, page, status);
  }
  app.get(path, { config: { ...config, action: 'consultation.read-brought' } }, (request, reply) =>
    show(request, reply),
  );

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    values: Returned['values'],
    run: (tx: AnyTx, time: DomainTime) => Promise<Result<Done, { readonly code: string }>>,
    back: (done: Done) => string,
  ) {
    const outcome = await edge.command(request, reply, back, run);
    if (outcome.kind === 'answered') return reply;
    if (outcome.kind === 'done') return reply.redirect(back(outcome.value), 303);
    const { code } = outcome.error;
    if (code === 'not-found') throw notFound();
    if (code === 'belongs-elsewhere')
      await edge.command(
        request,
        reply,
        () => broughtPath(idOf(request)),
        (tx, time) => turnBroughtAway(tx, askingOf(edge, request), idOf(request), time),
        {},
        { action: 'consultation.turn-away' },
      );
    return show(request, reply, 409, { values: values ?? {}, errors: errorsOf(code), code });
  }

  app.post(
    path,
    { config: { ...config, action: 'consultation.accept-brought', fields: AcceptForm } },
    (request, reply) => {
      const parsed = parseForm(AcceptForm, request.body);
      const values = withTicked(parsed.values, request.body, 'voor');
      return answer(
        request,
        reply,
        values,
        async (tx, time) => {
          const asking = askingOf(edge, request);
          const accepted = await acceptBrought(
            tx,
            asking,
            { id: idOf(request), for: ticked(request.body, 'voor') },
            time,
          );
          if (!accepted.ok || !accepted.value.isAboutPerson) return accepted;
          const isOpen = await edge.isFeatureOpen(tx, asking.actor.organisationId, GATE, time.today);
          return isOpen ? accepted : err({ code: 'gate-closed' });
        },
        (done) => meetingPath((done as Done & { readonly meetingId: string }).meetingId),
      );
    },
  );
  app.post(
    `${path}/niet`,
    { config: { ...config, action: 'consultation.refuse-brought', fields: RefuseForm } },
    async (request, reply) => {
      const form = parseForm(RefuseForm, request.body);
      if (!form.ok) return show(request, reply, 400, form);
      return answer(
        request,
        reply,
        form.values,
        (tx, time) =>
          refuseBrought(tx, askingOf(edge, request), { id: idOf(request), why: form.value.waaromNiet }, time),
        ({ subject }) => meetingPath(subject.id),
      );
    },
  );
}

/** Who gave consent, how and when, as it came along. */
function consentSentence({ consent }: Brought): string | undefined {
  if (!consent) return undefined;
  const { givenBy, manner, givenOn } = consent;
  return `Toestemming: ${GIVER_WORDS[givenBy]}, ${MANNER_WORDS[manner]}, op ${writeDutchDate(givenOn)}.`;
}
