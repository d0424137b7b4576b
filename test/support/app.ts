import type { FastifyInstance } from 'fastify';
import type { InjectOptions, Response } from 'light-my-request';
import { parseHTML } from 'linkedom';
import { buildApp, type Trial } from '../../src/app/build-app.ts';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { startSession } from '../../src/features/accounts/use-cases/sessions.ts';
import { realNow } from '../../src/platform/clock/real-time.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { createDocumentPress } from '../../src/platform/documents/document-press.ts';
import type { RouteEntry } from '../../src/platform/http/route-config.ts';
import { ringSource } from '../../src/platform/vault/key-ring.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import type { TestDatabase } from './database.ts';
import { TEST_MASTER_KEY } from './test-master-key.ts';

export interface TestApp {
  readonly server: FastifyInstance;
  readonly routes: readonly RouteEntry[];
  /** A browser without JavaScript, signed in as this person, or as nobody. */
  visitor(actor?: Actor): Promise<Visitor>;
}

/** Where people would reach the product of a test. */
export const TEST_URL = 'https://inbeeld.voorbeeld.invalid';

/** Keys that every test knows. */
export const TEST_KEYS = ringSource(async () => TEST_MASTER_KEY, 'De sleutel van de proef');

/** One for all applications of a worker: starting its process takes longer than most tests. It lets go by itself. */
const PRESS = createDocumentPress();

/** The real application on a test database, called without a socket. */
export async function testApp(
  database: TestDatabase,
  kind: 'demo' | 'real' = 'demo',
  { outboundAllow, ...trial }: Trial & { readonly outboundAllow?: readonly string[] } = {},
): Promise<TestApp> {
  const { server, routes } = await buildApp({
    db: database.kysely,
    kind,
    rateLimits: false,
    trustProxy: true,
    logger: false,
    vault: createVault(database.kysely, TEST_KEYS),
    health: { status: 'ok' },
    ...(outboundAllow && { publicUrl: TEST_URL, outboundAllow }),
    runDue: async () => {
      await runEverythingDue(database.kysely, kind, { wait: true });
    },
    trial: { press: PRESS, ...trial },
  });
  return {
    server,
    routes,
    async visitor(actor) {
      if (!actor) return new Visitor(server, undefined);
      const session = await enter(database.kysely, { door: 'account' }, (tx) =>
        startSession(
          tx,
          { personId: actor.personId, membershipId: actor.membershipId, device: 'test', isDemo: true },
          realNow(),
        ),
      );
      return new Visitor(server, `${kind === 'demo' ? 'inbeeld' : '__Host-inbeeld'}=${session.token}`);
    },
  };
}

export interface FilledForm {
  readonly action: string;
  readonly fields: Record<string, string>;
}

/** Reads pages, fills in their forms and sends them, as a browser without JavaScript does. */
export class Visitor {
  constructor(
    private readonly server: FastifyInstance,
    readonly cookie: string | undefined,
  ) {}

  async request(options: InjectOptions): Promise<Response> {
    const headers = {
      'x-forwarded-proto': 'https',
      accept: 'text/html',
      ...(this.cookie && { cookie: this.cookie }),
      ...options.headers,
    };
    return this.server.inject({ ...options, headers });
  }

  get(url: string): Promise<Response> {
    return this.request({ method: 'GET', url });
  }

  async page(url: string): Promise<Document> {
    return documentOf(await this.get(url));
  }

  /** The first form of the page that posts to `action` (default: the first inside main), with the values it shows. */
  async form(url: string, action?: string): Promise<FilledForm> {
    return formOf(await this.page(url), action);
  }

  send(form: FilledForm): Promise<Response> {
    return this.post(form.action, form.fields);
  }

  post(url: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    return this.request({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });
  }
}

export function documentOf(response: Response): Document {
  return parseHTML(response.body).document as unknown as Document;
}

/** Reads a form with the values it would send. @throws when the page has no such form. */
export function formOf(page: Document, action?: string): FilledForm {
  const form = page.querySelector(action ? `form[method="post"][action="${action}"]` : 'main form[method="post"]');
  if (!form) throw new Error(`no form ${action ?? ''} on this page`);
  const fields: Record<string, string> = {};
  for (const field of form.querySelectorAll('input[name], select[name], textarea[name]')) {
    const name = field.getAttribute('name')!;
    const type = field.getAttribute('type');
    if ((type === 'radio' || type === 'checkbox') && !field.hasAttribute('checked')) continue;
    if (type === 'file') continue;
    fields[name] =
      field.tagName === 'SELECT'
        ? (field.querySelector('option[selected]')?.getAttribute('value') ?? '')
        : field.tagName === 'TEXTAREA'
          ? (field.textContent ?? '')
          : (field.getAttribute('value') ?? '');
  }
  return { action: form.getAttribute('action')!, fields };
}
