import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { type FieldErrors, parseForm } from '../../../platform/http/parse.ts';
import { readDelimited, writeDelimited } from '../../../platform/spreadsheets/read-delimited.ts';
import { tableIn } from '../../../platform/spreadsheets/table-form.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { type ImportRow, readImport } from '../domain/training-import.ts';
import { importProblemText, TEAMS_PATH } from '../ui/register-words.ts';
import { IMPORT_PATH, ImportPreviewPage, ImportTrainingsPage } from '../ui/training-import-page.tsx';
import { enterTrainings, readImportGround } from '../use-cases/import-trainings.ts';
import { CarriedTableForm, KEEPERS, TableForm } from './register-form.ts';

/** Many trained people at once: read, looked at, and then recorded all together or not at all. */
export function registerTrainingImportRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: KEEPERS, purpose: 'VA-13', data: ['D1', 'D12'], gate: 'learning' } as const;

  const start = (
    request: FastifyRequest,
    reply: FastifyReply,
    form: { status?: number; values?: Readonly<Record<string, string>>; errors?: FieldErrors } = {},
  ) =>
    edge.html(
      reply,
      <ImportTrainingsPage
        frame={edge.frame(request)}
        values={form.values ?? {}}
        errors={form.errors}
        formKey={edge.formKey()}
      />,
      form.status,
    );

  function preview(
    request: FastifyRequest,
    reply: FastifyReply,
    rows: readonly ImportRow[],
    table: string,
    { status, changed = false }: { status?: number; changed?: boolean } = {},
  ) {
    const page = (
      <ImportPreviewPage
        frame={edge.frame(request)}
        rows={rows}
        table={table}
        changed={changed}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(IMPORT_PATH, { config }, async (request, reply) => {
    // also reads the clock, which the frame of a demo shows
    await edge.look(request, 'own', async () => undefined);
    return start(request, reply);
  });

  app.post(
    IMPORT_PATH,
    { config: { ...config, action: 'learning.read-trainings', fields: TableForm, multipart: true } },
    async (request, reply) => {
      const form = parseForm(TableForm, request.body);
      if (!form.ok) return start(request, reply, { status: 400, ...form });
      const again = (errors: FieldErrors) => start(request, reply, { status: 400, values: form.values, errors });
      const table = tableIn(form.value.tabel, request.uploads.bestand);
      if ('errors' in table) return again(table.errors);
      const { sheet, field } = table;
      const ground = await edge.look(request, 'own', (tx, { today }) =>
        readImportGround(tx, edge.actor(request), today),
      );
      const read = readImport(sheet, ground);
      if ('code' in read) return again({ [field]: importProblemText(read) });
      const isGood = read.rows.every(({ training }) => training);
      return preview(request, reply, read.rows, writeDelimited(sheet), { status: isGood ? 200 : 400 });
    },
  );

  app.post(
    `${IMPORT_PATH}/vastleggen`,
    { config: { ...config, action: 'learning.import-trainings', fields: CarriedTableForm } },
    async (request, reply) => {
      const form = parseForm(CarriedTableForm, request.body);
      if (!form.ok) return start(request, reply, { status: 400, errors: { tabel: 'Lees de tabel opnieuw.' } });
      const { tabel } = form.value;
      const done = `${TEAMS_PATH}?ingelezen`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) =>
          enterTrainings(tx, edge.actor(request), { sheet: readDelimited(tabel), origin: 'imported' }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { read } = outcome.error;
      if ('code' in read)
        return start(request, reply, { status: 400, values: form.values, errors: { tabel: importProblemText(read) } });
      return preview(request, reply, read.rows, tabel, { status: 409, changed: true });
    },
  );
}
