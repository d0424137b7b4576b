import type { Kysely } from 'kysely';
import { APPROACH_DEADLINES } from '../features/approach/index.ts';
import {
  absenceWork,
  CARE_ARRIVALS,
  CARE_DEADLINES,
  CARE_DEPARTURES,
  CARE_REMARK_ARRIVALS,
  contractWork,
  deskWork,
  referenceSweepWork,
  referralWork,
  UNSCANNED_PAPERS,
} from '../features/care/index.ts';
import { arrivalWork, COLLABORATION_TEXTS } from '../features/collaboration/index.ts';
import {
  BROUGHT_ARRIVALS,
  BROUGHT_DEPARTURES,
  broughtWork,
  CONSULTATION_ARRIVALS,
  CONSULTATION_REMARK_ARRIVALS,
  CONSULTATION_TEXTS,
} from '../features/consultation/index.ts';
import { LEARNING_TEXTS } from '../features/learning/index.ts';
import { BOUNCED_ADDRESS, MESSAGE_TEXTS, UNREACHABLE_PATH } from '../features/messages/index.ts';
import { PRACTICE_TEXTS, QUESTIONS_LETTER } from '../features/practices/index.ts';
import { isFeatureOpen, PRIVACY_TEXTS, privacyArrivals } from '../features/privacy/index.ts';
import { REGIONAL_REMARK_ARRIVALS, REGIONAL_TEXTS } from '../features/regional/index.ts';
import {
  bulkWork,
  linkageWork,
  REGISTRATION_ARRIVALS,
  REGISTRATION_TEXTS,
  withdrawalWork,
} from '../features/registration/index.ts';
import { placementWork, SHELTER_ARRIVALS, SHELTER_DEADLINES } from '../features/shelter/index.ts';
import {
  FEEDBACK_TEXTS,
  offenderReviewWork,
  receiptWork,
  reporterUpdateWork,
  SIGNAL_TEXTS,
  UNSCANNED_PHOTOS,
} from '../features/signals/index.ts';
import { normWork, onboardingWork, SUPPORT_TEXTS } from '../features/support/index.ts';
import { APPROVAL_TEXTS } from '../platform/approvals/approval-texts.ts';
import { approvalCallWork } from '../platform/approvals/call-work.ts';
import { approvalExpiryWork } from '../platform/approvals/expiry-work.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import { alarmWork, escalationWork } from '../platform/deadlines/alarm-work.ts';
import type { DeadlineTexts } from '../platform/deadlines/deadline-texts.ts';
import { notifyRole } from '../platform/deadlines/notify.ts';
import { DOSSIER_TEXTS } from '../platform/dossiers/dossier-texts.ts';
import { glassEscalationWork } from '../platform/dossiers/review-glass.ts';
import { messageExpiryWork } from '../platform/exchange/message-work.ts';
import { type Scanning, scanLaterWork } from '../platform/files/scan-later.ts';
import { type MailWorkOptions, mailWork } from '../platform/mail/outbox.ts';
import { deliverMail, reportBounce, smtpPost } from '../platform/mail/post.ts';
import { weeklyWork } from '../platform/mail/weekly-letter.ts';
import { eraseWork } from '../platform/retention/erase-work.ts';
import { type DueItem, type DueWork, type Ran, type RunOptions, runDue } from '../platform/runner/run-due.ts';
import type { Vault } from '../platform/vault/vault.ts';
import { APPROVAL_KINDS } from './approval-kinds.ts';
import { ERASERS } from './erasers.ts';
import { RECEIVED_PLACES } from './held-places.ts';
import { processingActivity } from './processing-activities.ts';

/** What every kind of deadline says on the home page. */
export const DEADLINE_TEXTS: DeadlineTexts = {
  ...APPROACH_DEADLINES,
  ...MESSAGE_TEXTS,
  ...COLLABORATION_TEXTS,
  ...CARE_DEADLINES,
  ...SHELTER_DEADLINES,
  ...APPROVAL_TEXTS,
  ...DOSSIER_TEXTS,
  ...PRIVACY_TEXTS,
  ...SIGNAL_TEXTS,
  ...FEEDBACK_TEXTS,
  ...LEARNING_TEXTS,
  ...REGISTRATION_TEXTS,
  ...PRACTICE_TEXTS,
  ...SUPPORT_TEXTS,
  ...REGIONAL_TEXTS,
  ...CONSULTATION_TEXTS,
};

/** An address that does not work is itself an alarm, for whoever manages the organisation here. */
export const tellOfBounce: MailWorkOptions['onBounce'] = (tx, tenantId, now) =>
  notifyRole(tx, { tenantId, role: 'beheerder', kind: BOUNCED_ADDRESS, path: UNREACHABLE_PATH }, now);

/** A virus scanner, and the keys to open what it looks through; without one, what nobody looked through waits. */
export type { Scanning };

