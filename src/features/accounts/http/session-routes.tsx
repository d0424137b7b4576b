import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { realNow } from '../../../platform/clock/real-time.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { pathsOf } from '../../../ui/public-pages.ts';
import { ROLE_DESCRIPTIONS } from '../domain/roles.ts';
import { LateFormElsewherePage, LateFormPage } from '../ui/late-form-page.tsx';
import { SessionsPage } from '../ui/sessions-page.tsx';
import { SignInPage } from '../ui/sign-in-page.tsx';
import { dropLateForms, takeLateForm, ticketsIn } from '../use-cases/late-form.ts';
import {
  endOtherOwnSessions,
  endOwnSession,
  ownMemberships,
  ownSessions,
  switchMembership,
} from '../use-cases/sessions.ts';
import { organisationsToChoose } from '../use-cases/sign-in-at-provider.ts';
import { LATE_FORM_COOKIE, leaveTickets, sessionCookie } from './cookie.ts';
import { registerLeaveRoute } from './leave-route.ts';

const EndForm = z.object({ sessie: z.uuid() });
const SwitchForm = z.object({ rol: z.uuid({ error: 'Kies met welke rol u verder wilt.' }) });

/** Only an address of our own, to go back to after signing in. */
export function localPath(text: unknown, fallback: string): string {
  return typeof text === 'string' && /^\/(?![/\\])[\w\-./?=&%+:]*$/.test(text) && text.length < 500 ? text : fallback;
}

