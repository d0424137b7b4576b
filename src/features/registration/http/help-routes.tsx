import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnyTx, DomainTime } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, parseForm } from '../../../platform/http/parse.ts';
import type { LegalPosition } from '../../../shared-kernel/legal-position.ts';
import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { HELP_POSITIONS } from '../domain/help-request.ts';
import { ALL_DATA } from '../ui/consent-data-fields.tsx';
import { HelpInboxPage, ReceivedHelpPage } from '../ui/help-inbox-page.tsx';
import { AskHelpPage, HelpRequestPage, LaterConsentPage } from '../ui/help-pages.tsx';
import { OWN_PATH } from '../ui/registration-words.ts';
import type { Asking } from '../use-cases/held-registration.ts';
import { acceptHelp, openReceivedHelp, readHelpInbox } from '../use-cases/help-inbox.ts';
import { askForHelp, readHelp, recordLaterConsent, withdrawHelp } from '../use-cases/help-requests.ts';
import { HELP_INBOX_PATH, helpPath } from '../use-cases/registration-names.ts';
import { EmergencyForm, HELP_REFUSED_AT, HelpForm, helpContentOf, helpPersonOf, knownValues } from './help-form.ts';
import { consentOf, dataOf, HelpConsentForm, REFUSED_AT, textsIn } from './registration-form.ts';
import { askingOf, codeIn, NothingForm, pageIn, unlessClosed } from './registration-routes.tsx';
import { PLACERS, REGISTRANTS } from './who.ts';

/** What the case of somebody says of her legal position, for who may read that case; undefined when nobody may or nobody knows. */
export type KnownPosition = (
  tx: AnyTx,
  asking: Asking,
  registration: { readonly id: string; readonly code: string },
  time: DomainTime,
) => Promise<LegalPosition | undefined>;

const helpPositionOf = (position: LegalPosition | undefined) => HELP_POSITIONS.find((each) => each === position);

const refusedAt = (code: string): FieldErrors =>
  HELP_REFUSED_AT[code] ?? REFUSED_AT[code] ?? { _form: 'Dit kan nu niet.' };

