import { dutchMoment } from '../../../platform/clock/dutch-moment.ts';
import type { AnyTx, DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import type { DeadlineTexts } from '../../../platform/deadlines/deadline-texts.ts';
import { notify } from '../../../platform/deadlines/notify.ts';
import { peopleExcludedFrom } from '../../../platform/dossiers/people-excluded.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { colleaguesOf } from '../../../platform/members/members.ts';
import type { DueWork } from '../../../platform/runner/run-due.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { addWorkingDays } from '../../../shared-kernel/working-days.ts';
import {
  checkFeedback,
  type Feedback,
  type FeedbackInput,
  type FeedbackRefusal,
  feedbackBy,
  feedbackFor,
  UPDATE_AFTER_WORKING_DAYS,
} from '../domain/feedback.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import { reportById } from '../persistence/report-by-id.ts';
import { markReport } from '../persistence/report-store.ts';
import {
  closeUpdate,
  holdUpdate,
  noteTold,
  planUpdate,
  type Told,
  toldAbout,
} from '../persistence/reporter-update-store.ts';
import { type FollowUpTables, followUp } from './follow-up.ts';
import { type Asking, type HeldTables, heldReport, type NotThere, readableReport } from './held-report.ts';
import { showUse } from './show-use.ts';
import { REPORT_SUBJECT } from './signal-names.ts';

const UPDATED = 'signals.reporter-updated';
const TOLD = 'signals.reporter-told';
const OWN = '/meldingen/mijn';

/** What a colleague who passed a signal on hears. Nothing of what was found. */
export const FEEDBACK_TEXTS: DeadlineTexts = {
  [UPDATED]: () => ({
    title: 'Uw signaal is in behandeling',
    description: 'Er wordt naar gekeken. Meer kunnen wij nu niet zeggen. Uw signaal telt mee.',
  }),
  [TOLD]: () => ({
    title: 'Er is bericht over een signaal dat u doorgaf',
    description: 'U leest het bij uw signalen. Uw signaal telt mee.',
  }),
};

/** Lays when a colleague hears by itself that her signal is being looked at. In the deed that keeps the signal. */
export async function planReporterUpdate(
  tx: Tx<'signals.reporter_update'>,
  tenantId: string,
  report: Pick<SignalReport, 'id' | 'dossierId' | 'source' | 'sourceMayHear' | 'receivedOn'>,
): Promise<void> {
  const on = addWorkingDays(report.receivedOn, UPDATE_AFTER_WORKING_DAYS);
  await planUpdate(tx, tenantId, report, {
    id: newId(),
    updateAt: report.source === 'employee' ? dutchMoment(on) : undefined,
    tellBy: report.sourceMayHear === 'nothing' ? undefined : feedbackBy(report.receivedOn),
  });
}

/** Sends what comes by itself: that a signal is being looked at, once, unless the reporter heard before. */
export const reporterUpdateWork: DueWork = {
  kind: 'signals.update-reporter',
  table: 'signals.reporter_update',
  dueColumn: 'update_at',
  waiting: 'update_at is not null',
  run: ({ tenantId, id }, enterAs) =>
    enterAs('own', async (tx, time) => {
      const update = await holdUpdate(tx, tenantId, id, time.now);
      if (!update) return;
      const report = await reportById(tx, tenantId, update.reportId);
      const isWaiting = report && !report.answeredOn && !report.closedOn;
      const isTold = isWaiting && (await tellColleague(tx, tenantId, report, UPDATED, time));
      await closeUpdate(tx, tenantId, id, isTold ? time.today : undefined);
    }),
};

/** A message to the colleague who passed it on; false when she left, or the signal is hidden from her. */
async function tellColleague(
  tx: Tx<HeldTables | FollowUpTables>,
  tenantId: string,
  report: SignalReport,
  kind: string,
  time: DomainTime,
): Promise<boolean> {
  const colleagues = await colleaguesOf(tx, tenantId, time.today);
  const reporter = colleagues.find(({ personId }) => personId === report.reporterPersonId);
  const excluded = await peopleExcludedFrom(tx, tenantId, report.dossierId, time.now);
  if (!reporter || excluded.has(reporter.personId)) return false;
  const { membershipId, personId } = reporter;
  await notify(tx, { tenantId, membershipId, personId, kind, path: OWN, level: 1 }, time.now);
  return true;
}

export type TellRefusal = NotThere | FeedbackRefusal;

/** Tells whoever passed a signal on what was done, in fixed words: a colleague here, somebody outside by telephone, mail or in person. */
export async function tellReporter(
  tx: AnyTx,
  asking: Asking,
  input: FeedbackInput & { readonly code: string },
  time: DomainTime,
): Promise<Result<Done, TellRefusal>> {
  const { organisationId: tenantId, personName } = asking.actor;
  const held = await heldReport(tx, asking, input.code, time);
  if (!held.ok) return held;
  const report = held.value;
  const checked = checkFeedback(report, input, time.today);
  if (!checked.ok) return checked;
  const told = { id: newId(), feedback: input.feedback, byName: personName, ...checked.value };
  await noteTold(tx, tenantId, report, told);
  if (!report.answeredOn) await markReport(tx, tenantId, report.id, { answeredOn: checked.value.on });
  if (checked.value.how === 'product') await tellColleague(tx, tenantId, report, TOLD, time);
  await showUse(tx, tenantId, 'K2.6', time);
  if (!report.closedOn) await followUp(tx, tenantId, { ...report, answeredOn: checked.value.on }, time);
  return ok({ subject: { kind: REPORT_SUBJECT, id: report.id } });
}

/** What the page to tell the reporter shows. */
export interface TellView {
  readonly report: SignalReport;
  readonly told: Told | undefined;
  readonly may: readonly Feedback[];
}

export async function viewFeedback(
  tx: Tx<HeldTables | 'signals.reporter_update'>,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<Result<TellView, NotThere>> {
  const found = await readableReport(tx, asking, code, time);
  if (!found.ok) return err(found.error);
  const told = await toldAbout(tx, asking.actor.organisationId, [found.value.id]);
  return ok({ report: found.value, told: told.get(found.value.id), may: feedbackFor(found.value) });
}
