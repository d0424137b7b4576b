import { expect } from 'vitest';
import { type PlainDate, plainDate } from '../../src/shared-kernel/plain-date.ts';
import type { Visit } from './visit.ts';

/** A year of work of the whole country may be due on the way; on a busy machine that takes minutes. In milliseconds. */
const PATIENCE = 280_000;

/** The day it is in the demo. */
export async function today(visitor: Visit): Promise<PlainDate> {
  const answer = (await (await visitor.context.request.get('/demo/klok')).json()) as { nu: string };
  return plainDate(answer.nu.slice(0, 10))!;
}

/** Moves the clock of the demo on: to the morning of a day, or by a period such as 'P91D'. */
export async function moveClock(
  visitor: Visit,
  move: { readonly to: PlainDate } | { readonly by: string },
): Promise<void> {
  const form: Record<string, string> = 'to' in move ? { naar: `${move.to}T09:00` } : { vooruit: move.by };
  const moved = await visitor.context.request.post('/demo/klok', { form, timeout: PATIENCE });
  expect(moved.status()).toBe(200);
}
