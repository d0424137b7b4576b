import type { AnyTx, DomainTime, Done, Tx } from '../../../../platform/db/transact.ts';
import { notifyRole } from '../../../../platform/deadlines/notify.ts';
import { consentHolds } from '../../../../platform/exchange/consent.ts';
import { findMessage } from '../../../../platform/exchange/message.ts';
import type { Arrived } from '../../../../platform/exchange/message-work.ts';
import { arrivedRemarks, remarksAbout, takeInRemarks } from '../../../../platform/exchange/remark.ts';
import { keepRecord } from '../../../../platform/retention/keep-record.ts';
import { dutchDay } from '../../../../shared-kernel/plain-date.ts';
import { ok, type Result } from '../../../../shared-kernel/result.ts';
import { type RemarkThing, type ShownRemark, shownRemarks } from '../../../collaboration/index.ts';
import type { CaseFile } from '../../domain/cases/case-file.ts';
import { isWaiting, type Referral } from '../../domain/cases/referral.ts';
import { aboutPerson, caseById, caseFrom } from '../../persistence/case-store.ts';
import { namesOf, referralByMessage } from '../../persistence/referral-store.ts';
import { keptBy } from './begin-case.ts';
import { CASE_SUBJECT, casePath, SHARED_SUBJECT } from './case-names.ts';
import { type Asking, allowed, type HeldCaseTables, heldCase, type NotThere } from './held-case.ts';
import { openReferral } from './receive-referral.ts';
import { REFERRAL_REMARK, REFERRAL_SUBJECT, referralPath } from './referral-names.ts';
import { tellWorkers } from './referral-work.ts';

/** Something was put at a referral by the other side. */
export const REFERRAL_REMARKED = 'care.referral-remarked';

type Tables =
  | HeldCaseTables
  | 'care.referral'
  | 'exchange.message'
  | 'exchange.consent'
  | 'vault.message_key'
  | 'organisations.organisation';

/** The two ends of a referral: the case it went from, or the organisation it came to. */
type Side =
  | { readonly isSender: true; readonly file: CaseFile; readonly referral: Referral; readonly otherId: string }
  | { readonly isSender: false; readonly otherId: string; readonly isReadable: boolean };

async function sideOf(
  tx: Tx<Tables>,
  asking: Asking,
  messageId: string,
  letter: 'R' | 'W',
  time: DomainTime,
): Promise<Result<Side, NotThere>> {
  const tenantId = asking.actor.organisationId;
  const referral = await referralByMessage(tx, tenantId, messageId);
  if (referral) {
    const found = await caseById(tx, tenantId, referral.caseId);
    // held, so that nobody takes the referral back meanwhile
    const held = found && letter === 'W' ? await heldCase(tx, asking, found.code, time) : undefined;
    const file = held ?? (await allowed(tx, asking, found, letter, time));
    return file.ok ? ok({ isSender: true, file: file.value, referral, otherId: referral.receiverId }) : file;
  }
  const received = await openReferral(tx, asking.actor, messageId, time.today);
  if (!received.ok) return received;
  const { senderId } = received.value.received;
  return ok({ isSender: false, otherId: senderId, isReadable: received.value.shared !== undefined });
}

/** Whether something can be said about it today: not when it was taken back, refused or left, nor on a consent that is over. */
async function isOpen(tx: Tx<Tables>, tenantId: string, side: Side, messageId: string, { today }: DomainTime) {
  if (!side.isSender) return side.isReadable;
  const { consentId, withdrawnOn } = side.referral;
  if (withdrawnOn || (consentId && !(await consentHolds(tx, tenantId, consentId, today)))) return false;
  const state = (await findMessage(tx, tenantId, messageId, today))?.state;
  return state === 'accepted' || isWaiting(state);
}

