import type { RouteEntry } from '../http/route-config.ts';
import type { ApiRoute } from './build-openapi.ts';

/** The routes of the route table that carry a description for other systems, as the OpenAPI document wants them. */
export function apiRoutes(entries: readonly RouteEntry[]): ApiRoute[] {
  return entries.flatMap(({ method, path, config }) =>
    config.api && isApiMethod(method)
      ? [{ ...config.api, method, path, security: config.access === 'public' ? 'open' : 'bearer' }]
      : [],
  );
}

function isApiMethod(method: string): method is ApiRoute['method'] {
  return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method);
}
