import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { RouteEntry } from '../platform/http/route-config.ts';
import { type ApiRoute, buildOpenApi } from '../platform/openapi/build-openapi.ts';
import { DEMO_MARK } from '../shared-kernel/demo-mark.ts';

/** The version of the interface between systems (semver); a change of it stands in CHANGELOG.md. */
export const API_VERSION = '1.6.0';

/** The OpenAPI description of every route that declares one. */
export function openApiOf(routes: readonly RouteEntry[], isDemo = false) {
  return buildOpenApi(
    {
      title: 'In Beeld',
      version: API_VERSION,
      description: `Koppelvlak van In Beeld, voor de lokale aanpak van mensenhandel.${isDemo ? ` ${DEMO_MARK}.` : ''}`,
      contact: {
        name: 'In Beeld, beheer van het koppelvlak',
        email: 'koppelvlak@in-beeld.invalid',
        url: 'https://in-beeld.invalid/koppelvlak',
      },
      server: '/api/v1',
      tags: [
        { name: 'Beschrijving', description: 'Wat dit koppelvlak kan.' },
        { name: 'Gemeenten', description: 'De gemeenten van vandaag.' },
        {
          name: 'Signalen',
          description: 'Een signaal doorgeven vanuit een systeem van de gemeente, en vragen hoe het staat.',
        },
        { name: 'Aanpak', description: 'Hoe de aanpak van gemeenten ervoor staat.' },
        { name: 'Registraties', description: 'Aanmelden bij het landelijke register.' },
        { name: 'Opvang', description: 'De eigen plekken van een opvang.' },
        { name: 'Zorgcoördinatie', description: 'Procedures en klokken van de zorgcoördinatie.' },
        { name: 'Cijfers', description: 'Wat is geregistreerd en wat is geschat.' },
      ],
    },
    routes.flatMap(({ method, path, config }) =>
      config.api
        ? [
            {
              method: method as ApiRoute['method'],
              path,
              security: config.access === 'public' ? ('open' as const) : ('bearer' as const),
              ...config.api,
            },
          ]
        : [],
    ),
  );
}

/** The description itself, open for everybody and from every website. */
export function registerApiRoutes(app: FastifyInstance, routes: () => readonly RouteEntry[], isDemo: boolean): void {
  app.get(
    '/api/v1/openapi.json',
    {
      config: {
        access: 'public',
        purpose: 'geen',
        data: ['D0'],
        api: {
          operationId: 'beschrijvingOpvragen',
          tags: ['Beschrijving'],
          summary: 'Deze beschrijving opvragen',
          description: 'De OpenAPI-beschrijving van dit koppelvlak, te lezen vanaf elke website.',
          responses: { 200: { description: 'De beschrijving.', schema: DescriptionBody } },
        },
      },
    },
    async (_request, reply) =>
      reply
        .header('Access-Control-Allow-Origin', '*')
        .header('Cross-Origin-Resource-Policy', 'cross-origin')
        // a document of another standard: it has no room for a member of ours
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(openApiOf(routes(), isDemo))),
  );
}

const DescriptionBody = z.looseObject({ openapi: z.string() }).meta({ id: 'Beschrijving' });
