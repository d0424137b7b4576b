import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Kysely } from 'kysely';
import {
  noteSessionEmergency,
  ROLE_DESCRIPTIONS,
  registerDemoRoutes,
  registerGrantRoleRoutes,
  registerInvitationRoutes,
  registerInviteRoutes,
  registerPasskeyRoutes,
  registerPasskeySignInRoutes,
  registerPeopleRoutes,
  registerProviderRoutes,
  registerSessionRoutes,
  registerSystemClientRoutes,
  sessionCookie,
} from '../features/accounts/index.ts';
import { approachSection, followDepartures, registerApproachRoutes } from '../features/approach/index.ts';
import { registerApprovalRoutes } from '../features/approvals/index.ts';
import {
  careSection,
  caseBeside,
  followCaseDepartures,
  positionInCase,
  registerCaseloadRoutes,
  registerCaseRoutes,
  registerCoordinatorRoutes,
  registerCoverageRoutes,
  registerFullRoutes,
  registerGuardingRoutes,
  registerMobileRoutes,
  registerNewCaseRoutes,
  registerOfferRoutes,
  registerOwnSignalCaseRoutes,
  registerPaperRoutes,
  registerReferralRoutes,
  registerTermApi,
  registerTermRoutes,
  registerWhoHelpsRoutes,
  registerYearlyReportRoutes,
} from '../features/care/index.ts';
import { registerCollaborationRoutes } from '../features/collaboration/index.ts';
import { registerConsultationRoutes } from '../features/consultation/index.ts';
import { registerInformationRoutes } from '../features/information/index.ts';
import { registerInsightRoutes } from '../features/insight/index.ts';
import {
  nationalShareSection,
  registerCourseRoutes,
  registerLessonRoutes,
  registerRegisterRoutes,
  tellOfRegister,
} from '../features/learning/index.ts';
import { registerMessageRoutes } from '../features/messages/index.ts';
import { registerOrganisationRoutes } from '../features/organisations/index.ts';
import { QUESTIONS_LETTER, registerPracticeRoutes } from '../features/practices/index.ts';
import { activityOn, GATED_FEATURES, registerPrivacyRoutes } from '../features/privacy/index.ts';
import { registerRegionalRoutes } from '../features/regional/index.ts';
import {
  REGISTER_LISTS,
  registerBulkRoutes,
  registerCallRoutes,
  registerConsentRoutes,
  registerDeclarationRoutes,
  registerGuideRoutes,
  registerHelpRoutes,
  registerHtcdsRoutes,
  registerNationalRegisterRoutes,
  registerQuestionRoutes,
  registerReceivedYearlyRoutes,
  registerRegistrationApiRoutes,
  registerRegistrationRoutes,
  registerReporterKindRoutes,
  registerSeriesRoutes,
  registerYearlyRoutes,
} from '../features/registration/index.ts';
import { registerSharingRoutes } from '../features/sharing/index.ts';
import {
  registerAgreementRoutes,
  registerCapacityApi,
  registerChooseRoutes,
  registerContactRoutes,
  registerEvidenceRoutes,
  registerFreePlaceRoutes,
  registerGuestRoutes,
  registerHeldPlacementRoutes,
  registerOwnPlacementRoutes,
  registerOwnPlaceRoutes,
  registerRequestRoutes,
  registerReserveRoutes,
  registerTieRoutes,
  registerTonightRoutes,
  registerWhatIfRoutes,
} from '../features/shelter/index.ts';
import {
  createCardPrinter,
  registerCatalogueRoutes,
  registerCheckRoutes,
  registerFollowUpRoutes,
  registerOwnSignalRoutes,
  registerPhotoRoutes,
  registerSignalRoutes,
  SIGNAL_CONSULTATION,
  SIGNAL_HANDOVER,
} from '../features/signals/index.ts';
import { answerForAll, registerSupportRoutes } from '../features/support/index.ts';
import { type AnyApprovalKind, approvalKinds } from '../platform/approvals/approval-kind.ts';
import { answers } from '../platform/db/ping.ts';
import type { TableRegister } from '../platform/db/table-register.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import { enter } from '../platform/db/transact.ts';
import { createDocumentPress, type DocumentPress } from '../platform/documents/document-press.ts';
import type { Scan } from '../platform/files/clamd.ts';
import { speakDutch } from '../platform/http/dutch-errors.ts';
import { refuseDeep } from '../platform/http/json-depth.ts';
import { addMultipart } from '../platform/http/multipart.ts';
import { dropNul, holdsNul } from '../platform/http/nul-character.ts';
import { checkRoute, type RouteEntry } from '../platform/http/route-config.ts';
import { addSecurityHeaders } from '../platform/http/security-headers.ts';
import { newId } from '../platform/ids/uuid.ts';
import { relyingParty } from '../platform/openid/relying-party.ts';
import { outboundFetch } from '../platform/outbound/outbound-fetch.ts';
import { siteOf } from '../platform/passkeys/passkey-answers.ts';
import type { Vault } from '../platform/vault/vault.ts';
import { DEMO_MARK } from '../shared-kernel/demo-mark.ts';
import { isRole } from '../shared-kernel/role.ts';
import { POLICY } from './access-matrix.ts';
import { API_VERSION, registerApiRoutes } from './api.ts';
import { APPROVAL_KINDS } from './approval-kinds.ts';
import { installationRoot, readAssets } from './assets.ts';
import { activitiesInUse, checkRegister } from './check-register.ts';
import { registerClockRoutes } from './clock-routes.ts';
import { columnWords } from './column-words.ts';
import { coursePlayer } from './course-player.ts';
import { markDemoAnswers } from './demo-answers.ts';
import { createEdge, type PageEdge } from './edge.ts';
import { ERASERS } from './erasers.ts';
import { addErrorHandling } from './error-handling.tsx';
import { registerFileRoutes } from './file-routes.ts';
import { registerGalleryRoutes } from './gallery-routes.tsx';
import { addGate } from './gate.ts';
import { HELD_PLACES, RECEIVED_PLACES } from './held-places.ts';
import { registerHomeRoutes } from './home-routes.tsx';
import { traceOf } from './log-of-request.ts';
import { MESSAGE_KINDS, MESSAGE_ROOMS } from './message-kinds.ts';
import { OWN_SIGNALS } from './own-signals.ts';
import { readOwnWork } from './own-work.ts';
import { DATA_CLASSES, PROCESSING_ACTIVITIES, PROCESSING_REGISTER } from './processing-activities.ts';
import { evidenceOf } from './register-evidence.ts';
import { registerSecurityTxt } from './security-txt.ts';
import { EXAMPLE_DOSSIERS } from './seed/example-dossiers.ts';
import { TREND_SERIES } from './trend-series.ts';

