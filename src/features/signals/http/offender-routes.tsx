import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AnyTx, DomainTime } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { OFFENDER_KINDS, REVIEW_REASON_LENGTH } from '../domain/offender.ts';
import { type OffenderDeed, OffenderReadersPage, OffendersPage } from '../ui/offenders-page.tsx';
import {
  dropOffender,
  endReader,
  keepOffender,
  nameReader,
  recordOffender,
  viewOffenders,
  viewReaders,
} from '../use-cases/offenders.ts';
import { askingOf, codeIn } from './report-routes.tsx';
import { WEIGHERS } from './who.ts';

/** Who names the readers: the mayor, who answers for this activity. */
const NAMERS: readonly Role[] = ['bestuurder'];
const PATH = '/meldingen/:kenmerk/daders';
const READERS = '/meldingen/daders/lezers';

export const OffenderForm = z.object({
  soort: z.enum(OFFENDER_KINDS, 'Kies wat het is.'),
  inhoud: z.string().trim().min(1, 'Vul in wat u weet.').max(200, 'Gebruik hoogstens 200 tekens.'),
  ookSlachtoffer: z.enum(['yes', 'no', 'unknown'], 'Kies een antwoord. Weet u het niet, zeg dat dan.'),
});
export const KeepOffenderForm = z.object({
  notitie: z.uuid('Kies wat nog nodig is.'),
  reden: z.string().trim().max(200, 'Gebruik hoogstens 200 tekens.'),
});
export const DropOffenderForm = z.object({ gegeven: z.uuid('Kies wat niet meer nodig is.') });
export const NameReaderForm = z.object({
  nieuweLezer: z.uuid('Kies een aandachtsfunctionaris.'),
  waarom: z.string().trim().min(1, 'Vul in waarom.').max(200, 'Gebruik hoogstens 200 tekens.'),
});
export const EndReaderForm = z.object({ lezer: z.uuid('Kies een lezer.') });

const RECORD_REFUSED = {
  'bsn-not-kept': 'Er staat een burgerservicenummer in. Haal het weg: dat wordt nooit bewaard.',
  'not-a-plate': 'Dit is geen kenteken. Schrijf het zo: XX-123-Y.',
  'not-a-phone': 'Dit is geen telefoonnummer. Schrijf het zo: 06 12345678.',
} as const;
const READER_REFUSED = {
  'unknown-person': 'Kies een aandachtsfunctionaris uit de lijst.',
  'named-before': 'Deze persoon is al genoemd.',
  'three-readers': 'Er zijn al drie lezers. Laat eerst iemand anders niet meer lezen.',
  'asked-before': 'Dit is al gevraagd. Een collega moet het nog goedkeuren.',
  'nobody-can-decide':
    'Niemand anders kan dit goedkeuren. Vraag de beheerder om een tweede bestuurder of een teamleider.',
  'not-your-request': 'Alleen de burgemeester vraagt dit.',
  'decider-ended': 'Deze organisatie bestaat niet meer.',
} as const;

/**
 * Names, plates and numbers of alleged offenders: an activity of its own (VA-10), off until its own start gate is open. Closed, the
 * pages are not there at all, also for what was recorded before.
 */
