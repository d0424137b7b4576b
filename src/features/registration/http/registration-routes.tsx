import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AnyTx, DomainTime, Done } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, parseForm } from '../../../platform/http/parse.ts';
import { err, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { isRegistrationCode } from '../domain/registration.ts';
import { DUTY_BOUND } from '../domain/reporter-roles.ts';
import { type ReporterType, ROUTES, type Route } from '../domain/reporting-guide.ts';
import { ChooseRoutePage, DraftPage } from '../ui/draft-page.tsx';
import { OwnRegistrationsPage } from '../ui/own-registrations-page.tsx';
import { RegistrationPage } from '../ui/registration-page.tsx';
import { OWN_PATH } from '../ui/registration-words.ts';
import { withdrawRegistrationConsent } from '../use-cases/consents.ts';
import { changeDraft, type Drafted, draftRegistration } from '../use-cases/draft-registration.ts';
import { goOnNameless } from '../use-cases/go-on-nameless.ts';
import type { Asking } from '../use-cases/held-registration.ts';
import { readOwnRegistrations, readRegistration, reporterTypeBefore } from '../use-cases/read-registrations.ts';
import { helpPath, registrationPath } from '../use-cases/registration-names.ts';
import { reporterKinds } from '../use-cases/reporter-kinds.ts';
import { sendRegistration } from '../use-cases/send-registration.ts';
import {
  CHOOSE_KIND,
  ChangeForm,
  contentOf,
  keptValues,
  NamedForm,
  NamelessForm,
  REFUSED_AT,
  reporterOf,
  valuesOf,
} from './registration-form.ts';
import { REGISTRANTS } from './who.ts';

export const NothingForm = z.object({});

/** The code in an address; anything else is not there. */
export function codeIn(request: FastifyRequest): string {
  const { kenmerk } = request.params as { kenmerk: string };
  if (!isRegistrationCode(kenmerk)) throw notFound();
  return kenmerk;
}

export const askingOf = (edge: Edge<PageFrame>, request: FastifyRequest): Asking => ({
  actor: edge.actor(request),
  policy: edge.policy,
});

/**
 * What starts something new about a record that is there asks the start gate itself, after it knows that the record is
 * hers: what is not hers is not there, open gate or closed. Refused, the deed is rolled back.
 */
export async function unlessClosed<T, E extends { readonly code: string }>(
  edge: Edge<PageFrame>,
  request: FastifyRequest,
  tx: AnyTx,
  { today }: DomainTime,
  done: Promise<Result<T, E>>,
  feature = 'registration',
): Promise<Result<T, E | { readonly code: 'gate-closed' }>> {
  const result = await done;
  if (!result.ok) return result;
  const isOpen = await edge.isFeatureOpen(tx, edge.actor(request).organisationId, feature, today);
  return isOpen ? result : err({ code: 'gate-closed' });
}

export const pageIn = (request: FastifyRequest): number => {
  const { pagina } = request.query as Record<string, unknown>;
  return Math.min(10_000, Math.max(1, Math.trunc(Number(pagina ?? 1)) || 1));
};

/** The case of a care coordinator that belongs to a registration; its code only for who works on it. `app` connects the two. */
export type CaseBeside = (
  tx: AnyTx,
  actor: Actor,
  registration: { readonly id: string; readonly code: string },
) => Promise<{ readonly code: string | undefined } | undefined>;

const NEW: FieldValues = { leeftijd: 'unknown', geslacht: 'unknown' };

/** Registering a possible victim: one's own list, a draft, and one registration with what can be done. */
export function registerRegistrationRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly caseBeside: CaseBeside },
): void {
  const reading = { access: REGISTRANTS, purpose: 'VA-07', data: ['D1', 'D9'] } as const;
  const writing = { access: REGISTRANTS, purpose: 'VA-07', data: ['D1', 'D4', 'D8', 'D9'] } as const;

  app.get(OWN_PATH, { config: reading }, async (request, reply) => {
    const actor = edge.actor(request);
    const page = pageIn(request);
    const view = await edge.look(request, 'own', async (tx, { today }) => ({
      ...(await readOwnRegistrations(tx, actor, page)),
      isOpen: await edge.isFeatureOpen(tx, actor.organisationId, 'registration', today),
    }));
    return edge.html(reply, <OwnRegistrationsPage frame={edge.frame(request)} page={page} {...view} />);
  });

  const kindsNow = (request: FastifyRequest) =>
    edge.look(request, 'own', (tx) => reporterKinds(tx, edge.actor(request)));
  const routesFor = (kinds: readonly ReporterType[]): readonly Route[] => {
    if (kinds.length === 0) return [];
    const isBound = kinds.some((kind) => DUTY_BOUND.includes(kind));
    return isBound ? ['nameless', 'by-name', 'must'] : ['nameless', 'by-name'];
  };

  const isNew = { access: REGISTRANTS, purpose: 'VA-07', data: ['D1'], gate: 'registration' } as const;
  app.get(`${OWN_PATH}/nieuw`, { config: isNew }, async (request, reply) => {
    const kinds = await kindsNow(request);
    return edge.html(reply, <ChooseRoutePage frame={edge.frame(request)} routes={routesFor(kinds)} kinds={kinds} />);
  });

  async function showDraft(
    request: FastifyRequest,
    reply: FastifyReply,
    route: Route,
    form: { readonly values: FieldValues; readonly errors?: FieldErrors; readonly code?: string },
    status = 200,
  ) {
    const { code } = form;
    const reporters = await kindsNow(request);
    const page = (
      <DraftPage
        frame={edge.frame(request)}
        action={code ? `${registrationPath(code)}/wijzigen` : `${OWN_PATH}/nieuw/${route}`}
        route={route}
        reporters={reporters}
        formKey={edge.formKey()}
        code={code}
        values={form.values}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }

  for (const route of ROUTES) {
    const fields = route === 'nameless' ? NamelessForm : NamedForm;
    const path = `${OWN_PATH}/nieuw/${route}`;
    app.get(path, { config: isNew }, async (request, reply) => {
      const before = await edge.look(request, 'own', (tx) => reporterTypeBefore(tx, edge.actor(request)));
      return showDraft(request, reply, route, { values: { ...NEW, ...(before && { aanmelder: before }) } });
    });
    app.post(
      path,
      { config: { ...isNew, sealed: true, action: 'registration.draft', fields } },
      async (request, reply) => {
        const { body } = request;
        const form = parseForm(fields, body);
        const values = keptValues(form.values, body);
        if (!form.ok) return showDraft(request, reply, route, { values, errors: form.errors }, 400);
        const reporterType = reporterOf(form.value.aanmelder, await kindsNow(request));
        if (!reporterType) return showDraft(request, reply, route, { values, errors: CHOOSE_KIND }, 400);
        const filled = form.value as typeof form.value & Partial<z.output<typeof NamedForm>>;
        const person = filled.naam === undefined ? undefined : { name: filled.naam, birthDate: filled.geboortedatum };
        const nextOf = (code: string) => (filled.hulp === 'ja' ? helpPath(code) : registrationPath(code));
        const draft = { route, reporterType, region: filled.regio, content: contentOf(filled, body), person };
        const outcome = await edge.command(
          request,
          reply,
          ({ code }: Drafted) => nextOf(code),
          (tx, time) => draftRegistration(tx, edge.actor(request), draft, time),
        );
        if (outcome.kind === 'answered') return reply;
        if (outcome.kind === 'done') return reply.redirect(nextOf(outcome.value.code), 303);
        return showDraft(request, reply, route, { values, errors: REFUSED_AT[outcome.error.code]! }, 409);
      },
    );
  }

  async function open(request: FastifyRequest) {
    const code = codeIn(request);
    const actor = edge.actor(request);
    const view = await edge.lookAtPersons(request, async (tx, time) => {
      const found = await readRegistration(tx, askingOf(edge, request), code, time);
      if (!found.ok) return found;
      const helps = actor.role === 'zorgcoordinator';
      const caseBefore = helps ? await options.caseBeside(tx, actor, found.value.registration) : undefined;
      const mayBeginCase =
        helps && !caseBefore && (await edge.isFeatureOpen(tx, actor.organisationId, 'care', time.today));
      return { ...found, value: { ...found.value, caseBefore, mayBeginCase } };
    });
    if (!view.ok) throw notFound();
    return view.value;
  }

  async function showOne(request: FastifyRequest, reply: FastifyReply, conflict?: string) {
    const view = await open(request);
    const page = (
      <RegistrationPage frame={edge.frame(request)} view={view} formKey={edge.formKey()} conflict={conflict} />
    );
    return edge.html(reply, page, conflict ? 409 : 200);
  }

  const one = { ...writing, sample: 'registration-code' } as const;
  app.get(`${OWN_PATH}/:kenmerk`, { config: { ...one, action: 'registration.read' } }, (request, reply) =>
    showOne(request, reply),
  );

  app.get(
    `${OWN_PATH}/:kenmerk/wijzigen`,
    { config: { ...one, action: 'registration.read' } },
    async (request, reply) => {
      const { registration, content, person } = await open(request);
      if (registration.sentOn !== undefined || !content)
        return reply.redirect(registrationPath(registration.code), 303);
      const values = valuesOf(content, person, registration);
      return showDraft(request, reply, registration.route, { values, code: registration.code });
    },
  );

  app.post(
    `${OWN_PATH}/:kenmerk/wijzigen`,
    { config: { ...one, action: 'registration.change-draft', fields: ChangeForm } },
    async (request, reply) => {
      const code = codeIn(request);
      const { body } = request;
      const form = parseForm(ChangeForm, body);
      const values = keptValues(form.values, body);
      // what it is, decides which fields it has; asked without opening it
      const again = async (errors: FieldErrors, status: number) => {
        const { registration } = await open(request);
        return showDraft(request, reply, registration.route, { values, errors, code }, status);
      };
      if (!form.ok) return again(form.errors, 400);
      const reporterType = reporterOf(form.value.aanmelder, await kindsNow(request));
      if (!reporterType) return again(CHOOSE_KIND, 400);
      const { naam, geboortedatum, regio, versie } = form.value;
      const person = naam === '' ? undefined : { name: naam, birthDate: geboortedatum };
      const input = { code, reporterType, region: regio, content: contentOf(form.value, body), person };
      const outcome = await edge.command(
        request,
        reply,
        () => registrationPath(code),
        (tx, time) => changeDraft(tx, askingOf(edge, request), { ...input, seenVersion: versie }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(registrationPath(code), 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return again(REFUSED_AT[outcome.error.code]!, 409);
    },
  );

  /** One deed without fields: its own address, its own action in the log. */
  function deed<E extends { readonly code: string }>(
    verb: string,
    action: string,
    run: (tx: AnyTx, asking: Asking, input: { readonly code: string }, time: DomainTime) => Promise<Result<Done, E>>,
    isGated = false,
  ) {
    app.post(
      `${OWN_PATH}/:kenmerk/${verb}`,
      { config: { ...one, action, fields: NothingForm } },
      async (request, reply) => {
        const code = codeIn(request);
        const outcome = await edge.command(
          request,
          reply,
          () => registrationPath(code),
          (tx, time) => {
            const done = run(tx, askingOf(edge, request), { code }, time);
            return isGated ? unlessClosed(edge, request, tx, time, done) : done;
          },
        );
        if (outcome.kind === 'answered') return reply;
        if (outcome.kind === 'done') return reply.redirect(registrationPath(code), 303);
        if (outcome.error.code === 'not-found') throw notFound();
        return showOne(request, reply, Object.values(REFUSED_AT[outcome.error.code] ?? {})[0]);
      },
    );
  }
  deed('versturen', 'registration.send', sendRegistration, true);
  // withdrawing never waits for a gate, nor does doing away with a name
  deed('intrekken', 'registration.withdraw-consent', withdrawRegistrationConsent);
  deed('zonder-naam', 'registration.go-on-nameless', goOnNameless);
}
