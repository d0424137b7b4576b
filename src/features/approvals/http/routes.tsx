import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ApprovalKinds } from '../../../platform/approvals/approval-kind.ts';
import { decideApproval, withdrawApproval } from '../../../platform/approvals/decide-approval.ts';
import { type Approval, approvalFor, approvalsFor } from '../../../platform/approvals/read-approvals.ts';
import type { Entry } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { ApprovalPage } from '../ui/approval-page.tsx';
import type { ApprovalView } from '../ui/approval-view.ts';
import { ApprovalsPage } from '../ui/approvals-page.tsx';

const PATH = '/goedkeuringen';

export const DecisionForm = z.object({
  besluit: z.enum(['goedkeuren', 'afwijzen'], 'Kies of u instemt.'),
  reden: z.string().trim().max(1000, 'Gebruik hoogstens 1000 tekens.'),
  gezien: z.string().regex(/^[0-9a-f]{64}$/, 'Open het verzoek opnieuw.'),
});

/** What stands beside which field when the decision is refused. Whoever may not know of the request gets 404. */
const REFUSAL_AT: Readonly<Record<string, { readonly field: string; readonly text: string }>> = {
  'reason-missing': { field: 'reden', text: 'Schrijf waarom u dit afwijst, dan weet uw collega wat er anders moet.' },
  'payload-changed': {
    field: 'besluit',
    text: 'Wat u voor u had, is niet wat er nu staat. Lees het hieronder opnieuw en kies dan.',
  },
  'requester-cannot-decide': { field: '_besluit', text: 'U deed dit verzoek zelf. Een ander besluit erover.' },
  'decided-before': { field: '_besluit', text: 'Hierover is al besloten. Hieronder staat hoe.' },
  'request-expired': { field: '_besluit', text: 'De tijd om te besluiten is om. Er is niets gebeurd.' },
};

export interface ApprovalOptions {
  /** Every kind of request there is. */
  readonly kinds: ApprovalKinds;
  /** The Dutch name of a role. */
  readonly roleLabel: (role: string) => string;
}

