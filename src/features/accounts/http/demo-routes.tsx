import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { realNow } from '../../../platform/clock/real-time.ts';
import type { Edge } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { ROLE_DESCRIPTIONS } from '../domain/roles.ts';
import { DemoPage } from '../ui/demo-page.tsx';
import {
  type DemoChoice,
  type DemoPerson,
  demoPersons,
  issueDemoToken,
  signInToDemo,
  TOKEN_SECONDS,
} from '../use-cases/enter-demo.ts';
import { sessionCookie } from './cookie.ts';
import { localPath } from './session-routes.tsx';

const ChoiceForm = z.object({
  rol: z.string(),
  organisatie: z.string(),
  gemeente: z.string(),
  nummer: z.string(),
  terug: z.string(),
});

/** Signing in without a secret, for people who look around and for tests from outside. Exists only in a demo database. */
export function registerDemoRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isHttps: boolean },
): void {
  const cookie = sessionCookie(options.isHttps);
  const open = { access: 'public', purpose: 'VA-14', data: ['D0'], demoOnly: true } as const;

  function choiceOf(body: unknown): { choice: DemoChoice; back: string } {
    const form = parseForm(ChoiceForm, body);
    const { rol, organisatie, gemeente, nummer, terug } = form.values as Record<keyof typeof ChoiceForm.shape, string>;
    return {
      choice: {
        role: rol,
        organisation: organisatie || gemeente || undefined,
        number: nummer === '' ? 1 : Number(nummer),
      },
      back: localPath(terug, '/overzicht'),
    };
  }

  app.get('/demo', { config: open }, async (request, reply) => {
    const roles = Object.entries(ROLE_DESCRIPTIONS).map(([role, { label, heldIn }]) => ({
      role: role as Role,
      label,
      inMunicipality: heldIn[0] === 'gemeente',
    }));
    const back = localPath((request.query as Record<string, unknown>).terug, '/overzicht');
    const { municipalities, time } = await edge.look(request, 'account', async (tx, t) => ({
      municipalities: (await demoPersons(tx)).filter((p) => p.role === 'beleidsmedewerker' && p.demoNumber === 1),
      time: t,
    }));
    return edge.html(
      reply,
      <DemoPage
        frame={edge.frame(request)}
        roles={roles}
        back={back}
        now={time.now}
        municipalities={municipalities
          .map((p) => ({ code: p.organisationCode, name: p.organisationName }))
          .sort((one, other) => one.name.localeCompare(other.name, 'nl'))}
      />,
    );
  });

  app.get('/demo/personen.json', { config: open }, async (request, reply) => {
    const persons = await edge.look(request, 'account', (tx) => demoPersons(tx));
    return reply.send(persons.map(describe));
  });

  app.post(
    '/demo/aanmelden',
    { config: { ...open, csrf: false, action: 'accounts.demo-sign-in', fields: ChoiceForm } },
    async (request, reply) => {
      const { choice, back } = choiceOf(request.body);
      const outcome = await edge.admit(request, (tx, time) =>
        signInToDemo(tx, choice, String(request.headers['user-agent'] ?? ''), time.today, realNow()),
      );
      if (!outcome.ok) return refuse(request.headers.accept, reply, outcome.error.reason);
      return reply.setCookie(cookie.name, outcome.value.token, cookie.options).redirect(back, 303);
    },
  );

  app.post(
    '/demo/token',
    { config: { ...open, csrf: false, action: 'accounts.demo-token', fields: ChoiceForm } },
    async (request, reply) => {
      const { choice } = choiceOf(request.body);
      const outcome = await edge.admit(request, (tx, time) => issueDemoToken(tx, choice, time.today, realNow()));
      if (!outcome.ok) return refuse('application/json', reply, outcome.error.reason);
      return reply.send({
        access_token: outcome.value.token,
        token_type: 'Bearer',
        expires_in: TOKEN_SECONDS,
        scope: outcome.value.scope,
      });
    },
  );

  async function refuse(accept: string | undefined, reply: Parameters<Edge<PageFrame>['html']>[0], reason: string) {
    const roles = Object.entries(ROLE_DESCRIPTIONS).map(([rol, { heldIn }]) => ({ rol, organisatiesoorten: heldIn }));
    if (accept?.includes('json')) return reply.code(400).send({ fout: reason, rollen: roles });
    return reply
      .code(400)
      .type('text/plain; charset=utf-8')
      .send(
        `${reason}\n\nDeze combinaties bestaan:\n${roles.map(({ rol, organisatiesoorten }) => `- ${rol}: ${organisatiesoorten.join(', ')}`).join('\n')}\n`,
      );
  }
}

function describe(person: DemoPerson) {
  return {
    persoon: person.id,
    naam: person.personName,
    rol: person.role,
    nummer: person.demoNumber,
    soort: person.kind,
    organisatie: { code: person.organisationCode, naam: person.organisationName, soort: person.organisationKind },
    bereik: ROLE_DESCRIPTIONS[person.role as Role].scope,
    merk: 'fictief',
  };
}
