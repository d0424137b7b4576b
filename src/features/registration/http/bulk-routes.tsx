import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, parseForm } from '../../../platform/http/parse.ts';
import { listInTurns } from '../../../platform/runner/in-turns.ts';
import { readPlainSheet } from '../../../platform/spreadsheets/read-sheet.ts';
import { PLAIN_FILE_REFUSED } from '../../../platform/spreadsheets/table-form.ts';
import { writeXlsx } from '../../../platform/spreadsheets/write-xlsx.ts';
import { tableProblemText } from '../../../ui/forms/table-form.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { BULK_MODES, type BulkColumn, headingsNotAllowed, MOST_BULK_ROWS } from '../domain/bulk-table.ts';
import { BulkPage, BulkStartPage } from '../ui/bulk-pages.tsx';
import { COLUMN_HELP, COLUMN_NAMES, TEMPLATE_NAME } from '../ui/bulk-words.ts';
import { type BulkRefusal, discardBulk, readBulk, readBulks, startBulk } from '../use-cases/bulk-deeds.ts';
import { type Received, receiveBulk } from '../use-cases/receive-bulk.ts';
import { BULK_PATH, bulkPath } from '../use-cases/registration-names.ts';
import { reporterKinds } from '../use-cases/reporter-kinds.ts';
import { readBulkTable } from './bulk-cells.ts';
import { REFUSED_AT } from './registration-form.ts';
import { NothingForm, pageIn, unlessClosed } from './registration-routes.tsx';
import { REGISTRANTS } from './who.ts';

/** A file, and nothing besides it. */
const FileForm = z.object({ bestand: z.string().describe('Een bestand van Excel (.xlsx) of CSV.').catch('') });
const StartForm = z.object({ hoe: z.enum(BULK_MODES, 'Kies hoe u wilt versturen.') });

const REFUSED: Readonly<Record<Exclude<BulkRefusal['code'], 'not-found'>, FieldErrors>> = {
  'bulk-has-problems': { hoe: 'Er is een rij met een fout. Verbeter die, of kies «Alleen de goede rijen».' },
  'bulk-moved-on': { _form: 'Dit bestand staat intussen ergens anders. Kijk hieronder hoe het ervoor staat.' },
  'bulk-nothing-to-send': { _form: 'Er is geen goede rij die nog weg moet.' },
};
const NO_FILE = 'Kies een bestand.';

