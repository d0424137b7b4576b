import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodObject } from 'zod';
import { z } from 'zod';
import type { AnyTx, DomainTime, Done } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { daysBetween } from '../../../shared-kernel/plain-date.ts';
import type { Result } from '../../../shared-kernel/result.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { isSignalCode } from '../domain/signal-report.ts';
import { ReportPage } from '../ui/report-page.tsx';
import { NUMBER_WORDS } from '../ui/signal-words.ts';
import { type AskRefusal, askReporter } from '../use-cases/ask-reporter.ts';
import type { Asking } from '../use-cases/held-report.ts';
import { type KeepAwayRefusal, keepAway } from '../use-cases/keep-away.ts';
import { readReport } from '../use-cases/read-report.ts';
import { type DecideRefusal, decideOnReport } from '../use-cases/record-for-source.ts';
import { type TakeOverRefusal, takeOver, takeUp } from '../use-cases/take-up.ts';
import { DecideForm } from './for-source-form.ts';
import { WEIGHERS } from './who.ts';

/** The code in an address; anything else is not there. */
export function codeIn(request: FastifyRequest): string {
  const { kenmerk } = request.params as { kenmerk: string };
  if (!isSignalCode(kenmerk)) throw notFound();
  return kenmerk;
}

export const askingOf = (edge: Edge<PageFrame>, request: FastifyRequest): Asking => ({
  actor: edge.actor(request),
  policy: edge.policy,
});

export const NothingForm = z.object({});
const AskForm = z.object({
  vraag: z.string().trim().min(1, 'Vul uw vraag in.').max(1000, 'Gebruik hoogstens 1.000 tekens.'),
});
const AwayForm = z.object({
  wie: z.uuid('Kies een collega.'),
  reden: z.string().trim().min(1, 'Vul in waarom.').max(200, 'Gebruik hoogstens 200 tekens.'),
});

type Refusal = AskRefusal | KeepAwayRefusal | TakeOverRefusal | DecideRefusal;
const MOVED_ON = 'Het signaal is intussen verder. Hieronder ziet u hoe het nu staat.';

/** Beside which field a refusal stands, or above the page when it is about the whole signal. */
function refusalAt(error: Exclude<Refusal, { code: 'not-found' }>): FieldErrors {
  switch (error.code) {
    case 'signal-moved-on':
    case 'not-taken-up':
      return { _signaal: MOVED_ON };
    case 'nothing-to-decide':
      return { _signaal: 'Dit signaal vraagt geen besluit, of het is gesloten.' };
    case 'decided-already':
      return { _signaal: 'Het besluit over deze rapportage is intussen vastgelegd.' };
    case 'already-yours':
      return { _signaal: 'U had dit signaal al.' };
    case 'reporter-not-here':
      return { _signaal: 'Wie dit doorgaf, werkt hier niet meer. U kunt niets meer vragen.' };
    case 'text-holds-number':
      return { vraag: `Er staat ${NUMBER_WORDS[error.found]} in. Haal het weg.` };
    case 'text-may-name':
      return {
        vraag:
          'Er lijkt een naam of kenteken in te staan. Haal die weg: wie het doorgaf, mag signalen over personen niet lezen.',
      };
    case 'nobody-else':
      return {
        wie: 'Dan is er niemand meer die het kan wegen. Laat de functioneel beheerder eerst een vervanger de rol geven.',
      };
    case 'unknown-person':
      return { wie: 'Kies een collega uit de lijst.' };
    case 'person-excluded':
      return { wie: 'Deze collega ziet dit signaal al niet.' };
    case 'no-access-reason':
      return { reden: 'Vul in waarom.' };
  }
}

const DONE: Readonly<Record<string, string>> = {
  opgepakt: 'U pakte dit signaal op. Weeg het binnen drie werkdagen.',
  overgenomen: 'U nam dit signaal over.',
  gevraagd: 'Uw vraag is gesteld. U krijgt bericht als er antwoord is.',
  gewogen: 'De weging is vastgelegd.',
  gevraagdOmTweede: 'Een tweede persoon besluit mee. Tot die instemt, verandert er niets.',
  vastgelegd: 'Het signaal is vastgelegd.',
  besloten: 'Het besluit over de rapportage is vastgelegd.',
};

