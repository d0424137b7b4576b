import type { Json, JsonObject } from './build-openapi.ts';

export interface Finding {
  readonly rule: RuleId;
  /** Where in the document, as a JSON Pointer. */
  readonly path: string;
  readonly message: string;
}

export type RuleId = (typeof RULES)[number]['id'];
type Report = (path: string, message: string) => void;
interface Rule {
  readonly id: string;
  readonly check: (document: JsonObject, report: Report) => void;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'options', 'head', 'trace'];
const ALLOWED_METHODS = METHODS.filter((method) => method !== 'trace');
const CAMEL_CASE = /^[a-z][a-z\d]*([A-Z][a-z\d]*)*$/;
const KEBAB_CASE = /^[a-z\d]+(-[a-z\d]+)*$/;
const SEMVER = /^\d+\.\d+\.\d+(-[\w.-]+)?(\+[\w.-]+)?$/;
const SENSITIVE = /bsn|e-?mail|telefoon|geboorte|wachtwoord|token|voornaam|achternaam|persoonsnaam/i;
const VERBS =
  /^(get|create|update|delete|list|ophalen|zoeken|maken|toevoegen|wijzigen|verwijderen|versturen|goedkeuren|afwijzen)$/;

/**
 * Our own rules for an OpenAPI document: the testable rules of the NLgov REST API Design Rules 2.2 (/core/…, named in the
 * comments) and what those leave open. Each rule has one bad sample in test/fitness/openapi that breaks it alone.
 * TLS, security headers, CORS and what happens at run time are tested against the running server, not here.
 */
