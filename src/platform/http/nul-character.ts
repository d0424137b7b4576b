import type { FastifyInstance } from 'fastify';

/** No text of ours can hold it: PostgreSQL refuses it, and no keyboard has it. */
const NUL = '\u0000';

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Buffer.isBuffer(value);

/** Whether a text, or anything inside a list or record, holds a NUL. An address that does, decoded, names nothing. */
export function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(NUL);
  return isPlain(value) && (Object.keys(value).some(holdsNul) || Object.values(value).some(holdsNul));
}

/** What came in, without NUL in any of its texts. */
function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(NUL, '');
  if (Array.isArray(value)) return value.map(withoutNul);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [withoutNul(name), withoutNul(each)]));
}

/** What is asked or sent reaches no route with a NUL in it; comes after whatever reads the body. */
export function dropNul(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (holdsNul(request.query)) request.query = withoutNul(request.query);
    if (holdsNul(request.body)) request.body = withoutNul(request.body);
  });
}
