import { z } from 'zod';
import type { DomainTime, Done, Tx } from '../../../../platform/db/transact.ts';
import { type NoticeTables, takeBackNotices } from '../../../../platform/deadlines/notify.ts';
import { completeDeadlines, type DeadlineTables, setDeadline } from '../../../../platform/deadlines/set-deadline.ts';
import { type MoveRefusal, moveMessage, readMessage } from '../../../../platform/exchange/message.ts';
import { settleRemarks } from '../../../../platform/exchange/remark.ts';
import { dutchDay, type PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import type { Actor } from '../../../../shared-kernel/role.ts';
import { addWorkingDays } from '../../../../shared-kernel/working-days.ts';
import type { CaseContent, CasePerson } from '../../domain/cases/case-file.ts';
import { ANSWER_WORKING_DAYS, REFERRAL_KINDS, type RefuseReason } from '../../domain/cases/referral.ts';
import type { Safety } from '../../domain/cases/safety.ts';
import { caseFrom } from '../../persistence/case-store.ts';
import {
  namesOf,
  type ReceivedReferral,
  receivedReferral,
  receivedReferrals,
} from '../../persistence/referral-store.ts';
import { type BeginRefusal, type BeginTables, type Begun, layCase } from './begin-case.ts';
import { casePath, SHARED_SUBJECT } from './case-names.ts';
import {
  EMERGENCY_REFERRAL,
  REFERRAL_ARRIVED,
  REFERRAL_MESSAGE_KINDS,
  referralPath,
  WAITING_SUBJECT,
} from './referral-names.ts';

const MESSAGE_SUBJECT = SHARED_SUBJECT;
/** Clocks were shared with a case that was taken up, and nobody set them here. */
export const SHARED_CLOCKS_OPEN = 'care.shared-clocks-open';
/** As many as one page shows; what waits stands on top. */
const SHOWN = 50;

type Tables = 'exchange.message' | 'organisations.organisation';
type NotThere = { readonly code: 'not-found' };

export interface InboxReferral extends ReceivedReferral {
  readonly senderName: string;
  readonly isEmergency: boolean;
  readonly answerBy: PlainDate;
}

/** What other organisations asked here. Nothing is opened. */
export async function readReferrals(tx: Tx<Tables>, actor: Actor, today: PlainDate): Promise<readonly InboxReferral[]> {
  return named(tx, await receivedReferrals(tx, actor.organisationId, REFERRAL_MESSAGE_KINDS, today, SHOWN));
}

async function named(tx: Tx<Tables>, rows: readonly ReceivedReferral[]): Promise<readonly InboxReferral[]> {
  const names = new Map(
    (
      await namesOf(
        tx,
        rows.map(({ senderId }) => senderId),
      )
    ).map(({ id, name }) => [id, name]),
  );
  return rows.map((row) => ({
    ...row,
    senderName: names.get(row.senderId) ?? 'een andere organisatie',
    isEmergency: row.kind === EMERGENCY_REFERRAL.kind,
    answerBy: addWorkingDays(dutchDay(row.sentAt), ANSWER_WORKING_DAYS),
  }));
}

const Shared = z.object({
  kind: z.enum(REFERRAL_KINDS),
  asked: z.string(),
  reachable: z.string(),
  askedBy: z.string(),
  isEmergency: z.boolean(),
  person: z.object({ name: z.string(), birthDate: z.string().optional() }).optional(),
  situation: z.looseObject({ reason: z.string(), region: z.string() }).optional(),
  safety: z.looseObject({ answers: z.record(z.string(), z.string()) }).optional(),
  clocks: z.array(z.object({ clock: z.string(), givenOn: z.string(), lastDay: z.string() })).optional(),
});

/** What another organisation shared, as it can be read today. Nothing of it is kept here. */
export interface SharedCase {
  readonly kind: (typeof REFERRAL_KINDS)[number];
  readonly asked: string;
  readonly reachable: string;
  readonly askedBy: string;
  readonly isEmergency: boolean;
  readonly person: CasePerson | undefined;
  readonly situation: (CaseContent & { readonly region: string }) | undefined;
  readonly safety: Safety | undefined;
  readonly clocks: readonly { readonly clock: string; readonly givenOn: PlainDate; readonly lastDay: PlainDate }[];
}

/** What was shared with this organisation; undefined when it was taken back, refused, or not taken in yet: then there is no key. */
export async function readShared(
  tx: Tx<'exchange.message' | 'vault.message_key'>,
  tenantId: string,
  messageId: string,
): Promise<SharedCase | undefined> {
  const about = { kind: 'care.person', id: messageId };
  const bytes = await readMessage(tx, tenantId, 'in', messageId, about);
  const read = bytes && Shared.safeParse(JSON.parse(bytes.toString('utf8')));
  if (!read?.success) return undefined;
  const { data } = read;
  return {
    ...data,
    person: data.person && { name: data.person.name, birthDate: data.person.birthDate },
    situation: data.situation as SharedCase['situation'],
    safety: data.safety as SharedCase['safety'],
    clocks: (data.clocks ?? []) as unknown as SharedCase['clocks'],
  };
}

/** Nobody here is told any more that it waits: it was answered, taken back, or it lapsed. */
export async function silenceReferral(
  tx: Tx<NoticeTables | DeadlineTables>,
  tenantId: string,
  id: string,
  now: Date,
): Promise<void> {
  await takeBackNotices(tx, { tenantId, kind: REFERRAL_ARRIVED, path: referralPath(id) }, now);
  await completeDeadlines(tx, tenantId, { kind: WAITING_SUBJECT, id }, now);
}

export interface ReferralView extends Done {
  readonly received: InboxReferral;
  readonly shared: SharedCase | undefined;
  /** The case that was begun from it, when it is one that she works on. */
  readonly caseCode: string | undefined;
  /** Accepted as a message, and nobody began a case: the person would wait for nobody. */
  readonly isUnbegun: boolean;
}

/** Opens a referral that came in; a row in the log of data processing. */
export async function openReferral(
  tx: Tx<Tables | 'vault.message_key' | 'care.case_file'>,
  actor: Actor,
  id: string,
  today: PlainDate,
): Promise<Result<ReferralView, NotThere>> {
  const row = await receivedReferral(tx, actor.organisationId, REFERRAL_MESSAGE_KINDS, id, today);
  if (!row) return err({ code: 'not-found' });
  const [received] = await named(tx, [row]);
  const file = await caseFrom(tx, actor.organisationId, id);
  const isHers = file && [file.coordinatorId, file.substituteId].includes(actor.membershipId);
  return ok({
    subject: { kind: MESSAGE_SUBJECT, id },
    received: received!,
    shared: await readShared(tx, actor.organisationId, id),
    caseCode: isHers ? file.code : undefined,
    isUnbegun: row.state === 'accepted' && !file,
  });
}

/** Takes a referral in, to read it. It is not accepted yet. */
export async function takeInReferral(
  tx: Tx<Tables>,
  actor: Actor,
  id: string,
  time: DomainTime,
): Promise<Result<Done, NotThere | MoveRefusal>> {
  const row = await receivedReferral(tx, actor.organisationId, REFERRAL_MESSAGE_KINDS, id, time.today);
  if (!row) return err({ code: 'not-found' });
  const done = ok({ subject: { kind: MESSAGE_SUBJECT, id } });
  if (row.state !== 'sent') return row.state === 'delivered' ? done : err({ code: 'message-moved-on' });
  const moved = await moveMessage(tx, { id, action: 'deliver' }, time);
  return moved.ok ? done : moved;
}

/** Accepts: the receipt and the case are one deed, so that nothing is handed over that nobody has. */
export async function acceptReferral(
  tx: Tx<BeginTables | Tables | NoticeTables>,
  actor: Actor,
  id: string,
  time: DomainTime,
): Promise<Result<Begun, BeginRefusal | MoveRefusal>> {
  const row = await receivedReferral(tx, actor.organisationId, REFERRAL_MESSAGE_KINDS, id, time.today);
  if (!row) return err({ code: 'not-found' });
  const [{ senderName }] = (await named(tx, [row])) as [InboxReferral];
  if (row.state !== 'delivered' && row.state !== 'accepted') return err({ code: 'message-moved-on' });
  if (row.state === 'delivered') {
    const moved = await moveMessage(tx, { id, action: 'accept' }, time);
    if (!moved.ok) return moved;
    await settleRemarks(tx, actor.organisationId, { aboutId: id, action: 'accept' }, time);
  }
  await silenceReferral(tx, actor.organisationId, id, time.now);
  const shared = await readShared(tx, actor.organisationId, id);
  if (!shared) return err({ code: 'message-moved-on' });
  const begun = await layCase(
    tx,
    actor,
    {
      source: 'referral',
      sourceId: id,
      region: 'unknown',
      person: undefined,
      content: {
        ageGroup: 'unknown',
        gender: 'unknown',
        forms: [],
        language: 'unknown',
        needsInterpreter: false,
        reason: `Verwezen door ${senderName}.`,
        broughtBy: senderName,
        callBack: '',
        reference: '',
      },
    },
    time,
  );
  if (begun.ok && shared.clocks.length > 0)
    await setDeadline(
      tx,
      {
        tenantId: actor.organisationId,
        kind: SHARED_CLOCKS_OPEN,
        subject: { kind: MESSAGE_SUBJECT, id },
        path: `${casePath(begun.value.code)}/termijnen`,
        parameters: { dossier: begun.value.code },
        dueOn: time.today,
        assigneeId: actor.membershipId,
        substituteId: undefined,
        alarmDaysAhead: [0],
      },
      time,
    );
  return begun;
}

/** Refuses with a reason; what was shared is gone from here in the same moment. */
export async function refuseReferral(
  tx: Tx<Tables | NoticeTables | DeadlineTables>,
  actor: Actor,
  input: { readonly id: string; readonly reason: RefuseReason },
  time: DomainTime,
): Promise<Result<Done, NotThere | MoveRefusal>> {
  const row = await receivedReferral(tx, actor.organisationId, REFERRAL_MESSAGE_KINDS, input.id, time.today);
  if (!row) return err({ code: 'not-found' });
  if (row.state !== 'delivered') return err({ code: 'message-moved-on' });
  const moved = await moveMessage(tx, { id: input.id, action: 'refuse', reason: input.reason }, time);
  if (!moved.ok) return moved;
  await settleRemarks(tx, actor.organisationId, { aboutId: input.id, action: 'refuse' }, time);
  await silenceReferral(tx, actor.organisationId, input.id, time.now);
  return ok({ subject: { kind: MESSAGE_SUBJECT, id: input.id } });
}
