import type { RouteEntry } from '../platform/http/route-config.ts';

/** The route table for people and programs outside: `cli routes --json` and docs/adressen.md. */
export function describeRoutes(routes: readonly RouteEntry[]) {
  return routes.map(({ method, path, config }) => ({
    methode: method,
    pad: path,
    rollen: config.access === 'public' ? 'iedereen' : config.access === 'signed-in' ? 'ingelogd' : [...config.access],
    doel: config.purpose,
    gegevensklassen: [...config.data],
    parameters: [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!),
    velden: Object.keys(config.fields?.shape ?? config.api?.query?.shape ?? {}),
    soort: path.startsWith('/api/') ? 'api' : 'page',
    alleenVoorbeeldomgeving: config.demoOnly ?? false,
  }));
}
