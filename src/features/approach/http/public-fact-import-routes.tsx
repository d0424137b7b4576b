import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { type FieldErrors, parseForm } from '../../../platform/http/parse.ts';
import type { RouteConfig } from '../../../platform/http/route-config.ts';
import { readDelimited, writeDelimited } from '../../../platform/spreadsheets/read-delimited.ts';
import { tableIn } from '../../../platform/spreadsheets/table-form.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { COLUMN_OF, type ImportRow, readImport } from '../domain/public-fact-import.ts';
import { ImportPreviewPage, ImportPublicFactsPage } from '../ui/public-fact-import-page.tsx';
import { importProblemText } from '../ui/public-fact-words.ts';
import { PUBLIC_FACTS_PATH } from '../ui/public-facts-page.tsx';
import { enterPublicFacts, readImportGround } from '../use-cases/public-facts.ts';
import { CarriedTableForm, TableForm } from './public-fact-form.ts';

const PATH = `${PUBLIC_FACTS_PATH}/veel`;

/** Many public sources at once: read, looked at, and then entered all together or not at all. */
export function registerPublicFactImportRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  config: Pick<RouteConfig, 'access' | 'purpose' | 'data'>,
): void {
  const start = (
    request: FastifyRequest,
    reply: FastifyReply,
    form: { status?: number; values?: Readonly<Record<string, string>>; errors?: FieldErrors } = {},
  ) =>
    edge.html(
      reply,
      <ImportPublicFactsPage
        frame={edge.frame(request)}
        values={form.values ?? {}}
        errors={form.errors}
        formKey={edge.formKey()}
      />,
      form.status,
    );

  const ground = (request: FastifyRequest) =>
    edge.look(request, 'published', (tx, { today }) => readImportGround(tx, edge.actor(request), today));

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

  app.get(PATH, { config }, (request, reply) => start(request, reply));

  app.post(
    PATH,
    { config: { ...config, action: 'approach.read-public-facts', fields: TableForm, multipart: true } },
    async (request, reply) => {
      const form = parseForm(TableForm, request.body);
      if (!form.ok) return start(request, reply, { status: 400, ...form });
      const again = (errors: FieldErrors) => start(request, reply, { status: 400, values: form.values, errors });
      const given = tableIn(form.value.tabel, request.uploads.bestand);
      if ('errors' in given) return again(given.errors);
      const { sheet, field } = given;
      const table = writeDelimited(sheet);
      const read = readImport(sheet, await ground(request));
      if ('code' in read) return again({ [field]: importProblemText(read) });
      const isGood = read.rows.every(({ content }) => content);
      return preview(request, reply, read.rows, table, { status: isGood ? 200 : 400 });
    },
  );

  app.post(
    `${PATH}/invoeren`,
    { config: { ...config, action: 'approach.enter-public-facts', fields: CarriedTableForm } },
    async (request, reply) => {
      const form = parseForm(CarriedTableForm, request.body);
      if (!form.ok) return start(request, reply, { status: 400, errors: { tabel: 'Lees de tabel opnieuw.' } });
      const { tabel } = form.value;
      const known = await ground(request);
      // what is entered already is judged in the deed: sent twice, the second is answered as the first
      const read = readImport(readDelimited(tabel), { ...known, entered: new Set() });
      if ('code' in read)
        return start(request, reply, { status: 400, values: form.values, errors: { tabel: importProblemText(read) } });
      const facts = read.rows.flatMap(({ content }) => content ?? []);
      if (facts.length < read.rows.length)
        return preview(request, reply, read.rows, tabel, { status: 409, changed: true });
      const done = `${PUBLIC_FACTS_PATH}?ingevoerd`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => enterPublicFacts(tx, edge.actor(request), { facts, stated: known.stated }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { code, index } = outcome.error;
      const now = readImport(readDelimited(tabel), await ground(request));
      const looked = 'rows' in now ? now.rows : read.rows;
      const rows = looked.some(({ content }) => !content)
        ? looked
        : looked.map((row, at) =>
            at === index ? { ...row, content: undefined, problems: [{ column: COLUMN_OF[code], code }] } : row,
          );
      return preview(request, reply, rows, tabel, { status: 409, changed: true });
    },
  );
}
