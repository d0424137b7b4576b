import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { openDossier } from '../../../platform/dossiers/give-access.ts';
import { askDossier, type DossierTables } from '../../../platform/dossiers/reach.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import type { Eraser } from '../../../platform/retention/erase-work.ts';
import { type Countdown, countdownOf, type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import {
  type CarryOutRefusal,
  type Closure,
  type ClosureInstrument,
  type ClosureStatus,
  checkCarriedOut,
  checkReady,
  closureStatus,
  type ReadyRefusal,
} from '../domain/closure.ts';
import { type Aftermath, namesNobody } from '../domain/inspection.ts';
import type { SignalReport, YesNoUnknown } from '../domain/signal-report.ts';
import { type SignalStatus, statusOf } from '../domain/signal-status.ts';
import {
  CLOSURES_A_PAGE,
  closureById,
  closuresPage,
  deleteClosure,
  insertClosure,
  markClosure,
} from '../persistence/closure-store.ts';
import type { OpenPlace } from '../persistence/inspection-store.ts';
import { reportsAtPlace } from '../persistence/report-query.ts';
import { placeIndexes } from '../persistence/report-store.ts';
import type { Asking, NotThere } from './held-report.ts';

export const CLOSURE_SUBJECT = 'signals.closure';
export const closurePath = (id: string): string => `/meldingen/sluitingen/${id}`;

type Tables = DossierTables | KeepTables | 'signals.closure' | 'vault.dossier_key';
const subjectOf = (id: string) => ({ kind: CLOSURE_SUBJECT, id }) as const;

/** A closure of which this person may do the next thing, held until the deed is done; or one answer for every other. */
async function reached(
  tx: Tx<Tables>,
  { actor, policy }: Asking,
  id: string,
  letter: 'R' | 'W',
  time: DomainTime,
): Promise<Result<{ readonly closure: Closure; readonly openPlace: OpenPlace }, NotThere>> {
  const found = await closureById(tx, actor.organisationId, id, { forUpdate: letter === 'W' });
  if (!found) return err({ code: 'not-found' });
  const asked = { dossierId: found.closure.dossierId, letter, dataClass: 'D3', purpose: 'VA-02' } as const;
  return (await askDossier(tx, policy, actor, asked, time)).ok ? ok(found) : err({ code: 'not-found' });
}

/** Records that a closure is intended. What it takes away is answered before it is ready. */
export async function intendClosure(
  tx: Tx<Tables | 'privacy.dossier'>,
  { actor }: Asking,
  intended: { readonly instrument: ClosureInstrument; readonly place: string; readonly intendedOn: PlainDate },
  time: DomainTime,
): Promise<Result<Done>> {
  const id = newRandomId();
  const { organisationId: tenantId } = actor;
  await openDossier(tx, actor, { id, kind: CLOSURE_SUBJECT, activity: 'VA-02', path: closurePath(id) }, time);
  await insertClosure(tx, actor, { id, ...intended }, time.today);
  await keepRecord(tx, { tenantId, rule: 'closure', subject: subjectOf(id), dossierId: id, startsOn: time.today });
  return ok({ subject: subjectOf(id) });
}

export type VictimRefusal = { readonly code: 'closure-moved-on' | 'checked-by-names' };

/** Records whether whoever lives or works there is possibly a victim. May be answered again until it is ready. */
export async function answerVictimCheck(
  tx: Tx<Tables>,
  asking: Asking,
  input: {
    readonly id: string;
    readonly answer: YesNoUnknown;
    readonly checkedBy: string;
    readonly isHelpArranged: boolean;
  },
  time: DomainTime,
): Promise<Result<Done, NotThere | VictimRefusal>> {
  const found = await reached(tx, asking, input.id, 'W', time);
  if (!found.ok) return found;
  const { closure } = found.value;
  if (['ready', 'carried-out', 'cancelled'].includes(closureStatus(closure))) return err({ code: 'closure-moved-on' });
  if (!namesNobody([input.checkedBy]).ok) return err({ code: 'checked-by-names' });
  const { answer, checkedBy, isHelpArranged } = input;
  const check = { answer, checkedBy, checkedOn: time.today, isHelpArranged };
  await markClosure(tx, asking.actor.organisationId, closure.id, { check });
  return ok({ subject: subjectOf(closure.id) });
}

/** Records that a closure is ready: only with an answer, and with help arranged when somebody is possibly a victim. */
export async function readyClosure(
  tx: Tx<Tables>,
  asking: Asking,
  id: string,
  time: DomainTime,
): Promise<Result<Done, NotThere | ReadyRefusal>> {
  const found = await reached(tx, asking, id, 'W', time);
  if (!found.ok) return found;
  const checked = checkReady(found.value.closure);
  if (!checked.ok) return checked;
  await markClosure(tx, asking.actor.organisationId, id, { readyOn: time.today });
  return ok({ subject: subjectOf(id) });
}

/** Records that a closure was carried out: how many lost a home or work, and where they went. */
export async function carryOutClosure(
  tx: Tx<Tables>,
  asking: Asking,
  input: { readonly id: string; readonly on: PlainDate; readonly aftermath: Aftermath },
  time: DomainTime,
): Promise<Result<Done, NotThere | CarryOutRefusal>> {
  const { organisationId: tenantId } = asking.actor;
  const found = await reached(tx, asking, input.id, 'W', time);
  if (!found.ok) return found;
  const { closure } = found.value;
  const { on, aftermath } = input;
  const checked = checkCarriedOut(closure, { on, aftermath }, time.today);
  if (!checked.ok) return checked;
  const { id, dossierId } = closure;
  await markClosure(tx, tenantId, id, { carriedOut: { on, aftermath } });
  await keepRecord(tx, { tenantId, rule: 'closure', subject: subjectOf(id), dossierId, startsOn: on });
  return ok({ subject: subjectOf(id) });
}

/** Records that a closure does not go on. */
export async function cancelClosure(
  tx: Tx<Tables>,
  asking: Asking,
  id: string,
  time: DomainTime,
): Promise<Result<Done, NotThere | { readonly code: 'closure-moved-on' }>> {
  const found = await reached(tx, asking, id, 'W', time);
  if (!found.ok) return found;
  if (['carried-out', 'cancelled'].includes(closureStatus(found.value.closure)))
    return err({ code: 'closure-moved-on' });
  await markClosure(tx, asking.actor.organisationId, id, { cancelledOn: time.today });
  return ok({ subject: subjectOf(id) });
}

export interface ClosureView extends Done {
  readonly closure: Closure;
  readonly status: ClosureStatus;
  readonly place: string | undefined;
  /** Signals about the same address, without what they say. */
  readonly signals: readonly (SignalReport & { readonly status: SignalStatus })[];
  readonly countdown: Countdown | undefined;
}

/** One closure, with the signals about its address. Leaves a row in the log of data processing. */
export async function viewClosure(
  tx: Tx<Tables | 'signals.signal_report'>,
  asking: Asking,
  { id, opens }: { readonly id: string; readonly opens: boolean },
  time: DomainTime,
): Promise<Result<ClosureView, NotThere>> {
  const { organisationId: tenantId } = asking.actor;
  const found = await reached(tx, asking, id, 'R', time);
  if (!found.ok) return found;
  const { closure, openPlace } = found.value;
  const place = opens ? await openPlace(tx) : undefined;
  const indexes = place === undefined ? [] : placeIndexes(tx, place);
  const signals = await reportsAtPlace(tx, tenantId, indexes, undefined);
  return ok({
    subject: subjectOf(id),
    closure,
    status: closureStatus(closure),
    place,
    signals: signals.map((report) => ({ ...report, status: statusOf(report) })),
    countdown: await countdownOf(tx, tenantId, subjectOf(id)),
  });
}

/** As the list shows it: what was answered about people stays on the page of the closure. */
const inList = (status: ClosureStatus): 'open' | 'ready' | 'carried-out' | 'cancelled' =>
  status === 'ready' || status === 'carried-out' || status === 'cancelled' ? status : 'open';

/** One page of the closures of a municipality. The address and what was answered stay shut. */
export async function listClosures(tx: Tx<'signals.closure'>, actor: Actor, page: number) {
  const { closures, total } = await closuresPage(tx, actor.organisationId, page);
  return {
    closures: closures.map(({ id, instrument, intendedOn, ...closure }) => ({
      id,
      instrument,
      intendedOn,
      status: inList(closureStatus(closure)),
    })),
    total,
    pages: Math.max(1, Math.ceil(total / CLOSURES_A_PAGE)),
  };
}

/** Erases a closure. */
export const closureEraser: Eraser = {
  subjectKind: CLOSURE_SUBJECT,
  async erase(tx, { tenantId, id }) {
    return { 'signals.closure': await deleteClosure(tx, tenantId, id) };
  },
};
