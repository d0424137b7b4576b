import type { FastifyInstance } from 'fastify';
import { HttpRefusal } from './edge.ts';

/** No message of ours holds a list in a list deeper than a handful. (SEC-27) */
export const DEEPEST = 20;

/** Whether lists and records stand in each other deeper than that. Level by level: what is too deep must not be walked to its end. */
export function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level
      .filter((each) => typeof each === 'object' && each !== null && !Buffer.isBuffer(each))
      .flatMap((each) => Object.values(each as object));
  }
  return false;
}

/** A message that is too deep reaches nothing that walks through it; comes right after whatever reads the body. */
export function refuseDeep(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ body }) => {
    if (isTooDeep(body)) throw new HttpRefusal(400, 'unreadable');
  });
}