export interface AppOptions {
  readonly db: Kysely<DB>;
  readonly kind: 'demo' | 'real';
  readonly rateLimits: boolean;
  readonly trustProxy: boolean;
  /** Where people reach the product, for links in mail. */
  readonly publicUrl?: string | undefined;
  readonly logger: FastifyBaseLogger | false;
  /** Opens and seals what identifies a person, and documents. */
  readonly vault: Vault;
  /** What /gezond tells when all is well. */
  readonly health: object;
  /** Runs everything that became due up to the moment the demo clock now shows. */
  readonly runDue: () => Promise<void>;
  /** Where somebody who found a hole tells it: the setting SECURITY_CONTACT. */
  readonly securityContact?: string | undefined;
  /** Systems that may be called although they do not stand out in the world: the setting OUTBOUND_ALLOW. */
  readonly outboundAllow?: readonly string[] | undefined;
  /** Looks for something harmful in a photograph; without it only whoever added one opens it. */
  readonly scan?: Scan | undefined;
  /** Counts the answers; absent when nobody reads the figures. */
  readonly watch?: ((app: FastifyInstance) => void) | undefined;
  /** Only tests pass this, through test/support/app.ts. */
  readonly trial?: Trial;
}

/** Takes one belt off to see that the other holds, or looks over the shoulder of the pipeline. */
export interface Trial {
  /** The access rule of a route is not asked: what keeps organisations apart is then the database alone. */
  readonly openGate?: boolean;
  /** Deeds that need a second person, beside those of the product. */
  readonly approvalKinds?: readonly AnyApprovalKind[];
  /** Another register of tables than that of the product. */
  readonly tables?: TableRegister;
  /** A press that several applications share. */
  readonly press?: DocumentPress;
  /** Another virus scanner than that of the settings. */
  readonly scan?: Scan;
  /** Called before the features register their routes: for a hook that counts, or a route that must be caught. */
  readonly extend?: (app: FastifyInstance, edge: PageEdge) => void;
}

export interface App {
  readonly server: FastifyInstance;
  readonly routes: readonly RouteEntry[];
}