/** The database and the keys of organisations, for work that seals what it writes; without them it waits. */
export interface Sealing {
  readonly db: Kysely<DB>;
  readonly vault: Vault;
}

/** Every kind of row with a due time in the product; without keys nothing that must be opened or sealed for it. A feature with its own adds it here. */
export function dueWorks(kind: 'demo' | 'real', scanning?: Scanning, sealing?: Sealing): readonly DueWork[] {
  return [
    ...(sealing ? [linkageWork(sealing.vault)] : []),
    ...(scanning ? [UNSCANNED_PHOTOS, UNSCANNED_PAPERS].map((each) => scanLaterWork(each, scanning)) : []),
    ...(sealing ? [registerRowsWork(sealing), sweepWork(sealing)] : []),
    alarmWork,
    escalationWork,
    approvalCallWork(APPROVAL_KINDS),
    approvalExpiryWork,
    glassEscalationWork,
    arrivalWork(
      new Map([
        ...REGISTRATION_ARRIVALS,
        ...SHELTER_ARRIVALS,
        ...CARE_ARRIVALS,
        ...CARE_REMARK_ARRIVALS,
        ...CONSULTATION_ARRIVALS,
        ...CONSULTATION_REMARK_ARRIVALS,
        ...BROUGHT_ARRIVALS,
        ...REGIONAL_REMARK_ARRIVALS,
        ...privacyArrivals(RECEIVED_PLACES),
      ]),
      new Map([...CARE_DEPARTURES, ...BROUGHT_DEPARTURES]),
    ),
    referralWork,
    broughtWork,
    absenceWork,
    deskWork,
    contractWork,
    messageExpiryWork,
    receiptWork,
    offenderReviewWork,
    reporterUpdateWork,
    placementWork,
    withdrawalWork,
    normWork,
    onboardingWork,
    eraseWork(ERASERS),
    weeklyWork(QUESTIONS_LETTER),
    mailWork({ kind, onBounce: tellOfBounce, weekly: QUESTIONS_LETTER }),
  ];
}

const registerRowsWork = (sealing: Sealing): DueWork =>
  bulkWork({
    ...sealing,
    isOpen: (tx, tenantId, today) => isFeatureOpen(tx, tenantId, 'registration', today),
    activityVersion: processingActivity('VA-07')!.version,
  });

const sweepWork = ({ vault }: Sealing): DueWork =>
  referenceSweepWork({ vault, activityVersion: processingActivity('VA-03')!.version });

/** The mail server that letters go to, in a real database; a demo never has one. */
export interface MailOptions {
  readonly smtpUrl: string;
  readonly from: string;
  readonly baseUrl: string;
}

/** One round of handing over letters, to repeat. */
export function deliveryOf(
  db: Kysely<DB>,
  mail: MailOptions,
  onTrouble: (reason: string) => void,
): () => Promise<number> {
  const post = smtpPost(mail.smtpUrl, mail.from);
  return () =>
    deliverMail(db, { post, baseUrl: mail.baseUrl, onBounce: tellOfBounce, weekly: QUESTIONS_LETTER, onTrouble });
}

/** Does everything that is due in the product. For the clock of a demo, the loop of a process and `cli jobs run`. */
export function runEverythingDue(
  db: Kysely<DB>,
  kind: 'demo' | 'real',
  {
    scanning,
    vault,
    ...options
  }: Omit<RunOptions, 'onError'> & {
    readonly onError?: (error: unknown, item: DueItem) => void;
    readonly scanning?: Scanning | undefined;
    readonly vault?: Vault | undefined;
  },
): Promise<Ran> {
  return runDue(db, dueWorks(kind, scanning, vault && { db, vault }), {
    onError: (error) => {
      throw error;
    },
    ...options,
  });
}

/** Does what is due and hands over what is ready, until neither is left: for `cli jobs run --until-idle`. */
export async function runUntilIdle(
  db: Kysely<DB>,
  kind: 'demo' | 'real',
  {
    mail,
    scanning,
    vault,
    say,
  }: {
    readonly mail?: MailOptions | undefined;
    readonly scanning: Scanning | undefined;
    readonly vault?: Vault | undefined;
    readonly say: (trouble: string) => void;
  },
): Promise<Ran> {
  const onError = (error: unknown, { kind: what, id }: DueItem) =>
    say(`${what} ${id}: ${error instanceof Error ? error.message : error}`);
  const ran = await runEverythingDue(db, kind, { wait: true, onError, scanning, vault });
  if (kind === 'real' && mail) {
    const deliver = deliveryOf(db, mail, say);
    while ((await deliver()) > 0);
  }
  return ran;
}

/** Somebody reports that mail to an address came back. @returns how many organisations were told. */
export function bounceReported(db: Kysely<DB>, address: string): Promise<number> {
  return reportBounce(db, address, tellOfBounce);
}
