import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodObject } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { plainDate } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import type { PassedOn } from '../domain/pass-on.ts';
import { isSignalCode, REPORTER_FUNCTIONS, type ReporterFunction, type ReportKind } from '../domain/signal-report.ts';
import { PassOnPage, TallyPage } from '../ui/pass-on-page.tsx';
import { PassOnStartPage } from '../ui/pass-on-start-page.tsx';
import {
  type Answered,
  DangerPage,
  InvestigationPage,
  OfficerPage,
  TalkFirstPage,
  withAnswers,
} from '../ui/pass-on-steps.tsx';
import { type ThanksFor, ThanksPage } from '../ui/thanks-page.tsx';
import { officersToday, readersToday } from '../use-cases/officers.ts';
import { countSignal, passOn, passOnElsewhere, type Received } from '../use-cases/pass-on.ts';
import { sharingLineFor } from '../use-cases/sharing-lines.ts';
import {
  DANGER,
  LocationForm,
  PersonForm,
  passedOnOf,
  refusalAt,
  StartForm,
  TallyForm,
  time,
  withAway,
} from './pass-on-form.ts';
import { FOLLOWERS, PASSERS } from './who.ts';

const NEW = '/meldingen/nieuw';
const THANKS = '/meldingen/bedankt';

/** Passing a signal on, by anybody who works in a municipality. */
export function registerPassOnRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const passing = { access: PASSERS, purpose: 'VA-01', data: ['D1'] } as const;
  const keeping = { ...passing, sealed: true } as const;
  const seesOwn = (request: FastifyRequest) => FOLLOWERS.includes(edge.actor(request).role);
  const isOpenFor = (request: FastifyRequest) =>
    edge.look(request, 'own', (tx, { today }) =>
      edge.isFeatureOpen(tx, edge.actor(request).organisationId, 'signals', today),
    );

  app.get(NEW, { config: passing }, async (request, reply) => {
    const query = queryOf(request);
    const start = parseForm(StartForm, query);
    if (!start.ok) {
      const isAnswer = [query.gevraagd, query.gevaar, query.nodig].some((each) => each !== undefined);
      const errors = isAnswer ? start.errors : {};
      const takesPersons = await isOpenFor(request);
      const page = (
        <PassOnStartPage
          frame={edge.frame(request)}
          takesPersons={takesPersons}
          seesOwn={seesOwn(request)}
          values={start.values}
          errors={errors}
        />
      );
      return edge.html(reply, page); // a question that was not answered yet is no bad request
    }
    const { gevaar, nodig, functie } = start.value;
    const answered: Answered = { gevaar, nodig, functie, ...kept(query, ['gebeld', 'gezienAls']) };
    if (gevaar === 'ja') {
      const called = time.safeParse(query.gebeld ?? '');
      if (!called.success || !called.data) {
        const errors: FieldErrors =
          query.gebeld === undefined ? {} : { gebeld: 'Bel eerst 112. Vul daarna in hoe laat u belde, zoals 14.30.' };
        const values = { gebeld: query.gebeld ?? '' };
        const { gebeld: _, ...before } = answered;
        const page = <DangerPage frame={edge.frame(request)} answered={before} values={values} errors={errors} />;
        return edge.html(reply, page, Object.keys(errors).length > 0 ? 400 : 200);
      }
    }
    if (functie === 'enforcement-officer' && answered.gezienAls !== 'toezicht') {
      if (answered.gezienAls === 'opsporing' || answered.gezienAls === 'weet-niet')
        return reply.redirect(`${NEW}/wpg${answered.gezienAls === 'weet-niet' ? '?twijfel=ja' : ''}`, 303);
      return edge.html(reply, <OfficerPage frame={edge.frame(request)} answered={answered} values={{}} />);
    }
    const { nodig: _, gezienAls: __, ...onward } = answered;
    // with danger now something has to be done: counting alone is not enough
    const step = nodig === 'telling' && gevaar === 'ja' ? 'plek' : nodig === 'weet-niet' ? 'overleg' : nodig;
    if (step === 'persoon' && !(await isOpenFor(request)))
      return reply.redirect(withAnswers(`${NEW}/overleg`, { ...onward, dicht: 'ja' }), 303);
    return reply.redirect(withAnswers(`${NEW}/${step}`, onward), 303);
  });

  app.get(`${NEW}/overleg`, { config: passing }, async (request, reply) => {
    const officers = await edge.look(request, 'own', (tx, { today }) =>
      officersToday(tx, edge.actor(request).organisationId, today),
    );
    const query = queryOf(request);
    const page = (
      <TalkFirstPage
        frame={edge.frame(request)}
        officers={officers}
        answered={answeredIn(query)}
        isClosed={query.dicht === 'ja'}
      />
    );
    return edge.html(reply, page);
  });

  app.get(`${NEW}/wpg`, { config: passing }, async (request, reply) => {
    const isUnsure = queryOf(request).twijfel === 'ja';
    const page = <InvestigationPage frame={edge.frame(request)} formKey={edge.formKey()} isUnsure={isUnsure} />;
    return edge.html(reply, page);
  });

  app.post(`${NEW}/wpg`, { config: { ...passing, action: 'signals.pass-on-elsewhere' } }, async (request, reply) => {
    const done = `${THANKS}?soort=wpg`;
    const outcome = await edge.command(
      request,
      reply,
      () => done,
      (tx, at) => passOnElsewhere(tx, edge.actor(request), at),
    );
    return outcome.kind === 'answered' ? reply : reply.redirect(done, 303);
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    kind: ReportKind | 'tally',
    form: { values: FieldValues; errors?: FieldErrors },
    status = 200,
  ) {
    const answered = answeredIn({ ...queryOf(request), ...form.values });
    const beside = await edge.look(request, 'own', async (tx, { today }) => ({
      sharing: await sharingLineFor(tx, answered.functie as ReporterFunction, today),
      readers: await readersToday(tx, edge.actor(request).organisationId, today),
    }));
    const props = { frame: edge.frame(request), formKey: edge.formKey(), answered, ...beside, ...form };
    const values = { ...answered, ...form.values };
    const page = kind === 'tally' ? <TallyPage {...props} /> : <PassOnPage {...props} kind={kind} values={values} />;
    return edge.html(reply, page, status);
  }

  app.get(`${NEW}/telling`, { config: passing }, (request, reply) => show(request, reply, 'tally', { values: {} }));
  app.post(
    `${NEW}/telling`,
    { config: { ...passing, action: 'signals.count-signal', fields: TallyForm } },
    async (request, reply) => {
      const form = parseForm(TallyForm, request.body);
      if (!form.ok) return show(request, reply, 'tally', form, 400);
      const { functie, vorm } = form.value;
      const done = `${THANKS}?soort=telling`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, at) => countSignal(tx, edge.actor(request), { reporterFunction: functie, form: vorm }, at),
      );
      return outcome.kind === 'answered' ? reply : reply.redirect(done, 303);
    },
  );

  function keep<Fields extends ZodObject>(
    kind: ReportKind,
    step: string,
    fields: Fields,
    read: (body: unknown) => {
      passed?: PassedOn & { readonly keepAwayFrom: string | undefined };
      values: FieldValues;
      errors?: FieldErrors;
    },
  ) {
    const gate = kind === 'person' ? ({ gate: 'signals' } as const) : {};
    app.get(`${NEW}/${step}`, { config: { ...passing, ...gate } }, async (request, reply) => {
      // danger and no call: the page with 112 comes first
      const answered = answeredIn(queryOf(request));
      if (answered.gevaar === 'ja' && !answered.gebeld)
        return reply.redirect(withAnswers(NEW, { ...answered, nodig: step }), 303);
      return show(request, reply, kind, { values: {} });
    });
    app.post(
      `${NEW}/${step}`,
      { config: { ...keeping, ...gate, action: 'signals.pass-on', fields } },
      async (request, reply) => {
        const { passed, values, errors } = read(request.body);
        const receiptOf = ({ code, lookedAtBy }: Received) =>
          `${THANKS}?soort=${step}&kenmerk=${code}&voor=${lookedAtBy}`;
        if (!passed) return show(request, reply, kind, { values, ...(errors && { errors }) }, 400);
        const outcome = await edge.command(request, reply, receiptOf, (tx, at) =>
          passOn(tx, edge.actor(request), passed, at),
        );
        if (outcome.kind === 'answered') return reply;
        if (outcome.kind === 'refused')
          return show(request, reply, kind, { values, errors: refusalAt(outcome.error) }, 409);
        return reply.redirect(receiptOf(outcome.value), 303);
      },
    );
  }
  const PlaceFields = withAway(LocationForm);
  keep('location', 'plek', PlaceFields, (body) => {
    const form = parseForm(PlaceFields, body);
    if (!form.ok) return form;
    const passed = { ...passedOnOf('location', form.value), keepAwayFrom: form.value.nietVoor };
    return { passed, values: form.values };
  });
  const PersonFields = withAway(PersonForm);
  keep('person', 'persoon', PersonFields, (body) => {
    const form = parseForm(PersonFields, body);
    if (!form.ok) return form;
    const passed = { ...passedOnOf('person', form.value), keepAwayFrom: form.value.nietVoor };
    return { passed, values: form.values };
  });

  app.get(THANKS, { config: passing }, async (request, reply) => {
    const thanks = thanksIn(queryOf(request));
    if (!thanks) throw notFound();
    return edge.html(reply, <ThanksPage frame={edge.frame(request)} thanks={thanks} seesOwn={seesOwn(request)} />);
  });
}