/** The referral, held by whoever may speak of it, with the organisation at the other end. */
export async function holdForRemark(
  tx: Tx<Tables>,
  asking: Asking,
  messageId: string,
  time: DomainTime,
): Promise<Result<RemarkThing, NotThere>> {
  const side = await sideOf(tx, asking, messageId, 'W', time);
  if (!side.ok) return side;
  const others = await namesOf(tx, [side.value.otherId]);
  const { organisationId } = asking.actor;
  return ok({
    subject: side.value.isSender
      ? { kind: REFERRAL_SUBJECT, id: side.value.referral.id }
      : { kind: SHARED_SUBJECT, id: messageId },
    aboutId: messageId,
    receivers: (await isOpen(tx, organisationId, side.value, messageId, time)) ? others : [],
    kind: REFERRAL_REMARK,
    basis: 'verwijzing',
    rule: side.value.isSender ? keptBy(side.value.file) : 'care-dossier',
    noPersons: false,
  });
}

export interface RemarksView extends Done {
  readonly other: string;
  /** Where the referral stands for whoever asks, with what that page is called. */
  readonly at: { readonly href: string; readonly label: string };
  readonly remarks: readonly ShownRemark[];
  readonly receivers: readonly { readonly code: string; readonly name: string }[];
}

/** Opens what was said about a referral; a row in the log of data processing. */
export async function readRemarks(
  tx: Tx<Tables>,
  asking: Asking,
  messageId: string,
  time: DomainTime,
): Promise<Result<RemarksView, NotThere>> {
  const found = await sideOf(tx, asking, messageId, 'R', time);
  if (!found.ok) return found;
  const side = found.value;
  const tenantId = asking.actor.organisationId;
  const others = await namesOf(tx, [side.otherId]);
  const about = side.isSender ? aboutPerson(side.file.id) : { kind: 'care.person', id: messageId };
  const isReadable = side.isSender || side.isReadable;
  const remarks = isReadable ? await remarksAbout(tx, tenantId, new Map([[messageId, about]])) : [];
  return ok({
    subject: side.isSender ? { kind: CASE_SUBJECT, id: side.file.id } : { kind: SHARED_SUBJECT, id: messageId },
    other: others[0]?.name ?? 'een andere organisatie',
    at: side.isSender
      ? { href: `${casePath(side.file.code)}/verwijzen`, label: 'Verwijzen' }
      : { href: referralPath(messageId), label: 'Verwijzing' },
    remarks: shownRemarks(remarks, messageId, (id) => others.find((each) => each.id === id)?.name),
    receivers: (await isOpen(tx, tenantId, side, messageId, time)) ? others : [],
  });
}

/** What was said about a referral that came in, for the pages it stands on. */
export async function receivedRemarks(
  tx: Tx<'exchange.message' | 'vault.message_key' | 'organisations.organisation'>,
  tenantId: string,
  messageId: string,
): Promise<readonly ShownRemark[]> {
  const remarks = await remarksAbout(tx, tenantId, new Map([[messageId, { kind: 'care.person', id: messageId }]]));
  const others = await namesOf(
    tx,
    remarks.map(({ counterpartId }) => counterpartId),
  );
  return shownRemarks(remarks, messageId, (id) => others.find((each) => each.id === id)?.name);
}

/** What came in about a referral is taken in here and told to who works on it: that it is there, and nothing of what. */
async function remarkArrived(tx: AnyTx, { tenantId, ids }: Arrived, now: Date): Promise<void> {
  const time = { now, today: dutchDay(now) };
  for (const { id, aboutId } of await arrivedRemarks(tx, tenantId, ids)) {
    await keepRecord(tx, {
      tenantId,
      rule: 'care-dossier',
      subject: { kind: 'exchange.message', id },
      startsOn: time.today,
    });
    const referral = await referralByMessage(tx, tenantId, aboutId);
    const isKept =
      referral !== undefined || (await findMessage(tx, tenantId, aboutId, time.today))?.state === 'accepted';
    if (!(await takeInRemarks(tx, [id], isKept, time)).has(id)) continue;
    const file = referral ? await caseById(tx, tenantId, referral.caseId) : await caseFrom(tx, tenantId, aboutId);
    const page = file && casePath(file.code);
    const path = page ? `${page}${referral ? '/verwijzen' : ''}` : referralPath(aboutId);
    if (file) await tellWorkers(tx, { tenantId, file, kind: REFERRAL_REMARKED, path }, time);
    else await notifyRole(tx, { tenantId, role: 'zorgcoordinator', kind: REFERRAL_REMARKED, path }, now);
  }
}

export const REMARK_ARRIVALS = new Map([[REFERRAL_REMARK.kind, remarkArrived] as const]);
