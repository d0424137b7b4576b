import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { CSV_TYPE, csvOf } from '../../../platform/open-data/open-table.ts';
import { readDelimited } from '../../../platform/spreadsheets/read-delimited.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { K, type YearlyTable } from '../domain/yearly-delivery.ts';
import { YearlyListPage, YearlyPage } from '../ui/yearly-pages.tsx';
import { yearlyLines } from '../ui/yearly-words.ts';
import { YEARLY_PATH, yearlyPath } from '../use-cases/registration-names.ts';
import { askYearly, prepareYearly, readOneYearly, readYearly } from '../use-cases/yearly-delivery.ts';
import { rapporteurFor, sendYearly, yearlySending } from '../use-cases/yearly-message.ts';
import { NothingForm } from './registration-routes.tsx';
import { REGISTRARS } from './who.ts';

const PrepareForm = z.object({
  jaar: z
    .string()
    .regex(/^(19|20)\d\d$/, 'Kies een jaar uit de lijst.')
    .transform(Number),
  reden: z
    .string()
    .trim()
    .max(500, 'Gebruik hoogstens 500 tekens.')
    .refine((text) => text === '' || text.length >= 10, 'Vul de reden in, in minstens tien tekens. Noem geen naam.'),
});
const AskForm = z.object({
  reden: z
    .string()
    .trim()
    .min(10, 'Vul in wat uw collega moet weten, in minstens tien tekens. Noem geen naam.')
    .max(1000, 'Gebruik hoogstens 1.000 tekens.'),
});

const NOT_MADE: Readonly<Record<string, FieldErrors>> = {
  'year-not-over': { jaar: 'Dit jaar is nog niet voorbij. Kies een ander jaar.' },
  'too-few-persons': {
    jaar: `Over dit jaar telt het register minder dan ${K} mensen van wie iets te lezen is. Dan kan er niets gaan zonder dat iemand herkenbaar wordt.`,
  },
  'year-too-large': {
    jaar: 'Over dit jaar zijn er te veel aanmeldingen om in één keer samen te stellen. Vraag de beheerder.',
  },
  'correction-needs-reason': { reden: 'Over dit jaar is al geleverd. Schrijf waarom dit een correctie is.' },
  'delivered-before': { jaar: 'Precies deze tabel is al geleverd. Er veranderde niets sinds die levering.' },
};
const NOT_ASKED: Readonly<Record<string, string>> = {
  'approved-before': 'Deze levering is al vastgesteld.',
  'source-changed': 'In het register veranderde iets over dit jaar. Stel de levering opnieuw samen en vraag het dan.',
  'nobody-can-decide':
    'Er is geen tweede registrator om mee te kijken. Vraag uw beheerder om een collega die rol te geven.',
  'asked-before': 'Dit is al gevraagd. Het verzoek staat bij Goedkeuringen.',
};

const NOT_SENT: Readonly<Record<string, string>> = {
  'not-approved': 'Deze levering is nog niet vastgesteld. Vraag eerst een tweede registrator.',
};
const GATE_CLOSED = 'Aanmelden staat uit. Uw FG zet dit onderdeel aan met de startpoort; tot dan gaat er niets weg.';
/** Of the exchange: without an agreement, or a key on the other side. */
const NO_AGREEMENT =
  'Er is nog geen afspraak met het bureau van de Nationaal Rapporteur over dit soort bericht. Laat beide beheerders die vastleggen onder Samenwerken.';