/** The list of what waits for a second person, one request, and the decision. */
export function registerApprovalRoutes(app: FastifyInstance, edge: Edge<PageFrame>, options: ApprovalOptions): void {
  const { kinds } = options;
  const own = { access: 'signed-in', purpose: 'VA-15', data: ['D1'] } as const;
  const one = { ...own, sample: 'approval-id' } as const;

  /** As the acting organisation, into others: only requests that name it are seen there. */
  const elsewhere = (request: FastifyRequest): Pick<Entry, 'actingForId'> => ({
    actingForId: edge.actor(request).organisationId,
  });

  async function find(request: FastifyRequest): Promise<Approval> {
    const { id } = request.params as { id: string };
    if (!isUuid(id)) throw notFound();
    const actor = edge.actor(request);
    const found =
      (await edge.look(request, 'own', (tx, time) => approvalFor(tx, kinds, actor, 'own', id, time.now))) ??
      (await edge.look(
        request,
        'mandate',
        (tx, time) => approvalFor(tx, kinds, actor, 'mandate', id, time.now),
        elsewhere(request),
      ));
    if (!found) throw notFound();
    return found;
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    form: { readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
  ) {
    const approval = await find(request);
    const { besloten, ingetrokken } = request.query as Record<string, unknown>;
    const done =
      besloten !== undefined
        ? 'Uw besluit is vastgelegd.'
        : ingetrokken !== undefined
          ? 'Het verzoek is ingetrokken.'
          : undefined;
    return edge.html(
      reply,
      <ApprovalPage
        frame={edge.frame(request)}
        approval={viewOf(approval, edge.actor(request).personId, options)}
        formKey={edge.formKey()}
        status={
          done && approval.state !== 'open' ? (
            <Alert kind="ok">
              <p>{done}</p>
            </Alert>
          ) : undefined
        }
        values={form.values}
        errors={form.errors}
      />,
      status,
    );
  }

  app.get(PATH, { config: own }, async (request, reply) => {
    const actor = edge.actor(request);
    const here = await edge.look(request, 'own', (tx, time) => approvalsFor(tx, kinds, actor, 'own', time.now));
    const there = await edge.look(
      request,
      'mandate',
      (tx, time) => approvalsFor(tx, kinds, actor, 'mandate', time.now),
      elsewhere(request),
    );
    const approvals = [...here, ...there].map((approval) => viewOf(approval, actor.personId, options));
    return edge.html(reply, <ApprovalsPage frame={edge.frame(request)} approvals={approvals} />);
  });

  app.get(`${PATH}/:id`, { config: one }, (request, reply) => show(request, reply));

  app.post(
    `${PATH}/:id/besluit`,
    { config: { ...one, action: 'approvals.decide', fields: DecisionForm, stepUp: true } },
    async (request, reply) => {
      const { tenantId, id } = await find(request);
      const form = parseForm(DecisionForm, request.body);
      if (!form.ok) return show(request, reply, 400, form);
      const actor = edge.actor(request);
      const { besluit, reden, gezien } = form.value;
      const input = {
        tenantId,
        id,
        outcome: besluit === 'goedkeuren' ? ('approved' as const) : ('refused' as const),
        reason: reden,
        seen: gezien,
      };
      const entry: Partial<Entry> =
        tenantId === actor.organisationId ? {} : { door: 'mandate', tenantId, ...elsewhere(request) };
      const done = `${PATH}/${id}?besloten`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => decideApproval(tx, kinds, actor, input, time),
        entry,
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { code } = outcome.error;
      if (code === 'not-found') throw notFound();
      const { field, text } = REFUSAL_AT[code] ?? {
        field: '_besluit',
        text: 'Dit kan nu niet meer worden uitgevoerd. Er is niets gebeurd. Vraag uw collega om het opnieuw te bekijken.',
      };
      return show(request, reply, 409, { values: form.values, errors: { [field]: text } });
    },
  );

  app.post(`${PATH}/:id/intrekken`, { config: { ...one, action: 'approvals.withdraw' } }, async (request, reply) => {
    const { id } = await find(request);
    const done = `${PATH}/${id}?ingetrokken`;
    const outcome = await edge.command(
      request,
      reply,
      () => done,
      (tx, time) => withdrawApproval(tx, edge.actor(request), id, time),
    );
    if (outcome.kind === 'answered') return reply;
    if (outcome.kind === 'done') return reply.redirect(done, 303);
    if (outcome.error.code === 'not-found') throw notFound();
    return show(request, reply, 409, { errors: { _besluit: REFUSAL_AT['decided-before']!.text } });
  });
}

function viewOf(approval: Approval, personId: string, { kinds, roleLabel }: ApprovalOptions): ApprovalView {
  const kind = kinds.get(approval.kind);
  const payload: unknown = JSON.parse(approval.payload);
  const { decision } = approval;
  return {
    id: approval.id,
    label: kind?.label ?? 'Verzoek om goedkeuring',
    effect: kind?.effect ?? 'Dit soort verzoek bestaat niet meer. Het kan niet worden uitgevoerd.',
    facts: kind ? kind.show(kind.payload.parse(payload)) : [],
    exact: JSON.stringify(payload, null, 2),
    sha256: approval.sha256,
    reason: approval.reason,
    askedBy: `${approval.requestedByName} (${roleLabel(approval.requestedRole)})`,
    askedByOrganisation: approval.requestedByOrganisation,
    askedAt: approval.requestedAt,
    expiresAt: approval.expiresAt,
    state: approval.state,
    decidedBy: decision?.by,
    decidedAt: decision?.at,
    decisionReason: decision?.reason,
    isYours: approval.isYours,
    isMine: approval.requestedBy === personId,
  };
}
