import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { AnyTx, DomainTime, Done } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, parseForm } from '../../../platform/http/parse.ts';
import type { Result } from '../../../shared-kernel/result.ts';
import type { FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { CALL_TASKS, type CallTask } from '../domain/call.ts';
import { CallPage, PastCallPage } from '../ui/call-page.tsx';
import { CALL_DONE_WORDS } from '../ui/call-words.ts';
import { CallsPage } from '../ui/calls-page.tsx';
import {
  finishCall,
  helpFromCall,
  passCallOn,
  readCall,
  readCalls,
  registerCall,
  type Started,
  saveCall,
  settleQuestion,
  startCall,
  type Typed,
} from '../use-cases/calls.ts';
import type { Asking } from '../use-cases/held-registration.ts';
import { callPath, callsPath } from '../use-cases/registration-names.ts';
import {
  CALL_REFUSED_AT,
  callValues,
  PlacementCallForm,
  placementToldOf,
  questionGaps,
  RegistrationCallForm,
  registrationToldOf,
  StartForm,
} from './call-form.ts';
import { keptValues, REFUSED_AT, textsIn } from './registration-form.ts';
import { askingOf, codeIn, NothingForm, pageIn, unlessClosed } from './registration-routes.tsx';
import { PLACERS, REGISTRARS } from './who.ts';

const DESKS = {
  registration: { access: REGISTRARS, purpose: 'VA-07', data: ['D1', 'D9'], sealed: true, sample: 'call-code' },
  placement: { access: PLACERS, purpose: 'VA-08', data: ['D1', 'D5'], sealed: true, sample: 'help-call-code' },
} as const;

const refusedAt = (code: string): FieldErrors =>
  CALL_REFUSED_AT[code] ?? REFUSED_AT[code] ?? { _form: 'Dit kan nu niet.' };

/** After which deed the page of the call says what was done. */
const LEADS_TO: Readonly<Record<string, string>> = { bewaren: '?bewaard', doorgeven: '?doorgegeven' };

function doneIn(request: FastifyRequest, task: CallTask): string | undefined {
  const said = Object.keys(request.query as object).find((key) => Object.hasOwn(CALL_DONE_WORDS, key));
  return said && CALL_DONE_WORDS[said]!(task);
}

/** Telephone calls at CoMensha: the same screen for two tasks, each with its own address, purpose and rows. */
export function registerCallRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  for (const task of CALL_TASKS) registerDesk(app, edge, task);
}

