import type { AnyTx, DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import type { Eraser } from '../../../platform/retention/erase-work.ts';
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
import type { YesNoUnknown } from '../domain/signal-report.ts';
import { closureById, closuresPage, deleteClosure, insertClosure, markClosure } from '../persistence/closure-store.ts';
import { MEASURES_A_PAGE } from '../persistence/measure-rows.ts';
import type { Asking, NotThere } from './held-report.ts';
import {
  type AtPlace,
  keepMeasure,
  type MeasureKind,
  type MeasureTables,
  openMeasure,
  reachedMeasure,
  viewPlace,
} from './measure.ts';
import { showUse } from './show-use.ts';

const CLOSURE: MeasureKind = { subject: 'signals.closure', rule: 'closure', list: '/meldingen/sluitingen' };

type Tables = MeasureTables | 'signals.closure';
const subjectOf = (id: string) => ({ kind: CLOSURE.subject, id }) as const;

/** A closure of which this person may do the next thing, held until the deed is done; or one answer for every other. */
async function reached(tx: Tx<Tables>, asking: Asking, id: string, letter: 'R' | 'W', time: DomainTime) {
  const found = await closureById(tx, asking.actor.organisationId, id, { forUpdate: letter === 'W' });
  return reachedMeasure(tx, asking, found, letter, time);
}

/** Records that a closure is intended. What it takes away is answered before it is ready. */
export async function intendClosure(
  tx: Tx<Tables | 'privacy.dossier'>,
  { actor }: Asking,
  intended: { readonly instrument: ClosureInstrument; readonly place: string; readonly intendedOn: PlainDate },
  time: DomainTime,
): Promise<Result<Done>> {
  const id = await openMeasure(tx, actor, CLOSURE, time);
  await insertClosure(tx, actor, { id, ...intended }, time.today);
  await keepMeasure(tx, actor.organisationId, CLOSURE, { id, dossierId: id }, time.today);
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
  const { measure: closure } = found.value;
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
  const checked = checkReady(found.value.measure);
  if (!checked.ok) return checked;
  await markClosure(tx, asking.actor.organisationId, id, { readyOn: time.today });
  return ok({ subject: subjectOf(id) });
}

/** Records that a closure was carried out: how many lost a home or work, and where they went. */
export async function carryOutClosure(
  tx: AnyTx,
  asking: Asking,
  input: { readonly id: string; readonly on: PlainDate; readonly aftermath: Aftermath },
  time: DomainTime,
): Promise<Result<Done, NotThere | CarryOutRefusal>> {
  const { organisationId: tenantId } = asking.actor;
  const found = await reached(tx, asking, input.id, 'W', time);
  if (!found.ok) return found;
  const { measure: closure } = found.value;
  const { on, aftermath } = input;
  const checked = checkCarriedOut(closure, { on, aftermath }, time.today);
  if (!checked.ok) return checked;
  await markClosure(tx, tenantId, closure.id, { carriedOut: { on, aftermath } });
  await keepMeasure(tx, tenantId, CLOSURE, closure, on);
  await showUse(tx, tenantId, 'K6.1', time);
  return ok({ subject: subjectOf(closure.id) });
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
  if (['carried-out', 'cancelled'].includes(closureStatus(found.value.measure)))
    return err({ code: 'closure-moved-on' });
  await markClosure(tx, asking.actor.organisationId, id, { cancelledOn: time.today });
  return ok({ subject: subjectOf(id) });
}

export interface ClosureView extends Done, AtPlace {
  readonly closure: Closure;
  readonly status: ClosureStatus;
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
  const { measure: closure, openPlace } = found.value;
  return ok({
    subject: subjectOf(id),
    closure,
    status: closureStatus(closure),
    ...(await viewPlace(tx, tenantId, subjectOf(id), opens ? openPlace : undefined)),
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
    pages: Math.max(1, Math.ceil(total / MEASURES_A_PAGE)),
  };
}

/** Erases a closure. */
export const closureEraser: Eraser = {
  subjectKind: CLOSURE.subject,
  async erase(tx, { tenantId, id }) {
    return { 'signals.closure': await deleteClosure(tx, tenantId, id) };
  },
};
