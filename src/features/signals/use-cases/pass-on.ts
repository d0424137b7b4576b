import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { judgePassing, type PassedOn, type PassOnRefusal } from '../domain/pass-on.ts';
import type { Form, ReporterFunction } from '../domain/signal-report.ts';
import { addToTally, noteInvestigation } from '../persistence/tally-store.ts';
import { type LayTables, layReport } from './lay-report.ts';
import { readersToday } from './officers.ts';
import { REPORT_SUBJECT } from './signal-names.ts';

/** A signal that was kept, with the code by which whoever passed it on asks about it. */
export type Received = Done & {
  readonly code: string;
  /** By which day somebody looks at it. */
  readonly lookedAtBy: PlainDate;
};

/**
 * A colleague passes on what she saw herself. She may hear what was done with it. Is a focal point the one it is about, or close to
 * her, then it never exists for that focal point: somebody else weighs it, or it goes another way.
 */
export async function passOn(
  tx: Tx<LayTables>,
  actor: Actor,
  passed: PassedOn & { readonly keepAwayFrom?: string | undefined },
  time: DomainTime,
): Promise<Result<Received, PassOnRefusal | { readonly code: 'unknown-reader' | 'nobody-else-reads' }>> {
  const judged = judgePassing(passed);
  if (!judged.ok) return judged;
  const { keepAwayFrom } = passed;
  if (keepAwayFrom !== undefined) {
    const readers = await readersToday(tx, actor.organisationId, time.today);
    if (!readers.some(({ personId }) => personId === keepAwayFrom)) return err({ code: 'unknown-reader' });
    if (readers.length === 1) return err({ code: 'nobody-else-reads' });
  }
  const provenance = { source: 'employee', reporterPersonId: actor.personId, mayHear: 'outcome' } as const;
  const report = await layReport(tx, actor, passed, { ...provenance, keepAwayFrom }, time);
  return ok({
    subject: { kind: REPORT_SUBJECT, id: report.id },
    code: report.code,
    lookedAtBy: report.actBy ?? time.today,
  });
}

/** A weak signal is only counted: nothing else of it is kept, not even who saw it. */
export async function countSignal(
  tx: Tx<'signals.tally'>,
  actor: Actor,
  counted: { readonly reporterFunction: ReporterFunction; readonly form: Form },
  { today }: DomainTime,
): Promise<Result<Done>> {
  await addToTally(tx, actor.organisationId, { ...counted, on: today });
  // of the organisation, so that the log does not say who counted what
  return ok({ subject: { kind: 'signals.tally', id: actor.organisationId } });
}

/** Seen in an investigation: it belongs to the police data act and is not kept here, only that it went that way today. */
export async function passOnElsewhere(
  tx: Tx<'signals.investigation_note'>,
  actor: Actor,
  { today }: DomainTime,
): Promise<Result<Done>> {
  const id = newRandomId();
  await noteInvestigation(tx, actor.organisationId, { id, passedOn: today });
  return ok({ subject: { kind: 'signals.investigation_note', id } });
}
