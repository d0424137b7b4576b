import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { AdoptionPage, FrozenPage } from '../ui/adoption-page.tsx';
import { adoptPlan, readAdoptions, sha256Of } from '../use-cases/adoption.ts';
import { readEvidence } from '../use-cases/keep-evidence.ts';
import { ADOPTION_REFUSED, AdoptionForm, adoptionFacts } from './adoption-form.ts';
import type { KeepUpload } from './keep-upload.ts';

const READERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'];
const WRITERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker'];
const PATH = '/aanpak/vaststelling';
const SAVED = `${PATH}?opgeslagen`;

type Words = Readonly<Record<string, string>>;

/** Decisions on the plan: recording one, and proving what it was about. */
export function registerAdoptionRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean; readonly keepUpload: KeepUpload },
): void {
  const own = { purpose: 'VA-11', data: ['D1'] } as const;
  const { keepUpload } = options;

  app.get(PATH, { config: { ...own, access: READERS } }, async (request, reply) => show(request, reply, 200));

  app.post(
    PATH,
    { config: { ...own, access: WRITERS, action: 'approach.adopt-plan', fields: AdoptionForm, multipart: true } },
    async (request, reply) => {
      const actor = edge.actor(request);
      const { body, error } = await keepUpload(request, reply, PATH);
      const form = parseForm(AdoptionForm, body);
      if (!form.ok || error)
        return show(request, reply, 400, form.values, {
          ...(form.ok ? {} : form.errors),
          ...(error && { bewijsstuk: error }),
        });
      const input = {
        facts: adoptionFacts(form.value),
        seen: form.value.gezien,
        mark: options.isDemo ? DEMO_MARK : undefined,
      };
      const outcome = await edge.command(
        request,
        reply,
        () => SAVED,
        (tx, time) => adoptPlan(tx, actor, input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(SAVED, 303);
      const { code } = outcome.error;
      if (code === 'no-plan' || code === 'plan-is-empty') return reply.redirect('/aanpak/plan', 303);
      if (code === 'edit-conflict') return show(request, reply, 409, form.values);
      const { field, text } = ADOPTION_REFUSED[code];
      return show(request, reply, 409, form.values, { [field]: text });
    },
  );

  /** Without errors and with 409 the plan changed since the form was shown. */
  async function show(request: FastifyRequest, reply: FastifyReply, status: number, values?: Words, errors?: Words) {
    const actor = edge.actor(request);
    const { view, evidence, today } = await edge.look(request, 'own', async (tx, time) => ({
      view: await readAdoptions(tx, actor),
      evidence: await readEvidence(tx, actor, isUuid(values?.bewijsstukId ?? '') ? values?.bewijsstukId : undefined),
      today: time.today,
    }));
    const { current, adoptions } = view;
    return edge.html(
      reply,
      <AdoptionPage
        frame={edge.frame(request)}
        adoptions={adoptions}
        plan={current?.plan}
        actionCount={current?.actions.filter((action) => action.status !== 'dropped').length ?? 0}
        isChanged={current?.isChanged ?? false}
        planSha256={current?.sha256 ?? ''}
        today={today}
        values={{ ...values, bewijsstukId: evidence?.id }}
        errors={errors}
        evidenceName={evidence?.name}
        formKey={edge.formKey()}
        saved={(request.query as Record<string, unknown>).opgeslagen !== undefined}
        conflict={status === 409 && !errors}
        mayWrite={WRITERS.includes(actor.role)}
      />,
      status,
    );
  }

  const one = { ...own, access: READERS, sample: 'adoption-id' } as const;

  app.get(`${PATH}/:besluit`, { config: one }, async (request, reply) => {
    const { adoption, today } = await open(request);
    return edge.html(
      reply,
      <FrozenPage
        frame={edge.frame(request)}
        adoption={adoption}
        isIntact={sha256Of(adoption.frozen) === adoption.sha256}
        today={today}
      />,
    );
  });

  app.get(`${PATH}/:besluit/vastgesteld.json`, { config: one }, async (request, reply) => {
    const { adoption } = await open(request);
    return reply
      .type('application/json; charset=utf-8')
      .header('Content-Disposition', 'attachment; filename="vastgesteld.json"')
      .send(adoption.frozen);
  });

  async function open(request: FastifyRequest) {
    const { besluit } = request.params as { besluit: string };
    const { view, today } = await edge.look(request, 'own', async (tx, time) => ({
      view: await readAdoptions(tx, edge.actor(request)),
      today: time.today,
    }));
    const adoption = view.adoptions.find(({ id }) => id === besluit);
    if (!adoption) throw notFound();
    return { adoption, today };
  }
}
