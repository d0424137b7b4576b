import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { excludePerson } from '../../../platform/dossiers/give-access.ts';
import { peopleExcludedFrom } from '../../../platform/dossiers/people-excluded.ts';
import { colleaguesOf } from '../../../platform/members/members.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { type Asking, type HeldTables, heldReport, type NotThere } from './held-report.ts';
import { REPORT_SUBJECT } from './signal-names.ts';
import { type WaitTables, waitFor } from './wait-for-focal-point.ts';

type Tables = HeldTables | WaitTables;

export type KeepAwayRefusal =
  | NotThere
  | { readonly code: 'unknown-person' | 'person-excluded' | 'no-access-reason' | 'nobody-else' };

/**
 * Keeps a colleague away from a signal: family, an acquaintance, or the one it is about. For her it does not exist from now on, and
 * its messages go to somebody else. Refused when nobody would be left to weigh it: then somebody has to be found first.
 */
export async function keepAway(
  tx: Tx<Tables>,
  asking: Asking,
  input: { readonly code: string; readonly personId: string; readonly reason: string },
  time: DomainTime,
): Promise<Result<Done, KeepAwayRefusal>> {
  const { actor } = asking;
  const held = await heldReport(tx, asking, input.code, time);
  if (!held.ok) return held;
  const report = held.value;
  const officers = await colleaguesOf(tx, actor.organisationId, time.today, ['aandachtsfunctionaris']);
  const excluded = await peopleExcludedFrom(tx, actor.organisationId, report.dossierId, time.now);
  const left = officers.filter(({ personId }) => personId !== input.personId && !excluded.has(personId));
  if (left.length === 0) return err({ code: 'nobody-else' });
  // its messages go elsewhere first: afterwards it is hidden from her, also when she is the one who does this
  const takenUpBy = report.takenUpBy === input.personId ? undefined : report.takenUpBy;
  const away = { dossierId: report.dossierId, personId: input.personId, reason: input.reason };
  const excluding = await excludePerson(tx, actor, away, time);
  if (!excluding.ok) return excluding;
  await waitFor(tx, actor.organisationId, { ...report, takenUpBy }, 'arrived', time);
  return ok({ subject: { kind: REPORT_SUBJECT, id: report.id } });
}
