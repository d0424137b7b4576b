import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Edge } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import {
  PURPOSES,
  type Purpose,
  RECEIVERS,
  type ReceiverKind,
  SHARED_DATA,
  SHARING_ROLES,
  type SharedData,
  sharerOf,
} from '../domain/sharing-case.ts';
import { CONSENTS, type Consent, type DisclosureRefusal } from '../domain/sharing-rule.ts';
import { SharingGuidePage } from '../ui/guide-page.tsx';
import { GUIDE_PATH } from '../ui/sharing-words.ts';
import { answerFor, tellDisclosure } from '../use-cases/disclosures.ts';

const keysOf = <T extends string>(words: Readonly<Record<T, string>>) => Object.keys(words) as [T, ...T[]];
const AskForm = z.object({
  gegevens: z.enum(keysOf<SharedData>(SHARED_DATA), 'Kies wat u wilt delen.'),
  ontvanger: z.enum(keysOf<ReceiverKind>(RECEIVERS), 'Kies met wie u het wilt delen.'),
  doel: z.enum(keysOf<Purpose>(PURPOSES), 'Kies waarvoor.'),
});
const TellForm = AskForm.extend({
  regel: z.string().max(60, 'Laad de pagina opnieuw.'),
  editie: z.string().max(60, 'Laad de pagina opnieuw.'),
  toestemming: z
    .enum(['', ...keysOf<Consent>(CONSENTS)], 'Kies wie toestemming gaf.')
    .transform((word) => (word === '' ? undefined : word)),
});

const REFUSED: Readonly<Record<Exclude<DisclosureRefusal['code'], 'consent-missing'>, string>> = {
  'not-allowed': 'dit mag niet, en wordt zo niet vastgelegd. Vertel het de FG als het toch is gedeeld',
  'policy-changed': 'de regels zijn intussen gewijzigd. Lees wat er nu staat en leg het dan vast',
};

/** «Mag ik dit delen?», for who has data of people to share; and that something was shared, for the officer for data protection. */
export function registerGuideRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const guide = { access: SHARING_ROLES, purpose: 'VA-15', data: ['D0', 'D1'] } as const;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { readonly values: FieldValues; readonly errors?: FieldErrors | undefined; readonly conflict?: string },
    status = 200,
  ) {
    const actor = edge.actor(request);
    const asked = AskForm.safeParse(form.values);
    const answer = await edge.look(request, 'own', async (tx, time) => {
      if (!asked.success) return undefined;
      const { gegevens: data, ontvanger: to, doel: purpose } = asked.data;
      const found = await answerFor(tx, actor, { data, to, purpose }, time);
      return found && { ...found, data, to, purpose };
    });
    const page = (
      <SharingGuidePage
        frame={edge.frame(request)}
        sharer={sharerOf(actor.role)!}
        values={form.values}
        errors={form.errors}
        answer={answer}
        isTold={(request.query as Record<string, unknown>).vastgelegd !== undefined}
        conflict={form.conflict}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(GUIDE_PATH, { config: guide }, async (request, reply) => {
    const query = (request.query ?? {}) as Record<string, unknown>;
    const isAsked = Object.keys(AskForm.shape).some((name) => query[name] !== undefined);
    if (!isAsked) return show(request, reply, { values: {} });
    const form = parseForm(AskForm, query);
    if (form.ok) return show(request, reply, { values: form.values });
    // a question that is not finished is no wrong address; a word that is not in the list is
    const isUnfinished = Object.keys(form.errors).every((name) => form.values[name] === '');
    return show(request, reply, form, isUnfinished ? 200 : 400);
  });

  app.post(
    GUIDE_PATH,
    { config: { ...guide, action: 'sharing.tell-disclosure', fields: TellForm } },
    async (request, reply) => {
      const form = parseForm(TellForm, request.body);
      if (!form.ok) return show(request, reply, form, 400);
      const { gegevens, ontvanger, doel, regel, editie, toestemming } = form.value;
      const back = `${GUIDE_PATH}?${new URLSearchParams({ gegevens, ontvanger, doel, vastgelegd: '' })}`;
      const outcome = await edge.command(
        request,
        reply,
        () => back,
        (tx, time) =>
          tellDisclosure(
            tx,
            edge.actor(request),
            {
              asked: { data: gegevens, to: ontvanger, purpose: doel },
              rule: regel,
              edition: editie,
              consent: toestemming,
            },
            time,
          ),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(back, 303);
      const { code } = outcome.error;
      const { values } = form;
      if (code === 'consent-missing')
        return show(request, reply, { values, errors: { toestemming: 'Kies wie toestemming gaf.' } }, 409);
      return show(request, reply, { values, conflict: REFUSED[code] }, 409);
    },
  );
}