function registerDesk(app: FastifyInstance, edge: Edge<PageFrame>, task: CallTask): void {
  const { sample, sealed, ...desk } = DESKS[task];
  const list = { ...desk, data: ['D1'] } as const;
  const base = callsPath(task);

  async function showList(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { readonly values: FieldValues; readonly errors?: FieldErrors } = { values: {} },
    status = 200,
  ) {
    const actor = edge.actor(request);
    const page = pageIn(request);
    const view = await edge.look(request, 'own', async (tx, { today }) => ({
      ...(await readCalls(tx, actor, task, page)),
      isOpen: await edge.isFeatureOpen(tx, actor.organisationId, 'registration', today),
    }));
    const shown = (
      <CallsPage frame={edge.frame(request)} task={task} page={page} {...view} {...form} formKey={edge.formKey()} />
    );
    return edge.html(reply, shown, status);
  }

  app.get(base, { config: list }, (request, reply) => showList(request, reply));

  app.post(
    `${base}/nieuw`,
    {
      config: { ...list, sealed, action: 'registration.start-call', gate: 'registration', fields: StartForm },
    },
    async (request, reply) => {
      const form = parseForm(StartForm, request.body);
      if (!form.ok) return showList(request, reply, form, 400);
      const input = { about: form.value.gaatOver, isLookedThrough: form.value.nagekeken === 'ja' };
      const outcome = await edge.command(
        request,
        reply,
        ({ code }: Started) => callPath(task, code),
        (tx, time) => startCall(tx, edge.actor(request), task, input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(callPath(task, outcome.value.code), 303);
      return showList(request, reply, { values: form.values, errors: refusedAt(outcome.error.code) }, 409);
    },
  );

  const one = { ...desk, sealed, sample } as const;
  const fields = task === 'registration' ? RegistrationCallForm : PlacementCallForm;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { readonly values: FieldValues; readonly errors?: FieldErrors } | undefined = undefined,
    status = 200,
  ) {
    const found = await edge.lookAtPersons(request, (tx, time) =>
      readCall(tx, askingOf(edge, request), task, codeIn(request), time),
    );
    if (!found.ok) throw notFound();
    const { call, answers, recordCode } = found.value;
    const common = { frame: edge.frame(request), call, formKey: edge.formKey() };
    const isOver = call.closedAt !== undefined && call.outcome !== 'hung-up';
    if (isOver || !answers)
      return edge.html(
        reply,
        <PastCallPage {...common} answers={answers} recordCode={recordCode} conflict={form?.errors?._form} />,
        status,
      );
    // what a colleague kept is seen before it is written over
    const isOlder = form !== undefined && Number(form.values.versie) !== call.version;
    const page = (
      <CallPage
        {...common}
        values={{ ...(form ? form.values : callValues(call, answers)), versie: String(call.version) }}
        errors={isOlder ? undefined : form?.errors}
        done={form ? undefined : doneIn(request, task)}
        meanwhile={isOlder ? { byName: call.savedByName, answers } : undefined}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(`${base}/:kenmerk`, { config: { ...one, action: 'registration.read-call' } }, (request, reply) =>
    show(request, reply),
  );

  /** A deed with everything that was typed: its own address and action in the log, and nothing typed is lost. */
  function deed(
    verb: string,
    action: string,
    run: (
      tx: AnyTx,
      asking: Asking,
      typed: Typed,
      time: DomainTime,
      request: FastifyRequest,
    ) => Promise<Result<Done, { readonly code: string }>>,
  ) {
    app.post(`${base}/:kenmerk/${verb}`, { config: { ...one, action, fields } }, async (request, reply) => {
      const code = codeIn(request);
      const { body } = request;
      const form = parseForm<typeof RegistrationCallForm | typeof PlacementCallForm>(fields, body);
      const values = { ...keptValues(form.values, body), nodig: textsIn(body, 'nodig') };
      if (!form.ok) return show(request, reply, { values, errors: form.errors }, 400);
      const gaps = questionGaps(form.value);
      if (Object.keys(gaps).length > 0) return show(request, reply, { values, errors: gaps }, 400);
      const typed: Typed = {
        code,
        seenVersion: form.value.versie,
        branch: form.value.tak,
        isLookedThrough: form.value.nagekeken === 'ja',
        answers:
          'nodig' in form.value
            ? placementToldOf(form.value, body)
            : registrationToldOf(form.value as z.output<typeof RegistrationCallForm>, body),
      };
      const done = `${callPath(task, code)}${LEADS_TO[verb] ?? ''}`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => run(tx, askingOf(edge, request), typed, time, request),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return show(request, reply, { values, errors: refusedAt(outcome.error.code) }, 409);
    });
  }
  deed('bewaren', 'registration.keep-call', (tx, asking, typed, time) => saveCall(tx, asking, task, typed, time));
  deed('doorgeven', 'registration.pass-call-on', (tx, asking, typed, time) =>
    passCallOn(tx, asking, task, typed, time),
  );
  deed('afronden', 'registration.finish-call', (tx, asking, typed, time) =>
    finishCall(tx, asking, task, { ...typed, outcome: 'advised' }, time),
  );
  deed('weggevallen', 'registration.break-call-off', (tx, asking, typed, time) =>
    finishCall(tx, asking, task, { ...typed, outcome: 'hung-up' }, time),
  );
  // whether the part is on is asked after whether the call is hers: what is not hers is not there
  if (task === 'registration')
    deed('registreren', 'registration.register-call', (tx, asking, typed, time, request) =>
      unlessClosed(edge, request, tx, time, registerCall(tx, asking, typed, time)),
    );
  else deed('hulpvraag', 'registration.help-from-call', helpFromCall);

  app.post(
    `${base}/:kenmerk/gevraagd`,
    { config: { ...one, action: 'registration.settle-question', fields: NothingForm } },
    async (request, reply) => {
      const code = codeIn(request);
      const done = callPath(task, code);
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => settleQuestion(tx, askingOf(edge, request), task, { code }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'refused') throw notFound();
      return reply.redirect(done, 303);
    },
  );
}