const RULES = [
  rule('openapi-version', (document, report) => {
    // doc-openapi
    if (!/^3\.\d+\.\d+$/.test(text(document.openapi))) report('/openapi', 'must be OpenAPI 3 or newer');
  }),
  rule('has-paths', (document, report) => {
    // an almost empty document breaks no other rule, and would pass unseen
    if (Object.keys(object(document.paths)).length === 0) report('/paths', 'describes nothing');
  }),
  rule('contact', (document, report) => {
    // doc-openapi-contact: who to reach, and not a general mailbox
    const contact = object(object(document.info).contact);
    for (const field of ['name', 'email', 'url']) {
      if (!text(contact[field])) report(`/info/contact/${field}`, 'is missing');
    }
    if (/^(info|contact|algemeen|post)@/i.test(text(contact.email)))
      report('/info/contact/email', 'is a general mailbox');
  }),
  rule('semver', (document, report) => {
    if (!SEMVER.test(text(object(document.info).version))) report('/info/version', 'must be a semantic version: 1.0.0');
  }),
  rule('uri-version', (document, report) => {
    const servers = list(document.servers);
    if (servers.length === 0) report('/servers', 'is missing');
    for (const [index, server] of servers.entries()) {
      if (!/\/v\d+$/.test(text(object(server).url)))
        report(`/servers/${index}/url`, 'must end in the major version: /v1');
    }
  }),
  rule('server-tls', (document, report) => {
    // transport/tls; a demo on this computer is the only exception
    for (const [index, server] of list(document.servers).entries()) {
      const url = text(object(server).url);
      if (url.startsWith('http:') && !/^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url)) {
        report(`/servers/${index}/url`, 'must use https');
      }
    }
  }),
  rule('publish-openapi', (document, report) => {
    const get = object(object(object(document.paths)['/openapi.json']).get);
    if (!isOpen(get, document)) report('/paths/~1openapi.json', 'must be there, readable without signing in');
  }),
  rule('no-trailing-slash', (document, report) => {
    for (const path of pathsOf(document)) if (path.endsWith('/')) report(pointer('paths', path), 'ends in a slash');
  }),
  rule('path-segments-kebab-case', (document, report) => {
    for (const path of pathsOf(document)) {
      const segments = path.replace(/\/$/, '').split('/').slice(1);
      for (const [index, segment] of segments.entries()) {
        const parameter = /^\{(.+)\}$/.exec(segment)?.[1];
        const isLast = index === segments.length - 1;
        const fits = parameter
          ? CAMEL_CASE.test(parameter)
          : KEBAB_CASE.test(isLast ? segment.replace(/^_/, '') : segment);
        if (!fits && path !== '/openapi.json') report(pointer('paths', path), `segment ${segment} is not kebab-case`);
      }
    }
  }),
  rule('resource-nouns', (document, report) => {
    // naming-resources: what is done stands in the method, not in the address
    for (const path of pathsOf(document)) {
      for (const segment of path.split('/'))
        if (VERBS.test(segment)) report(pointer('paths', path), `${segment} is a verb`);
    }
  }),
  rule('http-methods', (document, report) => {
    for (const { method, at } of operationsOf(document)) {
      if (!ALLOWED_METHODS.includes(method)) report(at, `${method} is not an allowed method`);
    }
  }),
  rule('operation-id', (document, report) => {
    const seen = new Set<string>();
    for (const { operation, at } of operationsOf(document)) {
      const id = text(operation.operationId);
      if (!CAMEL_CASE.test(id)) report(`${at}/operationId`, 'must be a camelCase name');
      if (seen.has(id)) report(`${at}/operationId`, `${id} is used twice`);
      seen.add(id);
    }
  }),
  rule('operation-described', (document, report) => {
    for (const { operation, at } of operationsOf(document)) {
      if (!text(operation.summary) || !text(operation.description)) report(at, 'needs a summary and a description');
    }
  }),
  rule('tags-declared', (document, report) => {
    const declared = list(document.tags).map((tag) => text(object(tag).name));
    if (new Set(declared).size < declared.length) report('/tags', 'a tag is declared twice');
    for (const { operation, at } of operationsOf(document)) {
      const tags = list(operation.tags).map(text);
      if (tags.length === 0) report(at, 'has no tag');
      for (const tag of tags) if (!declared.includes(tag)) report(`${at}/tags`, `${tag} is not declared`);
    }
  }),
  rule('path-parameters', (document, report) => {
    for (const { path, operation, at } of operationsOf(document)) {
      const inPath = parametersOf(operation).filter((parameter) => parameter.in === 'path');
      const declared = inPath
        .filter((parameter) => parameter.required === true)
        .map((parameter) => text(parameter.name));
      const used = [...path.matchAll(/\{(.+?)\}/g)].map((match) => match[1] ?? '');
      for (const name of used)
        if (!declared.includes(name)) report(at, `${name} is not declared as a required parameter`);
      for (const name of declared) if (!used.includes(name)) report(at, `${name} does not stand in the path`);
    }
  }),
  rule('query-keys-camel-case', (document, report) => {
    for (const { operation, at } of operationsOf(document)) {
      for (const { in: place, name } of parametersOf(operation)) {
        if (place === 'query' && !CAMEL_CASE.test(text(name).replace(/^\$/, '')))
          report(at, `${text(name)} is not camelCase`);
      }
    }
  }),
  rule('no-sensitive-uris', (document, report) => {
    // transport/no-sensitive-uris: addresses end up in logs
    for (const { operation, at } of operationsOf(document)) {
      for (const { in: place, name } of parametersOf(operation)) {
        if (place !== 'header' && SENSITIVE.test(text(name))) report(at, `${text(name)} may not stand in an address`);
      }
    }
  }),
  rule('property-casing', (document, report) => {
    for (const { name, at } of propertiesOf(document))
      if (!CAMEL_CASE.test(name)) report(at, `${name} is not camelCase`);
  }),
  rule('date-time-format', (document, report) => {
    // date-time/format: only these three notations of time
    for (const { schema, at } of propertiesOf(document)) {
      for (const format of formatsOf(schema)) {
        const isTime = /date|time|year|month/.test(format) && format !== 'duration';
        if (isTime && !['date', 'date-time', 'time-local'].includes(format))
          report(at, `${format} is not an allowed format`);
      }
    }
  }),
  rule('date-without-time', (document, report) => {
    // date-time/date-omit-time-portion; whatever is called "datum" is a day
    for (const { name, schema, at } of propertiesOf(document)) {
      if (/datum$/i.test(name) && !formatsOf(schema).includes('date')) report(at, `${name} must have the format date`);
    }
  }),
  rule('timestamp-name', (document, report) => {
    for (const { name, schema, at } of propertiesOf(document)) {
      if (/datum$/i.test(name)) continue;
      const isTimestamp = formatsOf(schema).includes('date-time');
      if (/tijdstip$/i.test(name) !== isTimestamp)
        report(at, 'a name ends in Tijdstip if, and only if, it is a date-time');
    }
  }),
  rule('no-dangling-reference', (document, report) => {
    walk(document, '', (node, at) => {
      const reference = node.$ref;
      if (typeof reference === 'string' && find(document, reference) === undefined)
        report(at, `${reference} does not exist`);
    });
  }),
  rule('success-described', (document, report) => {
    for (const { operation, at } of operationsOf(document)) {
      if (!Object.keys(object(operation.responses)).some((status) => /^[23]/.test(status)))
        report(at, 'never succeeds');
    }
  }),
  rule('version-header', (document, report) => {
    for (const { response, at } of responsesOf(document)) {
      if (!object(response.headers)['API-Version']) report(at, 'lacks the header API-Version');
    }
  }),
  rule('problem-details', (document, report) => {
    // error-handling/problem-details, RFC 9457
    for (const { status, response, at } of responsesOf(document)) {
      if (!/^[45]/.test(status)) continue;
      const content = object(response.content);
      const schema = resolve(document, object(content['application/problem+json']).schema);
      const required = list(schema.required).map(text);
      const isProblem = ['status', 'title', 'detail'].every((field) => required.includes(field));
      if (Object.keys(content).length !== 1 || !isProblem)
        report(at, 'must be one problem with status, title and detail');
    }
  }),
  rule('no-unprocessable', (document, report) => {
    // error-handling/invalid-input
    for (const { status, at } of responsesOf(document)) if (status === '422') report(at, 'invalid input is a 400');
  }),
  rule('invalid-input', (document, report) => {
    // error-handling/all-errors
    for (const { operation, at } of operationsOf(document)) {
      const takesInput = parametersOf(operation).length > 0 || operation.requestBody !== undefined;
      const answer = object(object(operation.responses)['400']);
      if (answer.content === undefined) {
        if (takesInput) report(at, 'takes input and needs a 400');
        continue;
      }
      const [body] = Object.values(object(answer.content));
      const schema = resolve(document, object(body).schema);
      const errors = object(object(schema.properties).errors);
      if (errors.type !== 'array' || !list(schema.required).includes('errors'))
        report(`${at}/responses/400`, 'needs the list errors');
    }
  }),
  rule('security-declared', (document, report) => {
    const schemes = Object.keys(object(object(document.components).securitySchemes));
    for (const { operation, at } of operationsOf(document)) {
      if (!Array.isArray(operation.security ?? document.security)) report(at, 'must say whether it is open');
      for (const scheme of securityOf(operation, document)) {
        if (!schemes.includes(scheme)) report(at, `security scheme ${scheme} does not exist`);
      }
    }
  }),
  rule('refusals-described', (document, report) => {
    for (const { operation, at } of operationsOf(document)) {
      if (securityOf(operation, document).length === 0) continue;
      for (const status of ['401', '403']) {
        if (object(operation.responses)[status] === undefined) report(at, `asks a token and needs a ${status}`);
      }
    }
  }),
] as const satisfies readonly Rule[];

