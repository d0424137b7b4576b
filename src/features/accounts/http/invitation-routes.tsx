import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { realNow } from '../../../platform/clock/real-time.ts';
import type { Edge } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import {
  askToMake,
  judgeMade,
  type PasskeySite,
  questionIn,
  readMade,
} from '../../../platform/passkeys/passkey-answers.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { ROLE_DESCRIPTIONS } from '../domain/roles.ts';
import { FirstPasskeyPage, INVITATION_PATH, InvitationPage } from '../ui/invitation-pages.tsx';
import { PASSKEYS_PATH } from '../ui/passkey-pages.tsx';
import type { SignInProblem } from '../ui/provider-pages.tsx';
import { acceptInvitation, type Entry, entryOfCode, entryOfInvitation } from '../use-cases/accept-invitation.ts';
import { putQuestion, takeQuestion } from '../use-cases/passkey-questions.ts';
import { handleOf } from '../use-cases/passkeys.ts';
import { passkeyCookie, sessionCookie } from './cookie.ts';
import {
  ANSWER_FIELD,
  leaveQuestion,
  PASSKEY_NAME_FIELD,
  type PasskeyOptions,
  refusePasskey,
} from './passkey-routes.tsx';

const CodeForm = z.object({
  code: z.string().trim().min(1, 'Vul de code in.').max(60, 'Deze code is te lang. Controleer wat u typte.'),
  naam: z.string().trim().min(1, 'Vul uw naam in.').max(120, 'Gebruik hoogstens 120 tekens.'),
  email: z.email('Vul een e-mailadres in, zoals naam@organisatie.nl.').max(200, 'Gebruik hoogstens 200 tekens.'),
});
const KeyForm = z.object({ naam: PASSKEY_NAME_FIELD, antwoord: ANSWER_FIELD });

/** Wrong, old, used, or for who has no need of it: one answer, so that nobody learns which codes there are. */
const NO_ENTRY = 'Deze code werkt niet, of niet meer. Controleer wat u typte, of vraag een nieuwe code.';
const AGAIN = { again: { href: INVITATION_PATH, label: 'Typ uw code opnieuw' } };

/** Coming in with a code: who somebody is, and her first key. The code stands in a form alone: in no address and no log. */
export function registerInvitationRoutes(app: FastifyInstance, edge: Edge<PageFrame>, options: PasskeyOptions): void {
  const { site, isHttps } = options;
  const session = sessionCookie(isHttps);
  const questions = passkeyCookie(isHttps);
  const open = { access: 'public', purpose: 'VA-14', data: ['D0'] } as const;

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    form: { readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
  ) {
    const page = (
      <InvitationPage frame={edge.frame(request)} formKey={edge.formKey()} values={form.values} errors={form.errors} />
    );
    return edge.html(reply, page, status);
  }

  /** Asks her to make her first key. */
  async function ask(
    request: FastifyRequest,
    reply: FastifyReply,
    at: PasskeySite,
    who: { readonly entry: Entry; readonly personId: string; readonly name: string; readonly email: string },
    form: { readonly status?: number; readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
  ) {
    const { entry, personId, email } = who;
    const name = entry.personName ?? who.name;
    const { invitationId } = entry;
    const { challenge, browser } = await edge.keep(request, (tx) =>
      putQuestion(
        tx,
        { kind: 'first-key', back: PASSKEYS_PATH, personId, invitationId, personName: name, email },
        realNow(),
      ),
    );
    const question = askToMake(at, challenge, { handle: handleOf(personId), name, email, hasAlready: [] });
    return edge.html(
      leaveQuestion(reply, browser, isHttps),
      <FirstPasskeyPage
        frame={edge.frame(request)}
        formKey={edge.formKey()}
        asks={{ kind: 'make', question }}
        organisationName={entry.organisationName}
        role={ROLE_DESCRIPTIONS[entry.role].label}
        personName={name}
        values={form.values}
        errors={form.errors}
      />,
      form.status,
    );
  }

  app.get(INVITATION_PATH, { config: open }, async (request, reply) =>
    options.isDemo
      ? reply.redirect('/inloggen', 303)
      : site
        ? show(request, reply)
        : refusePasskey(edge, request, reply, 'not-set-up'),
  );

  app.post(
    INVITATION_PATH,
    { config: { ...open, action: 'accounts.begin-invitation', fields: CodeForm } },
    async (request, reply) => {
      if (options.isDemo) return reply.redirect('/inloggen', 303);
      if (!site) return refusePasskey(edge, request, reply, 'not-set-up');
      const parsed = parseForm(CodeForm, request.body);
      if (!parsed.ok) return show(request, reply, 400, parsed);
      const { code, naam: name, email } = parsed.value;
      const entry = await edge.look(request, 'account', (tx) => entryOfCode(tx, code, realNow()));
      if (!entry) return show(request, reply, 400, { values: parsed.values, errors: { code: NO_ENTRY } });
      return ask(request, reply, site, { entry, personId: newId(), name, email });
    },
  );

  app.post(
    `${INVITATION_PATH}/sleutel`,
    { config: { ...open, action: 'accounts.accept-invitation', fields: KeyForm } },
    async (request, reply) => {
      if (options.isDemo) return reply.redirect('/inloggen', 303);
      if (!site) return refusePasskey(edge, request, reply, 'not-set-up');
      const refuse = (problem: SignInProblem) => refusePasskey(edge, request, reply, problem, AGAIN);
      const parsed = parseForm(KeyForm, request.body);
      const { antwoord = '', naam = '' } = parsed.values;
      if (antwoord === '') return refuse('passkey-unasked');
      const answer = readMade(antwoord);
      if (!answer) return refuse('passkey-refused');
      const at = realNow();
      const challenge = questionIn(answer);
      const browser = request.cookies[questions.name] ?? '';
      const attempt = await edge.keep(request, (tx) => takeQuestion(tx, { challenge, browser, kind: 'first-key' }, at));
      if (!attempt) return refuse('passkey-expired');
      if (!parsed.ok) {
        // only the name of the key is wrong: she goes on, with a new question
        const { invitationId = '', personId = newId(), personName: name = '', email = '' } = attempt;
        const entry = await edge.look(request, 'account', (tx) => entryOfInvitation(tx, invitationId, at));
        if (!entry) return refuse('invitation-over');
        const again = { status: 400, values: { naam }, errors: parsed.errors };
        return ask(request, reply, site, { entry, personId, name, email }, again);
      }
      const made = await judgeMade(answer, site, challenge);
      if (!made.ok) {
        request.log.warn({ reden: made.error.why }, 'toegangssleutel geweigerd');
        return refuse('passkey-refused');
      }
      const key = { ...made.value, name: parsed.value.naam };
      const device = String(request.headers['user-agent'] ?? '');
      const outcome = await edge.admit(request, (tx, time) => acceptInvitation(tx, { attempt, key, device }, time, at));
      if (!outcome.ok) {
        request.log.warn({ reden: outcome.error.code }, 'uitnodiging geweigerd');
        return refuse(outcome.error.code);
      }
      return reply
        .clearCookie(questions.name, questions.options)
        .setCookie(session.name, outcome.value.token, session.options)
        .redirect(`${PASSKEYS_PATH}?eerste`, 303);
    },
  );
}