/** Many registrations at once: the templates, a file that is read and looked at, and sending it. */
export function registerBulkRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const reading = { access: REGISTRANTS, purpose: 'VA-07', data: ['D1', 'D9'] } as const;
  const one = { ...reading, sample: 'registration-bulk-id' } as const;

  async function start(request: FastifyRequest, reply: FastifyReply, errors?: FieldErrors, status = 200) {
    const page = pageIn(request);
    const view = await edge.look(request, 'own', (tx) => readBulks(tx, edge.actor(request), page));
    const shown = (
      <BulkStartPage frame={edge.frame(request)} page={page} formKey={edge.formKey()} errors={errors} {...view} />
    );
    return edge.html(reply, shown, status);
  }

  app.get(BULK_PATH, { config: { ...reading, gate: 'registration' } }, (request, reply) => start(request, reply));

  const template = { access: REGISTRANTS, purpose: 'VA-07', data: ['D0'] } as const;
  const columns = Object.keys(COLUMN_NAMES) as BulkColumn[];
  const headings = columns.map((column) => COLUMN_NAMES[column]);
  app.get(`${BULK_PATH}/${TEMPLATE_NAME}.csv`, { config: template }, (_request, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('Content-Disposition', `attachment; filename="${TEMPLATE_NAME}.csv"`)
      // with the mark by which Excel knows the letters, and the separator of a Dutch Excel
      .send(`\uFEFF${headings.join(';')}\r\n`),
  );
  app.get(`${BULK_PATH}/${TEMPLATE_NAME}.xlsx`, { config: template }, (_request, reply) =>
    reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('Content-Disposition', `attachment; filename="${TEMPLATE_NAME}.xlsx"`)
      .send(
        Buffer.from(
          writeXlsx([
            { name: 'Aanmeldingen', rows: [headings], widths: headings.map(({ length }) => Math.max(14, length + 2)) },
            {
              name: 'Uitleg',
              rows: [['Kolom', 'Wat erin staat'], ...columns.map((each) => [COLUMN_NAMES[each], COLUMN_HELP[each]])],
              widths: [24, 120],
            },
          ]),
        ),
      ),
  );

  app.post(
    BULK_PATH,
    {
      config: {
        ...reading,
        gate: 'registration',
        sealed: true,
        action: 'registration.read-file',
        fields: FileForm,
        multipart: true,
      },
    },
    async (request, reply) => {
      const again = (text: string, status = 400) => start(request, reply, { bestand: text }, status);
      const upload = request.uploads.bestand;
      if (!upload) return again(NO_FILE);
      // one more than is taken, so that too many is seen
      const read = await readPlainSheet(upload, MOST_BULK_ROWS + 2);
      if (!read.ok) return again(PLAIN_FILE_REFUSED[read.error.code]);
      const { sheet, letters } = read.value;
      const never = headingsNotAllowed(sheet[0] ?? []);
      if (never.length > 0)
        return again(
          `Deze kolom hoort nooit in een bestand met aanmeldingen: ${never.join(', ')}. Haal haar weg; wij bewaarden niets.`,
        );
      const kinds = await edge.look(request, 'own', (tx) => reporterKinds(tx, edge.actor(request)));
      const table = readBulkTable(sheet, kinds);
      if ('code' in table) return again(tableProblemText(table, COLUMN_NAMES, MOST_BULK_ROWS));
      const rows = await listInTurns(table.rows);
      const outcome = await edge.command(
        request,
        reply,
        ({ id }: Received) => bulkPath(id),
        (tx, time) => receiveBulk(tx, edge.actor(request), { rows, letters }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(bulkPath(outcome.value.id), 303);
      return start(request, reply, REFUSED_AT[outcome.error.code], 409);
    },
  );

  /** The id in an address; anything else is not there. */
  const idIn = (request: FastifyRequest) => {
    const id = z.uuid().safeParse((request.params as { id: string }).id);
    if (!id.success) throw notFound();
    return id.data;
  };

  async function show(request: FastifyRequest, reply: FastifyReply, errors?: FieldErrors, status = 200) {
    const page = pageIn(request);
    const view = await edge.look(request, 'own', (tx) => readBulk(tx, edge.actor(request), idIn(request), page));
    if (!view) throw notFound();
    const shown = (
      <BulkPage frame={edge.frame(request)} page={page} formKey={edge.formKey()} errors={errors} {...view} />
    );
    return edge.html(reply, shown, status);
  }

  app.get(`${BULK_PATH}/:id`, { config: one }, (request, reply) => show(request, reply));

  app.post(
    `${BULK_PATH}/:id/versturen`,
    { config: { ...one, action: 'registration.start-file', fields: StartForm } },
    async (request, reply) => {
      const id = idIn(request);
      const form = parseForm(StartForm, request.body);
      if (!form.ok) return show(request, reply, form.errors, 400);
      const outcome = await edge.command(
        request,
        reply,
        () => bulkPath(id),
        (tx, time) =>
          unlessClosed(edge, request, tx, time, startBulk(tx, edge.actor(request), { id, mode: form.value.hoe }, time)),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(bulkPath(id), 303);
      const { code } = outcome.error;
      if (code === 'not-found') throw notFound();
      return show(request, reply, code === 'gate-closed' ? REFUSED_AT[code] : REFUSED[code], 409);
    },
  );

  app.post(
    `${BULK_PATH}/:id/wegdoen`,
    { config: { ...one, action: 'registration.discard-file', fields: NothingForm } },
    async (request, reply) => {
      const id = idIn(request);
      const outcome = await edge.command(
        request,
        reply,
        () => bulkPath(id),
        (tx, time) => discardBulk(tx, edge.actor(request), { id }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(bulkPath(id), 303);
      const { code } = outcome.error;
      if (code === 'not-found') throw notFound();
      return show(request, reply, REFUSED[code], 409);
    },
  );
}
