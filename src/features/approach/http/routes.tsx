import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Edge } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { queryProblem, sendProblem } from '../../../platform/http/problem.ts';
import type { MasterKey } from '../../../platform/vault/master-key.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { FOCAL_POINT_ELEMENT, type FocalPoint } from '../domain/focal-point.ts';
import { ApproachPage } from '../ui/approach-page.tsx';
import { FocalPointPage } from '../ui/focal-point-page.tsx';
import { MonitorPage } from '../ui/monitor-page.tsx';
import { readEvidence } from '../use-cases/keep-evidence.ts';
import { MONITOR_ELEMENTS, type MonitorRow, monitorElement } from '../use-cases/monitor.ts';
import { readFocalPoint, recordFocalPointFacts } from '../use-cases/record-focal-point.ts';
import { readScanState } from '../use-cases/result.ts';
import { registerAdoptionRoutes } from './adoption-routes.tsx';
import { registerAnchoringRoutes } from './anchoring-routes.tsx';
import { registerDocumentRoutes } from './document-routes.tsx';
import { FocalPointForm, factsOf, REFUSAL_AT, valuesOf } from './focal-point-form.ts';
import { registerInstrumentRoutes } from './instrument-routes.tsx';
import { keepUpload } from './keep-upload.ts';
import { registerOnBehalfRoutes, throughMandates } from './on-behalf-routes.tsx';
import { registerPlanRoutes } from './plan-routes.tsx';
import { registerRegionOfferRoutes } from './region-offer-routes.tsx';
import { registerRegionRoutes } from './region-routes.tsx';
import { registerResultRoutes } from './result-routes.tsx';
import { registerScanRoutes } from './scan-routes.tsx';

const READERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'];
const WRITERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker'];
const MONITOR: readonly Role[] = [
  'vng-adviseur',
  'comensha-adviseur',
  'ketenregisseur',
  'analist',
  'aandachtsfunctionaris',
  'beleidsmedewerker',
  'bestuurder',
];

const PATH = `/aanpak/${FOCAL_POINT_ELEMENT}`;

