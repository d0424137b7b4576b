import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { membersByName } from '../../../platform/deadlines/members.ts';
import { type DeadlineTables, setDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor, Role } from '../../../shared-kernel/role.ts';
import {
  FOCAL_POINT_ELEMENT,
  type FocalPoint,
  type FocalPointFacts,
  type FocalPointRefusal,
  recordFocalPoint,
  WARN_DAYS_AHEAD,
} from '../domain/focal-point.ts';
import { loadFocalPoint, publishStanding, saveFocalPoint } from '../persistence/focal-point-store.ts';

import { holdEvidence } from './keep-evidence.ts';

type Tables = 'approach.element' | 'approach.standing' | 'files.file' | DeadlineTables;

/** The kind of deadline that warns of the end of an element. */
export const ELEMENT_LAPSES = 'approach.element-lapses';

/** Who may see to it that the element does not lapse. */
const KEEPERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider'];

export interface Recorded {
  readonly subject: { readonly kind: 'approach.element'; readonly id: string };
  readonly record: FocalPoint;
}

/**
 * Records who the focal point of this municipality is, who stands in, on which decision and until when; publishes the days; and
 * sets the deadline that warns of the end, for the focal point when that is a colleague here, otherwise for the writer.
 * Without `seenVersion` 0 for a first record, or the version on the form, it is an edit conflict.
 */
export async function recordFocalPointFacts(
  tx: Tx<Tables>,
  actor: Actor,
  input: { readonly facts: FocalPointFacts; readonly seenVersion: number },
  time: DomainTime,
): Promise<Result<Recorded, FocalPointRefusal>> {
  const current = await loadFocalPoint(tx, actor.organisationId, { forUpdate: true });
  const result = recordFocalPoint(current, input.facts, input.seenVersion, actor.personName, time.now, time.today);
  if (!result.ok) return result;
  if (!(await holdEvidence(tx, actor, result.value.evidenceFileId, time))) return err({ code: 'evidence-not-found' });
  if (!(await saveFocalPoint(tx, actor.organisationId, result.value))) return err({ code: 'edit-conflict' });
  await publishStanding(tx, actor.organisationId, result.value);
  const subject = { kind: 'approach.element', id: FOCAL_POINT_ELEMENT } as const;
  const { focalPoint, substitute, validUntil } = result.value;
  const [assigneeId, substituteId] = await membersByName(tx, actor.organisationId, [focalPoint, substitute], KEEPERS);
  const deadline = {
    tenantId: actor.organisationId,
    kind: ELEMENT_LAPSES,
    subject,
    path: `/aanpak/${FOCAL_POINT_ELEMENT}`,
    parameters: { onderdeel: FOCAL_POINT_ELEMENT },
    dueOn: validUntil,
    assigneeId: assigneeId ?? actor.membershipId,
    substituteId,
    alarmDaysAhead: WARN_DAYS_AHEAD,
  };
  await setDeadline(tx, deadline, time);
  return ok({ subject, record: result.value });
}

/** What stands recorded for the actor's organisation. */
export async function readFocalPoint(tx: Tx<'approach.element'>, actor: Actor): Promise<FocalPoint | undefined> {
  return loadFocalPoint(tx, actor.organisationId);
}
