import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { excludePerson, openDossier } from '../../../platform/dossiers/give-access.ts';
import { newRandomBytes, newRandomId } from '../../../platform/ids/uuid.ts';
import type { KeepTables } from '../../../platform/retention/keep-record.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { actBefore, takeUpBy } from '../domain/norms.ts';
import type { Recorded } from '../domain/pass-on.ts';
import { type MayHear, type SignalReport, type Source, signalCode } from '../domain/signal-report.ts';
import { insertReport } from '../persistence/report-store.ts';
import { countTerm } from './count-term.ts';
import { REPORT_SUBJECT, signalPath } from './signal-names.ts';
import { planReporterUpdate } from './tell-reporter.ts';
import { type WaitTables, waitFor } from './wait-for-focal-point.ts';

export type LayTables =
  | 'signals.signal_report'
  | 'signals.reporter_update'
  | 'privacy.dossier'
  | 'vault.dossier_key'
  | KeepTables
  | WaitTables;

/** What is known of a new signal besides what is written in it. */
export interface Provenance {
  readonly source: Source;
  readonly reporterPersonId: string | undefined;
  readonly mayHear: MayHear;
  /** Only of a report of the police to the mayor. */
  readonly decideBy?: PlainDate | undefined;
  /** A focal point for whom this signal never exists: checked to be one who works here. */
  readonly keepAwayFrom?: string | undefined;
}

/**
 * Keeps a signal with everything that belongs to it, in one transaction: its dossier, what it says under seal, how long it is kept,
 * and who hears that it waits.
 */
export async function layReport(
  tx: Tx<LayTables>,
  actor: Actor,
  recorded: Recorded,
  provenance: Provenance,
  time: DomainTime,
): Promise<SignalReport> {
  // random, not in order of time: it stands in addresses
  const id = newRandomId();
  const report: SignalReport = {
    id,
    dossierId: id,
    code: signalCode(newRandomBytes(8)),
    kind: recorded.kind,
    source: provenance.source,
    reporterPersonId: provenance.reporterPersonId,
    reporterFunction: recorded.reporterFunction,
    sourceMayHear: provenance.mayHear,
    recordedBy: actor.personId,
    receivedOn: time.today,
    actBy: actBefore(takeUpBy(recorded, time.today), { decideBy: provenance.decideBy, decidedOn: undefined }),
    form: recorded.form,
    sector: recorded.sector,
    isDangerNow: recorded.isDangerNow,
    called112At: recorded.called112At,
    isMinor: recorded.isMinor,
    takenUpOn: undefined,
    takenUpBy: undefined,
    weighedOn: undefined,
    passedOn: undefined,
    answeredOn: undefined,
    closedOn: undefined,
    closeReason: undefined,
    decideBy: provenance.decideBy,
    decision: undefined,
    decidedOn: undefined,
  };
  const dossier = { id, kind: REPORT_SUBJECT, activity: 'VA-02', path: signalPath(report.code) };
  await openDossier(tx, actor, dossier, time);
  // before anybody is told
  if (provenance.keepAwayFrom !== undefined) {
    const away = { dossierId: id, personId: provenance.keepAwayFrom, reason: 'gekozen door wie het signaal doorgaf' };
    const excluded = await excludePerson(tx, actor, away, time);
    if (!excluded.ok) throw new Error(`a reader could not be kept away: ${excluded.error.code}`);
  }
  await insertReport(tx, actor.organisationId, report, { ...recorded.content, sourceReach: recorded.sourceReach });
  await countTerm(tx, actor.organisationId, report);
  await planReporterUpdate(tx, actor.organisationId, report);
  await waitFor(tx, actor.organisationId, report, 'arrived', time);
  return report;
}