/** The approach of one's own municipality, and the map of the country. */
export function registerApproachRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean; readonly keys: MasterKey },
): void {
  const own = { purpose: 'VA-11', data: ['D1'] } as const;
  registerOnBehalfRoutes(app, edge);
  registerPlanRoutes(app, edge, options);
  registerAdoptionRoutes(app, edge, options);
  registerAnchoringRoutes(app, edge, options);
  registerDocumentRoutes(app, edge, options);
  registerInstrumentRoutes(app, edge);
  registerRegionRoutes(app, edge);
  registerScanRoutes(app, edge, options);
  registerResultRoutes(app, edge, options);
  registerRegionOfferRoutes(app, edge);

  app.get('/aanpak', { config: { ...own, access: READERS } }, async (request, reply) => {
    const { record, scan, today } = await edge.look(request, 'own', async (tx, time) => ({
      record: await readFocalPoint(tx, edge.actor(request)),
      scan: await readScanState(tx, edge.actor(request)),
      today: time.today,
    }));
    const { takenOver, onBehalfOf } = await throughMandates(request, edge);
    const frame = edge.frame(request);
    return edge.html(
      reply,
      <ApproachPage
        frame={frame}
        record={record}
        scan={scan}
        today={today}
        takenOver={takenOver}
        onBehalfOf={WRITERS.includes(edge.actor(request).role) ? onBehalfOf : []}
      />,
    );
  });

  app.get(PATH, { config: { ...own, access: READERS } }, async (request, reply) => {
    const actor = edge.actor(request);
    const { record, evidence, today } = await edge.look(request, 'own', async (tx, time) => {
      const record = await readFocalPoint(tx, actor);
      return { record, evidence: await readEvidence(tx, actor, record?.evidenceFileId), today: time.today };
    });
    const saved = (request.query as Record<string, unknown>).opgeslagen !== undefined;
    return edge.html(
      reply,
      <FocalPointPage
        frame={edge.frame(request)}
        record={record}
        evidence={evidence}
        today={today}
        values={valuesOf(record)}
        formKey={edge.formKey()}
        saved={saved}
        mayWrite={WRITERS.includes(actor.role)}
      />,
    );
  });

  app.post(
    PATH,
    {
      config: {
        ...own,
        access: WRITERS,
        action: 'approach.record-focal-point',
        fields: FocalPointForm,
        multipart: true,
      },
    },
    async (request, reply) => {
      const actor = edge.actor(request);
      const kept = await keepUpload(edge, request, reply, options.keys, PATH);
      const form = parseForm(FocalPointForm, {
        ...(request.body as object),
        ...(kept.id && { bewijsstukId: kept.id }),
      });
      const again = async (
        status: number,
        values: Readonly<Record<string, string>>,
        errors: Readonly<Record<string, string>>,
        conflict?: FocalPoint,
      ) => {
        const { record, evidence, today } = await edge.look(request, 'own', async (tx, time) => ({
          record: conflict ?? (await readFocalPoint(tx, actor)),
          evidence: await readEvidence(tx, actor, isUuid(values.bewijsstukId ?? '') ? values.bewijsstukId : undefined),
          today: time.today,
        }));
        const page = (
          <FocalPointPage
            frame={edge.frame(request)}
            record={record}
            evidence={evidence}
            today={today}
            values={values}
            errors={errors}
            formKey={edge.formKey()}
            conflict={status === 409 && !Object.keys(errors).length}
            mayWrite
          />
        );
        return edge.html(reply, page, status);
      };
      if (!form.ok || kept.error)
        return again(400, form.values, {
          ...(form.ok ? {} : form.errors),
          ...(kept.error && { bewijsstuk: kept.error }),
        });
      const input = { facts: factsOf(form.value), seenVersion: form.value.versie };
      const outcome = await edge.command(
        request,
        reply,
        () => `${PATH}?opgeslagen`,
        (tx, time) => recordFocalPointFacts(tx, actor, input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(`${PATH}?opgeslagen`, 303);
      if (outcome.error.code === 'edit-conflict') {
        const record = await edge.look(request, 'own', (tx) => readFocalPoint(tx, actor));
        return again(409, { ...form.values, versie: String(record?.version ?? 0) }, {}, record);
      }
      const { field, text } = REFUSAL_AT[outcome.error.code];
      return again(409, form.values, { [field]: text });
    },
  );

  const monitor = { access: MONITOR, purpose: 'VA-12', data: ['D0'] } as const;

  app.get('/monitor', { config: monitor }, async (request, reply) => {
    const { provincie, stand } = request.query as Record<string, unknown>;
    const element = elementAsked(request);
    const { rows, now, today } = await edge.look(request, 'published', async (tx, time) => ({
      rows: await monitorElement(tx, element.id, time.today),
      ...time,
    }));
    const actor = edge.actor(request);
    return edge.html(
      reply,
      <MonitorPage
        frame={edge.frame(request)}
        elements={MONITOR_ELEMENTS}
        element={element}
        rows={rows}
        now={now}
        today={today}
        ownCode={actor.organisationCode}
        filter={{
          province: typeof provincie === 'string' ? provincie : '',
          state: typeof stand === 'string' ? stand : '',
        }}
      />,
    );
  });

  app.get('/monitor.json', { config: monitor }, async (request, reply) => {
    const { id } = elementAsked(request);
    const { rows, today } = await edge.look(request, 'published', async (tx, time) => ({
      rows: await monitorElement(tx, id, time.today),
      today: time.today,
    }));
    return reply.send({
      ...mark(options.isDemo),
      id: `monitor-${id}`,
      onderdeel: id,
      peildatum: today,
      bron: 'In Beeld, opgave van gemeenten',
      onzekerheid: 'dit is een eigen opgave, niemand keek die na',
      gemeenten: rows.map(apiRow),
    });
  });

  app.get(
    '/api/v1/aanpakstanden',
    {
      config: {
        ...monitor,
        api: {
          operationId: 'aanpakstandenOpvragen',
          tags: ['Aanpak'],
          summary: 'Stand van de aanpak opvragen',
          description:
            'Hoe een onderdeel van de aanpak er vandaag voor staat in elke gemeente. Alleen datums, geen personen.',
          query: StandingsQuery,
          responses: { 200: { description: 'De stand per gemeente.', schema: StandingsBody } },
        },
      },
    },
    async (request, reply) => {
      const query = StandingsQuery.safeParse(request.query);
      if (!query.success) return sendProblem(reply, queryProblem(query.error));
      const { rows, today } = await edge.look(request, 'published', async (tx, time) => ({
        rows: await monitorElement(tx, query.data.onderdeel, time.today),
        today: time.today,
      }));
      return reply.send({
        onderdeel: query.data.onderdeel,
        peildatum: today,
        standen: rows.map(apiRow),
        ...mark(options.isDemo),
      } satisfies z.output<typeof StandingsBody>);
    },
  );
}

const mark = (isDemo: boolean) => (isDemo ? { merk: 'Voorbeeldgegevens, niet echt' } : {});

const STATE_NAMES = { arranged: 'geregeld', lapsing: 'loopt-af', lapsed: 'vervallen', unknown: 'niet-bekend' } as const;

const ELEMENT_IDS = MONITOR_ELEMENTS.map(({ id }) => id);

/** The element in the address; what is not on the monitor shows the first. */
function elementAsked(request: FastifyRequest): (typeof MONITOR_ELEMENTS)[number] {
  const { onderdeel } = request.query as Record<string, unknown>;
  return MONITOR_ELEMENTS.find(({ id }) => id === onderdeel) ?? MONITOR_ELEMENTS[0]!;
}

const StandingsQuery = z.strictObject({
  onderdeel: z
    .enum(ELEMENT_IDS, `Kies een onderdeel dat bestaat: ${ELEMENT_IDS.join(', ')}.`)
    .default(FOCAL_POINT_ELEMENT),
});
const StandingBody = z
  .object({
    gemeente: z.object({ code: z.string(), naam: z.string() }),
    stand: z.enum(['geregeld', 'loopt-af', 'vervallen', 'niet-bekend']),
    besluitdatum: z.iso.date().nullable(),
    vervaldatum: z.iso.date().nullable(),
  })
  .meta({ id: 'Aanpakstand' });
const StandingsBody = z
  .object({
    onderdeel: z.string(),
    peildatum: z.iso.date(),
    standen: z.array(StandingBody),
    merk: z.string().optional(),
  })
  .meta({ id: 'Aanpakstanden' });

function apiRow(row: MonitorRow): z.output<typeof StandingBody> {
  return {
    gemeente: { code: row.municipality.code, naam: row.municipality.name },
    stand: STATE_NAMES[row.state],
    besluitdatum: row.decidedOn ?? null,
    vervaldatum: row.lapsesOn ?? null,
  };
}
