import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { realNow } from '../../../platform/clock/real-time.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { newSecret } from '../../../platform/ids/uuid.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { type RegisterRefusal, SYSTEM_TOKEN_SECONDS } from '../domain/system-client.ts';
import { NewSystemClientPage, SYSTEMS_PATH, SystemClientsPage } from '../ui/system-clients-page.tsx';
import { endSystem, issueSystemToken, readClients, registerClient } from '../use-cases/system-clients.ts';

const RegisterForm = z.object({
  naam: z.string().trim().min(1, 'Vul in hoe het systeem heet.').max(80, 'Gebruik hoogstens 80 tekens.'),
  geheim: z.string().min(1, 'Laad de pagina opnieuw: zij maakt een geheim.').max(100, 'Laad de pagina opnieuw.'),
  bewaard: z.literal('ja', 'Zet het geheim eerst in het systeem. Vink het dan aan.'),
});
const EndForm = z.object({ koppeling: z.uuid('Laad de pagina opnieuw.') });

const REFUSAL_AT: Readonly<Record<RegisterRefusal['code'], { readonly field: string; readonly text: string }>> = {
  'secret-weak': { field: 'geheim', text: 'Dit is niet het geheim van deze pagina. Laad de pagina opnieuw.' },
  'system-name-used': { field: 'naam', text: 'Er is al een systeem met deze naam. Kies een andere naam.' },
  'too-many-systems': { field: 'naam', text: 'Er zijn al twintig systemen aangemeld. Stop er eerst een.' },
};

/** What a system sends for a token (RFC 6749, 4.4.2); its id and secret may stand in the header instead. */
const TokenForm = z.object({ grant_type: z.string(), client_id: z.string(), client_secret: z.string() });

/** The systems of an organisation that use the interface between systems, and the door where they get a token. */
export function registerSystemClientRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: ['beheerder'], purpose: 'VA-14', data: ['D1', 'D11'] } as const;

  async function list(request: FastifyRequest, reply: FastifyReply, status = 200, errors: FieldErrors = {}) {
    const clients = await edge.look(request, 'own', (tx) => readClients(tx, edge.actor(request)));
    const page = (
      <SystemClientsPage
        frame={edge.frame(request)}
        clients={clients}
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
    const values = again.values ?? { geheim: newSecret(32) };
    const frame = edge.frame(request);
    const page = <NewSystemClientPage frame={frame} formKey={edge.formKey()} values={values} errors={again.errors} />;
    return edge.html(reply.header('Cache-Control', 'no-store'), page, status);
  }

  const done = `${SYSTEMS_PATH}?opgeslagen`;

  app.get(SYSTEMS_PATH, { config }, (request, reply) => list(request, reply));
  app.get(`${SYSTEMS_PATH}/nieuw`, { config }, (request, reply) => form(request, reply));

  app.post(
    `${SYSTEMS_PATH}/nieuw`,
    { config: { ...config, action: 'accounts.register-system', fields: RegisterForm } },
    async (request, reply) => {
      const parsed = parseForm(RegisterForm, request.body);
      if (!parsed.ok) {
        // a secret that went astray is made anew
        const values = parsed.errors.geheim ? { ...parsed.values, geheim: newSecret(32) } : parsed.values;
        return form(request, reply, 400, { values, errors: parsed.errors });
      }
      const { naam: name, geheim: secret } = parsed.value;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => registerClient(tx, edge.actor(request), { name, secret }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { field, text } = REFUSAL_AT[outcome.error.code];
      return form(request, reply, 409, { values: parsed.values, errors: { [field]: text } });
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
    '/koppelingen/token',
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
      const basic = basicOf(request.headers.authorization);
      const asked = basic ?? { clientId: sent.client_id ?? '', secret: sent.client_secret ?? '' };
      const outcome = await edge.admit(request, (tx) => issueSystemToken(tx, asked, realNow()));
      if (!outcome.ok)
        return reply.code(401).header('WWW-Authenticate', 'Basic realm="In Beeld"').send({ error: 'invalid_client' });
      const { token, scope } = outcome.value;
      return reply.send({ access_token: token, token_type: 'Bearer', expires_in: SYSTEM_TOKEN_SECONDS, scope });
    },
  );
}

/** The id and secret in an `Authorization: Basic` header (RFC 6749, 2.3.1); undefined when there is none. */
function basicOf(header: string | undefined): { readonly clientId: string; readonly secret: string } | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/=]{1,400})$/.exec(header ?? '')?.[1];
  if (!encoded) return undefined;
  const [clientId = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { clientId, secret };
}
