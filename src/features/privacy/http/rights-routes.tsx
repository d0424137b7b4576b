import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnyTx, DomainTime, Done } from '../../../platform/db/transact.ts';
import type { DocumentFormat } from '../../../platform/documents/print-job.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import { ok, type Result } from '../../../shared-kernel/result.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import type { ProcessingRegister } from '../domain/processing-activity.ts';
import type { HeldPlace } from '../domain/rights-request.ts';
import { ACTION_WORDS } from '../ui/log-words.ts';
import { NoticePage } from '../ui/notice-page.tsx';
import { RegisterRequestPage, RequestPage, RequestsPage, RIGHTS_PATH } from '../ui/rights-page.tsx';
import { type Erasing, eraseOnRequest } from '../use-cases/erase-on-request.ts';
import { lookAgain } from '../use-cases/erased-elsewhere.ts';
import { writeAnswer } from '../use-cases/rights-answer.ts';
import {
  agreeWithAnswer,
  answerRequest,
  extendTerm,
  lookAtRequest,
  noteInquiry,
  proposeAnswer,
  readReport,
  readRequests,
  registerRequest,
} from '../use-cases/rights-requests.ts';
import { InquiryForm, NothingForm, ProposalForm, RequestForm, RIGHTS_REFUSALS } from './rights-form.ts';

const OFFICERS: readonly Role[] = ['fg'];
/** Who may be the second pair of eyes: another officer, since nobody else works for this purpose (docs/toegang.md). */
const LOOKERS: readonly Role[] = ['fg'];
const FORMATS = ['docx', 'pdf'] as const satisfies readonly DocumentFormat[];

export interface RightsOptions extends Erasing {
  readonly register: ProcessingRegister;
  readonly mark: string | undefined;
  readonly roleLabel: (role: string) => string;
  /** Where data of a dossier stand, in every part of the product. */
  readonly heldPlaces: readonly HeldPlace[];
}

interface Shown {
  readonly values?: FieldValues;
  readonly errors?: FieldErrors;
  readonly status?: number;
}