/** One signal, and what the focal point does with it while she has it. */
export function registerReportRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const one = { access: WEIGHERS, purpose: 'VA-02', data: ['D1', 'D2', 'D3'], sample: 'signal-code' } as const;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    form: { values?: FieldValues; errors?: FieldErrors; conflict?: string } = {},
  ) {
    const code = codeIn(request);
    const asking = askingOf(edge, request);
    const found = await edge.lookAtPersons(request, async (tx, at) => {
      const read = await readReport(tx, asking, code, at);
      if (!read.ok) return read;
      return { ...read, value: { ...read.value, today: at.today } };
    });
    if (!found.ok) throw notFound();
    const { colleagues, today, ...view } = found.value;
    const endsOn = view.countdown?.endsOn;
    const done = Object.keys(request.query as object).map((word) => DONE[word])[0];
    const page = (
      <ReportPage
        frame={edge.frame(request)}
        view={{
          ...view,
          isMine: view.report.takenUpBy === asking.actor.personId,
          daysLeft: endsOn && daysBetween(today, endsOn),
        }}
        formKey={edge.formKey()}
        colleagues={colleagues}
        values={form.values ?? {}}
        errors={form.errors}
        conflict={form.conflict}
        done={form.conflict || form.errors ? undefined : done}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get('/meldingen/:kenmerk', { config: { ...one, action: 'signals.read-report' } }, (request, reply) =>
    show(request, reply),
  );

  function deed<Fields extends ZodObject>(
    verb: string,
    action: string,
    fields: Fields,
    done: (code: string) => string,
    run: (
      tx: AnyTx,
      asking: Asking,
      input: { readonly code: string; readonly form: z.output<Fields> },
      time: DomainTime,
    ) => Promise<Result<Done, Refusal>>,
  ) {
    app.post(`/meldingen/:kenmerk/${verb}`, { config: { ...one, action, fields } }, async (request, reply) => {
      const code = codeIn(request);
      const form = parseForm(fields, request.body);
      if (!form.ok) return show(request, reply, 400, form);
      const outcome = await edge.command(
        request,
        reply,
        () => done(code),
        (tx, at) => run(tx, askingOf(edge, request), { code, form: form.value }, at),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done(code), 303);
      if (outcome.error.code === 'not-found') throw notFound();
      const { _signaal, ...errors } = refusalAt(outcome.error);
      return show(request, reply, 409, { values: form.values, errors, ...(_signaal && { conflict: _signaal }) });
    });
  }

  deed(
    'oppakken',
    'signals.take-up',
    NothingForm,
    (code) => `/meldingen/${code}?opgepakt`,
    (tx, asking, { code }, at) => takeUp(tx, asking, code, at),
  );
  deed(
    'overnemen',
    'signals.take-over',
    NothingForm,
    (code) => `/meldingen/${code}?overgenomen`,
    (tx, asking, { code }, at) => takeOver(tx, asking, code, at),
  );
  deed(
    'rapportage',
    'signals.decide-on-report',
    DecideForm,
    (code) => `/meldingen/${code}?besloten`,
    (tx, asking, { code, form }, at) => decideOnReport(tx, asking, { code, decision: form.besluit }, at),
  );
  deed(
    'vragen',
    'signals.ask-reporter',
    AskForm,
    (code) => `/meldingen/${code}?gevraagd`,
    (tx, asking, { code, form }, at) => askReporter(tx, asking, { code, question: form.vraag }, at),
  );
  deed(
    'weghouden',
    'signals.keep-away',
    AwayForm,
    () => '/meldingen?weg',
    (tx, asking, { code, form }, at) => keepAway(tx, asking, { code, personId: form.wie, reason: form.reden }, at),
  );
}
