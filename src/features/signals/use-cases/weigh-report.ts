import { z } from 'zod';
import { APPROVAL_HOURS, type ApprovalKind } from '../../../platform/approvals/approval-kind.ts';
import { type RequestRefusal, requestApproval } from '../../../platform/approvals/request-approval.ts';
import type { AnyTx, DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { SignalCategory } from '../domain/catalogue.ts';
import { actBefore, followUpBy } from '../domain/norms.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import { type MovedOn, statusOf, stepFrom } from '../domain/signal-status.ts';
import { TRIAGE_LEVELS, type TriageLevel, type TriageReason } from '../domain/triage.ts';
import { type Decided, type Recognised, type WeighRefusal, weigh } from '../domain/weighing.ts';
import { holdReport, markReport } from '../persistence/report-store.ts';
import { addSigns } from '../persistence/tally-store.ts';
import { insertWeighing, lastOutcome, type Weighing } from '../persistence/weighing-store.ts';
import { type Asking, heldReport, type NotThere } from './held-report.ts';
import { showUse } from './show-use.ts';
import { REPORT_SUBJECT } from './signal-names.ts';
import { waitFor } from './wait-for-focal-point.ts';

/** Every outcome in words, for whoever agrees. */
const OUTCOMES: Readonly<Record<TriageLevel, string>> = {
  acute: 'acuut',
  today: 'vandaag overleggen',
  'three-days': 'binnen drie werkdagen overleggen',
  remember: 'onthouden',
  nothing: 'niets',
};

interface LowerAcute {
  readonly reportId: string;
  readonly code: string;
  readonly advice: TriageLevel;
  readonly adviceReasons: readonly TriageReason[];
  readonly outcome: TriageLevel;
}

/** Weighing an acute signal as less: asked by who weighs, agreed by somebody else, who reads the code and the reason. */
export const LOWER_ACUTE: ApprovalKind<LowerAcute> = {
  kind: 'signals.lower-acute',
  label: 'Een acuut signaal lager wegen',
  effect: 'Het signaal is niet meer acuut. De termijn wordt die van de nieuwe uitkomst.',
  payload: z.object({
    reportId: z.uuid(),
    code: z.string(),
    advice: z.enum(TRIAGE_LEVELS),
    adviceReasons: z.array(z.string() as unknown as z.ZodType<TriageReason>),
    outcome: z.enum(TRIAGE_LEVELS),
  }),
  show: ({ code, advice, outcome }) => [
    { label: 'Signaal', value: code },
    { label: 'Advies van de regel', value: OUTCOMES[advice] },
    { label: 'Wordt', value: OUTCOMES[outcome] },
  ],
  requesters: ['aandachtsfunctionaris'],
  deciders: ['aandachtsfunctionaris', 'teamleider'],
  hours: APPROVAL_HOURS,
  async execute(tx, request, decider, time) {
    const { code, advice, adviceReasons, outcome } = request.payload;
    const report = await holdReport(tx, request.tenantId, code);
    if (!report) return err({ code: 'not-found' });
    const step = stepFrom(statusOf(report), 'weigh');
    if (!step.ok) return step;
    const { personId: weighedBy, name: weighedByName } = request.requestedBy;
    const lowered = { advice, adviceReasons, outcome, because: undefined };
    const agreed = { agreedByName: decider.personName, agreedReason: request.reason };
    await layWeighing(tx, request.tenantId, report, { ...lowered, ...agreed, weighedBy, weighedByName }, time);
    return ok({ subject: { kind: REPORT_SUBJECT, id: report.id } });
  },
};

export type WeighingRefusal = NotThere | MovedOn | WeighRefusal | RequestRefusal;

/** What weighing led to: it holds, or a second person is asked. */
export type Weighed = Done & { readonly hands: 'alone' | 'together' };

/** Weighs a signal. What one person may not decide alone becomes a request, and nothing changes until somebody agrees. */
export async function weighReport(
  tx: AnyTx,
  asking: Asking,
  input: { readonly code: string; readonly recognised: Recognised; readonly decided: Decided },
  time: DomainTime,
): Promise<Result<Weighed, WeighingRefusal>> {
  const { actor } = asking;
  const held = await heldReport(tx, asking, input.code, time);
  if (!held.ok) return held;
  const report = held.value;
  const step = stepFrom(statusOf(report), 'weigh');
  if (!step.ok) return step;
  const outcomeBefore = await lastOutcome(tx, actor.organisationId, report.id);
  const judged = weigh(input.recognised, input.decided, outcomeBefore ?? wordOfReporter(report));
  if (!judged.ok) return judged;
  const { advice, hands } = judged.value;
  const { outcome, because } = input.decided;
  const subject = { kind: REPORT_SUBJECT, id: report.id };
  const countSigns = () => countOnce(tx, actor, outcomeBefore, input, hands, time);
  if (hands === 'together') {
    const payload = {
      reportId: report.id,
      code: report.code,
      advice: advice.level,
      adviceReasons: advice.reasons,
      outcome,
    };
    const asked = await requestApproval(tx, LOWER_ACUTE, actor, { subject, payload, reason: because ?? '' }, time);
    if (!asked.ok) return asked;
    await countSigns();
    return ok({ subject, hands });
  }
  await layWeighing(
    tx,
    actor.organisationId,
    report,
    {
      advice: advice.level,
      adviceReasons: advice.reasons,
      outcome,
      because,
      agreedByName: undefined,
      agreedReason: undefined,
      weighedBy: actor.personId,
      weighedByName: actor.personName,
    },
    time,
  );
  await countSigns();
  return ok({ subject, hands });
}

/** How a signal weighs before it was ever weighed: by the word of who passed it on. */
const wordOfReporter = (report: SignalReport): TriageLevel | undefined => (report.isDangerNow ? 'acute' : undefined);

/** What asks somebody to talk or act, as against what is remembered or dropped. */
const LEADS_ON: readonly TriageLevel[] = ['acute', 'today', 'three-days'];

/** Counts the kinds of sign the first time a signal is weighed. What a second person must agree to is acute until she does. */
async function countOnce(
  tx: Tx<'signals.sign_tally'>,
  { organisationId }: Asking['actor'],
  outcomeBefore: TriageLevel | undefined,
  { recognised, decided }: { readonly recognised: Recognised; readonly decided: Decided },
  hands: Weighed['hands'],
  { today }: DomainTime,
): Promise<void> {
  if (outcomeBefore !== undefined) return;
  const categories = Object.keys(recognised.signs) as SignalCategory[];
  const ledOn = hands === 'together' || LEADS_ON.includes(decided.outcome);
  await addSigns(tx, organisationId, { on: today, categories, ledOn });
}

async function layWeighing(
  tx: AnyTx,
  tenantId: string,
  report: SignalReport,
  weighing: Omit<Weighing, 'id' | 'weighedOn'> & { readonly weighedBy: string },
  time: DomainTime,
): Promise<void> {
  await insertWeighing(tx, tenantId, report, { ...weighing, id: newId(), weighedOn: time.today });
  const actBy = actBefore(followUpBy(weighing.outcome, time.today), report);
  await markReport(tx, tenantId, report.id, { weighedOn: report.weighedOn ?? time.today, actBy });
  await waitFor(tx, tenantId, { ...report, actBy }, 'next-step', time);
  await showUse(tx, tenantId, 'K2.4', time);
}
