import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { setDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { membersByName } from '../../../platform/members/members.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { NewFact } from '../domain/fact.ts';
import {
  FOCAL_POINT_ELEMENT,
  type FocalPoint,
  type FocalPointFacts,
  type FocalPointRefusal,
  recordFocalPoint,
  WARN_DAYS_AHEAD,
} from '../domain/focal-point.ts';
import { loadFocalPoint, publishStanding, saveFocalPoint } from '../persistence/focal-point-store.ts';
import { followDepartures, KEEPERS, type RenewTables } from './anchoring.ts';
import { reportFact } from './facts.ts';
import { holdEvidence } from './keep-evidence.ts';

type Tables = RenewTables | 'files.file';

/** The kind of deadline that warns of the end of an element. */
export const ELEMENT_LAPSES = 'approach.element-lapses';

/** The record as the logs and the deadlines name it. */
export const SUBJECT = { kind: 'approach.element', id: FOCAL_POINT_ELEMENT } as const;

export interface Recorded {
  readonly subject: { readonly kind: 'approach.element'; readonly id: string };
  readonly record: FocalPoint;
}

export interface FocalPointInput {
  readonly facts: FocalPointFacts;
  /** 0 for a first record, or the version on the form. */
  readonly seenVersion: number;
}

/**
 * Records who the focal point of this municipality is, who stands in, on which decision and until when; publishes the days; and
 * sets the deadline that warns of the end, for the focal point when that is a colleague here, otherwise for the writer.
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
  tx: Tx<'approach.element' | 'approach.standing' | 'approach.fact'>,
  tenantId: string,
  by: string,
  { facts, seenVersion }: FocalPointInput,
  time: DomainTime,
): Promise<Result<FocalPoint, FocalPointRefusal>> {
  const current = await loadFocalPoint(tx, tenantId, { forUpdate: true });
  const result = recordFocalPoint(current, facts, seenVersion, by, time.now, time.today);
  if (!result.ok) return result;
  if (!(await saveFocalPoint(tx, tenantId, result.value))) return err({ code: 'edit-conflict' });
  await publishStanding(tx, tenantId, result.value);
  await reportFact(tx, tenantId, focalPointFact(result.value), time);
  return result;
}

/** The record as a fact: the scan does not ask again what stands here. No names. */
export function focalPointFact(record: FocalPoint): NewFact {
  return {
    element: FOCAL_POINT_ELEMENT,
    source: 'focal-point',
    state: 'present',
    asOf: record.decidedOn,
    lapsesOn: record.validUntil,
    statement: `Er zijn een aandachtsfunctionaris en een vervanger, met ${String(record.hoursPerWeek).replace('.', ',')} uur per week.`,
    evidenceTitle: record.evidenceTitle,
    evidenceLink: record.evidenceLink,
    evidenceFileId: record.evidenceFileId,
    reportedBy: record.changedBy,
  };
}

/**
 * Sets the deadline that warns of the end of the record: for the focal point when she works here, or else for `otherwise`. And
 * lets anchoring follow.
 */
export async function warnOfEnd(
  tx: Tx<RenewTables>,
  tenantId: string,
  { focalPoint, substitute, validUntil }: FocalPoint,
  otherwise: string,
  time: DomainTime,
): Promise<void> {
  const [assigneeId, substituteId] = await membersByName(tx, tenantId, [focalPoint, substitute], KEEPERS);
  const deadline = {
    tenantId,
    kind: ELEMENT_LAPSES,
    subject: SUBJECT,
    path: `/aanpak/${FOCAL_POINT_ELEMENT}`,
    parameters: { onderdeel: FOCAL_POINT_ELEMENT },
    dueOn: validUntil,
    assigneeId: assigneeId ?? otherwise,
    substituteId,
    alarmDaysAhead: WARN_DAYS_AHEAD,
  };
  await setDeadline(tx, deadline, time);
  await followDepartures(tx, tenantId, time);
}

/** What stands recorded for the actor's organisation. */
export async function readFocalPoint(tx: Tx<'approach.element'>, actor: Actor): Promise<FocalPoint | undefined> {
  return loadFocalPoint(tx, actor.organisationId);
}
