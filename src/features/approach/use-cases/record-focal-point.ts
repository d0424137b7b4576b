import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { setDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import {
  FOCAL_POINT_ELEMENT,
  type FocalPoint,
  type FocalPointInput,
  type FocalPointRefusal,
  recordFocalPoint,
  WARN_DAYS_AHEAD,
} from '../domain/focal-point.ts';
import { loadFocalPoint, publishStanding, saveFocalPoint } from '../persistence/focal-point-store.ts';
import { addresseesOn } from './alarm-addressees.ts';
import { ELEMENT_LAPSES, focalPointFact, followDepartures, type RenewTables } from './anchoring.ts';
import { reportFact } from './facts.ts';
import { holdEvidence } from './keep-evidence.ts';
import { noteOwnDecision } from './taken-over.ts';

type Tables = RenewTables | 'files.file';

/** The record as the logs and the deadlines name it. */
export const SUBJECT = { kind: 'approach.element', id: FOCAL_POINT_ELEMENT } as const;

export interface Recorded {
  readonly subject: { readonly kind: 'approach.element'; readonly id: string };
  readonly record: FocalPoint;
}

/**
 * Records who the focal point of this municipality is, who stands in, on which decision and until when; publishes the days; and
 * sets the deadline that warns of the end, for the focal point here, or else for whoever may keep it up.
 * What somebody else changed in between is an edit conflict.
 */
export async function recordFocalPointFacts(
  tx: Tx<Tables>,
  actor: Actor,
  input: FocalPointInput,
  time: DomainTime,
): Promise<Result<Recorded, FocalPointRefusal>> {
  const kept = await keepFocalPoint(tx, actor.organisationId, actor.personName, input, time);
  if (!kept.ok) return kept;
  if (!(await holdEvidence(tx, actor, kept.value.evidenceFileId, time))) return err({ code: 'evidence-not-found' });
  await warnOfEnd(tx, actor.organisationId, kept.value, actor.membershipId, time);
  return ok({ subject: SUBJECT, record: kept.value });
}

/** Keeps the record of a municipality, publishes what the country sees of it, and reports it as a fact. */
export async function keepFocalPoint(
  tx: Tx<
    | 'approach.element'
    | 'approach.standing'
    | 'approach.standing_support'
    | 'approach.standing_change'
    | 'approach.fact'
  >,
  tenantId: string,
  by: string,
  input: FocalPointInput,
  time: DomainTime,
): Promise<Result<FocalPoint, FocalPointRefusal>> {
  const current = await loadFocalPoint(tx, tenantId, { forUpdate: true });
  const result = recordFocalPoint(current, input, by, time.now, time.today);
  if (!result.ok) return result;
  if (!(await saveFocalPoint(tx, tenantId, result.value))) return err({ code: 'edit-conflict' });
  await publishStanding(tx, tenantId, result.value, {
    lapsesOn: result.value.validUntil,
    publishedAt: time.now,
  });
  await reportFact(tx, tenantId, focalPointFact(result.value), time);
  return result;
}

/**
 * Sets the deadline that warns of the end of the record, for who carries the approach that day, or else for `otherwise`. After
 * a merger it was the decision that was asked for. And lets anchoring follow.
 */
export async function warnOfEnd(
  tx: Tx<RenewTables>,
  tenantId: string,
  { validUntil }: FocalPoint,
  otherwise: string,
  time: DomainTime,
): Promise<void> {
  const addressees = await addresseesOn(tx, tenantId, validUntil);
  const deadline = {
    tenantId,
    kind: ELEMENT_LAPSES,
    subject: SUBJECT,
    path: `/aanpak/${FOCAL_POINT_ELEMENT}`,
    parameters: { onderdeel: FOCAL_POINT_ELEMENT },
    dueOn: validUntil,
    ...(addressees ?? { assigneeId: otherwise, substituteId: undefined }),
    alarmDaysAhead: WARN_DAYS_AHEAD,
  };
  await setDeadline(tx, deadline, time);
  await noteOwnDecision(tx, tenantId, time.now);
  await followDepartures(tx, tenantId, time);
}

/** What stands recorded for the actor's organisation. */
export async function readFocalPoint(tx: Tx<'approach.element'>, actor: Actor): Promise<FocalPoint | undefined> {
  return loadFocalPoint(tx, actor.organisationId);
}
