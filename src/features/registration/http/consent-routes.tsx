import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { AnyTx, DomainTime, Done } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, parseForm } from '../../../platform/http/parse.ts';
import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { Result } from '../../../shared-kernel/result.ts';
import type { FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { mayBeJoined } from '../domain/registration-status.ts';
import { ALL_DATA } from '../ui/consent-data-fields.tsx';
import { ConsentPage } from '../ui/consent-page.tsx';
import { OWN_PATH } from '../ui/registration-words.ts';
import { recordRegistrationConsent } from '../use-cases/consents.ts';
import { joinRegistration } from '../use-cases/join-registration.ts';
import { readRegistration } from '../use-cases/read-registrations.ts';
import { registrationPath } from '../use-cases/registration-names.ts';
import { rulesToday } from '../use-cases/registration-rules.ts';
import { consentOf, DataConsentForm, dataOf, JoinForm, REFUSED_AT } from './registration-form.ts';
import { askingOf, codeIn, unlessClosed } from './registration-routes.tsx';
import { REGISTRANTS } from './who.ts';

/** Recording a consent, and adding a name to what was sent without one. */
export function registerConsentRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = {
    access: REGISTRANTS,
    purpose: 'VA-07',
    data: ['D1', 'D4', 'D8', 'D9'],
    sample: 'registration-code',
  } as const;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    joins: boolean,
    form: { readonly values: FieldValues; readonly errors?: FieldErrors },
    status = 200,
  ) {
    const code = codeIn(request);
    const asking = askingOf(edge, request);
    const found = await edge.lookAtPersons(request, async (tx, time) => {
      const view = await readRegistration(tx, asking, code, time);
      return view.ok
        ? { ...view, value: { ...view.value, rules: await rulesToday(tx, time.today), today: time.today } }
        : view;
    });
    if (!found.ok) throw notFound();
    const { registration, content, rules, today } = found.value;
    const isRight = joins
      ? mayBeJoined(registration).ok
      : registration.route === 'by-name' && registration.sentOn === undefined;
    if (!isRight && status === 200) return reply.redirect(registrationPath(code), 303);
    const words = rules.body.routes.find(({ route }) => route === 'by-name')!;
    const page = (
      <ConsentPage
        frame={edge.frame(request)}
        code={code}
        text={words.tell}
        isVerified={words.verifiedOn !== null}
        joins={joins}
        formKey={edge.formKey()}
        values={{
          gegevenOp: writeDutchDate(today),
          taal: 'nl',
          ...ALL_DATA,
          ...(joins && content && { leeftijd: content.ageGroup }),
          ...form.values,
        }}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }

  function step<Form extends typeof DataConsentForm | typeof JoinForm>(
    verb: 'toestemming' | 'naam',
    action: string,
    fields: Form,
    run: (
      tx: AnyTx,
      request: FastifyRequest,
      form: { readonly value: ReturnType<Form['parse']> },
      time: DomainTime,
    ) => Promise<Result<Done, { readonly code: string }>>,
  ) {
    const path = `${OWN_PATH}/:kenmerk/${verb}`;
    const joins = verb === 'naam';
    app.get(path, { config: { ...config, action: 'registration.read' } }, (request, reply) =>
      show(request, reply, joins, { values: {} }),
    );
    app.post(path, { config: { ...config, action, fields } }, async (request, reply) => {
      const done = registrationPath(codeIn(request));
      const form = parseForm(fields, request.body);
      if (!form.ok) return show(request, reply, joins, form, 400);
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) =>
          unlessClosed(
            edge,
            request,
            tx,
            time,
            run(tx, request, { value: form.value as ReturnType<Form['parse']> }, time),
          ),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return show(request, reply, joins, { values: form.values, errors: REFUSED_AT[outcome.error.code]! }, 409);
    });
  }

  const given = (value: z.output<typeof DataConsentForm> | z.output<typeof JoinForm>) => ({
    ...consentOf(value),
    data: dataOf('registration', value),
  });
  step('toestemming', 'registration.record-consent', DataConsentForm, (tx, request, { value }, time) =>
    recordRegistrationConsent(tx, askingOf(edge, request), { code: codeIn(request), ...given(value) }, time),
  );
  step('naam', 'registration.join', JoinForm, (tx, request, { value }, time) =>
    joinRegistration(
      tx,
      askingOf(edge, request),
      {
        code: codeIn(request),
        person: { name: value.naam, birthDate: value.geboortedatum },
        ageGroup: value.leeftijd,
        consent: given(value),
      },
      time,
    ),
  );
}
