import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { TextRefusal } from '../domain/consultation.ts';
import {
  type CodeStep,
  checkLookedNote,
  checkStep,
  type Enrichment,
  type LookedConclusion,
  nextCodeStep,
  type Register,
  type StepRefusal,
  standingSteps,
  type TakenStep,
} from '../domain/enrichment.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import { type MovedOn, statusOf } from '../domain/signal-status.ts';
import {
  codeStepsOf,
  insertCodeStep,
  insertEnrichment,
  openEnrichments,
  type RecordedStep,
} from '../persistence/enrichment-store.ts';
import { isOffenderReader } from '../persistence/offender-store.ts';
import { openPlace } from '../persistence/place-store.ts';
import { aboutSignal } from '../persistence/report-store.ts';
import { type Asking, type HeldTables, heldReport, type NotThere, readableReport } from './held-report.ts';
import { REPORT_SUBJECT } from './signal-names.ts';

type Tables =
  | HeldTables
  | 'signals.offender_reader'
  | 'signals.enrichment'
  | 'signals.reporting_code_step'
  | 'vault.dossier_key';

/** Somebody has it and it is not closed: then there is something to look up, or a step to take. */
const isOpen = (report: SignalReport): boolean => !['new', 'closed'].includes(statusOf(report));

export interface LookedInput {
  readonly code: string;
  readonly register: Register;
  readonly conclusion: LookedConclusion;
  readonly note: string | undefined;
}

/** Records that somebody looked in a register and what it comes down to. What stood there is never copied. */
export async function recordLooked(
  tx: Tx<Tables>,
  asking: Asking,
  input: LookedInput,
  time: DomainTime,
): Promise<Result<Done, NotThere | MovedOn | TextRefusal>> {
  const { actor } = asking;
  const held = await heldReport(tx, asking, input.code, time);
  if (!held.ok) return held;
  const report = held.value;
  if (!isOpen(report)) return err({ code: 'signal-moved-on' });
  const place = input.note === undefined ? undefined : await openPlace(tx, actor.organisationId, report);
  const checked = checkLookedNote(input.note, place);
  if (!checked.ok) return checked;
  const { register, conclusion, note } = input;
  await insertEnrichment(tx, actor, report, { id: newId(), register, conclusion, note, on: time.today });
  return ok({ subject: { kind: REPORT_SUBJECT, id: report.id } });
}

export interface EnrichmentView extends Done {
  readonly report: SignalReport;
  readonly isOpen: boolean;
  readonly looked: readonly (Enrichment & { readonly note: string | undefined })[];
  /** Whether this person was named to read about alleged offenders. */
  readonly readsOffenders: boolean;
}

/** What was looked up about a signal. Leaves a row in the log of data processing when it is about a person. */
export async function viewEnrichment(
  tx: Tx<Tables>,
  asking: Asking,
  input: { readonly code: string; readonly opens: boolean },
  time: DomainTime,
): Promise<Result<EnrichmentView, NotThere>> {
  const found = await readableReport(tx, asking, input.code, time);
  if (!found.ok) return found;
  const report = found.value;
  const about = report.kind === 'person' ? aboutSignal(report) : 'nobody';
  return ok({
    subject: { kind: REPORT_SUBJECT, id: report.id },
    report,
    isOpen: isOpen(report),
    looked: input.opens ? await openEnrichments(tx, asking.actor.organisationId, report, about) : [],
    readsOffenders: await isOffenderReader(tx, asking.actor.organisationId, asking.actor.personId),
  });
}

/** Records a step of the reporting code: which, when and the conclusion. Only of a signal about a person. */
export async function recordCodeStep(
  tx: Tx<Tables>,
  asking: Asking,
  input: TakenStep & { readonly code: string },
  time: DomainTime,
): Promise<Result<Done, NotThere | MovedOn | StepRefusal>> {
  const { actor } = asking;
  const held = await heldReport(tx, asking, input.code, time);
  if (!held.ok) return held;
  const report = held.value;
  if (report.kind !== 'person') return err({ code: 'code-needs-person' });
  if (!isOpen(report)) return err({ code: 'signal-moved-on' });
  const before = standingSteps(await codeStepsOf(tx, actor.organisationId, report.id));
  const checked = checkStep(input, before, time.today);
  if (!checked.ok) return checked;
  const { step, reason, conclusion, takenOn } = input;
  await insertCodeStep(tx, actor, report, { id: newId(), step, reason, conclusion, takenOn, on: time.today });
  return ok({ subject: { kind: REPORT_SUBJECT, id: report.id } });
}

export interface CodeStepsView extends Done {
  readonly report: SignalReport;
  readonly isOpen: boolean;
  readonly steps: ReadonlyMap<CodeStep, RecordedStep>;
  readonly next: CodeStep;
}

/** How far the reporting code is with a signal about a person. Not there for a signal about a place. */
export async function viewCodeSteps(
  tx: Tx<Tables>,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<Result<CodeStepsView, NotThere>> {
  const found = await readableReport(tx, asking, code, time);
  if (!found.ok) return found;
  const report = found.value;
  if (report.kind !== 'person') return err({ code: 'not-found' });
  const steps = standingSteps(await codeStepsOf(tx, asking.actor.organisationId, report.id));
  return ok({
    subject: { kind: REPORT_SUBJECT, id: report.id },
    report,
    isOpen: isOpen(report),
    steps,
    next: nextCodeStep(steps),
  });
}
