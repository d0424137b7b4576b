import type { RuleId } from '../../../src/platform/openapi/lint-openapi.ts';

/** A document as the samples change it: by JSON Pointer. */
export interface Draft {
  set(pointer: string, value: unknown): void;
  remove(pointer: string): void;
  move(from: string, to: string): void;
}

const NOTES = '/paths/~1zaken~1{zaakId}~1interne-notities';
const POST = `${NOTES}/post`;
const NOTE = '/components/schemas/Notitie/properties';

/** Per rule the smallest change to the good sample that breaks that rule and no other. */
export const BAD_SAMPLES: Readonly<Record<RuleId, (draft: Draft) => void>> = {
  'openapi-version': (draft) => draft.set('/openapi', '2.0'),
  'has-paths': (draft) => draft.set('/paths', {}),
  contact: (draft) => draft.set('/info/contact/email', 'info@voorbeeld.invalid'),
  semver: (draft) => draft.set('/info/version', '1.0'),
  'uri-version': (draft) => draft.set('/servers/0/url', 'https://voorbeeld.invalid/api'),
  'server-tls': (draft) => draft.set('/servers/0/url', 'http://voorbeeld.invalid/api/v1'),
  'publish-openapi': (draft) => draft.remove('/paths/~1openapi.json'),
  'no-trailing-slash': (draft) => draft.move(NOTES, '/paths/~1zaken~1{zaakId}~1interne-notities~1'),
  'path-segments-kebab-case': (draft) => draft.move(NOTES, '/paths/~1zaken~1{zaakId}~1interneNotities'),
  'resource-nouns': (draft) => draft.move(NOTES, '/paths/~1zaken~1{zaakId}~1goedkeuren'),
  'http-methods': (draft) => draft.move(POST, `${NOTES}/trace`),
  'operation-id': (draft) => draft.set(`${POST}/operationId`, 'openApiLezen'),
  'operation-described': (draft) => draft.remove(`${POST}/description`),
  'tags-declared': (draft) => draft.set(`${POST}/tags`, ['Notities']),
  'path-parameters': (draft) => draft.set(`${POST}/parameters/0/required`, false),
  'query-keys-camel-case': (draft) => draft.set(`${POST}/parameters/1/name`, 'met-bijlagen'),
  'no-sensitive-uris': (draft) => draft.set(`${POST}/parameters/1/name`, 'bsn'),
  'property-casing': (draft) => draft.set(`${NOTE}/korte_tekst`, { type: 'string' }),
  'date-time-format': (draft) => draft.set(`${NOTE}/tekst/format`, 'time'),
  'date-without-time': (draft) => draft.set(`${NOTE}/startdatum`, { type: 'string', format: 'date-time' }),
  'timestamp-name': (draft) => draft.set(`${NOTE}/gewijzigdOp`, { type: 'string', format: 'date-time' }),
  'no-dangling-reference': (draft) => draft.set(`${NOTE}/bijlage`, { $ref: '#/components/schemas/Bijlage' }),
  'success-described': (draft) => draft.remove(`${POST}/responses/201`),
  'version-header': (draft) => draft.remove(`${POST}/responses/404/headers/API-Version`),
  'problem-details': (draft) =>
    draft.move(
      `${POST}/responses/404/content/application~1problem+json`,
      `${POST}/responses/404/content/application~1json`,
    ),
  'no-unprocessable': (draft) => draft.move(`${POST}/responses/413`, `${POST}/responses/422`),
  'invalid-input': (draft) => draft.remove(`${POST}/responses/400`),
  'security-declared': (draft) => draft.set(`${POST}/security`, [{ sleutel: [] }]),
  'refusals-described': (draft) => draft.remove(`${POST}/responses/401`),
};
