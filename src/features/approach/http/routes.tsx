import type { FastifyInstance } from 'fastify';
import type { Scan } from '../../../platform/files/clamd.ts';
import type { Edge } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { FOCAL_POINT_ELEMENT, type FocalPoint } from '../domain/focal-point.ts';
import { ApproachPage } from '../ui/approach-page.tsx';
import { FocalPointPage } from '../ui/focal-point-page.tsx';
import { readDepartures } from '../use-cases/anchoring.ts';
import { readEvidence } from '../use-cases/keep-evidence.ts';
import { readOverview } from '../use-cases/overview.ts';
import { readFocalPoint, readNamesakes, recordFocalPointFacts } from '../use-cases/record-focal-point.ts';
import { registerAdoptionRoutes } from './adoption-routes.tsx';
import { registerAnchoringRoutes } from './anchoring-routes.tsx';
import { registerBarrierRoutes } from './barrier-routes.tsx';
import { registerDocumentRoutes } from './document-routes.tsx';
import { FocalPointForm, focalPointInput, REFUSAL_AT, valuesOf } from './focal-point-form.ts';
import { registerInstrumentRoutes } from './instrument-routes.tsx';
import { keepsUploads } from './keep-upload.ts';
import { type MonitorOptions, registerMonitorRoutes } from './monitor-routes.tsx';
import { registerOnBehalfRoutes, worksOnBehalfOf } from './on-behalf-routes.tsx';
import { registerOwnApiRoutes } from './own-api-routes.ts';
import { registerPlanRoutes } from './plan-routes.tsx';
import { registerPublicFactAnswerRoutes } from './public-fact-answer-routes.tsx';
import { registerPublicFactRoutes } from './public-fact-routes.tsx';
import { registerRegionOfferRoutes } from './region-offer-routes.tsx';
import { registerRegionRoutes } from './region-routes.tsx';
import { registerReportingRouteRoutes } from './reporting-route-routes.tsx';
import { registerResultRoutes } from './result-routes.tsx';
import { registerScanRoutes } from './scan-routes.tsx';
import { registerSeenByOthersRoutes } from './seen-by-others-routes.tsx';
import { registerTakenOverRoutes, takenOverBy } from './taken-over-routes.tsx';

const READERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'];
const WRITERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker'];

const PATH = `/aanpak/${FOCAL_POINT_ELEMENT}`;

/** The approach of one's own municipality, and the map of the country. */
export interface ApproachOptions extends MonitorOptions {
  /** The virus scanner, where one is set. */
  readonly scan: Scan | undefined;
}

export function registerApproachRoutes(app: FastifyInstance, edge: Edge<PageFrame>, options: ApproachOptions): void {
  const keepUpload = keepsUploads(edge, options.scan);
  const own = { purpose: 'VA-11', data: ['D1'] } as const;
  registerOnBehalfRoutes(app, edge);
  registerTakenOverRoutes(app, edge);
  registerPlanRoutes(app, edge, options);
  registerAdoptionRoutes(app, edge, { ...options, keepUpload });
  registerAnchoringRoutes(app, edge, keepUpload);
  registerDocumentRoutes(app, edge, options);
  registerInstrumentRoutes(app, edge);
  registerBarrierRoutes(app, edge);
  registerMonitorRoutes(app, edge, options);
  registerPublicFactRoutes(app, edge);
  registerPublicFactAnswerRoutes(app, edge);
  registerSeenByOthersRoutes(app, edge);
  registerRegionRoutes(app, edge);
  registerScanRoutes(app, edge, keepUpload);
  registerResultRoutes(app, edge, options);
  registerOwnApiRoutes(app, edge, options);
  registerRegionOfferRoutes(app, edge);
  registerReportingRouteRoutes(app, edge);

  app.get('/aanpak', { config: { ...own, access: READERS } }, async (request, reply) => {
    const { overview, today } = await edge.look(request, 'own', async (tx, time) => ({
      overview: await readOverview(tx, edge.actor(request)),
      today: time.today,
    }));
    const takenOver = await takenOverBy(request, edge);
    const onBehalfOf = await worksOnBehalfOf(request, edge);
    const frame = edge.frame(request);
    return edge.html(
      reply,
      <ApproachPage
        frame={frame}
        {...overview}
        today={today}
        takenOver={takenOver}
        onBehalfOf={WRITERS.includes(edge.actor(request).role) ? onBehalfOf : []}
      />,
    );
  });

  app.get(PATH, { config: { ...own, access: READERS } }, async (request, reply) => {
    const actor = edge.actor(request);
    const { record, left, namesakes, evidence, today } = await edge.look(request, 'own', async (tx, time) => {
      const record = await readFocalPoint(tx, actor);
      return {
        record,
        left: await readDepartures(tx, actor.organisationId, record),
        namesakes: record && (await readNamesakes(tx, actor, record)),
        evidence: await readEvidence(tx, actor, record?.evidenceFileId),
        today: time.today,
      };
    });
    const saved = (request.query as Record<string, unknown>).opgeslagen !== undefined;
    return edge.html(
      reply,
      <FocalPointPage
        frame={edge.frame(request)}
        record={record}
        left={left}
        takenOver={record ? [] : await takenOverBy(request, edge)}
        namesakes={namesakes}
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
      const { body, error } = await keepUpload(request, reply, PATH);
      const form = parseForm(FocalPointForm, body);
      const again = async (
        status: number,
        values: Readonly<Record<string, string>>,
        errors: Readonly<Record<string, string>>,
        conflict?: FocalPoint,
      ) => {
        const named = { focalPoint: values.aandachtsfunctionaris ?? '', substitute: values.vervanger ?? '' };
        const { record, namesakes, evidence, today } = await edge.look(request, 'own', async (tx, time) => ({
          namesakes: await readNamesakes(tx, actor, named),
          record: conflict ?? (await readFocalPoint(tx, actor)),
          evidence: await readEvidence(tx, actor, isUuid(values.bewijsstukId ?? '') ? values.bewijsstukId : undefined),
          today: time.today,
        }));
        const page = (
          <FocalPointPage
            frame={edge.frame(request)}
            record={record}
            namesakes={namesakes}
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
      if (!form.ok || error)
        return again(400, form.values, {
          ...(form.ok ? {} : form.errors),
          ...(error && { bewijsstuk: error }),
        });
      const input = focalPointInput(form.value);
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
}
