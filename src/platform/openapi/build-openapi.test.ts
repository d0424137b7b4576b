import { expect, test } from 'vitest';
import { z } from 'zod';
import { type ApiInfo, type ApiRoute, buildOpenApi } from './build-openapi.ts';

const api: ApiInfo = {
  title: 'Voorbeeld',
  version: '1.2.3',
  description: 'Een voorbeeld.',
  contact: { name: 'Team Voorbeeld', email: 'team@voorbeeld.invalid', url: 'https://voorbeeld.invalid' },
  server: '/api/v1',
  tags: [{ name: 'Gemeenten', description: 'Gemeenten.' }],
};
const Municipality = z
  .object({ code: z.string(), beginDatum: z.iso.date(), gewijzigdTijdstip: z.iso.datetime() })
  .meta({ id: 'Gemeente' });
const list: ApiRoute = {
  method: 'GET',
  path: '/api/v1/gemeenten',
  operationId: 'gemeentenLijst',
  summary: 'Alle gemeenten',
  description: 'Alle gemeenten van Nederland.',
  tags: ['Gemeenten'],
  query: z.object({
    pagina: z.coerce.number().int().min(1).default(1).meta({ description: 'Bladzijde.' }),
    provincie: z.string(),
  }),
  responses: { 200: { description: 'De gemeenten.', schema: z.object({ gemeenten: z.array(Municipality) }) } },
  security: 'open',
};
const one: ApiRoute = {
  ...list,
  path: '/api/v1/gemeenten/:code',
  operationId: 'gemeenteLezen',
  query: z.object({}),
  params: z.object({ code: z.string() }),
  responses: {
    200: { description: 'De gemeente.', schema: Municipality },
    404: { description: 'Deze gemeente is er niet.' },
  },
  security: 'bearer',
};

/** The part of the document under these keys. */
function built(routes: readonly ApiRoute[], ...keys: (string | number)[]): unknown {
  return keys.reduce<unknown>(
    (part, key) => (part as Record<string | number, unknown>)[key],
    buildOpenApi(api, routes),
  );
}
const keysOf = (part: unknown): string[] => Object.keys(part as object);
const operation = ['paths', '/gemeenten/{code}', 'get'] as const;

test('writes paths without the base path, with parameters in braces', () => {
  expect(keysOf(built([list, one], 'paths'))).toEqual(['/gemeenten', '/gemeenten/{code}']);
});

test('moves a schema with an id to the components and refers to it', () => {
  const property = built([list, one], 'components', 'schemas', 'Gemeente', 'properties', 'beginDatum');
  expect(property).toEqual({ type: 'string', format: 'date' });
  const answer = built([list, one], ...operation, 'responses', 200, 'content', 'application/json', 'schema');
  expect(answer).toEqual({ $ref: '#/components/schemas/Gemeente' });
});

test('a query parameter with a default is not required, one without is', () => {
  expect(built([list], 'paths', '/gemeenten', 'get', 'parameters')).toEqual([
    {
      name: 'pagina',
      in: 'query',
      required: false,
      description: 'Bladzijde.',
      schema: { default: 1, type: 'integer', minimum: 1 },
    },
    { name: 'provincie', in: 'query', required: true, schema: { type: 'string' } },
  ]);
});

test('adds the errors an operation can always give; a text of the route itself wins', () => {
  expect(keysOf(built([one], ...operation, 'responses'))).toEqual([
    '200',
    '400',
    '401',
    '403',
    '404',
    '429',
    '500',
    '503',
  ]);
  expect(built([one], ...operation, 'responses', 404, 'description')).toBe('Deze gemeente is er niet.');
});

test('every error is a problem, and 400 lists the wrong values', () => {
  const schema = (status: number) =>
    built([one], ...operation, 'responses', status, 'content', 'application/problem+json', 'schema', '$ref');
  expect(schema(400)).toBe('#/components/schemas/OngeldigeInvoer');
  expect(schema(404)).toBe('#/components/schemas/Probleem');
});

test('every response carries the version header', () => {
  for (const response of Object.values(
    built([one], ...operation, 'responses') as Record<string, { headers: object }>,
  )) {
    expect(keysOf(response.headers)).toContain('API-Version');
  }
});

test('an open operation says so, a closed one asks a bearer token', () => {
  expect(built([list], 'paths', '/gemeenten', 'get', 'security')).toEqual([]);
  expect(built([one], ...operation, 'security')).toEqual([{ bearer: [] }]);
});

test('refuses a route it cannot describe', () => {
  const { params: _, ...withoutParams } = one;
  expect(() => buildOpenApi(api, [withoutParams])).toThrow('no schema for path parameter code');
  expect(() => buildOpenApi(api, [{ ...list, path: '/gemeenten' }])).toThrow('not under /api/v1');
  expect(() => buildOpenApi(api, [list, list])).toThrow('described twice');
});

test('refuses one schema id with two meanings, such as a field that is required in the answer but not in the request', () => {
  const Note = z.object({ tekst: z.string().default('') }).meta({ id: 'Notitie' });
  const both: ApiRoute = {
    ...list,
    method: 'POST',
    body: Note,
    responses: { 201: { description: 'Gemaakt.', schema: Note } },
  };
  expect(() => buildOpenApi(api, [both])).toThrow('schema Notitie has two meanings');
});