export function registerOffenderRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const one = {
    access: WEIGHERS,
    purpose: 'VA-10',
    data: ['D1', 'D7'],
    sample: 'offender-signal-code',
    gate: 'offenders',
  } as const;
  const isSaved = (request: FastifyRequest) => Object.hasOwn(request.query as object, 'vastgelegd');

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    again: { deed?: OffenderDeed; values?: FieldValues; errors?: FieldErrors; conflict?: string } = {},
  ) {
    const code = codeIn(request);
    // a form that comes back opens nothing: the log would say that its deed was done
    const view = (opens: boolean) => (tx: AnyTx, time: DomainTime) =>
      viewOffenders(tx, askingOf(edge, request), { code, opens }, time);
    const found = await (status === 200
      ? edge.lookAtPersons(request, view(true))
      : edge.look(request, 'own', view(false)));
    if (!found.ok) throw notFound();
    const page = (
      <OffendersPage
        frame={edge.frame(request)}
        code={code}
        isOpen={found.value.report.closedOn === undefined}
        notes={found.value.notes}
        deed={again.deed}
        values={again.values ?? {}}
        errors={again.errors}
        conflict={again.conflict}
        saved={status === 200 && isSaved(request)}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(PATH, { config: { ...one, action: 'signals.view-offenders' } }, (request, reply) => show(request, reply));

  const doneAt = (code: string) => `/meldingen/${code}/daders?vastgelegd`;
  app.post(
    PATH,
    { config: { ...one, action: 'signals.record-offender', fields: OffenderForm } },
    async (request, reply) => {
      const code = codeIn(request);
      const form = parseForm(OffenderForm, request.body);
      if (!form.ok) return show(request, reply, 400, { deed: 'record', ...form });
      const { soort: kind, inhoud: content, ookSlachtoffer: mayBeVictim } = form.value;
      const outcome = await edge.command(
        request,
        reply,
        () => doneAt(code),
        (tx, time) => recordOffender(tx, askingOf(edge, request), { code, kind, content, mayBeVictim }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(doneAt(code), 303);
      const { code: refusal } = outcome.error;
      if (refusal === 'not-found') throw notFound();
      if (refusal === 'signal-closed')
        return show(request, reply, 409, { conflict: 'Dit signaal is gesloten. Er komt niets meer bij.' });
      const errors = { inhoud: RECORD_REFUSED[refusal] };
      return show(request, reply, 409, { deed: 'record', values: form.values, errors });
    },
  );

  app.post(
    `${PATH}/bewaren`,
    { config: { ...one, action: 'signals.keep-offender', fields: KeepOffenderForm } },
    async (request, reply) => {
      const code = codeIn(request);
      const form = parseForm(KeepOffenderForm, request.body);
      if (!form.ok) return show(request, reply, 400, { deed: 'keep', ...form });
      const { notitie: id, reden: reason } = form.value;
      const outcome = await edge.command(
        request,
        reply,
        () => doneAt(code),
        (tx, time) => keepOffender(tx, askingOf(edge, request), { code, id, reason }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(doneAt(code), 303);
      if (outcome.error.code === 'not-found') throw notFound();
      const why =
        outcome.error.code === 'review-reason-names'
          ? 'Er lijkt een naam of nummer in te staan. Schrijf uw reden zonder.'
          : `Schrijf in minstens ${REVIEW_REASON_LENGTH} tekens waarom dit nog nodig is.`;
      return show(request, reply, 409, { deed: 'keep', values: form.values, errors: { reden: why } });
    },
  );

  app.post(
    `${PATH}/wissen`,
    { config: { ...one, action: 'signals.drop-offender', fields: DropOffenderForm } },
    async (request, reply) => {
      const code = codeIn(request);
      const form = parseForm(DropOffenderForm, request.body);
      if (!form.ok) return show(request, reply, 400, { deed: 'drop', ...form });
      const outcome = await edge.command(
        request,
        reply,
        () => doneAt(code),
        (tx, time) => dropOffender(tx, askingOf(edge, request), { code, id: form.value.gegeven }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(doneAt(code), 303);
      throw notFound();
    },
  );

  const naming = { access: NAMERS, purpose: 'VA-14', data: ['D1'] } as const;

  async function showReaders(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    again: { values?: FieldValues; errors?: FieldErrors; conflict?: string } = {},
  ) {
    const actor = edge.actor(request);
    const view = await edge.look(request, 'own', async (tx, time) => ({
      ...(await viewReaders(tx, actor, time)),
      isOpen: await edge.isFeatureOpen(tx, actor.organisationId, 'offenders', time.today),
    }));
    const page = (
      <OffenderReadersPage
        frame={edge.frame(request)}
        {...view}
        values={again.values ?? {}}
        errors={again.errors}
        conflict={again.conflict}
        saved={status === 200 && isSaved(request)}
        isAsked={status === 200 && Object.hasOwn(request.query as object, 'gevraagd')}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(READERS, { config: naming }, (request, reply) => showReaders(request, reply));
  app.post(
    READERS,
    { config: { ...naming, gate: 'offenders', action: 'signals.name-offender-reader', fields: NameReaderForm } },
    async (request, reply) => {
      const form = parseForm(NameReaderForm, request.body);
      if (!form.ok) return showReaders(request, reply, 400, form);
      const done = `${READERS}?gevraagd`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) =>
          nameReader(tx, edge.actor(request), { personId: form.value.nieuweLezer, because: form.value.waarom }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const errors = { nieuweLezer: READER_REFUSED[outcome.error.code] };
      return showReaders(request, reply, 409, { values: form.values, errors });
    },
  );
  // who no longer reads must be able to go, also while the gate is closed
  app.post(
    `${READERS}/stoppen`,
    { config: { ...naming, action: 'signals.end-offender-reader', fields: EndReaderForm } },
    async (request, reply) => {
      const form = parseForm(EndReaderForm, request.body);
      if (!form.ok) return showReaders(request, reply, 400, form);
      const done = `${READERS}?vastgelegd`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx) => endReader(tx, edge.actor(request), form.value.lezer),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      return showReaders(request, reply, 409, { conflict: 'Deze persoon las het al niet.' });
    },
  );
}
