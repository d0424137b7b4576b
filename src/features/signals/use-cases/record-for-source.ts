import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';
import { judgePassing, type PassOnRefusal, type Recorded } from '../domain/pass-on.ts';
import type { MayHear, ReportDecision, Source } from '../domain/signal-report.ts';
import { markReport } from '../persistence/report-store.ts';
import { type FollowUpTables, followUp } from './follow-up.ts';
import { type Asking, type HeldTables, heldReport, type NotThere } from './held-report.ts';
import { type LayTables, layReport } from './lay-report.ts';
import type { Received } from './pass-on.ts';
import { REPORT_SUBJECT } from './signal-names.ts';

/** A signal as the focal point records it for somebody else. */
export interface ForSource {
  readonly recorded: Recorded;
  readonly source: Exclude<Source, 'employee'>;
  readonly mayHear: MayHear;
  /** By when a report of the police to the mayor asks a decision. */
  readonly decideBy: PlainDate | undefined;
  /** Whether the start gate is open, so that it may be kept how the source can be reached. */
  readonly keepsPersons: boolean;
}

export type ForSourceRefusal =
  | PassOnRefusal
  | {
      readonly code: 'decide-by-missing' | 'decide-by-past' | 'reach-needs-gate' | 'reach-holds-bsn' | 'reach-missing';
    };

/** Records what came by telephone, e-mail, at the counter or from another organisation. */
export async function recordForSource(
  tx: Tx<LayTables>,
  actor: Actor,
  { recorded, source, mayHear, decideBy, keepsPersons }: ForSource,
  time: DomainTime,
): Promise<Result<Received, ForSourceRefusal>> {
  const judged = judgePassing(recorded);
  if (!judged.ok) return judged;
  const { sourceReach } = recorded;
  if (sourceReach !== undefined && !keepsPersons) return err({ code: 'reach-needs-gate' });
  if (sourceReach !== undefined && guardText(sourceReach).numbers.includes('bsn'))
    return err({ code: 'reach-holds-bsn' });
  if (mayHear !== 'nothing' && sourceReach === undefined && keepsPersons) return err({ code: 'reach-missing' });
  const isAdministrative = source === 'administrative-report';
  if (isAdministrative && !decideBy) return err({ code: 'decide-by-missing' });
  if (isAdministrative && decideBy! < time.today) return err({ code: 'decide-by-past' });
  const provenance = { source, mayHear, reporterPersonId: undefined, ...(isAdministrative && { decideBy }) };
  const report = await layReport(tx, actor, recorded, provenance, time);
  return ok({
    subject: { kind: REPORT_SUBJECT, id: report.id },
    code: report.code,
    lookedAtBy: report.actBy ?? time.today,
  });
}

export type DecideRefusal = NotThere | { readonly code: 'nothing-to-decide' | 'decided-already' };

/** Records what the municipality decides on a report of the police to the mayor. */
export async function decideOnReport(
  tx: Tx<HeldTables | FollowUpTables>,
  asking: Asking,
  input: { readonly code: string; readonly decision: ReportDecision },
  time: DomainTime,
): Promise<Result<Done, DecideRefusal>> {
  const held = await heldReport(tx, asking, input.code, time);
  if (!held.ok) return held;
  const report = held.value;
  if (!report.decideBy || report.closedOn) return err({ code: 'nothing-to-decide' });
  if (report.decision) return err({ code: 'decided-already' });
  const tenantId = asking.actor.organisationId;
  await markReport(tx, tenantId, report.id, { decided: { on: time.today, decision: input.decision } });
  await followUp(tx, tenantId, { ...report, decidedOn: time.today }, time);
  return ok({ subject: { kind: REPORT_SUBJECT, id: report.id } });
}
