import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DocumentFormat } from '../../../platform/documents/print-job.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { CHANNELS } from '../domain/handover.ts';
import { isSignalCode } from '../domain/signal-report.ts';
import { HandoverPage, type HandoverPageProps } from '../ui/handover-page.tsx';
import { FORM_WORDS, MINOR_WORDS, SECTOR_WORDS } from '../ui/signal-words.ts';
import { answerBeforeLeaving } from '../use-cases/answer-before-leaving.ts';
import { handOver, recordReceipt } from '../use-cases/hand-over.ts';
import { makeHandoverDocument } from '../use-cases/handover-document.ts';
import { involveCoordinator } from '../use-cases/involve-coordinator.ts';
import { viewHandovers } from '../use-cases/view-handovers.ts';
import { MOVED_ON } from './consult-form.ts';
import {
  CoordinatorForm,
  HANDING_REFUSED,
  HandOverForm,
  INVOLVE_REFUSED,
  LEAVING_REFUSED,
  LeavingForm,
  RECEIPT_CONFLICT,
  RECEIPT_REFUSED,
  ReceiptForm,
} from './handover-form.ts';
import { askingOf, codeIn } from './report-routes.tsx';
import { WEIGHERS } from './who.ts';

const SIGNAL = '/meldingen/:kenmerk';
const DOCUMENT_WORDS = {
  forms: FORM_WORDS,
  sectors: SECTOR_WORDS,
  minor: { ...MINOR_WORDS, unknown: 'Niet bekend' },
} as const;
type Again = Partial<Pick<HandoverPageProps, 'values' | 'errors' | 'form' | 'conflict'>>;

