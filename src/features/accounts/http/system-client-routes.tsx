import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { realNow } from '../../../platform/clock/real-time.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { KeyRefusal } from '../../../platform/openid/system-key.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { type RegisterRefusal, SYSTEM_TOKEN_SECONDS } from '../domain/system-client.ts';
import { NewSystemClientPage, SYSTEMS_PATH, SystemClientsPage, TOKEN_PATH } from '../ui/system-clients-page.tsx';
import { endSystem, issueSystemToken, readClients, readScope, registerClient } from '../use-cases/system-clients.ts';

const RegisterForm = z.object({
  naam: z.string().trim().min(1, 'Vul in hoe het systeem heet.').max(80, 'Gebruik hoogstens 80 tekens.'),
  sleutel: z
    .string()
    .trim()
    .min(1, 'Plak hier de openbare sleutel van het systeem.')
    .max(5_000, 'Dit is te lang voor één sleutel. Plak alleen de openbare sleutel.'),
});
const EndForm = z.object({ koppeling: z.uuid('Laad de pagina opnieuw.') });

type Refused = (RegisterRefusal | KeyRefusal)['code'];
const REFUSAL_AT: Readonly<Record<Refused, { readonly field: string; readonly text: string }>> = {
  'key-unreadable': {
    field: 'sleutel',
    text: 'Dit is geen openbare sleutel. Plak alles, ook de regels met BEGIN PUBLIC KEY en END PUBLIC KEY.',
  },
  'key-secret': {
    field: 'sleutel',
    text: 'Dit is de geheime sleutel. Die hoort alleen in het systeem zelf. Maak daar een nieuwe, en plak hier de openbare helft.',
  },
  'key-weak': { field: 'sleutel', text: 'Deze sleutel is te zwak. Gebruik RSA van minstens 2048 bits, of P-256.' },
  'system-name-used': { field: 'naam', text: 'Er is al een systeem met deze naam. Kies een andere naam.' },
  'system-key-used': {
    field: 'sleutel',
    text: 'Een ander systeem gebruikt deze sleutel al. Elk systeem heeft een eigen sleutel.',
  },
  'no-system-here': {
    field: 'naam',
    text: 'Voor een organisatie als de uwe kan nog geen systeem koppelen. Alleen gemeenten en opvangorganisaties hebben een koppeling.',
  },
  'too-many-systems': { field: 'naam', text: 'Er zijn al twintig systemen aangemeld. Stop er eerst een.' },
};

/** The kind of proof (RFC 7523, section 2.2). */
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** What a system sends for a token (RFC 6749, 4.4.2, with RFC 7523, 2.2). */
const TokenForm = z.object({
  grant_type: z.string(),
  client_assertion_type: z.string(),
  client_assertion: z.string(),
  client_id: z.string().optional(),
});

/** The systems of an organisation that use the interface between systems, and the door where they get a token. */
export function registerSystemClientRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly publicUrl: string | undefined },
): void {
  const config = { access: ['beheerder'], purpose: 'VA-14', data: ['D1', 'D11'] } as const;

  async function list(request: FastifyRequest, reply: FastifyReply, status = 200, errors: FieldErrors = {}) {
    const actor = edge.actor(request);
    const { clients, scope } = await edge.look(request, 'own', async (tx) => ({
      clients: await readClients(tx, actor),
      scope: await readScope(tx, actor),
    }));
    const page = (
      <SystemClientsPage
        frame={edge.frame(request)}
        clients={clients}
        scope={scope}
        formKey={() => edge.formKey()}
        saved={Object.hasOwn(request.query as object, 'opgeslagen')}
        errors={errors}
      />
    );
    return edge.html(reply, page, status);
  }

  async function form(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    again: { values?: FieldValues; errors?: FieldErrors } = {},
  ) {
    const scope = await edge.look(request, 'own', (tx) => readScope(tx, edge.actor(request)));
    const page = (
      <NewSystemClientPage
        frame={edge.frame(request)}
        scope={scope}
        formKey={edge.formKey()}
        values={again.values ?? {}}
        errors={again.errors}
      />
    );
    return edge.html(reply, page, status);
  }

  const done = `${SYSTEMS_PATH}?opgeslagen`;

  app.get(SYSTEMS_PATH, { config }, (request, reply) => list(request, reply));
  app.get(`${SYSTEMS_PATH}/nieuw`, { config }, (request, reply) => form(request, reply));

  app.post(
    `${SYSTEMS_PATH}/nieuw`,
    { config: { ...config, action: 'accounts.register-system', fields: RegisterForm } },
    async (request, reply) => {
      const parsed = parseForm(RegisterForm, request.body);
      if (!parsed.ok) return form(request, reply, 400, parsed);
      const { naam: name, sleutel: key } = parsed.value;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => registerClient(tx, edge.actor(request), { name, key }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { field, text } = REFUSAL_AT[outcome.error.code];
      return form(request, reply, outcome.error.code.startsWith('key-') ? 400 : 409, {
        values: parsed.values,
        errors: { [field]: text },
      });
    },
  );

  app.post(
    `${SYSTEMS_PATH}/stoppen`,
    { config: { ...config, action: 'accounts.end-system', fields: EndForm } },
    async (request, reply) => {
      const parsed = parseForm(EndForm, request.body);
      // the form is one button: who sends something else asks for what is not there
      if (!parsed.ok) throw notFound();
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => endSystem(tx, edge.actor(request), parsed.value.koppeling, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'refused') throw notFound();
      return reply.redirect(done, 303);
    },
  );

  app.post(
    TOKEN_PATH,
    {
      config: {
        access: 'public',
        purpose: 'VA-14',
        data: ['D0'],
        csrf: false,
        action: 'accounts.system-token',
        fields: TokenForm,
      },
    },
    async (request, reply) => {
      reply.header('Cache-Control', 'no-store');
      const sent = parseForm(TokenForm, request.body).values;
      if (sent.grant_type !== 'client_credentials') return reply.code(400).send({ error: 'unsupported_grant_type' });
      if (sent.client_assertion_type !== ASSERTION_TYPE) return refuse(reply);
      const asked = {
        assertion: sent.client_assertion ?? '',
        clientId: sent.client_id || undefined,
        audiences: audiencesOf(options.publicUrl ?? `${request.protocol}://${request.host}`),
      };
      const outcome = await edge.admit(request, (tx) => issueSystemToken(tx, asked, realNow()));
      if (!outcome.ok) return refuse(reply);
      const { token, scope } = outcome.value;
      return reply.send({ access_token: token, token_type: 'Bearer', expires_in: SYSTEM_TOKEN_SECONDS, scope });
    },
  );
}

function refuse(reply: FastifyReply) {
  return reply.code(401).header('WWW-Authenticate', 'Bearer realm="In Beeld"').send({ error: 'invalid_client' });
}

/** For whom a proof may say it is: us, or the door where a token is asked (RFC 7523, section 3). */
function audiencesOf(site: string): readonly string[] {
  return [new URL(site).origin, new URL(TOKEN_PATH, site).href];
}
