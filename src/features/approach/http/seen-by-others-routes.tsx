import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import type { AnyTx } from '../../../platform/db/transact.ts';
import type { Edge } from '../../../platform/http/edge.ts';
import { type FieldErrors, parseForm } from '../../../platform/http/parse.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { mandateOn, mandatesGivenBy, runningMandatesByGiver } from '../../organisations/index.ts';
import { ApproachSection } from '../ui/seen-approach.tsx';
import { PUBLISH_PATH, SEEN_PATH, SeenByOthersPage } from '../ui/seen-by-others-page.tsx';
import { choosePublication, PUBLISHERS, readPublication } from '../use-cases/publishing.ts';
import { audienceOf, saidOfSources, seenBy } from '../use-cases/seen-by-others.ts';

const READERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'];

const PublishForm = z.object({
  keuze: z.enum(['publiceren', 'intrekken'], 'Laad de pagina opnieuw.'),
  versie: z
    .string()
    .regex(/^\d{1,9}$/, 'Laad de pagina opnieuw.')
    .transform(Number),
});

/** How the approach of a municipality stands, on its page, for whoever looks; in a transaction of the door `published`. */
export async function approachSection(
  tx: AnyTx,
  municipality: { readonly organisationId: string; readonly name: string },
  reader: Role | undefined,
  today: PlainDate,
): Promise<ComponentChildren> {
  const audience = audienceOf(reader);
  const seen = await seenBy(audience, tx, municipality.organisationId, { today });
  return <ApproachSection municipality={municipality.name} seen={seen} isPublic={audience === 'public'} />;
}

/** What others see of one's own municipality, and whether everybody does. */
export function registerSeenByOthersRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: READERS, purpose: 'VA-11', data: ['D0', 'D1'] } as const;

  async function show(request: FastifyRequest, reply: FastifyReply, status = 200, errors?: FieldErrors) {
    const { organisationId, organisationCode, organisationName, role } = edge.actor(request);
    const seen = await edge.look(request, 'published', async (tx, time) => ({
      partners: await seenBy('partners', tx, organisationId, time),
      everybody: await seenBy('public', tx, organisationId, time),
      said: await saidOfSources(tx, organisationId),
      publication: await readPublication(tx, { organisationId }),
    }));
    // the question of the region, about this one municipality
    const running = await edge.look(request, 'region', (tx, { today }) => runningMandatesByGiver(tx, today), {
      tenantIds: [organisationId],
    });
    const holders = await edge.look(request, 'own', async (tx, { today }) =>
      (await mandatesGivenBy(tx, organisationId)).filter(
        (mandate) => mandate.capability === 'aanpak' && mandateOn(mandate, today) === 'running',
      ),
    );
    const query = request.query as Record<string, unknown>;
    const page = (
      <SeenByOthersPage
        frame={edge.frame(request)}
        municipality={{ code: organisationCode, name: organisationName }}
        {...seen}
        mandates={running.get(organisationId) ?? 0}
        holders={holders.map(({ otherName }) => otherName)}
        mayPublish={PUBLISHERS.includes(role)}
        formKey={edge.formKey()}
        done={query.openbaar !== undefined ? 'published' : query.ingetrokken !== undefined ? 'withdrawn' : undefined}
        conflict={status === 409}
        errors={errors}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(SEEN_PATH, { config }, (request, reply) => show(request, reply));

  app.post(
    PUBLISH_PATH,
    { config: { ...config, access: PUBLISHERS, action: 'approach.choose-publication', fields: PublishForm } },
    async (request, reply) => {
      const form = parseForm(PublishForm, request.body);
      if (!form.ok) return show(request, reply, 400, { _keuze: 'Er is niets gewijzigd. Kies opnieuw.' });
      const { keuze, versie } = form.value;
      const isPublic = keuze === 'publiceren';
      const done = `${SEEN_PATH}?${isPublic ? 'openbaar' : 'ingetrokken'}`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => choosePublication(tx, edge.actor(request), { isPublic, seenVersion: versie }, time),
      );
      if (outcome.kind === 'answered') return reply;
      return outcome.kind === 'done' ? reply.redirect(done, 303) : show(request, reply, 409);
    },
  );
}
