import type { AnyTx, DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { completeDeadlines, type DeadlineTables, setDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { dropReceipts } from '../../../platform/exchange/erasure.ts';
import { moveMessages } from '../../../platform/exchange/many-messages.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import type { Eraser } from '../../../platform/retention/erase-work.ts';
import { type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { LoggedDeed } from '../domain/logged-deed.ts';
import {
  type AgreementRefusal,
  type AnswerRefusal,
  answerBy,
  type ExtensionRefusal,
  type HeldPlace,
  judgeAgreement,
  judgeAnswer,
  judgeExtension,
  judgeProposal,
  type ProposalRefusal,
  RECEIPTS,
  type Receipt,
  type RightsRequest,
} from '../domain/rights-request.ts';
import { codesOf, deedsIn, dossierByCode, type LogTables } from '../persistence/log-query.ts';
import { type ReceiptTables, receiptsOf } from '../persistence/receipts-query.ts';
import {
  changeRequest,
  countHeld,
  deleteRequest,
  insertRequest,
  requestsOf,
  requestToChange,
} from '../persistence/rights-store.ts';

export const RIGHTS_SUBJECT = 'privacy.rights-request';
export const RIGHTS_TERM = 'privacy.rights-term';
export const RIGHTS_PATH = '/privacyloket/verzoeken';

export type RightsTables = 'privacy.rights_request' | 'privacy.dossier' | DeadlineTables | KeepTables;
export interface NotFound {
  readonly code: 'not-found';
}

/** Writes a request down, with its term; who asks it stands elsewhere. */
export async function registerRequest(
  tx: Tx<RightsTables>,
  actor: Actor,
  asked: Pick<RightsRequest, 'kind' | 'reference' | 'receivedOn' | 'askedBy' | 'contact'>,
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'received-in-future' }>> {
  if (asked.receivedOn > time.today) return err({ code: 'received-in-future' });
  const id = newId();
  const tenantId = actor.organisationId;
  await insertRequest(tx, tenantId, { id, ...asked }, { name: actor.personName, at: time.now });
  await keepRecord(tx, {
    tenantId,
    rule: 'rights-request',
    subject: { kind: RIGHTS_SUBJECT, id },
    startsOn: time.today,
  });
  await watchTerm(tx, tenantId, actor.membershipId, { id, receivedOn: asked.receivedOn, extendedOn: undefined }, time);
  return ok({ subject: { kind: RIGHTS_SUBJECT, id } });
}

/** What was found of who asks, and whether it was asked freely. Whatever was proposed before is not proposed any more. */
export async function noteInquiry(
  tx: Tx<RightsTables>,
  actor: Actor,
  id: string,
  found: Pick<RightsRequest, 'talk' | 'identity' | 'finding'> & { readonly codes: readonly string[] },
): Promise<Result<Done, NotFound | { readonly code: 'dossier-unknown' | 'request-answered' | 'erased-before' }>> {
  type Refused = NotFound | { readonly code: 'dossier-unknown' | 'request-answered' | 'erased-before' };
  return changeRequestOf<Refused>(tx, actor, id, async (request) => {
    // what a notice is about is looked for by the product itself (`lookAgain`)
    if (request.notice) return err({ code: 'not-found' });
    if (request.answeredAt) return err({ code: 'request-answered' });
    // what was erased was erased on what was found and granted then
    if (request.erasedAt) return err({ code: 'erased-before' });
    const { finding, talk, identity, codes } = found;
    const dossierIds: string[] = [];
    for (const code of finding === 'held' ? codes : []) {
      const dossierId = await dossierByCode(tx, actor.organisationId, code);
      if (!dossierId) return err({ code: 'dossier-unknown' });
      if (!dossierIds.includes(dossierId)) dossierIds.push(dossierId);
    }
    if (finding === 'held' && dossierIds.length === 0) return err({ code: 'dossier-unknown' });
    return ok({ talk, identity, finding, dossierIds, ...NOTHING_PROPOSED });
  });
}

/** Whatever was proposed before is not proposed any more. */
export const NOTHING_PROPOSED = {
  outcome: undefined,
  withheld: [],
  proposedBy: undefined,
  proposedByName: undefined,
  agreedBy: undefined,
  agreedByName: undefined,
} as const;

export async function proposeAnswer(
  tx: Tx<RightsTables>,
  actor: Actor,
  id: string,
  answer: Parameters<typeof judgeProposal>[1],
): Promise<Result<Done, NotFound | ProposalRefusal>> {
  return changeRequestOf(tx, actor, id, (request) => {
    const judged = judgeProposal(request, answer);
    if (!judged.ok) return judged;
    const { outcome } = answer;
    const withheld = outcome === 'partly' || outcome === 'refused' ? answer.withheld : [];
    const proposed = { outcome, withheld, proposedBy: actor.personId, proposedByName: actor.personName };
    return ok({ ...NOTHING_PROPOSED, ...proposed });
  });
}

export async function agreeWithAnswer(
  tx: Tx<RightsTables>,
  actor: Actor,
  id: string,
): Promise<Result<Done, NotFound | AgreementRefusal>> {
  return changeRequestOf(tx, actor, id, (request) => {
    const judged = judgeAgreement(request, actor.personId);
    return judged.ok ? ok({ agreedBy: actor.personId, agreedByName: actor.personName }) : judged;
  });
}

export async function extendTerm(
  tx: Tx<RightsTables>,
  actor: Actor,
  id: string,
  time: DomainTime,
): Promise<Result<Done, NotFound | ExtensionRefusal>> {
  return changeRequestOf(tx, actor, id, async (request) => {
    const judged = judgeExtension(request, time.today);
    if (!judged.ok) return judged;
    await watchTerm(tx, actor.organisationId, actor.membershipId, { ...request, extendedOn: time.today }, time);
    return ok({ extendedOn: time.today });
  });
}

/** The answer went; from now on its time of keeping counts. */
export async function answerRequest(
  tx: Tx<RightsTables | 'exchange.message'>,
  actor: Actor,
  id: string,
  time: DomainTime,
): Promise<Result<Done, NotFound | AnswerRefusal>> {
  return changeRequestOf(tx, actor, id, async (request) => {
    const judged = judgeAnswer(request, time.today);
    if (!judged.ok) return judged;
    if (request.notice) await answerNotice(tx, request, time);
    const subject = { kind: RIGHTS_SUBJECT, id };
    await completeDeadlines(tx, actor.organisationId, subject, time.now);
    await keepRecord(tx, { tenantId: actor.organisationId, rule: 'rights-request', subject, startsOn: time.today });
    return ok({ answeredAt: time.now });
  });
}

/** What the organisation that erased it hears: that it went here too, that nothing was left, or why it stays. */
async function answerNotice(
  tx: Tx<'exchange.message'>,
  { notice, outcome, withheld, erasedAt }: RightsRequest,
  time: DomainTime,
): Promise<void> {
  // taken back meanwhile, or erased there: then nobody waits for it, and the answer stands here
  const { ids } = notice!;
  await (outcome === 'granted'
    ? moveMessages(tx, { ids, action: 'accept', reason: erasedAt ? RECEIPTS.erased : RECEIPTS.nothing }, time)
    : moveMessages(tx, { ids, action: 'refuse', reason: withheld.join(',') }, time));
}

/** Changes a request that nobody else changes meanwhile, when it is judged that this may be. */
export async function changeRequestOf<E extends { readonly code: string }>(
  tx: Tx<RightsTables>,
  actor: Actor,
  id: string,
  judge: (request: RightsRequest) => Result<object, E> | Promise<Result<object, E>>,
): Promise<Result<Done, NotFound | E>> {
  const request = await requestToChange(tx, actor.organisationId, id);
  if (!request) return err({ code: 'not-found' });
  const judged = await judge(request);
  if (!judged.ok) return judged;
  await changeRequest(tx, actor.organisationId, id, judged.value);
  return ok({ subject: { kind: RIGHTS_SUBJECT, id } });
}

/** Lets who handles it hear before its term ends, and when it did. */
export async function watchTerm(
  tx: Tx<DeadlineTables>,
  tenantId: string,
  assigneeId: string,
  request: Pick<RightsRequest, 'id' | 'receivedOn' | 'extendedOn'>,
  time: DomainTime,
): Promise<void> {
  await setDeadline(
    tx,
    {
      tenantId,
      kind: RIGHTS_TERM,
      subject: { kind: RIGHTS_SUBJECT, id: request.id },
      path: `${RIGHTS_PATH}/${request.id}`,
      parameters: {},
      dueOn: answerBy(request),
      assigneeId,
      substituteId: undefined,
      alarmDaysAhead: [14, 3, 0],
    },
    time,
  );
}

export async function readRequests(tx: Tx<'privacy.rights_request'>, actor: Actor): Promise<readonly RightsRequest[]> {
  return requestsOf(tx, actor.organisationId);
}

async function readRequest(
  tx: Tx<'privacy.rights_request'>,
  actor: Actor,
  id: string,
): Promise<RightsRequest | undefined> {
  return (await requestsOf(tx, actor.organisationId, id))[0];
}

/** Looking at a request is itself a deed. With whom was told of what was erased for it, and the codes of its dossiers. */
export async function lookAtRequest(
  tx: Tx<'privacy.rights_request' | 'privacy.dossier' | ReceiptTables>,
  actor: Actor,
  id: string,
): Promise<
  Result<
    Done & {
      readonly request: RightsRequest;
      readonly receipts: readonly Receipt[];
      readonly codes: readonly string[];
    },
    NotFound
  >
> {
  const request = await readRequest(tx, actor, id);
  if (!request) return err({ code: 'not-found' });
  const receipts = request.erasedAt ? await receiptsOf(tx, actor.organisationId, id) : [];
  const codes = await codesOf(tx, actor.organisationId, request.dossierIds);
  return ok({ request, receipts, codes, subject: { kind: RIGHTS_SUBJECT, id } });
}

/** What an access report holds: where data of the dossier stand, and who did what with them. */
export interface AccessReport extends Done {
  readonly request: RightsRequest;
  readonly held: readonly (HeldPlace & { readonly rows: number })[];
  readonly deeds: readonly LoggedDeed[];
  readonly total: number;
  /** Who was told of what was erased. */
  readonly receipts: readonly Receipt[];
}

const DEEDS_AT_MOST = 500;

/** Gathers it out of what stands there, across every part of the product. Reading it is itself a deed. */
export async function readReport(
  tx: AnyTx & Tx<LogTables>,
  actor: Actor,
  id: string,
  places: readonly HeldPlace[],
): Promise<Result<AccessReport, NotFound>> {
  const request = await readRequest(tx, actor, id);
  if (!request) return err({ code: 'not-found' });
  const subject = { kind: RIGHTS_SUBJECT, id };
  const { dossierIds } = request;
  const receipts = request.erasedAt ? await receiptsOf(tx, actor.organisationId, id) : [];
  if (dossierIds.length === 0 || request.outcome === 'neutral')
    return ok({ request, held: [], deeds: [], total: 0, receipts, subject });
  const held = await countHeld(tx, actor.organisationId, dossierIds, places);
  const whole = { from: undefined, until: undefined };
  const part = { skip: 0, take: DEEDS_AT_MOST };
  const { deeds, total } = await deedsIn(tx, actor.organisationId, { kind: 'dossier', dossierIds }, whole, part);
  return ok({ request, held, deeds, total, receipts, subject });
}

/** Erases a request, years after it was answered. */
export const rightsEraser: Eraser = {
  subjectKind: RIGHTS_SUBJECT,
  erase: async (tx, { tenantId, id }) => ({
    'exchange.erasure': await dropReceipts(tx, tenantId, id),
    'privacy.rights_request': await deleteRequest(tx, tenantId, id),
  }),
};
