import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { namesOf } from '../../../platform/members/members.ts';
import { type Countdown, countdownOf } from '../../../platform/retention/keep-record.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { clockOf, type SignalClock } from '../domain/inbox.ts';
import type { SignalContent, SignalReport } from '../domain/signal-report.ts';
import { deedsFrom, type SignalDeed, type SignalStatus, statusOf } from '../domain/signal-status.ts';
import { type Question, questionsOf } from '../persistence/question-store.ts';
import { reportsAtPlace } from '../persistence/report-query.ts';
import { openParts, placeIndexes, sealedReport } from '../persistence/report-store.ts';
import { openWeighings, type Weighing } from '../persistence/weighing-store.ts';
import { type Asking, allowed, type HeldTables, type NotThere } from './held-report.ts';
import { colleaguesToday } from './officers.ts';
import { REPORT_SUBJECT } from './signal-names.ts';

type Tables =
  | HeldTables
  | 'signals.question'
  | 'signals.weighing'
  | 'vault.dossier_key'
  | 'accounts.membership'
  | 'retention.record';

/** One signal with all that whoever weighs it may know. Who a person is, is not among it. */
export interface ReportView extends Done {
  readonly report: SignalReport;
  readonly status: SignalStatus;
  readonly clock: SignalClock;
  readonly deeds: readonly SignalDeed[];
  /** Undefined when the key of the dossier was destroyed. */
  readonly content: SignalContent | undefined;
  readonly questions: readonly (Question & { readonly answer: string | undefined })[];
  readonly weighings: readonly Weighing[];
  /** Other signals about the same place, without what they say. */
  readonly samePlace: readonly (SignalReport & { readonly status: SignalStatus })[];
  readonly reporterName: string | undefined;
  readonly takenUpByName: string | undefined;
  /** Who works here today: whom it can be kept away from. */
  readonly colleagues: readonly { readonly personId: string; readonly name: string }[];
  readonly countdown: Countdown | undefined;
}

/** Opens a signal. Leaves a row in the log of data processing when it is about a person. */
export async function readReport(
  tx: Tx<Tables>,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<Result<ReportView, NotThere>> {
  const { organisationId: tenantId } = asking.actor;
  const found = await sealedReport(tx, tenantId, code);
  const may = await allowed(tx, asking, found?.report, 'R', time);
  if (!found || !may.ok) return err({ code: 'not-found' });
  const { report } = found;
  const subject = { kind: REPORT_SUBJECT, id: report.id };
  const status = statusOf(report);
  const content = await openParts(tx, report, found.sealed);
  const questions = await questionsOf(tx, tenantId, report);
  const weighings = await openWeighings(tx, tenantId, report);
  const indexes = content?.place ? placeIndexes(tx, content.place) : [];
  const samePlace = await reportsAtPlace(tx, tenantId, indexes, report.id);
  const colleagues = await colleaguesToday(tx, tenantId, time.today);
  const people = [report.reporterPersonId, report.takenUpBy].flatMap((person) => person ?? []);
  const gone = people.filter((person) => !colleagues.some(({ personId }) => personId === person));
  const names = new Map([
    ...colleagues.map(({ personId, name }) => [personId, name] as const),
    ...(await namesOf(tx, tenantId, gone)),
  ]);
  return ok({
    subject,
    report,
    status,
    clock: clockOf(report, time.today),
    deeds: deedsFrom(status),
    content,
    questions,
    weighings,
    samePlace: samePlace.map((each) => ({ ...each, status: statusOf(each) })),
    reporterName: report.reporterPersonId && names.get(report.reporterPersonId),
    takenUpByName: report.takenUpBy && names.get(report.takenUpBy),
    colleagues,
    countdown: await countdownOf(tx, tenantId, subject),
  });
}

/** A signal as a page needs it on which one deed is done: what it says, and what may be done. */
export interface ForDeed extends Done {
  readonly report: SignalReport;
  readonly content: SignalContent | undefined;
  readonly deeds: readonly SignalDeed[];
}

/** Opens what a signal says, for the page of one deed. Leaves a row in the log of data processing when it is about a person. */
export async function readForDeed(
  tx: Tx<HeldTables | 'vault.dossier_key'>,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<Result<ForDeed, NotThere>> {
  const found = await sealedReport(tx, asking.actor.organisationId, code);
  const may = await allowed(tx, asking, found?.report, 'R', time);
  if (!found || !may.ok) return err({ code: 'not-found' });
  const { report } = found;
  const content = await openParts(tx, report, found.sealed);
  const subject = { kind: REPORT_SUBJECT, id: report.id };
  return ok({ subject, report, content, deeds: deedsFrom(statusOf(report)) });
}
