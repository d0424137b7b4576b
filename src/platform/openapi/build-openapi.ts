import { z } from 'zod';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** What one operation of the API promises. The same Zod schemas check requests and answers, so that document and code cannot part ways. */
export interface ApiRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As the server knows it, with the base path: `/api/v1/gemeenten/:code`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  /** Dutch, for who builds on the API. */
  readonly description: string;
  readonly tags: readonly string[];
  readonly headers?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly params?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly responses: Readonly<Record<number, { readonly description: string; readonly schema?: z.ZodType }>>;
  readonly security: 'open' | 'bearer';
}

export interface ApiInfo {
  readonly title: string;
  /** Semantic version; its major part is the one in the address. Also sent as the header `API-Version`. */
  readonly version: string;
  readonly description: string;
  readonly contact: { readonly name: string; readonly email: string; readonly url: string };
  /** Where the API lives, ending in its major version: `/api/v1` or `https://voorbeeld.nl/api/v1`. */
  readonly server: string;
  readonly tags: readonly { readonly name: string; readonly description: string }[];
}

/** Every error of the API. Source: RFC 9457. `detail` never repeats what was sent: it may be personal data. */
export const Problem = z
  .object({
    type: z.string().meta({ description: 'Adres van de uitleg bij deze soort fout.' }),
    status: z.int().min(400).max(599),
    title: z.string(),
    detail: z.string(),
    instance: z.string().meta({ description: 'Verwijzing naar deze ene keer, voor als u ons belt.' }),
    merk: z.string().optional().meta({ description: 'Alleen in een voorbeeldomgeving: dit is verzonnen.' }),
  })
  .meta({ id: 'Probleem' });

/** One wrong value in the request. Source: NLgov API Design Rules 2.2, draft on invalid input; no other members are allowed. */
export const InputError = z
  .object({
    in: z.enum(['body', 'query', 'path', 'header']),
    location: z
      .object({
        pointer: z.string().optional().meta({ description: 'JSON Pointer in het bericht.' }),
        name: z.string().optional().meta({ description: 'Naam van de parameter.' }),
        index: z.int().min(0).optional(),
      })
      .optional(),
    code: z.string().optional(),
    detail: z.string(),
  })
  .meta({ id: 'Invoerfout' });

/** The answer 400: all wrong values at once. */
export const InvalidInput = Problem.extend({ errors: z.array(InputError).min(1) }).meta({ id: 'OngeldigeInvoer' });

const ERROR_TEXTS: Readonly<Record<number, string>> = {
  400: 'De vraag is niet goed ingevuld. Alle fouten staan in het antwoord.',
  401: 'U bent niet aangemeld, of uw token is verlopen.',
  403: 'Met uw rol mag u dit niet.',
  404: 'Dit bestaat niet, of het is niet van u.',
  409: 'Dit kan nu niet. In het antwoord staat waarom.',
  413: 'Het bericht is te groot.',
  415: 'Stuur JSON.',
  429: 'Te veel vragen achter elkaar. Wacht even.',
  500: 'Er ging bij ons iets mis. Er is niets opgeslagen.',
  503: 'De dienst is nog niet klaar of even niet bereikbaar.',
};

/**
 * The OpenAPI 3.1 document of these routes. Pure: the same routes give the same document.
 * Adds to every operation the errors it can always give, and to every response the header `API-Version`.
 * @throws Error when a route cannot be described: outside the base path, a path parameter without schema, one schema id with two meanings.
 */