const roleLabel = (role: string): string => (isRole(role) ? ROLE_DESCRIPTIONS[role].label : role);
const ACTIVITIES: ReadonlySet<string> = new Set(PROCESSING_ACTIVITIES.map(({ id }) => id));
const GATES: ReadonlySet<string> = new Set(GATED_FEATURES.map(({ id }) => id));
const FORM_LIMIT = 1_048_576;
const DATABASE_WITHIN_MS = 2_000;

/** From one address, which may be the whole office of a large city: a hundred pages a second, and a fifth of that in forms. */
const REQUESTS_A_MINUTE = { read: 6000, write: 1200 };

/** An address that cannot be decoded, such as /%ff, or holds a NUL, names nothing: it becomes a 404 with everything an answer carries. */
function isReadable(url: string): boolean {
  try {
    return !holdsNul(decodeURIComponent(url.split('?')[0]!));
  } catch {
    return false;
  }
}

/** No record of ours has a name as long as this. */
const LONGEST_NAME = 200;

/** The address as the router reads it. What is too long in it is cut, and names nothing: the router would answer it by itself, with the address in it. */
function readAddress(url: string): string {
  const readable = isReadable(url) ? url : url.replaceAll('%', '%25');
  if (readable.length <= LONGEST_NAME) return readable;
  const [path = '', ...query] = readable.split('?');
  const names = path
    .split('/')
    .map((name) => (name.length > LONGEST_NAME ? name.replaceAll('%', '').slice(0, LONGEST_NAME) : name));
  return [names.join('/'), ...query].join('?');
}

