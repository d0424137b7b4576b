import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { approvalPath } from '../../../platform/approvals/request-approval.ts';
import { realNow } from '../../../platform/clock/real-time.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { CodePage, INVITES_PATH, InvitesPage, NewInvitePage } from '../ui/invite-pages.tsx';
import { askToInvite, inviteChoices, makeCode, readInvitations, withdrawInvitation } from '../use-cases/invite.ts';

const PAGE = 50;

const InviteForm = z.object({
  wie: z.string().trim().min(1, 'Vul in wie u uitnodigt.').max(120, 'Gebruik hoogstens 120 tekens.'),
  nieuweRol: z.string().min(1, 'Kies een rol.').max(60, 'Kies een rol.'),
  laatsteDag: z.string().transform((typed, context) => {
    if (typed.trim() === '') return undefined;
    const read = readDutchDate(typed);
    if (read) return read;
    context.addIssue({ code: 'custom', message: 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.' });
    return z.NEVER;
  }),
  reden: z
    .string()
    .trim()
    .min(1, 'Schrijf waarom deze persoon binnenkomt.')
    .max(1000, 'Gebruik hoogstens 1000 tekens.'),
});
const OneForm = z.object({ uitnodiging: z.uuid() });

/** Beside which field a refusal stands, and what to do. */
const REFUSAL_AT: Readonly<Record<string, { readonly field: keyof typeof InviteForm.shape; readonly text: string }>> = {
  'unknown-role': { field: 'nieuweRol', text: 'Kies een rol uit de lijst.' },
  'ends-in-past': { field: 'laatsteDag', text: 'Deze dag is voorbij. Kies vandaag of een dag die nog komt.' },
  'substitution-too-long': {
    field: 'laatsteDag',
    text: 'Een vervanger komt voor hoogstens veertien dagen. Blijft iemand langer? Laat de datum dan leeg.',
  },
  'gift-reason-missing': { field: 'reden', text: 'Schrijf waarom deze persoon binnenkomt.' },
  'asked-before': { field: 'wie', text: 'Dit is al gevraagd. Kijk bij Goedkeuringen hoe het staat.' },
  'nobody-can-decide': {
    field: 'wie',
    text: 'Er is niemand anders die kan instemmen. Vraag wie In Beeld beheert om een code voor een tweede functioneel beheerder.',
  },
};

/** Inviting people of one's own organisation: asking, making the code once a second person agreed, and taking it back. */
export function registerInviteRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: ['beheerder'], purpose: 'VA-14', data: ['D1', 'D11'] } as const;
  const strong = { ...config, stepUp: true } as const;

  async function list(request: FastifyRequest, reply: FastifyReply, status = 200, isOver = false) {
    const query = request.query as Record<string, unknown>;
    const asked = Number(query.pagina);
    const page = Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1;
    const { rows, found, hasProvider } = await edge.look(request, 'own', (tx) =>
      readInvitations(tx, edge.actor(request), { limit: PAGE, offset: (page - 1) * PAGE }),
    );
    return edge.html(
      reply,
      <InvitesPage
        frame={edge.frame(request)}
        rows={rows}
        found={found}
        page={page}
        pages={Math.max(1, Math.ceil(found / PAGE))}
        hasProvider={hasProvider}
        formKey={() => edge.formKey()}
        told={isOver ? 'over' : query.opgeslagen !== undefined ? 'saved' : undefined}
        at={realNow()}
      />,
      status,
    );
  }

  async function form(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    again: { readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
  ) {
    const choices = await edge.look(request, 'own', (tx) => inviteChoices(tx, edge.actor(request)));
    const page = (
      <NewInvitePage
        frame={edge.frame(request)}
        formKey={edge.formKey()}
        {...choices}
        values={again.values}
        errors={again.errors}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(INVITES_PATH, { config }, (request, reply) => list(request, reply));
  app.get(`${INVITES_PATH}/nieuw`, { config: strong }, (request, reply) => form(request, reply));

  app.post(
    `${INVITES_PATH}/nieuw`,
    { config: { ...strong, action: 'accounts.ask-invite', fields: InviteForm } },
    async (request, reply) => {
      const parsed = parseForm(InviteForm, request.body);
      if (!parsed.ok) return form(request, reply, 400, parsed);
      const { wie: personName, nieuweRol: role, laatsteDag: lastDay, reden: reason } = parsed.value;
      const outcome = await edge.command(
        request,
        reply,
        ({ subject }) => approvalPath(subject.id),
        (tx, time) => askToInvite(tx, edge.actor(request), { personName, role, lastDay, reason }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(approvalPath(outcome.value.subject.id), 303);
      if (outcome.error.code === 'has-provider') return form(request, reply, 409);
      const { field, text } = REFUSAL_AT[outcome.error.code] ?? {
        field: 'wie' as const,
        text: 'Dit kan nu niet. Vraag het een andere functioneel beheerder.',
      };
      return form(request, reply, 409, { values: parsed.values, errors: { [field]: text } });
    },
  );

  /** The invitation that a form of one button is about: who sends something else asks for what is not there. */
  const oneOf = (request: FastifyRequest) => {
    const parsed = parseForm(OneForm, request.body);
    if (!parsed.ok) throw notFound();
    return { id: parsed.value.uitnodiging };
  };

  app.post(
    `${INVITES_PATH}/code`,
    { config: { ...strong, action: 'accounts.make-invite-code', fields: OneForm } },
    async (request, reply) => {
      const input = oneOf(request);
      const outcome = await edge.command(
        request,
        reply,
        // sent twice: the code was shown, and is not shown again
        () => INVITES_PATH,
        (tx) => makeCode(tx, edge.actor(request), input, realNow()),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') {
        const { code, expiresAt } = outcome.value;
        return edge.html(reply, <CodePage frame={edge.frame(request)} code={code} expiresAt={expiresAt} />);
      }
      if (outcome.error.code === 'not-found') throw notFound();
      return list(request, reply, 409, outcome.error.code === 'invitation-over');
    },
  );

  app.post(
    `${INVITES_PATH}/intrekken`,
    { config: { ...config, action: 'accounts.withdraw-invite', fields: OneForm } },
    async (request, reply) => {
      const input = oneOf(request);
      const done = `${INVITES_PATH}?opgeslagen`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx) => withdrawInvitation(tx, edge.actor(request), input, realNow()),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return list(request, reply, 409, true);
    },
  );
}
