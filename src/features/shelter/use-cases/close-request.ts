import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { ok, type Result } from '../../../shared-kernel/result.ts';
import type { RequestOutcome } from '../domain/request.ts';
import { markRequest } from '../persistence/request-store.ts';
import { keepRequest } from './keep-request.ts';
import {
  type Asking,
  heldRequest,
  type MovedOn,
  type NotThere,
  type RequestTables,
  type SeenRequest,
} from './reach-request.ts';
import { REQUEST_SUBJECT } from './shelter-names.ts';

/** Ends a request. One that led to a place is kept as long as the law says, from now on. */
export async function closeRequest(
  tx: Tx<RequestTables>,
  asking: Asking,
  input: SeenRequest & { readonly outcome: RequestOutcome },
  time: DomainTime,
): Promise<Result<Done, NotThere | MovedOn>> {
  const held = await heldRequest(tx, asking, input, time);
  if (!held.ok) return held;
  const tenantId = asking.actor.organisationId;
  await markRequest(tx, tenantId, held.value.id, { closed: { at: time.now, outcome: input.outcome } });
  const rule = input.outcome === 'placed' ? 'shelter-request-used' : 'shelter-request-unused';
  await keepRequest(tx, tenantId, held.value, time, rule);
  return ok({ subject: { kind: REQUEST_SUBJECT, id: held.value.id } });
}
