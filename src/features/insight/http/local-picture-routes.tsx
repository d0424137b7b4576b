import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AnyTx, DomainTime } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor, Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { type FeatureId, LOCAL_FEATURES } from '../domain/local-feature.ts';
import type { OwnWork } from '../domain/local-picture.ts';
import {
  LocalPicturePage,
  PICTURE_PATH as PATH,
  PUBLISHABLE_PATH,
  PublishablePage,
} from '../ui/local-picture-pages.tsx';
import { forgetFeature, localFeatures, localPicture, recordFeature } from '../use-cases/local-picture.ts';

const READERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'];
/** What signals and training of the actor's organisation show today. One statement. */
export type ReadOwnWork = (tx: AnyTx, actor: Actor, time: DomainTime) => Promise<readonly OwnWork[]>;
const WRITERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker'];

const feature = z.enum(Object.keys(LOCAL_FEATURES) as [FeatureId, ...FeatureId[]], 'Kies een kenmerk uit de lijst.');

/** What a municipality confirms of itself. */
export const FeatureForm = z.object({
  kenmerk: feature,
  aanwezig: z.enum(['ja', 'nee'], 'Kies ja of nee.'),
  bron: z
    .string()
    .trim()
    .min(1, 'Vul in waar u dit weet: een register, een rapport, een bezoek.')
    .max(200, 'Gebruik hoogstens 200 tekens.'),
  datum: z.string().transform((typed, context) => {
    const read = readDutchDate(typed);
    if (read) return read;
    const message =
      typed.trim() === '' ? 'Vul in op welke dag dit zo was.' : 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }),
});
const ForgetForm = z.object({ kenmerk: feature });

/** "Komt het bij ons voor?": a page for oneself, and one that may be shown to anybody. */
export function registerLocalPictureRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  { ownWork }: { readonly ownWork: ReadOwnWork },
): void {
  const config = { access: READERS, purpose: 'VA-11', data: ['D1'] } as const;
  const writing = { ...config, access: WRITERS } as const;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    values: FieldValues,
    errors?: FieldErrors,
  ) {
    const actor = edge.actor(request);
    const { picture, features, shows } = await edge.look(request, 'own', async (tx, time) => ({
      picture: await localPicture(tx, actor, time.today),
      features: await localFeatures(tx, actor),
      shows: await ownWork(tx, actor, time),
    }));
    const query = request.query as Record<string, unknown>;
    const page = (
      <LocalPicturePage
        frame={edge.frame(request)}
        picture={picture}
        features={features}
        ownWork={shows}
        values={values}
        errors={errors}
        formKey={edge.formKey()}
        mayWrite={WRITERS.includes(actor.role)}
        saved={query.bewaard !== undefined}
        seesSignals={actor.role !== 'teamleider'}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(PATH, { config }, (request, reply) => show(request, reply, 200, {}));

  app.get(PUBLISHABLE_PATH, { config }, async (request, reply) => {
    const picture = await edge.look(request, 'own', (tx, { today }) => localPicture(tx, edge.actor(request), today));
    return edge.html(reply, <PublishablePage frame={edge.frame(request)} picture={picture} />);
  });

  app.post(
    PATH,
    { config: { ...writing, action: 'insight.confirm-feature', fields: FeatureForm } },
    async (request, reply) => {
      const form = parseForm(FeatureForm, request.body);
      if (!form.ok) return show(request, reply, 400, form.values, form.errors);
      const { kenmerk, aanwezig, bron, datum } = form.value;
      const input = { feature: kenmerk, isPresent: aanwezig === 'ja', source: bron, asOf: datum };
      const done = `${PATH}?bewaard`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => recordFeature(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      return show(request, reply, 409, form.values, { datum: 'Kies vandaag of een dag die al voorbij is.' });
    },
  );

  app.post(
    `${PATH}/weghalen`,
    { config: { ...writing, action: 'insight.forget-feature', fields: ForgetForm } },
    async (request, reply) => {
      const form = parseForm(ForgetForm, request.body);
      if (!form.ok) throw notFound();
      const done = `${PATH}?bewaard`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx) => forgetFeature(tx, edge.actor(request), form.value.kenmerk),
      );
      if (outcome.kind === 'refused') throw notFound();
      return outcome.kind === 'answered' ? reply : reply.redirect(done, 303);
    },
  );
}
