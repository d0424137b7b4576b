import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ZodObject, z } from 'zod';
import type { AnyTx, DomainTime, Done } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, parseForm } from '../../../platform/http/parse.ts';
import type { Result } from '../../../shared-kernel/result.ts';
import type { FieldValues as ShownValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { ASKABLE_PARTS } from '../domain/question.ts';
import { DOSSIER_TYPES, isRegistrationCode } from '../domain/registration.ts';
import { RecordPage } from '../ui/record-page.tsx';
import { ListsPage, WorklistPage } from '../ui/worklist-page.tsx';
import { askReporter } from '../use-cases/ask-reporter.ts';
import { changeDossierType, keepRecordsApart, mergeRecords, unmergeRecord } from '../use-cases/merge-records.ts';
import { readRecord } from '../use-cases/read-record.ts';
import { readLists, readWorklist } from '../use-cases/read-worklist.ts';
import { recordPath, WORKLIST_PATH } from '../use-cases/registration-names.ts';
import { AT_A_TIME, takeIn } from '../use-cases/take-in.ts';
import { textsIn } from './registration-form.ts';
import { askingOf, codeIn, NothingForm, pageIn } from './registration-routes.tsx';
import { REGISTRARS } from './who.ts';

const code = z
  .string()
  .trim()
  .transform((typed, context) => {
    const plain = typed.toUpperCase().replace(/[\s-]/g, '');
    const read = `${plain.slice(0, 4)}-${plain.slice(4)}`;
    if (typed === '' || isRegistrationCode(read)) return typed === '' ? undefined : read;
    context.addIssue({ code: 'custom', message: 'Een code heeft acht tekens. Schrijf hem zo: ABCD-2345.' });
    return z.NEVER;
  });
const reason = z
  .string()
  .trim()
  .min(10, 'Vul de reden in, in minstens tien tekens. Noem geen naam.')
  .max(1000, 'Gebruik hoogstens 1.000 tekens.');

const FilterForm = z.object({
  kenmerk: code,
  toon: z.literal(['', 'incomplete', 'maybe-same']).catch(''),
});
const MergeForm = z.object({
  met: code.refine((read) => read !== undefined, 'Vul de code van de andere registratie in.'),
  reden: reason,
});
const UnmergeForm = z.object({ reden: reason });
const ApartForm = z.object({
  anders: code.refine((read) => read !== undefined, 'Kies wie het niet is.'),
  waarom: reason,
});
const AskForm = z.object({
  bij: code.refine((read) => read !== undefined, 'Kies aan wie u het vraagt.'),
  onderdelen: z.string().min(1, 'Kies wat u wilt weten.').describe('Eén of meer onderdelen van de aanmelding.'),
  toelichting: z.string().trim().max(300, 'Gebruik hoogstens 300 tekens.'),
});
const TypeForm = z.object({ soort: z.enum(DOSSIER_TYPES, 'Kies uit de lijst.') });

const REFUSED: Readonly<Record<string, FieldErrors>> = {
  'unknown-record': { met: 'Deze code is er niet. Kijk hem na.' },
  'same-record': { met: 'Dit is dezelfde registratie. Vul een andere code in.' },
  'already-together': { met: 'Deze twee tellen al als één persoon.' },
  'not-merged': { _form: 'Deze registratie is niet samengevoegd.' },
  'note-holds-number': { toelichting: 'Hier staat een nummer of een e-mailadres in. Haal dat weg.' },
  'note-names': { toelichting: 'Hier lijkt een naam in te staan. Schrijf het zonder naam op.' },
  'delivery-gone': { bij: 'Van deze aanmelding is niets meer te lezen. Er kan niets over worden gevraagd.' },
  'asked-by-telephone': { bij: 'Deze aanmelding kwam per telefoon. Bel de aanmelder.' },
  'asked-before': { bij: 'Hierover wacht al een vraag. Wacht op het antwoord, of bel.' },
  'same-type': { soort: 'Het dossier is al van deze soort.' },
};

/** Of the exchange: without an agreement or a key on the other side. */
const NOT_SENT: FieldErrors = {
  _form:
    'Met deze organisatie is nog geen afspraak over vragen terug. Bel haar, of laat de afspraak vastleggen onder Samenwerken.',
};

/** The register's own list: taking in, what may be the same person, merging and taking apart. */
export function registerNationalRegisterRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const reading = { access: REGISTRARS, purpose: 'VA-07', data: ['D1', 'D9'] } as const;

  app.get(WORKLIST_PATH, { config: reading }, async (request, reply) => {
    const actor = edge.actor(request);
    const query = request.query as Record<string, unknown>;
    const form = parseForm(FilterForm, query);
    const filter = form.ok
      ? { code: form.value.kenmerk, show: form.value.toon || ('all' as const) }
      : { code: undefined, show: 'all' as const };
    const page = pageIn(request);
    const view = await edge.look(request, 'own', async (tx, { today }) => ({
      ...(await readWorklist(tx, actor, filter, page)),
      isOpen: await edge.isFeatureOpen(tx, actor.organisationId, 'registration', today),
    }));
    const asked = Object.entries(form.values).filter(([, value]) => value !== '');
    const hrefOf = (to: number) => `${WORKLIST_PATH}?${new URLSearchParams([...asked, ['pagina', String(to)]])}`;
    // a list that was read beyond its end would seem empty
    if (page > view.pages) return reply.redirect(hrefOf(view.pages), 303);
    return edge.html(
      reply,
      <WorklistPage
        frame={edge.frame(request)}
        {...view}
        page={page}
        atATime={AT_A_TIME}
        hrefOf={hrefOf}
        formKey={edge.formKey()}
        values={form.values}
        errors={form.ok ? {} : form.errors}
        isFiltered={asked.length > 0}
        done={query.ontvangen === undefined ? undefined : 'In ontvangst genomen. De aanmelders zien dat het meetelt.'}
      />,
      form.ok ? 200 : 400,
    );
  });

  app.post(
    `${WORKLIST_PATH}/ontvangen`,
    { config: { ...reading, sealed: true, action: 'registration.take-in', gate: 'registration', fields: NothingForm } },
    async (request, reply) => {
      const done = `${WORKLIST_PATH}?ontvangen`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => takeIn(tx, edge.actor(request), {}, time),
      );
      return outcome.kind === 'answered' ? reply : reply.redirect(done, 303);
    },
  );

  app.get(`${WORKLIST_PATH}/lijsten`, { config: reading }, async (request, reply) => {
    const view = await edge.look(request, 'own', async (tx, { today }) => ({
      ...(await readLists(tx, edge.actor(request))),
      today,
    }));
    return edge.html(reply, <ListsPage frame={edge.frame(request)} {...view} />);
  });

  const one = { ...reading, sealed: true, sample: 'register-record-code' } as const;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { readonly values?: ShownValues; readonly errors?: FieldErrors } = {},
    status = 200,
  ) {
    const view = await edge.lookAtPersons(request, (tx, time) =>
      readRecord(tx, askingOf(edge, request), codeIn(request), time),
    );
    if (!view.ok) throw notFound();
    const { _form: conflict, ...errors } = form.errors ?? {};
    const page = (
      <RecordPage
        frame={edge.frame(request)}
        view={view.value}
        formKey={edge.formKey()}
        values={form.values ?? {}}
        errors={errors}
        conflict={conflict}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(
    '/registraties/register/:kenmerk',
    { config: { ...one, action: 'registration.read-record' } },
    (request, reply) => show(request, reply),
  );

  function deed<Fields extends ZodObject>(
    verb: string,
    action: string,
    fields: Fields,
    run: (
      tx: AnyTx,
      request: FastifyRequest,
      form: z.output<Fields>,
      time: DomainTime,
    ) => Promise<Result<Done, { readonly code: string }>>,
  ) {
    app.post(
      `/registraties/register/:kenmerk/${verb}`,
      { config: { ...one, action, fields } },
      async (request, reply) => {
        const done = recordPath(codeIn(request));
        const form = parseForm(fields, request.body);
        if (!form.ok) {
          const values = { ...form.values, onderdelen: textsIn(request.body, 'onderdelen') };
          return show(request, reply, { values, errors: form.errors }, 400);
        }
        const outcome = await edge.command(
          request,
          reply,
          () => done,
          (tx, time) => run(tx, request, form.value, time),
        );
        if (outcome.kind === 'answered') return reply;
        if (outcome.kind === 'done') return reply.redirect(done, 303);
        if (outcome.error.code === 'not-found') throw notFound();
        const refused = REFUSED[outcome.error.code] ?? NOT_SENT;
        const errors = verb === 'niet-dezelfde' && refused.met ? { anders: refused.met } : refused;
        return show(
          request,
          reply,
          { values: { ...form.values, onderdelen: textsIn(request.body, 'onderdelen') }, errors },
          409,
        );
      },
    );
  }
  deed('samenvoegen', 'registration.merge', MergeForm, (tx, request, form, time) =>
    mergeRecords(
      tx,
      askingOf(edge, request),
      { code: codeIn(request), withCode: form.met ?? '', reason: form.reden },
      time,
    ),
  );
  deed('splitsen', 'registration.unmerge', UnmergeForm, (tx, request, form, time) =>
    unmergeRecord(tx, askingOf(edge, request), { code: codeIn(request), reason: form.reden }, time),
  );
  deed('niet-dezelfde', 'registration.keep-apart', ApartForm, (tx, request, form, time) =>
    keepRecordsApart(
      tx,
      askingOf(edge, request),
      { code: codeIn(request), fromCode: form.anders ?? '', reason: form.waarom },
      time,
    ),
  );
  deed('vragen', 'registration.ask-reporter', AskForm, (tx, request, form, time) =>
    askReporter(
      tx,
      askingOf(edge, request),
      {
        code: codeIn(request),
        deliveryCode: form.bij ?? '',
        parts: ASKABLE_PARTS.filter((part) => textsIn(request.body, 'onderdelen').includes(part)),
        note: form.toelichting,
      },
      time,
    ),
  );
  deed('soort', 'registration.change-type', TypeForm, (tx, request, form, time) =>
    changeDossierType(tx, askingOf(edge, request), { code: codeIn(request), dossierType: form.soort }, time),
  );
}
