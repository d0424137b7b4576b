import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { GRANTABLE_KINDS } from '../domain/reporter-roles.ts';
import { KINDS_PATH, OWN_KINDS_PATH } from '../ui/registration-words.ts';
import { OwnKindsPage, ReporterKindPage, ReporterKindsPage } from '../ui/reporter-kind-pages.tsx';
import { askForKind, readOwnKinds, readReporter, readReporters, withdrawKind } from '../use-cases/reporter-kinds.ts';
import { pageIn } from './registration-routes.tsx';
import { REGISTRANTS, REGISTRARS } from './who.ts';

const KindForm = z.object({
  soort: z.enum(GRANTABLE_KINDS, 'Kies een soort uit de lijst.'),
  reden: z
    .string()
    .trim()
    .min(10, 'Schrijf waaruit dit blijkt, in minstens tien tekens. Noem geen mensen.')
    .max(1000, 'Gebruik hoogstens 1.000 tekens.'),
});
const WithdrawForm = z.object({ soort: z.enum(GRANTABLE_KINDS, 'Kies een soort uit de lijst.') });

const REFUSED: Readonly<Record<string, FieldErrors>> = {
  'kind-held-before': { soort: 'De organisatie mag al als deze soort aanmelden.' },
  'kind-not-held': { _form: 'Deze soort geldt niet meer. Kijk hieronder hoe het ervoor staat.' },
  'asked-before': { soort: 'Dit is al gevraagd. Het wacht hieronder op een tweede persoon.' },
  'nobody-can-decide': {
    soort: 'Er is geen tweede registrator om mee te kijken. Vraag uw beheerder om een collega die rol te geven.',
  },
};

/** As what an organisation reports: settled by two people of the register, and seen by the organisation itself. */
export function registerReporterKindRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  const config = { access: REGISTRARS, purpose: 'VA-07', data: ['D0', 'D1'] } as const;
  const one = { ...config, sample: 'reporting-organisation-code' } as const;
  const codeOf = (request: FastifyRequest) => (request.params as { code: string }).code;
  const pathOf = (request: FastifyRequest) => `${KINDS_PATH}/${codeOf(request)}`;

  app.get(KINDS_PATH, { config }, async (request, reply) => {
    const page = pageIn(request);
    const view = await edge.look(request, 'own', (tx, time) => readReporters(tx, edge.actor(request), page, time));
    return edge.html(reply, <ReporterKindsPage frame={edge.frame(request)} page={page} {...view} />);
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
    status = 200,
  ) {
    const reporter = await edge.look(request, 'own', (tx, time) =>
      readReporter(tx, edge.actor(request), codeOf(request), time),
    );
    if (!reporter) throw notFound();
    const page = (
      <ReporterKindPage frame={edge.frame(request)} reporter={reporter} formKey={edge.formKey()} {...form} />
    );
    return edge.html(reply, page, status);
  }

  app.get(`${KINDS_PATH}/:code`, { config: one }, (request, reply) => show(request, reply));

  app.post(
    `${KINDS_PATH}/:code`,
    { config: { ...one, action: 'registration.ask-reporter-kind', fields: KindForm } },
    async (request, reply) => {
      const form = parseForm(KindForm, request.body);
      if (!form.ok) return show(request, reply, form, 400);
      const input = { code: codeOf(request), kind: form.value.soort, reason: form.value.reden };
      const outcome = await edge.command(
        request,
        reply,
        () => pathOf(request),
        (tx, time) => askForKind(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(pathOf(request), 303);
      const errors = REFUSED[outcome.error.code];
      if (!errors) throw notFound();
      return show(request, reply, { values: form.values, errors }, 409);
    },
  );

  app.post(
    `${KINDS_PATH}/:code/intrekken`,
    { config: { ...one, action: 'registration.withdraw-reporter-kind', fields: WithdrawForm } },
    async (request, reply) => {
      const form = parseForm(WithdrawForm, request.body);
      if (!form.ok) return show(request, reply, { errors: form.errors }, 400);
      const outcome = await edge.command(
        request,
        reply,
        () => pathOf(request),
        (tx, time) => withdrawKind(tx, edge.actor(request), { code: codeOf(request), kind: form.value.soort }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(pathOf(request), 303);
      const errors = REFUSED[outcome.error.code];
      if (!errors) throw notFound();
      return show(request, reply, { errors }, 409);
    },
  );

  app.get(
    OWN_KINDS_PATH,
    { config: { access: REGISTRANTS, purpose: 'VA-07', data: ['D0'] } },
    async (request, reply) => {
      const view = await edge.look(request, 'own', (tx) => readOwnKinds(tx, edge.actor(request)));
      return edge.html(reply, <OwnKindsPage frame={edge.frame(request)} isDemo={options.isDemo} {...view} />);
    },
  );
}