export function buildOpenApi(api: ApiInfo, routes: readonly ApiRoute[]): JsonObject {
  const schemas = new Map<string, JsonObject>();
  const basePath = new URL(api.server, 'https://in-beeld.invalid').pathname;
  const paths: Record<string, Record<string, Json>> = {};

  for (const route of routes) {
    if (!route.path.startsWith(`${basePath}/`)) throw new Error(`${route.path} is not under ${basePath}`);
    const path = route.path.slice(basePath.length).replaceAll(/:(\w+)/g, '{$1}');
    const item = paths[path] ?? {};
    paths[path] = item;
    const method = route.method.toLowerCase();
    if (item[method]) throw new Error(`${route.method} ${path} is described twice`);
    item[method] = operation(route, path, schemas);
  }

  return {
    openapi: '3.1.1',
    info: { title: api.title, version: api.version, description: api.description, contact: api.contact },
    servers: [{ url: api.server }],
    tags: api.tags.map(({ name, description }) => ({ name, description })),
    paths: sorted(paths),
    components: {
      schemas: sorted(Object.fromEntries(schemas)),
      headers: {
        'API-Version': {
          description: 'Volledige versie van de API.',
          schema: { type: 'string', example: api.version },
        },
        'Retry-After': { description: 'Aantal seconden om te wachten.', schema: { type: 'integer', minimum: 0 } },
      },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function operation(route: ApiRoute, path: string, schemas: Map<string, JsonObject>): JsonObject {
  const parameters = [
    ...parametersOf(route.params, 'path', schemas),
    ...parametersOf(route.query, 'query', schemas),
    ...parametersOf(route.headers, 'header', schemas),
  ];
  const declared = new Set(
    parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name),
  );
  for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g)) {
    if (!declared.has(name)) throw new Error(`${route.method} ${path}: no schema for path parameter ${name}`);
  }
  return {
    operationId: route.operationId,
    summary: route.summary,
    description: route.description,
    tags: route.tags,
    security: route.security === 'bearer' ? [{ bearer: [] }] : [],
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(route.body, 'input', schemas) } },
      },
    }),
    responses: responsesOf(route, schemas),
  };
}

function responsesOf(route: ApiRoute, schemas: Map<string, JsonObject>): JsonObject {
  const always = [
    ...(route.query || route.params || route.body || route.headers ? [400] : []),
    ...(route.security === 'bearer' ? [401, 403] : []),
    ...(route.params ? [404] : []),
    ...(route.body ? [413, 415] : []),
    429,
    500,
    503,
  ];
  const texts: Record<number, string> = {};
  for (const status of always) texts[status] = ERROR_TEXTS[status] ?? '';
  for (const [status, { description }] of Object.entries(route.responses)) texts[Number(status)] = description;

  const responses: Record<string, Json> = {};
  for (const [status, description] of Object.entries(texts)) {
    const code = Number(status);
    const problem = code === 400 ? InvalidInput : Problem;
    const schema = code >= 400 ? problem : route.responses[code]?.schema;
    const mediaType = code >= 400 ? 'application/problem+json' : 'application/json';
    responses[status] = {
      description,
      headers: {
        'API-Version': { $ref: '#/components/headers/API-Version' },
        ...((code === 429 || code === 503) && { 'Retry-After': { $ref: '#/components/headers/Retry-After' } }),
      },
      ...(schema && { content: { [mediaType]: { schema: schemaOf(schema, 'output', schemas) } } }),
    };
  }
  return responses;
}

interface Parameter extends JsonObject {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
}

function parametersOf(
  object: z.ZodObject | undefined,
  place: 'path' | 'query' | 'header',
  schemas: Map<string, JsonObject>,
): Parameter[] {
  return Object.entries(object?.shape ?? {}).map(([name, type]) => {
    const { description, ...schema } = schemaOf(type, 'input', schemas);
    return {
      name,
      in: place,
      required: place === 'path' || !z.safeParse(type, undefined).success,
      ...(description !== undefined && { description }),
      schema,
    };
  });
}

/** One schema as JSON Schema 2020-12; everything that has an id moves to the components and leaves a reference behind. */
function schemaOf(type: z.core.$ZodType, io: 'input' | 'output', schemas: Map<string, JsonObject>): JsonObject {
  const { $schema: _, $defs, ...root } = z.toJSONSchema(type, { io, override: ({ jsonSchema }) => plain(jsonSchema) });
  const relocated = JSON.parse(
    JSON.stringify({ root, $defs: $defs ?? {} }).replaceAll('"#/$defs/', '"#/components/schemas/'),
  ) as {
    root: JsonObject;
    $defs: Record<string, JsonObject>;
  };
  for (const [id, { id: _id, ...schema }] of Object.entries(relocated.$defs)) {
    if (id.startsWith('__')) throw new Error(`a schema that refers to itself needs an id: ${JSON.stringify(schema)}`);
    const known = schemas.get(id);
    if (known && JSON.stringify(known) !== JSON.stringify(schema)) throw new Error(`schema ${id} has two meanings`);
    schemas.set(id, schema);
  }
  return relocated.root;
}

/** Leaves out what says nothing to a reader: the pattern behind a named format, and the limits of whole numbers in JavaScript. */
function plain(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.format) delete schema.pattern;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
