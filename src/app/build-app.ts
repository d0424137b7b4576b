import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Kysely } from 'kysely';
import { registerDemoRoutes, registerSessionRoutes, sessionCookie } from '../features/accounts/index.ts';
import { registerApproachRoutes } from '../features/approach/index.ts';
import { registerInformationRoutes } from '../features/information/index.ts';
import { registerInsightRoutes } from '../features/insight/index.ts';
import { registerMessageRoutes } from '../features/messages/index.ts';
import { registerOrganisationRoutes } from '../features/organisations/index.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import { enter } from '../platform/db/transact.ts';
import { addMultipart } from '../platform/http/multipart.ts';
import { checkRoute, type RouteEntry } from '../platform/http/route-config.ts';
import { addSecurityHeaders } from '../platform/http/security-headers.ts';
import { newId } from '../platform/ids/uuid.ts';
import type { MasterKey } from '../platform/vault/master-key.ts';
import { API_VERSION, registerApiRoutes } from './api.ts';
import { installationRoot, readAssets } from './assets.ts';
import { registerClockRoutes } from './clock-routes.ts';
import { createEdge, type PageEdge } from './edge.ts';
import { addErrorHandling } from './error-handling.tsx';
import { registerFileRoutes } from './file-routes.ts';
import { registerGalleryRoutes } from './gallery-routes.tsx';
import { addGate } from './gate.ts';
import { registerHomeRoutes } from './home-routes.tsx';
import { PROCESSING_ACTIVITIES } from './processing-activities.ts';

export interface AppOptions {
  readonly db: Kysely<DB>;
  readonly kind: 'demo' | 'real';
  readonly rateLimits: boolean;
  readonly trustProxy: boolean;
  /** Where people reach the product, for links in mail. */
  readonly publicUrl?: string | undefined;
  readonly logger: FastifyBaseLogger | false;
  /** Keys for what is sealed: files, late forms. */
  readonly keys: MasterKey;
  /** What /gezond tells when all is well. */
  readonly health: object;
  /** Runs everything that became due up to the moment the demo clock now shows. */
  readonly runDue: () => Promise<void>;
  /** Only tests pass this, through test/support/app.ts. */
  readonly trial?: Trial;
}

/** Takes one belt off to see that the other holds, or looks over the shoulder of the pipeline. */
export interface Trial {
  /** The access rule of a route is not asked: what keeps organisations apart is then the database alone. */
  readonly openGate?: boolean;
  /** Called before the features register their routes: for a hook that counts, or a route that must be caught. */
  readonly extend?: (app: FastifyInstance, edge: PageEdge) => void;
}

export interface App {
  readonly server: FastifyInstance;
  readonly routes: readonly RouteEntry[];
}

const ACTIVITIES: ReadonlySet<string> = new Set(PROCESSING_ACTIVITIES.map(({ id }) => id));
const FORM_LIMIT = 1_048_576;

/** From one address, which may be the whole office of a large city: a hundred pages a second, and a fifth of that in forms. */
const REQUESTS_A_MINUTE = { read: 6000, write: 1200 };

/** An address that cannot be decoded, such as /%ff, names nothing: it becomes a 404 with everything an answer carries. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0]!);
    return true;
  } catch {
    return false;
  }
}

/** The whole pipeline, in the order in which a request meets it, and every feature's routes. */
export async function buildApp(options: AppOptions): Promise<App> {
  const root = installationRoot();
  const isDemo = options.kind === 'demo';
  const isHttps = !isDemo;
  const routes: RouteEntry[] = [];
  const app = Fastify({
    ...(options.logger ? { loggerInstance: options.logger } : { logger: false }),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy,
    genReqId: () => newId(),
    bodyLimit: FORM_LIMIT,
    routerOptions: { maxParamLength: 200 },
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : url.replaceAll('%', '%25')),
  });
  app.addHook('onRoute', (route) => {
    for (const method of [route.method].flat()) {
      if (method !== 'HEAD' && method !== 'OPTIONS' && !route.url.startsWith('/assets/'))
        routes.push(checkRoute(method, route.url, route.config, ACTIVITIES));
    }
  });
  const edge = createEdge({ db: options.db, isDemo, assets: readAssets(root) });

  addErrorHandling(app, edge, () => routes);
  addSecurityHeaders(app, { https: isHttps });
  if (isDemo) {
    // what a page costs, for the bench and for whoever looks
    app.addHook('onSend', async (request, reply) => {
      if (request.meter) reply.header('Server-Timing', `db;desc="${request.meter.statements}"`);
    });
  }
  await app.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] });
  await app.register(fastifyCookie);
  await app.register(formbody, { bodyLimit: FORM_LIMIT });
  await addMultipart(app, sessionCookie(isHttps).name);
  if (options.rateLimits) {
    await app.register(rateLimit, {
      max: (request) => (request.method === 'GET' ? REQUESTS_A_MINUTE.read : REQUESTS_A_MINUTE.write),
      timeWindow: '1 minute',
      keyGenerator: (request) => `${request.ip} ${request.method === 'GET'}`,
    });
  }
  addGate(app, { db: options.db, isHttps, isDemo, isOpen: options.trial?.openGate ?? false });
  options.trial?.extend?.(app, edge);

  app.get('/gezond', { config: { access: 'public', purpose: 'geen', data: ['D0'] } }, async () => options.health);
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
  registerHomeRoutes(app, edge);
  registerSessionRoutes(app, edge, { isDemo, isHttps });
  registerOrganisationRoutes(app, edge, { isDemo });
  registerApproachRoutes(app, edge, { isDemo, keys: options.keys });
  registerInsightRoutes(app, edge, {
    isDemo,
    publicUrl: options.publicUrl,
    inTenant: (tenantId, run) => enter(options.db, { door: 'own', tenantId }, run),
  });
  registerMessageRoutes(app, edge, { isDemo, publicUrl: options.publicUrl });
  registerFileRoutes(app, edge, options.keys);
  if (isDemo) {
    registerDemoRoutes(app, edge, { isHttps });
    registerGalleryRoutes(app, edge);
    registerClockRoutes(app, { db: options.db, runDue: options.runDue });
  }
  registerApiRoutes(app, () => routes);
  await app.ready();
  return { server: app, routes };
}

export { API_VERSION };
