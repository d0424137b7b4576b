import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { askDossier, type DossierTables } from '../../../platform/dossiers/reach.ts';
import type { Policy } from '../../../platform/policy/policy.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import { holdReport, reportByCode } from '../persistence/report-store.ts';

export type HeldTables = 'signals.signal_report' | DossierTables;
export type NotThere = { readonly code: 'not-found' };

/** Who asks, and by what policy it is decided. */
export interface Asking {
  readonly actor: Actor;
  readonly policy: Policy;
}

/**
 * A signal of which this person may do the next thing, held until the deed is done. Not there, another organisation's, or hidden
 * because she is excluded: one answer.
 */
export async function heldReport(
  tx: Tx<HeldTables>,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<Result<SignalReport, NotThere>> {
  return allowed(tx, asking, await holdReport(tx, asking.actor.organisationId, code), 'W', time);
}

/** The same to read it, without holding it. */
export async function readableReport(
  tx: Tx<HeldTables>,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<Result<SignalReport, NotThere>> {
  return allowed(tx, asking, await reportByCode(tx, asking.actor.organisationId, code), 'R', time);
}

/** Whether this person may do this with a signal that was found: what is not hers is not there. */
export async function allowed(
  tx: Tx<HeldTables>,
  { actor, policy }: Asking,
  report: SignalReport | undefined,
  letter: 'R' | 'W',
  time: DomainTime,
): Promise<Result<SignalReport, NotThere>> {
  if (!report) return err({ code: 'not-found' });
  const asked = { dossierId: report.dossierId, letter, dataClass: 'D3', purpose: 'VA-02' } as const;
  const reached = await askDossier(tx, policy, actor, asked, time);
  return reached.ok ? ok(report) : err({ code: 'not-found' });
}