/** Asking for shelter or help from a registration, and taking such a request in: another purpose than being counted. */
export function registerHelpRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly knownPosition: KnownPosition },
): void {
  const asking = {
    access: REGISTRANTS,
    purpose: 'VA-08',
    data: ['D1', 'D4', 'D5', 'D8'],
    sample: 'registration-code',
  } as const;
  const path = `${OWN_PATH}/:kenmerk/hulpvraag`;

  async function open(request: FastifyRequest) {
    const code = codeIn(request);
    const found = await edge.lookAtPersons(request, async (tx, time) => {
      const view = await readHelp(tx, askingOf(edge, request), code, time);
      if (!view.ok) return view;
      const { known, registration } = view.value;
      const position = known && (await options.knownPosition(tx, askingOf(edge, request), registration, time));
      return { ...view, value: { ...view.value, position: helpPositionOf(position), today: time.today } };
    });
    if (!found.ok) throw notFound();
    return { ...found.value, code };
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { readonly isEmergency?: boolean; readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
    status = 200,
  ) {
    const { asked, known, region, position, text, today, code } = await open(request);
    const isAnew =
      asked?.status === 'withdrawn' &&
      (form.isEmergency || request.method === 'POST' || 'opnieuw' in (request.query as object));
    const common = { frame: edge.frame(request), code, formKey: edge.formKey() };
    if (asked && !isAnew)
      return edge.html(
        reply,
        <HelpRequestPage {...common} asked={asked} conflict={Object.values(form.errors ?? {})[0]} />,
        status,
      );
    const start = {
      ...knownValues(known, region, position),
      gegevenOp: writeDutchDate(today),
      taal: 'nl',
      ...ALL_DATA,
    };
    const page = (
      <AskHelpPage
        {...common}
        text={text.tell}
        isVerified={text.isVerified}
        isEmergency={form.isEmergency ?? false}
        isPositionKnown={position !== undefined}
        values={{ ...start, ...form.values }}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }

  for (const isEmergency of [false, true]) {
    const at = isEmergency ? `${path}/noodgeval` : path;
    const action = isEmergency ? 'registration.ask-emergency-help' : 'registration.ask-help';
    const fields = isEmergency ? EmergencyForm : HelpForm;
    app.get(at, { config: { ...asking, action: 'registration.read-help' } }, (request, reply) =>
      show(request, reply, { isEmergency }),
    );
    app.post(at, { config: { ...asking, action, fields } }, async (request, reply) => {
      const code = codeIn(request);
      const { body } = request;
      const form = parseForm<typeof HelpForm | typeof EmergencyForm>(fields, body);
      const values = { ...form.values, nodig: textsIn(body, 'nodig') };
      if (!form.ok) return show(request, reply, { isEmergency, values, errors: form.errors }, 400);
      const done = helpPath(code);
      const { value } = form;
      const consent = 'gegevenDoor' in value ? { ...consentOf(value), data: dataOf('help', value) } : undefined;
      const input = { code, content: helpContentOf(value, body), person: helpPersonOf(value), consent };
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => unlessClosed(edge, request, tx, time, askForHelp(tx, askingOf(edge, request), input, time)),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return show(request, reply, { isEmergency, values, errors: refusedAt(outcome.error.code) }, 409);
    });
  }

  async function showLater(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
    status = 200,
  ) {
    const { asked, text, today, code } = await open(request);
    if (status === 200 && (asked?.request.ground !== 'vital-interest' || asked.status === 'withdrawn'))
      return reply.redirect(helpPath(code), 303);
    const page = (
      <LaterConsentPage
        frame={edge.frame(request)}
        code={code}
        text={text.tell}
        isVerified={text.isVerified}
        formKey={edge.formKey()}
        values={{ gegevenOp: writeDutchDate(today), taal: 'nl', ...ALL_DATA, ...form.values }}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }
  app.get(`${path}/toestemming`, { config: { ...asking, action: 'registration.read-help' } }, (request, reply) =>
    showLater(request, reply),
  );
  // what was shared already gets its consent whatever the gate says
  app.post(
    `${path}/toestemming`,
    { config: { ...asking, action: 'registration.record-help-consent', fields: HelpConsentForm } },
    async (request, reply) => {
      const code = codeIn(request);
      const form = parseForm(HelpConsentForm, request.body);
      if (!form.ok) return showLater(request, reply, form, 400);
      const done = helpPath(code);
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) =>
          recordLaterConsent(
            tx,
            askingOf(edge, request),
            { code, ...consentOf(form.value), data: dataOf('help', form.value) },
            time,
          ),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return showLater(request, reply, { values: form.values, errors: refusedAt(outcome.error.code) }, 409);
    },
  );

  // withdrawing never waits for a gate
  app.post(
    `${path}/intrekken`,
    { config: { ...asking, action: 'registration.withdraw-help', fields: NothingForm } },
    async (request, reply) => {
      const code = codeIn(request);
      const done = helpPath(code);
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => withdrawHelp(tx, askingOf(edge, request), { code }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return show(request, reply, { errors: refusedAt(outcome.error.code) }, 409);
    },
  );

  const placing = { access: PLACERS, purpose: 'VA-08' } as const;
  app.get(HELP_INBOX_PATH, { config: { ...placing, data: ['D1'] } }, async (request, reply) => {
    const page = pageIn(request);
    const view = await edge.look(request, 'own', (tx, { today }) =>
      readHelpInbox(tx, edge.actor(request), page, today),
    );
    return edge.html(reply, <HelpInboxPage frame={edge.frame(request)} page={page} {...view} />);
  });

  const one = { ...placing, data: ['D1', 'D4', 'D5'], sample: 'received-help-id' } as const;
  const idIn = (request: FastifyRequest): string => {
    const { bericht } = request.params as { bericht: string };
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(bericht)) throw notFound();
    return bericht;
  };

  async function showReceived(request: FastifyRequest, reply: FastifyReply, conflict?: string) {
    const view = await edge.lookAtPersons(request, (tx) => openReceivedHelp(tx, edge.actor(request), idIn(request)));
    if (!view.ok) throw notFound();
    const { received, says } = view.value;
    const page = (
      <ReceivedHelpPage
        frame={edge.frame(request)}
        received={received}
        says={says}
        formKey={edge.formKey()}
        conflict={conflict}
      />
    );
    return edge.html(reply, page, conflict ? 409 : 200);
  }

  app.get(`${HELP_INBOX_PATH}/:bericht`, { config: { ...one, action: 'registration.open-help' } }, (request, reply) =>
    showReceived(request, reply),
  );

  app.post(
    `${HELP_INBOX_PATH}/:bericht/aannemen`,
    { config: { ...one, action: 'registration.accept-help', fields: NothingForm } },
    async (request, reply) => {
      const id = idIn(request);
      const done = `${HELP_INBOX_PATH}/${id}`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => acceptHelp(tx, edge.actor(request), { id }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return showReceived(request, reply, refusedAt(outcome.error.code)._form);
    },
  );
}