function queryOf(request: FastifyRequest): Readonly<Record<string, string | undefined>> {
  const query = request.query as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, typeof value === 'string' ? value : undefined]),
  );
}

function kept(query: Readonly<Record<string, string | undefined>>, names: readonly string[]): Answered {
  return Object.fromEntries(names.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
}

/** What was answered before, from an address or a form: only what is one of the choices. */
function answeredIn(query: Readonly<Record<string, string | undefined>>): Answered {
  const gevaar = DANGER.find((each) => each === query.gevaar) ?? 'nee';
  const functie = REPORTER_FUNCTIONS.find((each) => each === query.functie) ?? 'unknown';
  const called = time.safeParse(query.gebeld ?? '');
  return { gevaar, functie, ...(called.success && called.data ? { gebeld: called.data } : {}) };
}

function thanksIn(query: Readonly<Record<string, string | undefined>>): ThanksFor | undefined {
  if (query.soort === 'telling') return { kind: 'tally' };
  if (query.soort === 'wpg') return { kind: 'investigation' };
  const lookedAtBy = plainDate(query.voor ?? '');
  const code = query.kenmerk ?? '';
  return isSignalCode(code) && lookedAtBy
    ? { kind: 'report', code, lookedAtBy, isPlace: query.soort === 'plek' }
    : undefined;
}
