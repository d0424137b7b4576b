import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { mandateOn, mandatesHeldBy, organisationByCode } from '../../organisations/index.ts';
import { FocalPointPage } from '../ui/focal-point-page.tsx';
import { readOnBehalf, recordOnBehalf } from '../use-cases/record-on-behalf.ts';
import { FocalPointForm, focalPointInput, REFUSAL_AT, valuesOf } from './focal-point-form.ts';

/** Who may work in the place of a municipality that gave their organisation a mandate. */
const DEPUTIES: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'ketenregisseur'];

/** Working in the place of a municipality that gave a mandate: element K2.1 of another organisation, through the door `mandate`. */
export function registerOnBehalfRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: DEPUTIES, purpose: 'VA-11', data: ['D1'], sample: 'mandate-giver-code' } as const;
  const path = '/aanpak/namens/:code';

  /** The municipality and its record; without a mandate that holds today it is not there. */
  async function open(request: FastifyRequest) {
    const { code } = request.params as { code: string };
    const actingForId = edge.actor(request).organisationId;
    const giver = await edge.look(request, 'published', (tx, { today }) => organisationByCode(tx, code, today));
    if (!giver) throw notFound();
    const entry = { tenantId: giver.id, actingForId };
    const seen = await edge.look(
      request,
      'mandate',
      async (tx, { today }) => ({ today, found: await readOnBehalf(tx, giver.id) }),
      entry,
    );
    if (!seen.found) throw notFound();
    return { giver, entry, record: seen.found.record, today: seen.today };
  }
  type Opened = Awaited<ReturnType<typeof open>>;

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { giver, record, today }: Opened,
    form: {
      status: number;
      values: Readonly<Record<string, string>>;
      errors?: Readonly<Record<string, string>>;
      saved?: boolean;
      conflict?: boolean;
    },
  ) {
    const page = (
      <FocalPointPage
        frame={edge.frame(request)}
        record={record}
        today={today}
        values={form.values}
        errors={form.errors ?? {}}
        formKey={edge.formKey()}
        saved={form.saved ?? false}
        conflict={form.conflict ?? false}
        onBehalfOf={giver}
        mayWrite
      />
    );
    return edge.html(reply, page, form.status);
  }

  app.get(path, { config }, async (request, reply) => {
    const opened = await open(request);
    const saved = (request.query as Record<string, unknown>).opgeslagen !== undefined;
    return show(request, reply, opened, { status: 200, values: valuesOf(opened.record), saved });
  });

  app.post(
    path,
    { config: { ...config, action: 'approach.record-focal-point-on-behalf', fields: FocalPointForm } },
    async (request, reply) => {
      const opened = await open(request);
      const form = parseForm(FocalPointForm, request.body);
      if (!form.ok) return show(request, reply, opened, { status: 400, ...form });
      const done = `/aanpak/namens/${encodeURIComponent(opened.giver.code)}?opgeslagen`;
      const input = focalPointInput(form.value);
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => recordOnBehalf(tx, edge.actor(request), opened.giver.id, input, time),
        { door: 'mandate', ...opened.entry },
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { code } = outcome.error;
      if (code === 'not-found') throw notFound();
      if (code === 'edit-conflict') {
        const now = await open(request);
        const values = { ...form.values, versie: String(now.record?.version ?? 0) };
        return show(request, reply, now, { status: 409, values, conflict: true });
      }
      const { field, text } = REFUSAL_AT[code];
      return show(request, reply, opened, { status: 409, values: form.values, errors: { [field]: text } });
    },
  );
}

/** In whose place the actor's organisation may work on the approach today. */
export async function worksOnBehalfOf(request: FastifyRequest, edge: Edge<PageFrame>) {
  const actingForId = edge.actor(request).organisationId;
  const running = await edge.look(
    request,
    'mandate',
    async (tx, { today }) =>
      (await mandatesHeldBy(tx, actingForId)).filter(
        (mandate) => mandate.capability === 'aanpak' && mandateOn(mandate, today) === 'running',
      ),
    { actingForId },
  );
  return running.map(({ otherCode, otherName }) => ({ code: otherCode, name: otherName }));
}
