import type { Tx } from '../../../platform/db/transact.ts';
import { runInThread } from '../../../platform/threads/run-in-thread.ts';
import { workerFile } from '../../../platform/threads/worker-file.ts';
import { addDays, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { SHELTER_TYPES } from '../domain/place.ts';
import { type AskedPlace, isSingle, type WhatIf, whatIfTask } from '../domain/what-if.ts';
import { freeBetween } from '../persistence/free-place-query.ts';
import { openRequests } from '../persistence/request-store.ts';
import type { RequestTables } from './reach-request.ts';
import { OPEN_AT_ONCE } from './read-requests.ts';
import { REQUEST_SUBJECT } from './shelter-names.ts';

/** A planner does not wait longer for it. */
export const WHAT_IF_LIMIT_MS = 5_000;

/** What is sought now, opened for counting; a row in the log of data processing for each person. */
export async function openAllAsked(
  tx: Tx<RequestTables>,
  actor: Actor,
): Promise<
  Result<
    { readonly subject: { readonly kind: string; readonly id: string }; readonly asked: readonly AskedPlace[] },
    never
  >
> {
  const none = '00000000-0000-0000-0000-000000000000';
  const open = await openRequests(tx, actor.organisationId, { openUntil: OPEN_AT_ONCE, andId: none });
  const asked = open.map(({ request, content }) => ({ types: request.types, needs: content.needs }));
  return ok({ subject: { kind: REQUEST_SUBJECT, id: actor.organisationId }, asked });
}

/** Every place that is free tonight; through the door `published`. */
export async function freeTonight(
  tx: Tx<
    'shelter.contact' | 'shelter.place' | 'shelter.night_slot' | 'shelter.capacity_check' | 'organisations.organisation'
  >,
  today: PlainDate,
) {
  return (await freeBetween(tx, SHELTER_TYPES, today, addDays(today, 1))).map(({ place }) => place);
}

/** How many people at most could have a place, now and with more of each kind; undefined when it took too long. */
export async function whatIf(
  asked: readonly AskedPlace[],
  free: Parameters<typeof whatIfTask>[1],
): Promise<(WhatIf & { readonly families: number }) | undefined> {
  const task = whatIfTask(asked, free);
  const { outcome } = runInThread<WhatIf>(workerFile('features/shelter/what-if-worker'), task, WHAT_IF_LIMIT_MS);
  const ended = await outcome;
  if (ended.kind !== 'done') return undefined;
  return { ...ended.answer, families: asked.filter((each) => !isSingle(each)).length };
}
