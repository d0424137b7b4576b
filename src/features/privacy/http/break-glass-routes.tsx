import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { BREAK_GLASS_SUBJECT, type BrokenGlass, breakGlass } from '../../../platform/dossiers/break-glass.ts';
import { endAccess } from '../../../platform/dossiers/give-access.ts';
import { BREAK_GLASS_MINUTES } from '../../../platform/dossiers/judge-access.ts';
import { reachOf } from '../../../platform/dossiers/reach.ts';
import { glassOf } from '../../../platform/dossiers/read-glasses.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { type Policy, REASON_LENGTH } from '../../../platform/policy/policy.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import { err, ok, type Refusal } from '../../../shared-kernel/result.ts';
import { ROLES } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { BreakGlassPage } from '../ui/break-glass-page.tsx';

const PATH = '/noodtoegang';

const BreakGlassForm = z.object({
  reden: z
    .string()
    .trim()
    .min(REASON_LENGTH, 'Schrijf in ten minste twintig tekens waarom dit nu nodig is.')
    .max(1000, 'Gebruik hoogstens 1000 tekens.'),
  minuten: z.enum(['15', '30', `${BREAK_GLASS_MINUTES}`], 'Kies hoe lang u nodig hebt.'),
});

const REFUSAL_TEXTS: Readonly<Record<string, string>> = {
  'no-need': 'U mag dit dossier al lezen. Noodtoegang is niet nodig.',
  'nobody-to-tell':
    'In uw organisatie zijn er geen twee anderen die dit kunnen horen. Bel uw leidinggevende of de functionaris gegevensbescherming.',
  'no-officer-to-tell':
    'In uw organisatie heeft niemand de rol van functionaris gegevensbescherming (FG). Zonder FG is er geen noodtoegang. Bel uw leidinggevende.',
};

export interface BreakGlassOptions {
  readonly policy: Policy;
  /** Notes in the person's own session that the glass is broken, or no longer: shown on every page from then on. */
  readonly markSession: (
    request: FastifyRequest,
    emergency: { readonly id: string; readonly minutes: number } | undefined,
  ) => Promise<void>;
}

/** Breaking the glass, and letting go of it. */
export function registerBreakGlassRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  { policy, markSession }: BreakGlassOptions,
): void {
  const access = ROLES.filter((role) => policy.worksOnDossiers(role));
  const config = { access, purpose: 'VA-14', data: ['D1'] } as const;
  const one = { ...config, sample: 'dossier-id' } as const;
  const pathOf = (id: string) => `${PATH}/${id}`;

  async function dossierIdOf(request: FastifyRequest): Promise<string> {
    const { dossier } = request.params as { dossier: string };
    const actor = edge.actor(request);
    const found = isUuid(dossier) && (await edge.look(request, 'own', (tx, time) => reachOf(tx, actor, dossier, time)));
    if (!found) throw notFound();
    return dossier;
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    dossierId: string,
    status = 200,
    form: { readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
  ) {
    return edge.html(
      reply,
      <BreakGlassPage
        frame={edge.frame(request)}
        action={pathOf(dossierId)}
        formKey={edge.formKey()}
        values={form.values ?? { minuten: '15' }}
        errors={form.errors}
      />,
      status,
    );
  }

  app.get(`${PATH}/:dossier`, { config: one }, async (request, reply) =>
    show(request, reply, await dossierIdOf(request)),
  );

  app.post(
    `${PATH}/:dossier`,
    { config: { ...one, action: 'privacy.break-glass', fields: BreakGlassForm, stepUp: true } },
    async (request, reply) => {
      const dossierId = await dossierIdOf(request);
      const form = parseForm(BreakGlassForm, request.body);
      if (!form.ok) return show(request, reply, dossierId, 400, form);
      const id = newId();
      const minutes = Number(form.value.minuten);
      // first the banner, then the dossier: never the other way round
      await markSession(request, { id, minutes });
      const outcome = await edge.command<BrokenGlass, Refusal>(
        request,
        reply,
        ({ path }) => path,
        (tx, time) =>
          breakGlass(tx, policy, edge.actor(request), { id, dossierId, reason: form.value.reden, minutes }, time),
      );
      if (outcome.kind === 'done') return reply.redirect(outcome.value.path, 303);
      if (outcome.kind === 'answered') return reply;
      await markSession(request, undefined);
      const { code } = outcome.error;
      if (code === 'not-found' || code === 'no-dossier-role') throw notFound();
      const text = REFUSAL_TEXTS[code] ?? 'Noodtoegang kan nu niet. Bel uw leidinggevende.';
      return show(request, reply, dossierId, 409, { values: form.values, errors: { reden: text } });
    },
  );

  app.post(
    `${PATH}/sluiten`,
    { config: { ...config, access: 'signed-in', action: 'privacy.close-glass' } },
    async (request, reply) => {
      const actor = edge.actor(request);
      const { emergency } = actor;
      if (!emergency) return reply.redirect('/overzicht', 303);
      const outcome = await edge.command(
        request,
        reply,
        () => '/overzicht',
        async (tx, time) => {
          const glass = await glassOf(tx, actor, emergency.id);
          if (!glass) return err({ code: 'not-found' });
          await endAccess(tx, actor, { dossierId: glass.dossierId, personId: actor.personId }, time);
          return ok({ subject: { kind: BREAK_GLASS_SUBJECT, id: emergency.id } });
        },
      );
      await markSession(request, undefined);
      return outcome.kind === 'answered' ? reply : reply.redirect('/overzicht', 303);
    },
  );
}
