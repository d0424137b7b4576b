import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { realNow } from '../../../platform/clock/real-time.ts';
import type { Edge } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { isRole, type Role } from '../../../shared-kernel/role.ts';
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
  /** On the page: an organisation that is no municipality, with which of two people: 'VR01' or 'VR01/2'. */
  plek: z.string(),
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
    const { rol, organisatie, gemeente, plek, nummer, terug } = form.values as Record<
      keyof typeof ChoiceForm.shape,
      string
    >;
    const [place = '', which = nummer] = plek.split('/');
    return {
      choice: {
        role: rol,
        organisation: organisatie || gemeente || place || undefined,
        number: which === '' ? 1 : Number(which),
      },
      back: localPath(terug, '/overzicht'),
    };
  }

  /** On the page somebody cleared the municipality; who names none at all, such as a test from outside, gets the first. */
  function choseNothing(body: unknown, { role, organisation }: DemoChoice): boolean {
    const { organisatie, plek } = (body ?? {}) as Record<string, unknown>;
    const isEmpty = organisation === undefined && (organisatie === '' || plek === '');
    return isEmpty && isRole(role) && ROLE_DESCRIPTIONS[role].heldIn[0] === 'gemeente';
  }

  /** The page with the buttons; after a choice that does not exist, with why and what does. */
  async function door(request: FastifyRequest, reply: FastifyReply, back: string, reason?: string) {
    const roles = Object.entries(ROLE_DESCRIPTIONS).map(([role, { label, heldIn }]) => ({
      role: role as Role,
      label,
      inMunicipality: heldIn[0] === 'gemeente',
      elsewhere: heldIn.some((kind) => kind !== 'gemeente'),
    }));
    const { persons, time } = await edge.look(request, 'account', async (tx, t) => ({
      persons: await demoPersons(tx),
      time: t,
    }));
    return edge.html(
      reply,
      <DemoPage
        frame={edge.frame(request)}
        roles={roles}
        back={back}
        now={time.now}
        municipalities={placesOf(persons.filter(({ organisationKind }) => organisationKind === 'gemeente'))}
        others={placesOf(persons.filter(({ organisationKind }) => organisationKind !== 'gemeente'))}
        shared={sharedPersons(persons)}
        refusal={reason === undefined ? undefined : { reason, combinations: combinations() }}
      />,
      reason === undefined ? 200 : 400,
    );
  }

  app.get('/demo', { config: open }, (request, reply) =>
    door(request, reply, localPath((request.query as Record<string, unknown>).terug, '/overzicht')),
  );

  app.get('/demo/personen.json', { config: open }, async (request, reply) => {
    const persons = await edge.look(request, 'account', (tx) => demoPersons(tx));
    return reply.send(persons.map(describe));
  });

  app.post(
    '/demo/aanmelden',
    { config: { ...open, csrf: false, action: 'accounts.demo-sign-in', fields: ChoiceForm } },
    async (request, reply) => {
      const { choice, back } = choiceOf(request.body);
      if (choseNothing(request.body, choice) && (request.headers.accept ?? '').includes('text/html'))
        return door(request, reply, back, 'U koos nog geen plaats. Kies eerst waar u werkt, en dan uw rol.');
      const outcome = await edge.admit(request, (tx, time) =>
        signInToDemo(tx, choice, String(request.headers['user-agent'] ?? ''), time.today, realNow()),
      );
      if (!outcome.ok) {
        const accept = request.headers.accept ?? '';
        return accept.includes('text/html') && !accept.includes('json')
          ? door(request, reply, back, outcome.error.reason)
          : refuse(accept, reply, outcome.error.reason);
      }
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
}

/** The organisations that these people work in, by name. */
function placesOf(persons: readonly DemoPerson[]) {
  const names = new Map(persons.map((person) => [person.organisationCode, person.organisationName]));
  return [...names]
    .map(([code, name]) => ({ code, name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'));
}

/** Who has a role in more than one organisation: by the first of them she comes in, and then chooses. */
function sharedPersons(persons: readonly DemoPerson[]) {
  const byPerson = Map.groupBy(persons, ({ personId }) => personId);
  return [...byPerson.values()]
    .filter((held) => new Set(held.map(({ organisationId }) => organisationId)).size > 1)
    .map((held) => ({
      name: held[0]!.personName,
      role: held[0]!.role,
      roleLabel: ROLE_DESCRIPTIONS[held[0]!.role as Role].label,
      code: held[0]!.organisationCode,
      number: held[0]!.demoNumber ?? 1,
      organisations: held.map(({ organisationName }) => organisationName),
    }));
}

const combinations = () =>
  Object.entries(ROLE_DESCRIPTIONS).map(([role, { label, heldIn }]) => ({ role, label, kinds: heldIn }));

/** For tests from outside, which read no pages: the same refusal and list, as JSON or as plain text. */
function refuse(accept: string, reply: FastifyReply, reason: string) {
  const roles = combinations();
  if (accept.includes('json'))
    return reply
      .code(400)
      .send({ fout: reason, rollen: roles.map(({ role, kinds }) => ({ rol: role, organisatiesoorten: kinds })) });
  return reply
    .code(400)
    .type('text/plain; charset=utf-8')
    .send(
      `${reason}\n\nDeze combinaties bestaan:\n${roles.map(({ role, kinds }) => `- ${role}: ${kinds.join(', ')}`).join('\n')}\n`,
    );
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