/** The whole pipeline, in the order in which a request meets it, and every feature's routes. */
export async function buildApp(options: AppOptions): Promise<App> {
  checkRegister(options.trial?.tables);
  const root = installationRoot();
  const isDemo = options.kind === 'demo';
  const isHttps = !isDemo;
  const routes: RouteEntry[] = [];
  speakDutch();
  const app = Fastify({
    ...(options.logger ? { loggerInstance: options.logger } : { logger: false }),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy,
    genReqId: ({ url = '', headers }) => traceOf(url, headers)?.traceId ?? newId(),
    bodyLimit: FORM_LIMIT,
    routerOptions: { maxParamLength: LONGEST_NAME },
    rewriteUrl: ({ url = '/' }) => readAddress(url),
  });
  app.addHook('onRoute', (route) => {
    for (const method of [route.method].flat()) {
      if (method !== 'HEAD' && method !== 'OPTIONS' && !route.url.startsWith('/assets/'))
        routes.push(checkRoute(method, route.url, route.config, ACTIVITIES, GATES));
    }
  });
  const press = options.trial?.press ?? createDocumentPress();
  if (!options.trial?.press) app.addHook('onClose', async () => press.stop());
  const edge = createEdge({ db: options.db, vault: options.vault, isDemo, assets: readAssets(root), press });

  options.watch?.(app);
  addErrorHandling(app, edge, () => routes);
  addSecurityHeaders(app, { https: isHttps });
  if (isDemo) {
    markDemoAnswers(app);
    // what a page costs, for the bench and for whoever looks
    app.addHook('onSend', async (request, reply) => {
      if (request.meter) reply.header('Server-Timing', `db;desc="${request.meter.statements}"`);
    });
  }
  await app.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] });
  await app.register(fastifyCookie);
  await app.register(formbody, { bodyLimit: FORM_LIMIT });
  await addMultipart(app, sessionCookie(isHttps).name);
  app.removeContentTypeParser('text/plain'); // nothing of ours is sent so: 415 instead of a body nobody expects
  refuseDeep(app);
  dropNul(app);
  if (options.rateLimits) {
    await app.register(rateLimit, {
      max: (request) => (request.method === 'GET' ? REQUESTS_A_MINUTE.read : REQUESTS_A_MINUTE.write),
      timeWindow: '1 minute',
      keyGenerator: (request) => `${request.ip} ${request.method === 'GET'}`,
    });
  }
  addGate(app, { db: options.db, isHttps, isDemo, isOpen: options.trial?.openGate ?? false });
  options.trial?.extend?.(app, edge);

  // a process that lives without its database can answer nothing: whoever spreads the visitors passes it by
  app.get('/gezond', { config: { access: 'public', purpose: 'geen', data: ['D0'] } }, async (_request, reply) =>
    (await answers(options.db, DATABASE_WITHIN_MS))
      ? options.health
      : reply
          .code(503)
          .header('Retry-After', '5')
          .send({ ...options.health, status: 'database antwoordt niet' }),
  );
  app.get('/gezond/leeft', { config: { access: 'public', purpose: 'geen', data: ['D0'] } }, async () => ({
    status: 'ok',
  }));
  registerSecurityTxt(app, options.securityContact, options.publicUrl);
  const assets = join(root, 'dist', 'assets');
  if (existsSync(assets))
    await app.register(fastifyStatic, {
      root: assets,
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      index: false,
    });
  registerInformationRoutes(app, edge);
  const printCard = createCardPrinter(press);
  registerCatalogueRoutes(app, edge, printCard, { isDemo });
  registerOwnSignalRoutes(app, edge, printCard, { isDemo });
  registerCheckRoutes(app, edge);
  registerSignalRoutes(app, edge);
  registerPhotoRoutes(app, edge, { scan: options.trial?.scan ?? options.scan });
  registerFollowUpRoutes(app, edge, { isDemo });
  registerGuideRoutes(app, edge);
  registerTermRoutes(app, edge);
  registerOwnPlaceRoutes(app, edge);
  registerContactRoutes(app, edge);
  registerCapacityApi(app, edge, { isDemo });
  registerFreePlaceRoutes(app, edge);
  registerReserveRoutes(app, edge);
  registerRequestRoutes(app, edge);
  registerChooseRoutes(app, edge);
  registerAgreementRoutes(app, edge);
  registerWhatIfRoutes(app, edge);
  registerEvidenceRoutes(app, edge, { isDemo });
  registerTonightRoutes(app, edge, { isDemo });
  registerOwnPlacementRoutes(app, edge);
  registerHeldPlacementRoutes(app, edge);
  registerTieRoutes(app, edge);
  registerGuestRoutes(app, edge);
  registerTermApi(app, edge, { isDemo });
  registerLessonRoutes(app, edge);
  registerCourseRoutes(app, edge, { playerScript: coursePlayer });
  registerRegisterRoutes(app, edge, { isDemo, publicUrl: options.publicUrl });
  registerRegistrationRoutes(app, edge, { caseBeside });
  registerBulkRoutes(app, edge);
  registerCallRoutes(app, edge);
  registerConsentRoutes(app, edge);
  registerDeclarationRoutes(app, edge);
  registerHelpRoutes(app, edge, { knownPosition: positionInCase });
  registerQuestionRoutes(app, edge);
  registerNationalRegisterRoutes(app, edge);
  registerSeriesRoutes(app, edge, { isDemo });
  registerHtcdsRoutes(app, edge, { isDemo });
  registerYearlyRoutes(app, edge, { isDemo });
  registerReporterKindRoutes(app, edge, { isDemo });
  registerReceivedYearlyRoutes(app, edge);
  registerRegistrationApiRoutes(app, edge, { isDemo });
  registerHomeRoutes(app, edge);
  registerSessionRoutes(app, edge, { isDemo, isHttps });
  registerProviderRoutes(app, edge, {
    isDemo,
    isHttps,
    publicUrl: options.publicUrl,
    party: relyingParty(outboundFetch(options.outboundAllow ?? [])),
  });
  const passkeys = { isDemo, isHttps, site: options.publicUrl ? siteOf(options.publicUrl) : undefined };
  registerPasskeySignInRoutes(app, edge, passkeys);
  registerPasskeyRoutes(app, edge, passkeys);
  registerInvitationRoutes(app, edge, passkeys);
  registerInviteRoutes(app, edge);
  registerPeopleRoutes(app, edge, {
    async followDepartures(tx, tenantId, time) {
      await tellOfRegister(tx, tenantId, time);
      await followDepartures(tx, tenantId, time);
      await followCaseDepartures(tx, tenantId, time);
    },
  });
  registerGrantRoleRoutes(app, edge);
  registerSystemClientRoutes(app, edge, { publicUrl: options.publicUrl });
  registerPracticeRoutes(app, edge, (request, id) => {
    const actor = edge.actor(request);
    return edge.look(request, 'mandate', (tx) => answerForAll(tx, actor, id), { actingForId: actor.organisationId });
  });
  registerSupportRoutes(app, edge);
  registerOrganisationRoutes(app, edge, {
    isDemo,
    approach: async (tx, municipality, reader, today) => [
      await careSection(tx, municipality, reader, today),
      await approachSection(tx, municipality, reader, today),
    ],
  });
  registerApproachRoutes(app, edge, {
    isDemo,
    trained: nationalShareSection,
    scan: options.trial?.scan ?? options.scan,
  });
  registerInsightRoutes(app, edge, {
    isDemo,
    publicUrl: options.publicUrl,
    inTenant: (tenantId, run) => enter(options.db, { door: 'own', tenantId }, run),
    trends: TREND_SERIES,
    lists: REGISTER_LISTS,
    ownWork: readOwnWork,
  });
  registerMessageRoutes(app, edge, {
    isDemo,
    publicUrl: options.publicUrl,
    weeklyReaders: QUESTIONS_LETTER.readers,
  });
  registerCollaborationRoutes(app, edge, {
    readAlike: new Set([SIGNAL_CONSULTATION.kind]),
    documents: new Map([[SIGNAL_HANDOVER.kind, SIGNAL_HANDOVER.activity]]),
    next: {
      roles: ['zorgcoordinator'],
      gate: 'care',
      label: 'Begin hieruit een dossier',
      hrefOf: (id) => `/zorgcoordinatie/dossiers/nieuw/bericht/${id}`,
    },
    rooms: MESSAGE_ROOMS,
  });
  registerConsultationRoutes(app, edge, { mark: isDemo ? DEMO_MARK : undefined });
  registerCoverageRoutes(app, edge, { isDemo });
  registerCoordinatorRoutes(app, edge);
  registerMobileRoutes(app, edge);
  const ofCase = { mark: isDemo ? DEMO_MARK : undefined };
  registerCaseRoutes(app, edge);
  registerGuardingRoutes(app, edge);
  registerFullRoutes(app, edge, ofCase);
  registerCaseloadRoutes(app, edge);
  registerYearlyReportRoutes(app, edge, ofCase);
  registerPaperRoutes(app, edge, { ...ofCase, scan: options.trial?.scan ?? options.scan });
  registerReferralRoutes(app, edge);
  registerNewCaseRoutes(app, edge, {
    signals: new Map([[SIGNAL_HANDOVER.kind, SIGNAL_HANDOVER.activity]]),
    ...ofCase,
  });
  registerOwnSignalCaseRoutes(app, edge, { ownSignals: OWN_SIGNALS });
  registerOfferRoutes(app, edge, ofCase);
  registerWhoHelpsRoutes(app, edge, { isDemo });
  registerRegionalRoutes(app, edge, { mark: isDemo ? DEMO_MARK : undefined });
  registerSharingRoutes(app, edge, {
    policyOn(id, day) {
      const activity = activityOn(PROCESSING_REGISTER, id, day);
      if (!activity) return undefined;
      return { name: activity.name, version: activity.version };
    },
    classesIn: (kind) =>
      (MESSAGE_KINDS.find((each) => each.kind === kind)?.data ?? []).map((each) => DATA_CLASSES[each]),
    roleLabel,
    mark: isDemo ? DEMO_MARK : undefined,
  });
  registerFileRoutes(app, edge);
  registerPrivacyRoutes(app, edge, {
    register: PROCESSING_REGISTER,
    inUse: () => activitiesInUse(routes),
    builtFeatures: () => new Set(routes.flatMap(({ config }) => config.gate ?? [])),
    evidenceOf: (activities) => evidenceOf(activities, routes),
    isDemo,
    policy: POLICY,
    roleLabel,
    columnWords,
    mark: isDemo ? DEMO_MARK : undefined,
    heldPlaces: HELD_PLACES,
    receivedPlaces: RECEIVED_PLACES,
    erasers: ERASERS,
    exampleDossiers: isDemo ? EXAMPLE_DOSSIERS : [],
    async markSession(request, emergency) {
      const { session } = request.visitor;
      if (!session) return; // a system with a token has no pages to show it on
      await edge.keep(request, (tx, time) =>
        noteSessionEmergency(
          tx,
          edge.actor(request).personId,
          session.id,
          emergency && { id: emergency.id, until: new Date(time.now.getTime() + emergency.minutes * 60_000) },
        ),
      );
    },
  });
  registerApprovalRoutes(app, edge, {
    kinds: approvalKinds([...APPROVAL_KINDS.values(), ...(options.trial?.approvalKinds ?? [])]),
    roleLabel,
  });
  if (isDemo) {
    registerDemoRoutes(app, edge, { isHttps });
    registerGalleryRoutes(app, edge);
    registerClockRoutes(app, { db: options.db, runDue: options.runDue });
  }
  registerApiRoutes(app, () => routes, isDemo);
  await app.ready();
  return { server: app, routes };
}

export { API_VERSION };
