import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { PlaceRequest, RequestContent } from '../domain/request.ts';
import { decisionsOf } from '../persistence/decision-store.ts';
import {
  type FoundRequest,
  findRequest,
  type OpenedRequest,
  ofSamePersons,
  openRequests,
  requestCodeOf,
  requestIdsOf,
  requestsOf,
} from '../persistence/request-store.ts';
import { type Asking, allowedRequest, type NotThere, type RequestTables } from './reach-request.ts';
import { REQUEST_SUBJECT } from './shelter-names.ts';
import { type RightsToday, rightsWithEdition } from './shelter-rights.ts';

/** The code of the request that a stay was arranged for; nothing is opened. */
export async function readRequestCode(tx: Tx<'shelter.request'>, actor: Actor, id: string) {
  return requestCodeOf(tx, actor.organisationId, id);
}

/** One page of requests. Nothing is opened. */
export async function readRequests(tx: Tx<'shelter.request'>, actor: Actor, page: number) {
  return requestsOf(tx, actor.organisationId, page);
}

/** Which of these codes are requests of this organisation. */
export const requestsBehind = (tx: Tx<'shelter.request'>, actor: Actor, codes: readonly string[]) =>
  requestIdsOf(tx, actor.organisationId, codes);
/** Whether what it rests on was taken back: a consent that travelled with a message. */
const isTakenBack = ({ source }: PlaceRequest, message: string | undefined): boolean =>
  source === 'help' && message !== undefined && message !== 'accepted';

/** So many open requests are looked at to see whether two want one place; the country has some dozens at once. */
export const OPEN_AT_ONCE = 200;

export interface RequestView extends Done {
  readonly request: PlaceRequest;
  readonly content: RequestContent;
  readonly isGone: boolean;
  /** What else is sought now: to see whether somebody else wants the same place. */
  readonly others: readonly OpenedRequest[];
  readonly decisions: Awaited<ReturnType<typeof decisionsOf>>;
  /** Those with whom she may not live who are requests of this desk. */
  readonly apart: Apart;
  readonly rights: RightsToday;
  readonly today: PlainDate;
}

/** Other requests, by their own code. */
export type Apart = readonly { readonly id: string; readonly code: string }[];

/**
 * Whom somebody may not live with among the requests of this desk, whichever of the two said so, and by whatever request of theirs:
 * somebody who goes to another shelter is asked for anew under another code.
 */
async function apartOf(
  tx: Tx<RequestTables>,
  tenantId: string,
  { request, content }: OpenedRequest,
  { isNamed, hasKin }: Pick<FoundRequest, 'isNamed' | 'hasKin'>,
): Promise<Apart> {
  // of nearly everybody nobody says so: then there is nothing more to ask
  if (!isNamed && !hasKin && content.needs.apartFrom.length === 0) return [];
  const own = hasKin ? await ofSamePersons(tx, tenantId, { ids: [request.id] }) : [request];
  return ofSamePersons(tx, tenantId, { codes: content.needs.apartFrom, naming: own.map(({ code }) => code) });
}

/**
 * The same, by stays: who names a stay of this person by its code, and who stands behind a stay that she names. Only when there are such
 * stays is there anything to ask.
 */
export async function apartByStays(
  tx: Tx<RequestTables>,
  actor: Actor,
  by: { readonly ownStays: readonly string[]; readonly namedRequests: readonly string[] },
): Promise<Apart> {
  return ofSamePersons(tx, actor.organisationId, { ids: by.namedRequests, naming: by.ownStays });
}

/** A request with everything that is shown beside it; a row in the log of data processing for each person. */
export async function openRequest(
  tx: Tx<RequestTables>,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<Result<RequestView, NotThere>> {
  const tenantId = asking.actor.organisationId;
  const found = await findRequest(tx, tenantId, code);
  const may = await allowedRequest(tx, asking, found?.request, 'R', time);
  if (!may.ok) return may;
  const { id } = may.value;
  const all = await openRequests(tx, tenantId, { openUntil: OPEN_AT_ONCE, andId: id });
  const opened = all.find(({ request }) => request.id === id);
  if (!opened) return err({ code: 'not-found' });
  return ok({
    subject: { kind: REQUEST_SUBJECT, id },
    ...opened,
    isGone: isTakenBack(may.value, found?.message),
    others: all.filter(({ request }) => request.id !== id && !request.closedAt),
    decisions: await decisionsOf(tx, tenantId, id),
    apart: await apartOf(tx, tenantId, opened, found!),
    rights: await rightsWithEdition(tx, time.today),
    today: time.today,
  });
}

/** Only what is asked, to write it anew. */
export async function openAsked(
  tx: Tx<RequestTables>,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<
  Result<Done & OpenedRequest & { readonly apart: RequestView['apart']; readonly rights: RightsToday }, NotThere>
> {
  const tenantId = asking.actor.organisationId;
  const found = await findRequest(tx, tenantId, code);
  const may = await allowedRequest(tx, asking, found?.request, 'R', time);
  if (!may.ok) return may;
  const [opened] = await openRequests(tx, tenantId, { ids: [may.value.id] });
  if (!opened) return err({ code: 'not-found' });
  return ok({
    subject: { kind: REQUEST_SUBJECT, id: may.value.id },
    ...opened,
    apart: await apartOf(tx, tenantId, opened, found!),
    rights: await rightsWithEdition(tx, time.today),
  });
}
