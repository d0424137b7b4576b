import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { approvalPath } from '../../../platform/approvals/request-approval.ts';
import type { Edge } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { GrantRolePage } from '../ui/grant-role-page.tsx';
import { askForRole, giftChoices } from '../use-cases/grant-role.ts';

const PATH = '/beheer/mensen/rol-geven';

const GiftForm = z.object({
  collega: z.string().min(1, 'Kies een collega.').max(60, 'Kies een collega.'),
  nieuweRol: z.string().min(1, 'Kies een rol.').max(60, 'Kies een rol.'),
  reden: z.string().trim().min(1, 'Schrijf waarom deze rol nodig is.').max(1000, 'Gebruik hoogstens 1000 tekens.'),
});

/** Beside which field a refusal stands, and what to do. */
const REFUSAL_AT: Readonly<Record<string, { readonly field: keyof typeof GiftForm.shape; readonly text: string }>> = {
  'raises-own-role': {
    field: 'collega',
    text: 'Uzelf een rol geven kan niet. Vraag het een andere functioneel beheerder.',
  },
  'unknown-colleague': { field: 'collega', text: 'Kies een collega uit de lijst.' },
  'unknown-role': { field: 'nieuweRol', text: 'Kies een rol uit de lijst.' },
  'role-held': { field: 'nieuweRol', text: 'Deze collega heeft die rol al.' },
  'gift-reason-missing': { field: 'reden', text: 'Schrijf waarom deze rol nodig is.' },
  'asked-before': { field: 'collega', text: 'Dit is al gevraagd. Kijk bij Goedkeuringen hoe het staat.' },
  'nobody-can-decide': {
    field: 'collega',
    text: 'Er is niemand anders die kan instemmen: een functioneel beheerder, een teamleider of de FG.',
  },
};

/** Asking for a role for a colleague. What comes of it stands at the approvals. */
export function registerGrantRoleRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: ['beheerder'], purpose: 'VA-14', data: ['D1'], stepUp: true } as const;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    form: { readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
  ) {
    const choices = await edge.look(request, 'own', (tx, time) => giftChoices(tx, edge.actor(request), time));
    return edge.html(
      reply,
      <GrantRolePage
        frame={edge.frame(request)}
        formKey={edge.formKey()}
        colleagues={choices.colleagues}
        roles={choices.roles}
        values={form.values}
        errors={form.errors}
      />,
      status,
    );
  }

  app.get(PATH, { config }, (request, reply) => show(request, reply));

  app.post(PATH, { config: { ...config, action: 'accounts.ask-role', fields: GiftForm } }, async (request, reply) => {
    const form = parseForm(GiftForm, request.body);
    if (!form.ok) return show(request, reply, 400, form);
    const { collega, nieuweRol, reden } = form.value;
    const gift = { personId: collega, role: nieuweRol, reason: reden };
    const outcome = await edge.command(
      request,
      reply,
      ({ subject }) => approvalPath(subject.id),
      (tx, time) => askForRole(tx, edge.actor(request), gift, time),
    );
    if (outcome.kind === 'answered') return reply;
    if (outcome.kind === 'done') return reply.redirect(approvalPath(outcome.value.subject.id), 303);
    const { field, text } = REFUSAL_AT[outcome.error.code] ?? {
      field: 'collega' as const,
      text: 'Dit kan nu niet. Vraag het een andere functioneel beheerder.',
    };
    return show(request, reply, 409, { values: form.values, errors: { [field]: text } });
  });
}