/** The desk for requests: a talk first, a second pair of eyes, and an answer in time. */
export function registerRightsRoutes(app: FastifyInstance, edge: Edge<PageFrame>, options: RightsOptions): void {
  const reading = { access: LOOKERS, purpose: 'VA-17', data: ['D8'] } as const;
  const handling = { ...reading, access: OFFICERS };
  const isOfficer = (request: FastifyRequest) => OFFICERS.includes(edge.actor(request).role);
  const idOf = (request: FastifyRequest) => {
    const { id } = request.params as { id: string };
    if (!isUuid(id)) throw notFound();
    return id;
  };

  app.get(RIGHTS_PATH, { config: { ...reading, action: 'privacy.read-requests' } }, async (request, reply) => {
    const actor = edge.actor(request);
    const found = await edge.lookAtPersons(request, async (tx, time) =>
      ok({
        requests: await readRequests(tx, actor),
        today: time.today,
        subject: { kind: 'privacy.rights-requests', id: actor.organisationId },
      }),
    );
    if (!found.ok) throw notFound();
    const { requests, today } = found.value;
    const page = <RequestsPage frame={edge.frame(request)} {...{ requests, today }} mayRegister={isOfficer(request)} />;
    return edge.html(reply, page);
  });

  async function showForm(request: FastifyRequest, reply: FastifyReply, form: Shown = {}) {
    // also reads the clock, which the frame of a demo shows
    await edge.look(request, 'own', async () => undefined);
    const page = (
      <RegisterRequestPage
        frame={edge.frame(request)}
        formKey={edge.formKey()}
        values={form.values}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, form.status ?? 200);
  }

  const asking = { access: OFFICERS, purpose: 'VA-15', data: ['D0'] } as const;
  app.get(`${RIGHTS_PATH}/nieuw`, { config: asking }, (request, reply) => showForm(request, reply));

  app.post(
    RIGHTS_PATH,
    { config: { ...handling, action: 'privacy.register-request', fields: RequestForm } },
    async (request, reply) => {
      const form = parseForm(RequestForm, request.body);
      if (!form.ok) return showForm(request, reply, { ...form, status: 400 });
      const { soort, kenmerk, ontvangen, wie, contact } = form.value;
      const asked = { kind: soort, reference: kenmerk, receivedOn: ontvangen, askedBy: wie, contact };
      const outcome = await edge.command(
        request,
        reply,
        ({ subject }) => `${RIGHTS_PATH}/${subject.id}`,
        (tx, time) => registerRequest(tx, edge.actor(request), asked, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(`${RIGHTS_PATH}/${outcome.value.subject.id}`, 303);
      const errors = { ontvangen: RIGHTS_REFUSALS[outcome.error.code] };
      return showForm(request, reply, { values: form.values, errors, status: 409 });
    },
  );

  async function show(request: FastifyRequest, reply: FastifyReply, form: Shown = {}) {
    const id = idOf(request);
    const actor = edge.actor(request);
    const looked = await edge.lookAtPersons(request, (tx) => lookAtRequest(tx, actor, id));
    if (!looked.ok) throw notFound();
    const { request: found, receipts, codes } = looked.value;
    const kept = {
      gesprek: found.talk,
      identiteit: found.identity,
      vondst: found.finding,
      dossier: codes.join(', '),
      uitkomst: found.outcome,
      gronden: found.withheld,
    };
    const shown = {
      frame: edge.frame(request),
      formKey: edge.formKey(),
      request: found,
      receipts,
      codes,
      isOfficer: isOfficer(request),
      isOwnProposal: found.proposedBy === actor.personId,
      values: form.values ?? kept,
      errors: form.errors,
    };
    const page = found.notice ? <NoticePage {...shown} notice={found.notice} /> : <RequestPage {...shown} />;
    return edge.html(reply, page, form.status ?? 200);
  }

  const one = { ...handling, sample: 'rights-request-id' } as const;
  app.get(
    `${RIGHTS_PATH}/:id`,
    { config: { ...one, access: LOOKERS, action: 'privacy.read-request' } },
    (request, reply) => show(request, reply),
  );

  /** Carries a step out and comes back to the request; refused: the page again, with the reason beside the field. */
  async function carryOut<E extends { readonly code: keyof typeof RIGHTS_REFUSALS | 'not-found' }>(
    request: FastifyRequest,
    reply: FastifyReply,
    fields: { readonly at: string; readonly values?: FieldValues },
    run: (tx: AnyTx, time: DomainTime) => Promise<Result<Done, E>>,
  ) {
    const at = `${RIGHTS_PATH}/${idOf(request)}`;
    const outcome = await edge.command(request, reply, () => at, run);
    if (outcome.kind === 'answered') return reply;
    if (outcome.kind === 'done') return reply.redirect(at, 303);
    const { code } = outcome.error;
    if (code === 'not-found') throw notFound();
    const errors = { [fields.at]: RIGHTS_REFUSALS[code as keyof typeof RIGHTS_REFUSALS] };
    return show(request, reply, { ...(fields.values && { values: fields.values }), errors, status: 409 });
  }

  app.post(
    `${RIGHTS_PATH}/:id/onderzoek`,
    { config: { ...one, action: 'privacy.note-inquiry', fields: InquiryForm } },
    async (request, reply) => {
      const id = idOf(request);
      const form = parseForm(InquiryForm, request.body);
      if (!form.ok) return show(request, reply, { ...form, status: 400 });
      const { gesprek, identiteit, vondst, dossier } = form.value;
      const codes = dossier.split(/[\s,;]+/).filter(Boolean);
      const found = { talk: gesprek, identity: identiteit, finding: vondst, codes };
      return carryOut(request, reply, { at: 'dossier', values: form.values }, (tx) =>
        noteInquiry(tx, edge.actor(request), id, found),
      );
    },
  );

  app.post(
    `${RIGHTS_PATH}/:id/zoeken`,
    { config: { ...one, action: 'privacy.look-again', fields: NothingForm } },
    (request, reply) =>
      carryOut(request, reply, { at: '_verzoek' }, (tx) =>
        lookAgain(tx, edge.actor(request), idOf(request), options.receivedPlaces),
      ),
  );

  app.post(
    `${RIGHTS_PATH}/:id/voorstel`,
    { config: { ...one, action: 'privacy.propose-answer', fields: ProposalForm } },
    async (request, reply) => {
      const id = idOf(request);
      const form = parseForm(ProposalForm, request.body);
      if (!form.ok) return show(request, reply, { ...form, status: 400 });
      const answer = { outcome: form.value.uitkomst, withheld: form.value.gronden };
      return carryOut(request, reply, { at: 'uitkomst', values: form.values }, (tx) =>
        proposeAnswer(tx, edge.actor(request), id, answer),
      );
    },
  );

  app.post(
    `${RIGHTS_PATH}/:id/meekijken`,
    { config: { ...one, access: LOOKERS, action: 'privacy.agree-answer', fields: NothingForm } },
    (request, reply) =>
      carryOut(request, reply, { at: '_verzoek' }, (tx) => agreeWithAnswer(tx, edge.actor(request), idOf(request))),
  );

  app.post(
    `${RIGHTS_PATH}/:id/verlengen`,
    { config: { ...one, action: 'privacy.extend-request', fields: NothingForm } },
    (request, reply) =>
      carryOut(request, reply, { at: '_verzoek' }, (tx, time) =>
        extendTerm(tx, edge.actor(request), idOf(request), time),
      ),
  );

  app.post(
    `${RIGHTS_PATH}/:id/wissen`,
    { config: { ...one, action: 'privacy.erase-on-request', fields: NothingForm } },
    (request, reply) =>
      carryOut(request, reply, { at: '_verzoek' }, (tx, time) =>
        eraseOnRequest(tx, edge.actor(request), idOf(request), options, time),
      ),
  );

  app.post(
    `${RIGHTS_PATH}/:id/beantwoorden`,
    { config: { ...one, action: 'privacy.answer-request', fields: NothingForm } },
    (request, reply) =>
      carryOut(request, reply, { at: '_verzoek' }, (tx, time) =>
        answerRequest(tx, edge.actor(request), idOf(request), time),
      ),
  );

  // what the logs say of who used the data stands in it, so it is read under the purpose of the logs
  const answering = {
    access: OFFICERS,
    purpose: 'VA-16',
    data: ['D1', 'D11'],
    sample: 'rights-request-id',
    action: 'privacy.write-answer',
  } as const;
  app.get(`${RIGHTS_PATH}/:id/antwoord`, { config: answering }, async (request, reply) => {
    const id = idOf(request);
    const { vorm = 'docx' } = (request.query ?? {}) as Record<string, unknown>;
    const format = FORMATS.find((each) => each === vorm);
    if (!format) throw notFound();
    const actor = edge.actor(request);
    const moment: { today?: DomainTime['today'] } = {};
    const answer = await edge.lookAtPersons(request, (tx, time) => {
      moment.today = time.today;
      return readReport(tx, actor, id, options.heldPlaces);
    });
    if (!answer.ok) throw notFound();
    const tree = writeAnswer({
      organisation: actor.organisationName,
      today: moment.today!,
      mark: options.mark,
      report: answer.value,
      register: options.register,
      roleLabel: options.roleLabel,
      actionWords: (action) => ACTION_WORDS[action] ?? action,
    });
    return edge.document(request, reply, tree, { name: `antwoord-${moment.today}`, format });
  });
}
