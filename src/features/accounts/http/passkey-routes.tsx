import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { realNow } from '../../../platform/clock/real-time.ts';
import { type Edge, HttpRefusal, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import {
  askToMake,
  askToUse,
  holderIn,
  judgeMade,
  judgeUsed,
  type PasskeySite,
  questionIn,
  readMade,
  readUsed,
} from '../../../platform/passkeys/passkey-answers.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { LONGEST_PASSKEY_NAME, PASSKEY_ANSWER_SECONDS } from '../domain/passkey.ts';
import {
  NewPasskeyPage,
  OwnPasskeysPage,
  PASSKEY_SIGN_IN_PATH,
  PASSKEYS_PATH,
  UsePasskeyPage,
} from '../ui/passkey-pages.tsx';
import { type SignInProblem, SignInRefusedPage } from '../ui/provider-pages.tsx';
import { putQuestion, takeQuestion } from '../use-cases/passkey-questions.ts';
import {
  addPasskey,
  admitWithPasskey,
  findPasskey,
  handleOf,
  ownPasskeys,
  removePasskey,
} from '../use-cases/passkeys.ts';
import { passkeyCookie, sessionCookie } from './cookie.ts';
import { localPath } from './session-routes.tsx';

export interface PasskeyOptions {
  readonly isDemo: boolean;
  readonly isHttps: boolean;
  /** Undefined when the installation does not know its own address: no key can be made for it then. */
  readonly site: PasskeySite | undefined;
}

/** What the key answered: JSON, in the one field that our script fills. */
export const ANSWER_FIELD = z.string().max(40_000, 'Probeer het opnieuw.');
export const PASSKEY_NAME_FIELD = z
  .string()
  .trim()
  .min(1, 'Vul in hoe u deze sleutel noemt.')
  .max(LONGEST_PASSKEY_NAME, `Gebruik hoogstens ${LONGEST_PASSKEY_NAME} tekens.`);

const UseForm = z.object({ antwoord: ANSWER_FIELD });
const MakeForm = z.object({ naam: PASSKEY_NAME_FIELD, antwoord: ANSWER_FIELD });
const RemoveForm = z.object({ toegangssleutel: z.uuid() });

/** Says why somebody was not let in by a key. What was wrong with the proof itself is not told (ASVS 5.0, V6.3.8). */
export function refusePasskey(
  edge: Edge<PageFrame>,
  request: FastifyRequest,
  reply: FastifyReply,
  problem: SignInProblem,
  about: { readonly back?: string; readonly again?: { readonly href: string; readonly label: string } } = {},
): FastifyReply {
  const { back = '/overzicht', again } = about;
  const page = <SignInRefusedPage frame={edge.frame(request)} problem={problem} back={back} again={again} />;
  return edge.html(reply, page, 400);
}

/** Leaves in the browser what binds it to the question. */
export function leaveQuestion(reply: FastifyReply, browser: string, isHttps: boolean): FastifyReply {
  const { name, options } = passkeyCookie(isHttps);
  return reply.setCookie(name, browser, { ...options, maxAge: PASSKEY_ANSWER_SECONDS });
}

/** Signing in with a passkey, and proving oneself anew with one. In a demo nobody proves anything. */
export function registerPasskeySignInRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: PasskeyOptions,
): void {
  const { site, isHttps } = options;
  const session = sessionCookie(isHttps);
  const questions = passkeyCookie(isHttps);
  const open = { access: 'public', purpose: 'VA-14', data: ['D0'] } as const;

  app.get(
    PASSKEY_SIGN_IN_PATH,
    { config: { ...open, action: 'accounts.begin-passkey-sign-in' } },
    async (request, reply) => {
      const back = localPath((request.query as Record<string, unknown>).terug, '/overzicht');
      if (options.isDemo) return reply.redirect('/inloggen', 303);
      if (!site) return refusePasskey(edge, request, reply, 'not-set-up', { back });
      const { session: current } = request.visitor;
      // where a provider let her in, only that one says anew who she is
      if (current?.by.providerId) return reply.redirect(`/inloggen/bevestigen?terug=${encodeURIComponent(back)}`, 303);
      const { challenge, browser } = await edge.keep(request, (tx) =>
        putQuestion(tx, { kind: 'sign-in', back, sessionId: current?.id }, realNow()),
      );
      return edge.html(
        leaveQuestion(reply, browser, isHttps),
        <UsePasskeyPage
          frame={edge.frame(request)}
          formKey={edge.formKey()}
          asks={{ kind: 'use', question: askToUse(site, challenge) }}
          isStepUp={current !== undefined}
        />,
      );
    },
  );

  app.post(
    PASSKEY_SIGN_IN_PATH,
    { config: { ...open, action: 'accounts.passkey-sign-in', fields: UseForm } },
    async (request, reply) => {
      if (options.isDemo) return reply.redirect('/inloggen', 303);
      if (!site) return refusePasskey(edge, request, reply, 'not-set-up');
      const form = parseForm(UseForm, request.body);
      const typed = form.ok ? form.value.antwoord : 'too long';
      if (typed === '') return refusePasskey(edge, request, reply, 'passkey-unasked');
      const answer = readUsed(typed);
      if (!answer) return refusePasskey(edge, request, reply, 'passkey-refused');
      const at = realNow();
      const challenge = questionIn(answer);
      const browser = request.cookies[questions.name] ?? '';
      const attempt = await edge.keep(request, (tx) => takeQuestion(tx, { challenge, browser, kind: 'sign-in' }, at));
      if (!attempt) return refusePasskey(edge, request, reply, 'passkey-expired');
      const { back } = attempt;
      const key = await edge.look(request, 'account', (tx) => findPasskey(tx, answer.id));
      // the key says itself whose it is; what another says of it is not believed
      const isHers = key !== undefined && holderIn(answer)?.equals(handleOf(key.personId)) === true;
      const publicKey = isHers ? new Uint8Array(key.publicKey) : undefined;
      const judged = await judgeUsed(answer, site, challenge, publicKey);
      if (!judged.ok || !key) {
        request.log.warn({ reden: judged.ok ? 'onbekend' : judged.error.why }, 'toegangssleutel geweigerd');
        return refusePasskey(edge, request, reply, 'passkey-refused', { back });
      }
      const { counter } = judged.value;
      const device = String(request.headers['user-agent'] ?? '');
      const outcome = await edge.admit(request, (tx) => admitWithPasskey(tx, { key, counter, attempt, device }, at));
      if (!outcome.ok) {
        const { code } = outcome.error;
        request.log.warn({ reden: code, sleutel: key.id }, 'toegangssleutel geweigerd');
        return refusePasskey(edge, request, reply, code === 'passkey-copied' ? 'passkey-blocked' : code, { back });
      }
      return reply
        .clearCookie(questions.name, questions.options)
        .setCookie(session.name, outcome.value.token, session.options)
        .redirect(back, 303);
    },
  );
}

