import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import {
  FOCAL_POINT_ELEMENT,
  type FocalPoint,
  type FocalPointFacts,
  type FocalPointRefusal,
  recordFocalPoint,
} from '../domain/focal-point.ts';
import { loadFocalPoint, publishStanding, saveFocalPoint } from '../persistence/focal-point-store.ts';

type Tables = 'approach.element' | 'approach.standing' | 'files.file';

import { holdEvidence } from './keep-evidence.ts';

export interface Recorded {
  readonly subject: { readonly kind: 'approach.element'; readonly id: string };
  readonly record: FocalPoint;
}

/**
 * Records who the focal point of this municipality is, who stands in, on which decision and until when; and publishes the days.
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
  return ok({ subject: { kind: 'approach.element', id: FOCAL_POINT_ELEMENT }, record: result.value });
}

/** What stands recorded for the actor's organisation. */
export async function readFocalPoint(tx: Tx<'approach.element'>, actor: Actor): Promise<FocalPoint | undefined> {
  return loadFocalPoint(tx, actor.organisationId);
}
