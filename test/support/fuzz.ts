import fc from 'fast-check';
import { HOSTILE_TEXTS } from './hostile-texts.ts';

type Schema = Readonly<Record<string, unknown>>;

/** One operation as the OpenAPI document describes it: nothing here is known from the code. */
export interface Operation {
  readonly method: string;
  /** With its parameters in braces, from the root of the server: `/api/v1/signalen/{kenmerk}`. */
  readonly path: string;
  readonly isOpen: boolean;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly body: Schema | undefined;
  /** What it says it answers, by status; the schema of a good answer when it has one. */
  readonly answers: ReadonlyMap<number, Schema | undefined>;
}

/** A request that no person would send, with a word for it. */
export interface Shot {
  readonly what: string;
  readonly query: string;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | Buffer | undefined;
}

interface Document {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
}

/** Every operation of an OpenAPI 3.1 document. */
export function operationsOf(document: unknown): readonly Operation[] {
  const { servers, paths } = document as Document;
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, each]) => ({
      method: method.toUpperCase(),
      path: `${servers[0]!.url}${path}`,
      isOpen: (each.security as readonly unknown[]).length === 0,
      parameters: (each.parameters ?? []) as Operation['parameters'],
      body: schemaIn(each.requestBody),
      answers: new Map(
        Object.entries(each.responses as Record<string, unknown>).map(([status, answer]) => [
          Number(status),
          schemaIn(answer),
        ]),
      ),
    })),
  );
}

function schemaIn(holder: unknown): Schema | undefined {
  const content = (holder as { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> } | undefined)
    ?.content;
  return content && Object.values(content)[0]?.schema;
}

/** What stands in no schema. */
const WRONG_VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  0.1,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  [],
  {},
  [[[[[[]]]]]],
  { $ref: '#' },
  { toString: 'x', valueOf: 1, length: -1, constructor: { prototype: {} } },
  JSON.parse('{"__proto__":{"isAdmin":true,"status":200}}'),
  Array.from({ length: 2_000 }, () => 'a'),
  Number.NaN,
  '\ud800',
  '\u0000',
  '9999-99-99',
  '0000-00-00',
  '+275760-09-13',
  '00000000-0000-0000-0000-000000000000',
];
const hostile = fc.oneof(
  fc.constantFrom(...WRONG_VALUES),
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.anything({ withNullPrototype: false, maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

/** Values that a schema allows; what it leaves open is filled with anything. */
function valid(schema: Schema, components: Readonly<Record<string, Schema>>): fc.Arbitrary<unknown> {
  if (typeof schema.$ref === 'string')
    return fc.constant(null).chain(() => valid(components[(schema.$ref as string).split('/').at(-1)!]!, components));
  const choices = (schema.anyOf ?? schema.oneOf) as readonly Schema[] | undefined;
  if (choices) return fc.oneof(...choices.map((each) => valid(each, components)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...(schema.enum as readonly unknown[]));
  switch (schema.type) {
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'integer':
    case 'number': {
      const min = Number(schema.minimum ?? -10);
      return fc.integer({ min, max: Math.max(min, Math.min(Number(schema.maximum ?? 1_000), 1_000)) });
    }
    case 'array':
      return fc.array(valid((schema.items ?? {}) as Schema, components), { maxLength: 4 });
    case 'object': {
      const required = new Set((schema.required ?? []) as readonly string[]);
      const properties = Object.entries((schema.properties ?? {}) as Readonly<Record<string, Schema>>);
      return fc.record(Object.fromEntries(properties.map(([name, each]) => [name, valid(each, components)])), {
        requiredKeys: properties.flatMap(([name]) => (required.has(name) ? [name] : [])),
      });
    }
    case 'string':
      return textLike(schema);
    default:
      return fc.jsonValue();
  }
}

function textLike({ format, pattern, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date') return fc.constantFrom('2026-11-30', '2027-02-28', '1900-01-01', '9999-12-31');
  if (format === 'date-time') return fc.constantFrom('2026-11-30T12:00:00Z');
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern), { size: 'small' });
  return fc.string({ minLength: Number(minLength), maxLength: Math.min(Number(maxLength), 60), unit: 'grapheme' });
}

/** Replaces one value anywhere in a message, or adds a member that nobody asked for. */
function spoiled(message: unknown): fc.Arbitrary<unknown> {
  const places = placesIn(message);
  return fc
    .tuple(fc.constantFrom(...places), hostile, fc.constantFrom('replace', 'add'))
    .map(([place, value, how]) => changed(message, place, value, how === 'add'));
}

type Place = readonly (string | number)[];
function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, each]) => placesIn(each, [...at, key]))];
}

function changed(value: unknown, place: Place, to: unknown, isAdded: boolean): unknown {
  const [key, ...rest] = place;
  if (key === undefined) {
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isAdded && isRecord ? { ...value, tenant_id: to, constructor: to } : to;
  }
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[key] = changed(copy[key], rest, to, isAdded);
  return copy;
}