/** The yearly delivery to the National Rapporteur, on the side of the register: make, read, and ask a second registrar. */
export function registerYearlyRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  const config = { access: REGISTRARS, purpose: 'VA-07', data: ['D1', 'D9'] } as const;
  const one = { ...config, sample: 'yearly-delivery-id' } as const;
  const mark = options.isDemo ? DEMO_MARK : undefined;
  const write = (year: number, table: YearlyTable) => csvOf(yearlyLines(year, table, mark));
  const idOf = (request: FastifyRequest) => (request.params as { id: string }).id;

  async function showList(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { values?: FieldValues; errors?: FieldErrors; earlierId?: string } = {},
    status = 200,
  ) {
    const view = await edge.look(request, 'own', (tx, time) => readYearly(tx, edge.actor(request), time));
    return edge.html(
      reply,
      <YearlyListPage frame={edge.frame(request)} formKey={edge.formKey()} {...view} {...form} />,
      status,
    );
  }

  app.get(YEARLY_PATH, { config }, (request, reply) => showList(request, reply));

  app.post(
    YEARLY_PATH,
    {
      config: {
        ...{ ...config, sealed: true, action: 'registration.prepare-yearly' },
        ...{ gate: 'registration', fields: PrepareForm },
      },
    },
    async (request, reply) => {
      const form = parseForm(PrepareForm, request.body);
      if (!form.ok) return showList(request, reply, form, 400);
      const { jaar: year, reden: correctionReason } = form.value;
      const outcome = await edge.command(
        request,
        reply,
        ({ subject }) => yearlyPath(subject.id),
        (tx, time) => prepareYearly(tx, edge.actor(request), { year, correctionReason, write }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(yearlyPath(outcome.value.subject.id), 303);
      const { error } = outcome;
      const errors = NOT_MADE[error.code]!;
      const earlier = error.code === 'delivered-before' ? { earlierId: error.earlierId } : {};
      return showList(request, reply, { values: form.values, errors, ...earlier }, 409);
    },
  );

  async function read(request: FastifyRequest) {
    const actor = edge.actor(request);
    const view = await edge.look(request, 'own', async (tx, time) => {
      const found = await readOneYearly(tx, actor, idOf(request), time);
      return (
        found && {
          ...found,
          sending: await yearlySending(tx, actor, found.delivery.id, time),
          office: await rapporteurFor(tx, actor.organisationId, time),
          isOpen: await edge.isFeatureOpen(tx, actor.organisationId, 'registration', time.today),
        }
      );
    });
    if (!view) throw notFound();
    return view;
  }
  async function showOne(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { values?: FieldValues; errors?: FieldErrors } = {},
    status = 200,
  ) {
    const { content, isOpen: _isOpen, ...view } = await read(request);
    const lines = readDelimited(content);
    return edge.html(
      reply,
      <YearlyPage frame={edge.frame(request)} formKey={edge.formKey()} lines={lines} {...view} {...form} />,
      status,
    );
  }

  app.get(`${YEARLY_PATH}/:id`, { config: one }, (request, reply) => showOne(request, reply));

  app.get(`${YEARLY_PATH}/:id.csv`, { config: one }, async (request, reply) => {
    const { delivery, content } = await read(request);
    return reply
      .type(CSV_TYPE)
      .header('Content-Disposition', `attachment; filename="jaarlevering-${delivery.year}-${delivery.nth}.csv"`)
      .send(content);
  });

  app.post(
    `${YEARLY_PATH}/:id/vragen`,
    { config: { ...one, action: 'registration.ask-yearly', fields: AskForm } },
    async (request, reply) => {
      const form = parseForm(AskForm, request.body);
      if (!form.ok) return showOne(request, reply, form, 400);
      const done = yearlyPath(idOf(request));
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => askYearly(tx, edge.actor(request), { id: idOf(request), reason: form.value.reden }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const text = NOT_ASKED[outcome.error.code];
      if (text === undefined) throw notFound();
      return showOne(request, reply, { values: form.values, errors: { reden: text } }, 409);
    },
  );

  app.post(
    `${YEARLY_PATH}/:id/versturen`,
    { config: { ...one, sealed: true, action: 'registration.send-yearly', fields: NothingForm } },
    async (request, reply) => {
      const { isOpen } = await read(request);
      if (!isOpen) return showOne(request, reply, { errors: { _versturen: GATE_CLOSED } }, 409);
      const done = yearlyPath(idOf(request));
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => sendYearly(tx, edge.actor(request), idOf(request), time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { code } = outcome.error;
      if (code === 'not-found') throw notFound();
      return showOne(request, reply, { errors: { _versturen: NOT_SENT[code] ?? NO_AGREEMENT } }, 409);
    },
  );
}