/** The passkeys of who is signed in: which there are, making one more, and removing one. */
export function registerPasskeyRoutes(app: FastifyInstance, edge: Edge<PageFrame>, options: PasskeyOptions): void {
  const { site, isHttps } = options;
  const questions = passkeyCookie(isHttps);
  const config = { access: 'signed-in', purpose: 'VA-14', data: ['D1'] } as const;
  const strong = { ...config, stepUp: true } as const;
  const sessionOf = (request: FastifyRequest) => {
    const { session } = request.visitor;
    if (!session) throw new HttpRefusal(401, 'not-signed-in');
    return session;
  };
  /** Why she makes no key here. */
  const unneeded = (request: FastifyRequest) =>
    options.isDemo ? 'demo' : sessionOf(request).by.providerId ? 'provider' : undefined;
  /** Where a key of hers could be made; undefined where none is. */
  const siteFor = (request: FastifyRequest) => (unneeded(request) === undefined ? site : undefined);

  async function list(request: FastifyRequest, reply: FastifyReply, status = 200, errors: FieldErrors = {}) {
    const query = request.query as Record<string, unknown>;
    const keys = await edge.look(request, 'account', (tx) => ownPasskeys(tx, edge.actor(request)));
    const page = (
      <OwnPasskeysPage
        frame={edge.frame(request)}
        keys={keys}
        formKey={() => edge.formKey()}
        unneeded={unneeded(request)}
        told={
          query.eerste !== undefined
            ? 'first'
            : query.toegevoegd !== undefined
              ? 'added'
              : query.verwijderd !== undefined
                ? 'removed'
                : undefined
        }
        errors={errors}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(PASSKEYS_PATH, { config }, (request, reply) => list(request, reply));

  async function form(
    request: FastifyRequest,
    reply: FastifyReply,
    at: PasskeySite,
    again: { readonly status?: number; readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
  ) {
    const actor = edge.actor(request);
    const keys = await edge.look(request, 'account', (tx) => ownPasskeys(tx, actor));
    const { challenge, browser } = await edge.keep(request, (tx) =>
      putQuestion(
        tx,
        { kind: 'another-key', back: PASSKEYS_PATH, sessionId: sessionOf(request).id, personId: actor.personId },
        realNow(),
      ),
    );
    const question = askToMake(at, challenge, {
      handle: handleOf(actor.personId),
      name: actor.personName,
      email: '',
      hasAlready: keys.map(({ credentialId }) => credentialId),
    });
    return edge.html(
      leaveQuestion(reply, browser, isHttps),
      <NewPasskeyPage
        frame={edge.frame(request)}
        formKey={edge.formKey()}
        asks={{ kind: 'make', question }}
        values={again.values}
        errors={again.errors}
      />,
      again.status,
    );
  }

  app.get(
    `${PASSKEYS_PATH}/nieuw`,
    { config: { ...strong, action: 'accounts.begin-passkey' } },
    async (request, reply) => {
      const at = siteFor(request);
      return at ? form(request, reply, at) : reply.redirect(PASSKEYS_PATH, 303);
    },
  );

  app.post(
    `${PASSKEYS_PATH}/nieuw`,
    { config: { ...strong, action: 'accounts.add-passkey', fields: MakeForm } },
    async (request, reply) => {
      const where = siteFor(request);
      if (!where) return reply.redirect(PASSKEYS_PATH, 303);
      const parsed = parseForm(MakeForm, request.body);
      if (!parsed.ok) return form(request, reply, where, { ...parsed, status: 400 });
      const { naam: name, antwoord } = parsed.value;
      const again = { again: { href: `${PASSKEYS_PATH}/nieuw`, label: 'Probeer het opnieuw' } };
      const refuse = (problem: SignInProblem) => refusePasskey(edge, request, reply, problem, again);
      if (antwoord === '') return refuse('passkey-unasked');
      const answer = readMade(antwoord);
      if (!answer) return refuse('passkey-refused');
      const at = realNow();
      const challenge = questionIn(answer);
      const browser = request.cookies[questions.name] ?? '';
      const attempt = await edge.keep(request, (tx) =>
        takeQuestion(tx, { challenge, browser, kind: 'another-key' }, at),
      );
      const actor = edge.actor(request);
      const sessionId = sessionOf(request).id;
      if (attempt?.sessionId !== sessionId || attempt.personId !== actor.personId) return refuse('passkey-expired');
      const made = await judgeMade(answer, where, challenge);
      if (!made.ok) {
        request.log.warn({ reden: made.error.why }, 'toegangssleutel geweigerd');
        return refuse('passkey-refused');
      }
      const done = `${PASSKEYS_PATH}?toegevoegd`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx) => addPasskey(tx, actor, { ...made.value, name, sessionId }, at),
        { door: 'account' },
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'passkey-known') return refuse('passkey-known');
      return list(request, reply, 409, { _: 'U hebt al tien toegangssleutels. Verwijder er eerst een.' });
    },
  );

  app.post(
    `${PASSKEYS_PATH}/weg`,
    { config: { ...strong, action: 'accounts.remove-passkey', fields: RemoveForm } },
    async (request, reply) => {
      const parsed = parseForm(RemoveForm, request.body);
      if (!parsed.ok) throw notFound();
      const input = { id: parsed.value.toegangssleutel, sessionId: sessionOf(request).id };
      const done = `${PASSKEYS_PATH}?verwijderd`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx) => removePasskey(tx, edge.actor(request), input, realNow()),
        { door: 'account' },
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return list(request, reply, 409, { _: 'Dit is uw laatste sleutel die werkt. Maak er eerst een bij.' });
    },
  );
}