/** The names of all rules, for the test that wants a bad sample of each. */
export const RULE_IDS: readonly RuleId[] = RULES.map(({ id }) => id);

/** All findings in an OpenAPI document; an empty list when it follows every rule. */
export function lintOpenApi(document: JsonObject): Finding[] {
  const findings: Finding[] = [];
  for (const { id, check } of RULES) check(document, (path, message) => findings.push({ rule: id, path, message }));
  return findings;
}

function rule<const Id extends string>(
  id: Id,
  check: Rule['check'],
): { readonly id: Id; readonly check: Rule['check'] } {
  return { id, check };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const object = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const pointer = (...keys: string[]): string =>
  keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
const pathsOf = (document: JsonObject): string[] => Object.keys(object(document.paths));
const parametersOf = (operation: JsonObject): JsonObject[] => list(operation.parameters).map(object);

function securityOf(operation: JsonObject, document: JsonObject): string[] {
  return list(operation.security ?? document.security).flatMap((requirement) => Object.keys(object(requirement)));
}

function isOpen(operation: JsonObject, document: JsonObject): boolean {
  return operation.responses !== undefined && securityOf(operation, document).length === 0;
}

function operationsOf(document: JsonObject) {
  return pathsOf(document).flatMap((path) =>
    Object.entries(object(object(document.paths)[path]))
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]) => ({
        path,
        method,
        operation: object(operation),
        at: pointer('paths', path, method),
      })),
  );
}

function responsesOf(document: JsonObject) {
  return operationsOf(document).flatMap(({ operation, at }) =>
    Object.entries(object(operation.responses)).map(([status, response]) => ({
      status,
      response: resolve(document, response),
      at: `${at}/responses/${status}`,
    })),
  );
}

/** Every property of every object schema, wherever it stands. */
function propertiesOf(document: JsonObject) {
  const found: { name: string; schema: JsonObject; at: string }[] = [];
  walk(document, '', (node, at) => {
    if (node.type !== 'object') return;
    for (const [name, schema] of Object.entries(object(node.properties))) {
      found.push({ name, schema: resolve(document, schema), at: at + pointer('properties', name) });
    }
  });
  return found;
}

/** The formats a value can have; more than one when it may be one of several, as in "a date or nothing". */
function formatsOf(schema: JsonObject): string[] {
  const parts = [schema, ...list(schema.anyOf).map(object), ...list(schema.oneOf).map(object)];
  return parts.map((part) => text(part.format)).filter(Boolean);
}

function walk(node: Json | undefined, at: string, visit: (node: JsonObject, at: string) => void): void {
  if (Array.isArray(node)) for (const [index, item] of node.entries()) walk(item, `${at}/${index}`, visit);
  if (!isObject(node)) return;
  visit(node, at);
  for (const [key, value] of Object.entries(node)) walk(value, at + pointer(key), visit);
}

function find(document: JsonObject, reference: string): Json | undefined {
  if (!reference.startsWith('#/')) return undefined;
  const keys = reference
    .slice(2)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.reduce<Json | undefined>((part, key) => object(part)[key], document);
}

function resolve(document: JsonObject, value: Json | undefined): JsonObject {
  const reference = object(value).$ref;
  return typeof reference === 'string' ? object(find(document, reference)) : object(value);
}
