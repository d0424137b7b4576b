import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { SessionsPage } from '../ui/session-pages.tsx';
import { announceSession, readSessions } from '../use-cases/desk.ts';
import { DESK_PATH } from '../use-cases/support-names.ts';
import { DESK, SessionForm } from './support-form.ts';

const PATH = `${DESK_PATH}/aanbod`;

/** What the own half of the desk gives on a day, with so many places. */
export function registerSessionRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: DESK, purpose: 'VA-12', data: ['D0'] } as const;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    typed: { readonly values: FieldValues; readonly errors?: FieldErrors } = { values: {} },
    status = 200,
  ) {
    const sessions = await edge.look(request, 'own', (tx, { today }) =>
      readSessions(tx, edge.actor(request), today, 'own'),
    );
    const page = (
      <SessionsPage
        frame={edge.frame(request)}
        sessions={sessions}
        isAnnounced={(request.query as Record<string, unknown>).gepland !== undefined}
        values={typed.values}
        errors={typed.errors}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, status);
  }
  app.get(PATH, { config }, (request, reply) => show(request, reply));

  app.post(
    PATH,
    { config: { ...config, action: 'support.announce-session', fields: SessionForm } },
    async (request, reply) => {
      const form = parseForm(SessionForm, request.body);
      if (!form.ok) return show(request, reply, form, 400);
      const { aanbod, titel, datum, plekken } = form.value;
      const done = `${PATH}?gepland`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) =>
          announceSession(
            tx,
            edge.actor(request),
            { offer: aanbod, title: titel, heldOn: datum, places: plekken },
            time,
          ),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const errors = { datum: 'Deze dag is al voorbij. Vul een dag in die nog komt.' };
      return show(request, reply, { values: form.values, errors }, 409);
    },
  );
}
