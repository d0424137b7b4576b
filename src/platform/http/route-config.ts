import type { ZodObject, ZodType } from 'zod';
import type { Role } from '../../shared-kernel/role.ts';
import type { DataClass } from '../db/table-register.ts';

/** Who may come in: everybody, whoever is signed in, or these roles. */
export type Access = 'public' | 'signed-in' | readonly Role[];

/** How one operation of the interface between systems is described; becomes OpenAPI. */
export interface ApiDescription {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** The part of the interface that a registered system may use; without it a system does not come in here. */
  readonly only?: string;
  readonly headers?: ZodObject;
  readonly query?: ZodObject;
  readonly params?: ZodObject;
  readonly body?: ZodType;
  readonly responses: Readonly<Record<number, { readonly description: string; readonly schema?: ZodType }>>;
}

/** What every route declares; without access and purpose the server does not start. */
export interface RouteConfig {
  readonly access: Access;
  /** Processing activity of the register, e.g. 'VA-11'; 'geen' when no personal data is touched. */
  readonly purpose: string;
  /** Data classes that the answer may hold, besides the visitor's own name, roles and sessions. */
  readonly data: readonly DataClass[];
  /** Verb and noun for the audit log; every route that writes has one. */
  readonly action?: string;
  /** The fields of its form: names and meaning stand in docs/adressen.md. */
  readonly fields?: ZodObject;
  /** For a path with a parameter: where a test finds a value that exists for the organisation. */
  readonly sample?: string;
  /** Exists only in a demo database. */
  readonly demoOnly?: boolean;
  /**
   * Makes new records of a part of the product that is off until its start gate is open for the organisation, such as 'signals'.
   * A route that goes on with what runs names none: closing stops what is new, never help that was begun.
   */
  readonly gate?: string;
  /** Asks a strong sign-in of the last minutes: an emergency, a place of stay, roles, large exports. */
  readonly stepUp?: true;
  /** The few forms that need no token: they start a session. */
  readonly csrf?: false;
  readonly api?: ApiDescription;
  /** Larger than a form: an upload. */
  readonly multipart?: boolean;
  /** Opens or seals something although its answer holds no D3–D8, such as a document. Those and uploads get keys of themselves. */
  readonly sealed?: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig extends Partial<RouteConfig> {}
}

/** One row of the route table, as `cli routes --json` and docs/adressen.md give it. */
export interface RouteEntry {
  readonly method: string;
  readonly path: string;
  readonly config: RouteConfig;
}

/** A route forgot something; the server does not start. */
export class RouteDeclarationError extends Error {}

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Checks the declaration of one route against the known processing activities and start gates.
 * @throws RouteDeclarationError that names the route and what is missing.
 */
export function checkRoute(
  method: string,
  path: string,
  config: Partial<RouteConfig> | undefined,
  activities: ReadonlySet<string>,
  gates: ReadonlySet<string>,
): RouteEntry {
  const name = `${method} ${path}`;
  if (!config?.access) throw new RouteDeclarationError(`${name} does not declare who has access`);
  if (!config.purpose) throw new RouteDeclarationError(`${name} does not declare its purpose`);
  if (config.purpose !== 'geen' && !activities.has(config.purpose))
    throw new RouteDeclarationError(`${name} names an unknown processing activity: ${config.purpose}`);
  if (!config.data) throw new RouteDeclarationError(`${name} does not declare the data classes of its answer`);
  if (WRITES.has(method) && !config.action)
    throw new RouteDeclarationError(`${name} writes and does not name its action for the audit log`);
  if (path.includes(':') && !config.sample)
    throw new RouteDeclarationError(`${name} has a parameter and names no sample for the access test`);
  if (config.gate !== undefined && !gates.has(config.gate))
    throw new RouteDeclarationError(`${name} names an unknown start gate: ${config.gate}`);
  return { method, path, config: config as RouteConfig };
}
