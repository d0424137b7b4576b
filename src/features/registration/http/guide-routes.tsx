import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Edge } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { mayUseRoute } from '../domain/reporter-roles.ts';
import {
  CAPACITIES,
  CONSENT_AGES,
  CONSENT_STANDINGS,
  GUIDE_PURPOSES,
  REPORTER_TYPES,
} from '../domain/reporting-guide.ts';
import { GuidancePage } from '../ui/guidance-page.tsx';
import { GuidePage } from '../ui/guide-page.tsx';
import { GUIDE_PATH } from '../ui/guide-words.ts';
import { OWN_PATH } from '../ui/registration-words.ts';
import { guidanceFor, rulesToday } from '../use-cases/registration-rules.ts';
import { reporterKinds } from '../use-cases/reporter-kinds.ts';
import { REFUSED_AT } from './registration-form.ts';

const GuideForm = z.object({
  aanmelder: z.enum(REPORTER_TYPES, 'Kies voor wat voor organisatie u werkt.'),
  leeftijd: z.enum(CONSENT_AGES, 'Kies hoe oud de persoon is. Weet u het niet? Kies dan onbekend.'),
  overziet: z.enum(CAPACITIES, 'Kies of de persoon dit kan overzien. Twijfelt u? Kies dan dat.'),
  toestemming: z.enum(CONSENT_STANDINGS, 'Kies hoe het met de toestemming staat.'),
  doel: z.enum(GUIDE_PURPOSES, 'Kies wat u wilt.'),
});

/**
 * «Mag ik aanmelden?», for everybody who signs in. Nothing is kept and no answer stands in the address. A form that only looks
 * something up leaves no line in a log.
 */
export function registerGuideRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: 'signed-in', purpose: 'geen', data: ['D0'] } as const;
  const rulesNow = (request: FastifyRequest) =>
    edge.look(request, 'published', (tx, { today }) => rulesToday(tx, today));
  /** As what this reader reports herself; none when she does not. */
  const kindsNow = (request: FastifyRequest) =>
    edge.look(request, 'own', (tx) => reporterKinds(tx, edge.actor(request)));

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { readonly values: FieldValues; readonly errors?: FieldErrors },
    status = 200,
  ) {
    const { body } = await rulesNow(request);
    const kinds = await kindsNow(request);
    const page = (
      <GuidePage
        frame={edge.frame(request)}
        reporters={body.reporters.filter(({ type }) => kinds.length === 0 || kinds.includes(type))}
        formKey={edge.formKey()}
        values={form.values}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(GUIDE_PATH, { config }, (request, reply) => show(request, reply, { values: {} }));

  app.post(
    GUIDE_PATH,
    { config: { ...config, action: 'registration.ask-route', fields: GuideForm } },
    async (request, reply) => {
      const form = parseForm(GuideForm, request.body);
      if (!form.ok) return show(request, reply, form, 400);
      const { aanmelder, leeftijd, overziet, toestemming, doel } = form.value;
      const kinds = await kindsNow(request);
      if (kinds.length > 0 && !kinds.includes(aanmelder))
        return show(request, reply, { values: form.values, errors: REFUSED_AT['other-reporter']! }, 400);
      const { body, ...edition } = await rulesNow(request);
      const view = guidanceFor(body, {
        reporter: aanmelder,
        age: leeftijd,
        capacity: overziet,
        consent: toestemming,
        purpose: doel,
      });
      const { organisationId } = edge.actor(request);
      const { lead } = view.rule;
      const mayBegin =
        mayUseRoute(kinds, aanmelder, lead).ok &&
        (await edge.look(request, 'own', (tx, { today }) =>
          edge.isFeatureOpen(tx, organisationId, 'registration', today),
        ));
      const page = (
        <GuidancePage
          frame={edge.frame(request)}
          view={view}
          readings={body.readings}
          edition={edition}
          registerHref={mayBegin ? `${OWN_PATH}/nieuw/${lead}` : undefined}
        />
      );
      return edge.html(reply, page);
    },
  );
}
