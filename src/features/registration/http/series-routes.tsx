import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { writeDelimited } from '../../../platform/spreadsheets/read-delimited.ts';
import { tableForm, tableIn } from '../../../platform/spreadsheets/table-form.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import { tableProblemText } from '../../../ui/forms/table-form.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import type { OverYears } from '../domain/before-and-after.ts';
import { type HistoryRow, MOST_HISTORY_ROWS, readHistory } from '../domain/history.ts';
import { SERIES_PATH } from '../ui/registration-words.ts';
import { BEFORE_AND_AFTER_WARNING, HISTORY_NAMES, SeriesPage } from '../ui/series-page.tsx';
import { enterHistory, type RegisterSeries, readSeries } from '../use-cases/register-series.ts';
import { REGIONS_IN, REPORTERS_IN } from './bulk-cells.ts';
import { REGISTRARS } from './who.ts';

const LONGEST_TABLE = 200_000;
const HistoryForm = tableForm(LONGEST_TABLE);

/** What the register counts in each year, and the earlier years that it brings in as numbers. */
export function registerSeriesRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  const config = { access: REGISTRARS, purpose: 'VA-07', data: ['D1', 'D9'] } as const;
  const read = (request: FastifyRequest) =>
    edge.look(request, 'own', async (tx, { today }) => ({
      ...(await readSeries(tx, edge.actor(request), today)),
      today,
    }));

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { values?: FieldValues; errors?: FieldErrors; wrong?: readonly HistoryRow[]; done?: string } = {},
    status = 200,
  ) {
    const view = await read(request);
    return edge.html(
      reply,
      <SeriesPage frame={edge.frame(request)} formKey={edge.formKey()} {...view} {...form} />,
      status,
    );
  }

  app.get(SERIES_PATH, { config }, (request, reply) => {
    const isDone = (request.query as Record<string, unknown>).ingevoerd !== undefined;
    return show(request, reply, isDone ? { done: 'De eerdere jaren zijn ingevoerd.' } : {});
  });

  app.get(`${SERIES_PATH}.json`, { config }, async (request, reply) => {
    const { today, ...series } = await read(request);
    return reply.type('application/json; charset=utf-8').send(bodyOf(series, today, options.isDemo));
  });

  app.post(
    SERIES_PATH,
    { config: { ...config, action: 'registration.enter-history', fields: HistoryForm, multipart: true } },
    async (request, reply) => {
      const form = parseForm(HistoryForm, request.body);
      if (!form.ok) return show(request, reply, form, 400);
      const given = tableIn(form.value.tabel, request.uploads.bestand);
      if ('errors' in given) return show(request, reply, { values: form.values, errors: given.errors }, 400);
      const { sheet, field } = given;
      // what was in a file stands in the form, to put right
      const values = { tabel: writeDelimited(sheet) };
      const { today } = await read(request);
      const table = readHistory(sheet, today, { regio: REGIONS_IN, aanmelder: REPORTERS_IN });
      if ('code' in table) {
        const text = tableProblemText(table, HISTORY_NAMES, MOST_HISTORY_ROWS);
        return show(request, reply, { values, errors: { [field]: text } }, 400);
      }
      const wrong = table.rows.filter(({ entry }) => !entry);
      if (wrong.length > 0) {
        const errors = { tabel: 'Er is niets ingevoerd. Verbeter de rijen hierboven.' };
        return show(request, reply, { values, errors, wrong }, 400);
      }
      const counts = table.rows.flatMap(({ entry }) => entry ?? []);
      const done = `${SERIES_PATH}?ingevoerd`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => enterHistory(tx, edge.actor(request), { counts }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const tabel = `Hiervoor staat met dezelfde peildatum al een ander getal: ${outcome.error.at.slice(0, 5).join(', ')}. Er is niets ingevoerd. Is het getal bijgesteld? Geef het dan zijn eigen peildatum.`;
      return show(request, reply, { values, errors: { tabel } }, 409);
    },
  );
}

/** The same for machines. What is counted live and what was brought along are two lists. */
function bodyOf({ live, history, change }: RegisterSeries, today: string, isDemo: boolean) {
  return {
    titel: 'Reeksen van het register',
    uitleg:
      'Wat het register telt en wat het van eerdere jaren meenam, zijn aparte reeksen. Tel ze niet bij elkaar op.',
    nu: {
      reeks: 'Het register in In Beeld',
      telt: 'mensen, ieder één keer, in het jaar van de eerste aanmelding',
      peildatum: today,
      jaren: live.map(({ year, persons, reports, abroad, kmarSub3 }) => ({
        ...{ jaar: year, mensen: persons, aanmeldingen: reports },
        ...{ alleenInHetBuitenland: abroad, marechausseeOnder3: kmarSub3 },
        isVoorbij: year < Number(today.slice(0, 4)),
      })),
    },
    eerder: history.map(({ name, years }) => ({
      reeks: name,
      jaren: years.map(({ year, count, source, asOf, breakReason, earlier }) => ({
        ...{ jaar: year, aantal: count, bron: source, peildatum: asOf, breukInDeReeks: breakReason ?? null },
        eerderGenoemd: earlier.map((each) => ({ aantal: each.count, bron: each.source, peildatum: each.asOf })),
      })),
    })),
    voorEnNa: {
      uitleg: BEFORE_AND_AFTER_WARNING,
      rijen: change.map(({ region, reporterType, series, joinedIn, before, after }) => ({
        ...{ regio: region, aanmelder: reporterType, reeksErvoor: series, aangeslotenIn: joinedIn ?? null },
        ervoor: overYears(before),
        erna: overYears(after),
      })),
    },
    ...(isDemo && { merk: DEMO_MARK }),
  };
}

/** Null when there is no whole year; `mensen` is null when the number is too small to be told. */
const overYears = (over: OverYears) => (over ? { jaren: over.years, mensen: over.persons } : null);