/** Signing in and out, choosing a role, and the list of one's own sessions. */
export function registerSessionRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean; readonly isHttps: boolean },
): void {
  const cookie = sessionCookie(options.isHttps);
  /** What she may choose depends on how she came in. */
  const cameBy = ({ visitor }: FastifyRequest) => (options.isDemo ? 'demo' : visitor.session?.by.providerId);
  const roleLabel = (role: string) => ROLE_DESCRIPTIONS[role as Role].label;
  registerLeaveRoute(app, edge, options);

  for (const path of pathsOf('signIn'))
    app.get(path, { config: { access: 'public', purpose: 'VA-14', data: ['D0'] } }, async (request, reply) => {
      const back = localPath((request.query as Record<string, unknown>).terug, '/overzicht');
      const { actor } = request.visitor;
      const { memberships, organisations } = await edge.look(request, 'account', async (tx) => ({
        memberships: actor ? await ownMemberships(tx, actor.personId, cameBy(request)) : [],
        organisations: actor ? [] : await organisationsToChoose(tx),
      }));
      return edge.html(
        reply,
        <SignInPage
          frame={edge.frame(request)}
          isDemo={options.isDemo}
          back={back}
          organisations={organisations}
          formKey={edge.formKey()}
          roles={memberships.map((m) => ({
            id: m.id,
            role: roleLabel(m.role),
            organisation: m.organisationName,
            isCurrent: m.id === actor?.membershipId,
          }))}
          reason={(request.query as Record<string, unknown>).reden === 'verlopen' ? 'expired' : undefined}
        />,
      );
    });

  app.post(
    '/inloggen/rol',
    {
      config: {
        access: 'signed-in',
        purpose: 'VA-14',
        data: ['D1'],
        action: 'accounts.switch-role',
        fields: SwitchForm,
      },
    },
    async (request, reply) => {
      const form = parseForm(SwitchForm, request.body);
      if (!form.ok) return reply.redirect('/inloggen', 303);
      const back = localPath((request.body as Record<string, unknown>).terug, '/overzicht');
      const outcome = await edge.command(
        request,
        reply,
        () => back,
        (tx) =>
          switchMembership(
            tx,
            edge.actor(request),
            {
              membershipId: form.value.rol,
              sessionId: request.visitor.session!.id,
              device: String(request.headers['user-agent'] ?? ''),
              isDemo: options.isDemo,
              by: request.visitor.session!.by,
            },
            realNow(),
          ),
        { door: 'account' },
      );
      if (outcome.kind === 'refused') throw notFound();
      if (outcome.kind === 'answered') return reply;
      return reply.setCookie(cookie.name, outcome.value.token, cookie.options).redirect(back, 303);
    },
  );

  app.post(
    '/uitloggen',
    {
      config: {
        access: 'signed-in',
        purpose: 'VA-14',
        data: ['D1'],
        action: 'accounts.sign-out',
        fields: z.object({}),
      },
    },
    async (request, reply) => {
      const { session } = request.visitor;
      await edge.command(
        request,
        reply,
        () => '/',
        (tx) => endOwnSession(tx, edge.actor(request), { id: session!.id }, realNow()),
        { door: 'account' },
      );
      return reply.clearCookie(cookie.name, cookie.options).header('Clear-Site-Data', '"cache"').redirect('/', 303);
    },
  );

  app.get('/sessies', { config: { access: 'signed-in', purpose: 'VA-14', data: ['D1'] } }, async (request, reply) => {
    const sessions = await edge.look(request, 'account', (tx) => ownSessions(tx, edge.actor(request), realNow()));
    return edge.html(
      reply,
      <SessionsPage
        frame={edge.frame(request)}
        formKey={edge.formKey()}
        othersEnded={(request.query as Record<string, unknown>).beeindigd !== undefined}
        sessions={sessions.map((s) => ({
          ...s,
          role: roleLabel(s.role),
          isCurrent: s.id === request.visitor.session!.id,
        }))}
      />,
    );
  });

  app.post(
    '/sessies/beeindigen',
    {
      config: { access: 'signed-in', purpose: 'VA-14', data: ['D1'], action: 'accounts.end-session', fields: EndForm },
    },
    async (request, reply) => {
      const form = parseForm(EndForm, request.body);
      if (!form.ok) throw notFound();
      const outcome = await edge.command(
        request,
        reply,
        () => '/sessies',
        (tx) => endOwnSession(tx, edge.actor(request), { id: form.value.sessie }, realNow()),
        { door: 'account' },
      );
      if (outcome.kind === 'refused') throw notFound();
      return outcome.kind === 'answered' ? reply : reply.redirect('/sessies', 303);
    },
  );

  app.post(
    '/sessies/andere-beeindigen',
    {
      config: {
        access: 'signed-in',
        purpose: 'VA-14',
        data: ['D1'],
        action: 'accounts.end-other-sessions',
        fields: z.object({}),
      },
    },
    async (request, reply) => {
      const actor = edge.actor(request);
      const keep = request.visitor.session!.id;
      const done = '/sessies?beeindigd';
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx) => endOtherOwnSessions(tx, actor, { keep }, realNow()),
        { door: 'account' },
      );
      return outcome.kind === 'answered' ? reply : reply.redirect(done, 303);
    },
  );

  // The warning that a session is about to end asks for more time here; any request counts as a click.
  app.post(
    '/sessies/verlengen',
    {
      config: {
        access: 'signed-in',
        purpose: 'VA-14',
        data: ['D1'],
        action: 'accounts.extend-session',
        fields: z.object({}),
      },
    },
    async (request, reply) =>
      request.headers.accept?.includes('json')
        ? reply.send({ eindigtOverSeconden: request.visitor.session!.endsInSeconds })
        : reply.redirect(localPath((request.body as Record<string, unknown>)?.terug, '/overzicht'), 303),
  );

  app.get(
    '/formulier-terug',
    { config: { access: 'signed-in', purpose: 'VA-14', data: ['D1'] } },
    async (request, reply) => {
      const actor = edge.actor(request);
      // a ticket of somebody else stays in the browser: she may come back for it
      const tickets = ticketsIn(request.cookies[LATE_FORM_COOKIE]);
      const form =
        tickets.length > 0
          ? await edge.keep(request, (tx) => takeLateForm(tx, tickets, actor.personId, realNow()))
          : undefined;
      const otherRole =
        form && form.membershipId !== actor.membershipId
          ? await edge.look(request, 'account', (tx) => ownMemberships(tx, actor.personId, cameBy(request)))
          : undefined;
      const kept = otherRole?.find(({ id }) => id === form?.membershipId);
      const page = otherRole ? (
        <LateFormElsewherePage
          frame={edge.frame(request)}
          role={kept && { ...kept, label: roleLabel(kept.role) }}
          formKey={edge.formKey()}
        />
      ) : (
        <LateFormPage frame={edge.frame(request)} form={form} formKey={edge.formKey()} />
      );
      return edge.html(reply, page);
    },
  );

  app.post(
    '/formulier-terug/weg',
    {
      config: {
        access: 'signed-in',
        purpose: 'VA-14',
        data: ['D1'],
        action: 'accounts.drop-late-form',
        fields: z.object({}),
      },
    },
    async (request, reply) => {
      const tickets = ticketsIn(request.cookies[LATE_FORM_COOKIE]);
      const left = await edge.keep(request, (tx) => dropLateForms(tx, tickets, edge.actor(request).personId));
      return leaveTickets(reply, left, options.isHttps).redirect('/overzicht', 303);
    },
  );
}