const JSON_TYPE = 'application/json';
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** Whole messages that are wrong before anybody reads a member: as bytes, with the kind of content they claim to be. */
const RAW: readonly (readonly [what: string, type: string, payload: string | Buffer])[] = [
  ['no JSON', JSON_TYPE, '{"a":'],
  ['nothing', JSON_TYPE, ''],
  ['a BOM', JSON_TYPE, '\ufeff{}'],
  ['bytes that are no text', JSON_TYPE, Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
  ['the prototype as a member', JSON_TYPE, '{"__proto__":{"soort":"plek"},"constructor":{"prototype":{"a":1}}}'],
  ['a member twice', JSON_TYPE, '{"soort":"plek","soort":"persoon"}'],
  ['a number beyond numbers', JSON_TYPE, '{"gevaar":1e99999,"soort":-0}'],
  ['fifty lists in each other', JSON_TYPE, deep(50)],
  ['ten thousand lists in each other', JSON_TYPE, deep(10_000)],
  ['records in each other', JSON_TYPE, `${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`],
  ['a million times a letter', JSON_TYPE, JSON.stringify({ gezien: 'a'.repeat(1_000_000) })],
  ['two megabytes', JSON_TYPE, JSON.stringify({ gezien: 'ë'.repeat(1_000_000) })],
  ['a hundred thousand members', JSON_TYPE, JSON.stringify(Array.from({ length: 100_000 }, (_, n) => n))],
  ['text', 'text/plain', '{"soort":"plek"}'],
  ['XML', 'application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
  ['a form', 'application/x-www-form-urlencoded', 'soort=plek&__proto__[a]=1'],
  ['a form in parts without end', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"'],
  ['a kind of content that is none', 'a/b;;;charset="', '{}'],
  ['JSON in another writing', 'application/json; charset=utf-16', Buffer.from('{"a":1}', 'utf16le')],
];

/** Shots at one operation: from its own schema, with one value spoiled, with hostile parameters and headers, and raw. */
export function shotsAt(
  operation: Operation,
  components: Readonly<Record<string, Schema>>,
  known: Readonly<Record<string, string>>,
): fc.Arbitrary<Shot> {
  const query = operation.parameters.filter((each) => each.in === 'query');
  const headerNames = operation.parameters.filter((each) => each.in === 'header').map(({ name }) => name);
  const paramNames = operation.parameters.filter((each) => each.in === 'path').map(({ name }) => name);
  const asText = (value: unknown) => (typeof value === 'object' ? (JSON.stringify(value) ?? '') : String(value));

  const goodQuery = fc
    .record(Object.fromEntries(query.map(({ name, schema }) => [name, valid(schema, components)])), {
      requiredKeys: [],
    })
    .map((values) =>
      Object.entries(values).map(([name, value]) => `${encodeURIComponent(name)}=${written(asText(value))}`),
    );
  const badQuery = fc
    .array(
      fc.tuple(fc.constantFrom(...query.map(({ name }) => name), '__proto__', 'constructor', 'a[b][c]', ''), hostile),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((pairs) => pairs.map(([name, value]) => `${name}=${written(asText(value))}`));
  const goodParams = fc.constant(Object.fromEntries(paramNames.map((name) => [name, known[name] ?? 'x'])));
  const badParams = fc
    .array(hostile, { minLength: paramNames.length, maxLength: paramNames.length })
    .map((values) => Object.fromEntries(paramNames.map((name, at) => [name, asText(values[at]) || 'x'])));
  const key = fc.uuid().map((id) => Object.fromEntries(headerNames.map((name) => [name, id])));
  const badHeaders = fc
    .string({ unit: fc.constantFrom('a', '-', '$', ' ', "'", '%', '{', '~'), maxLength: 300 })
    .map((value) => ({
      ...Object.fromEntries(headerNames.map((name) => [name, value])),
      traceparent: `00-${'0'.repeat(32)}-${'f'.repeat(16)}-zz`,
      'accept-language': 'x'.repeat(500),
      'content-encoding': 'identity',
    }));
  const none = fc.constant<readonly string[]>([]);
  const body = operation.body ? valid(operation.body, components) : fc.constant(undefined);
  const asJson = (value: unknown) => (value === undefined ? undefined : JSON.stringify(value));
  const shot = (
    what: string,
    parts: fc.Arbitrary<
      readonly [readonly string[], Record<string, string>, Record<string, string>, string | Buffer | undefined]
    >,
  ): fc.Arbitrary<Shot> =>
    parts.map(([pairs, params, headers, payload]) => ({
      what,
      query: pairs.length > 0 ? `?${pairs.join('&')}` : '',
      params,
      headers: { ...(payload !== undefined && { 'content-type': JSON_TYPE }), ...headers },
      payload,
    }));
  const kinds: fc.Arbitrary<Shot>[] = [
    shot('by its schema', fc.tuple(goodQuery, goodParams, key, body.map(asJson))),
    shot('hostile parameters', fc.tuple(badQuery, fc.oneof(goodParams, badParams), key, body.map(asJson))),
    shot('hostile headers', fc.tuple(goodQuery, goodParams, badHeaders, body.map(asJson))),
  ];
  if (operation.body || operation.method !== 'GET')
    kinds.push(
      shot('one value spoiled', fc.tuple(none, goodParams, key, body.chain(spoiled).map(asJson))),
      fc.tuple(fc.constantFrom(...RAW), goodParams, key).map(([[what, type, payload], params, headers]) => ({
        what,
        query: '',
        params,
        headers: { ...headers, 'content-type': type },
        payload,
      })),
    );
  return fc.oneof(...kinds);
}

/** As it would stand in an address: most of it encoded; a lone surrogate, which no encoding has, as its replacement. */
function written(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** The address of a shot. */
export function addressOf({ path }: Operation, { params, query }: Shot): string {
  return path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => written(params[name] ?? 'x')) + query;
}