/** Handing a signal over. Goes on with what runs, so it names no gate. */
export function registerHandoverRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  const own = { access: WEIGHERS, purpose: 'VA-02', data: ['D1', 'D2', 'D3'], sample: 'signal-code' } as const;
  const asking = (request: FastifyRequest) => askingOf(edge, request);
  const doneAt = (code: string) => `/meldingen/${code}/overdragen?opgeslagen`;

  async function show(request: FastifyRequest, reply: FastifyReply, status = 200, again: Again = {}) {
    const code = codeIn(request);
    // a form that comes back opens nothing: the log would say that its deed was done
    const opens = status === 200;
    const run = async (tx: Parameters<typeof viewHandovers>[0], time: Parameters<typeof viewHandovers>[3]) => {
      const found = await viewHandovers(tx, asking(request), { code, opens }, time);
      return found.ok ? { ok: true as const, value: { ...found.value, today: time.today } } : found;
    };
    const found = opens ? await edge.lookAtPersons(request, run) : await edge.look(request, 'own', run);
    if (!found.ok) throw notFound();
    const { report, ...view } = found.value;
    const page = (
      <HandoverPage
        frame={edge.frame(request)}
        code={report.code}
        kind={report.kind}
        {...view}
        values={again.values ?? {}}
        errors={again.errors}
        form={again.form}
        conflict={again.conflict}
        saved={(request.query as Record<string, unknown>).opgeslagen !== undefined}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(`${SIGNAL}/overdragen`, { config: { ...own, action: 'signals.view-handovers' } }, (request, reply) =>
    show(request, reply),
  );

  app.post(
    `${SIGNAL}/vooraf`,
    { config: { ...own, action: 'signals.answer-before-leaving', fields: LeavingForm } },
    async (request, reply) => {
      const code = codeIn(request);
      const form = parseForm(LeavingForm, request.body);
      if (!form.ok) return show(request, reply, 400, { ...form, form: 'answers' });
      const { weetHet, wilHet, veiligBereikbaar, waaromNiet, opnieuwKijken, melderAkkoord } = form.value;
      const input = {
        code,
        personKnows: weetHet,
        personWants: wilHet,
        hasSafeWay: veiligBereikbaar,
        // only who was not told has a reason and a day
        notToldBecause: weetHet === 'no' ? waaromNiet : undefined,
        lookAgainOn: weetHet === 'no' ? opnieuwKijken : undefined,
        reporterAgrees: melderAkkoord,
      };
      const outcome = await edge.command(
        request,
        reply,
        () => doneAt(code),
        (tx, time) => answerBeforeLeaving(tx, asking(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(doneAt(code), 303);
      const { code: refusal } = outcome.error;
      if (refusal === 'not-found' || refusal === 'about-a-place') throw notFound();
      if (refusal === 'signal-moved-on') return show(request, reply, 409, { conflict: MOVED_ON });
      const { field, text } = LEAVING_REFUSED[refusal];
      return show(request, reply, 409, { values: form.values, errors: { [field]: text }, form: 'answers' });
    },
  );

  app.post(
    `${SIGNAL}/overdragen`,
    { config: { ...own, action: 'signals.hand-over', fields: HandOverForm } },
    async (request, reply) => {
      const code = codeIn(request);
      const form = parseForm(HandOverForm, request.body);
      if (!form.ok) return show(request, reply, 400, { ...form, form: 'handover' });
      const input = { code, channel: form.value.naarWie, receiverCode: form.value.ontvanger, words: DOCUMENT_WORDS };
      const outcome = await edge.command(
        request,
        reply,
        () => doneAt(code),
        (tx, time) => handOver(tx, asking(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(doneAt(code), 303);
      const { code: refusal } = outcome.error;
      if (refusal === 'not-found') throw notFound();
      if (refusal === 'signal-moved-on') return show(request, reply, 409, { conflict: MOVED_ON });
      const { field, text } = HANDING_REFUSED[refusal];
      return show(request, reply, 409, { values: form.values, errors: { [field]: text }, form: 'handover' });
    },
  );

  app.post(
    `${SIGNAL}/zorgcoordinator`,
    {
      config: {
        ...own,
        action: 'signals.involve-coordinator',
        fields: CoordinatorForm,
      },
    },
    async (request, reply) => {
      const code = codeIn(request);
      const form = parseForm(CoordinatorForm, request.body);
      if (!form.ok) return show(request, reply, 400, { ...form, form: 'coordinator' });
      const input = { code, personId: form.value.zorgcoordinator };
      const outcome = await edge.command(
        request,
        reply,
        () => doneAt(code),
        (tx, time) => involveCoordinator(tx, asking(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(doneAt(code), 303);
      const { code: refusal } = outcome.error;
      if (refusal === 'not-found' || refusal === 'about-a-place-only') throw notFound();
      if (refusal === 'not-with-care') return show(request, reply, 409, { conflict: INVOLVE_REFUSED[refusal] });
      const errors = { zorgcoordinator: INVOLVE_REFUSED[refusal] };
      return show(request, reply, 409, { values: form.values, errors, form: 'coordinator' });
    },
  );

  app.post(
    `${SIGNAL}/overdragen/antwoord`,
    { config: { ...own, action: 'signals.record-receipt', fields: ReceiptForm } },
    async (request, reply) => {
      const code = codeIn(request);
      const form = parseForm(ReceiptForm, request.body);
      if (!form.ok) return show(request, reply, 400, { ...form, form: 'receipt' });
      const { overdracht, antwoord, antwoordOp, doorWie } = form.value;
      if (antwoord === 'ontvangen' && !doorWie)
        return show(request, reply, 400, {
          values: form.values,
          errors: { doorWie: 'Vul in welke functie het bevestigde.' },
          form: 'receipt',
        });
      const input = {
        code,
        handoverId: overdracht,
        answeredOn: antwoordOp,
        answer:
          antwoord === 'ontvangen'
            ? ({ kind: 'received', by: doorWie } as const)
            : ({ kind: 'declined', reason: antwoord } as const),
      };
      const outcome = await edge.command(
        request,
        reply,
        () => doneAt(code),
        (tx, time) => recordReceipt(tx, asking(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(doneAt(code), 303);
      const { code: refusal } = outcome.error;
      if (refusal === 'not-found') throw notFound();
      if (refusal === 'answered-before' || refusal === 'exchange-answers')
        return show(request, reply, 409, { conflict: RECEIPT_CONFLICT[refusal] });
      const { field, text } = RECEIPT_REFUSED[refusal];
      return show(request, reply, 409, { values: form.values, errors: { [field]: text }, form: 'receipt' });
    },
  );

  const formats: readonly (readonly [path: string, format: DocumentFormat])[] = [
    ['word', 'docx'],
    ['pdf', 'pdf'],
  ];
  for (const [path, format] of formats)
    app.get(
      `/meldingen/overdracht/${path}/:document`,
      { config: { ...own, action: 'signals.make-handover-document', sample: 'handover-document' } },
      async (request, reply) => {
        // of which signal, and for whom: 7KQ4-M2XB.police
        const [code = '', ontvanger] = (request.params as { document: string }).document.split('.');
        const channel = CHANNELS.find((each) => each === ontvanger);
        if (!channel || !isSignalCode(code)) throw notFound();
        const asked = {
          code,
          channel,
          words: DOCUMENT_WORDS,
          mark: options.isDemo ? DEMO_MARK : undefined,
        };
        const made = await edge.lookAtPersons(request, (tx, time) =>
          makeHandoverDocument(tx, asking(request), asked, time),
        );
        if (!made.ok) throw notFound();
        const { tree } = made.value;
        return edge.document(request, reply, tree, { name: `signaal-${code}`, format });
      },
    );
}
