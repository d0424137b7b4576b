import type { AnyTx, DomainTime, Done, Tx } from '../../../../platform/db/transact.ts';
import { notify } from '../../../../platform/deadlines/notify.ts';
import { addSubstitute, dropSubstitute } from '../../../../platform/deadlines/pass-deadlines.ts';
import { endPassed, passAccess } from '../../../../platform/dossiers/pass-access.ts';
import { newId } from '../../../../platform/ids/uuid.ts';
import { type Colleague, colleaguesOf } from '../../../../platform/members/members.ts';
import type { DueWork } from '../../../../platform/runner/run-due.ts';
import type { PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import type { Actor } from '../../../../shared-kernel/role.ts';
import { type AwayRefusal, checkAway } from '../../domain/cases/caseload.ts';
import {
  type Absence,
  cutShort,
  giveBack,
  holdAbsence,
  holdAbsencesOf,
  holdAlone,
  insertAbsence,
  type KeptAbsence,
  markBegun,
  markOver,
  standInFor,
} from '../../persistence/absence-store.ts';
import { CASELOAD_PATH, casePath, LOAD_SUBJECT } from './case-names.ts';
import type { TakeOverTables } from './caseload.ts';

/** Standing in is over: the cases are with their own coordinator again. */
export const STANDING_IN_OVER = 'care.standing-in-over';

/** On the first day the stand-in could not see every case any more, so nobody stands in. */
export const NOBODY_STANDS_IN = 'care.nobody-stands-in';

type NoColleague = { readonly code: 'no-coordinator' };

/**
 * She is away, and says who stands in: from the first day to the last, in every case of hers that nobody stands in for on that first day.
 * Afterwards it is hers alone again.
 */
export async function goAway(
  tx: Tx<TakeOverTables>,
  actor: Actor,
  input: { readonly fromOn: PlainDate; readonly untilOn: PlainDate; readonly standsIn: string },
  time: DomainTime,
): Promise<Result<Done, AwayRefusal>> {
  const checked = checkAway(input, time.today);
  if (!checked.ok) return checked;
  const { organisationId: tenantId, membershipId } = actor;
  const colleagues = await colleaguesOf(tx, tenantId, time.today, ['zorgcoordinator']);
  const standIn = colleagues.find((each) => each.membershipId === input.standsIn && each.membershipId !== membershipId);
  if (!standIn) return err({ code: 'no-coordinator' });
  const { fromOn, untilOn } = input;
  const absence = { id: newId(), membershipId, standsInId: standIn.membershipId, fromOn, untilOn };
  await insertAbsence(tx, tenantId, absence, time.today);
  const begun = fromOn <= time.today ? await beginStandingIn(tx, actor, absence, standIn, time) : ok(undefined);
  return begun.ok ? ok({ subject: { kind: LOAD_SUBJECT, id: membershipId } }) : begun;
}

/** From now until after the last day. Refused when the colleague is kept away from one of the cases: that is not told here. */
async function beginStandingIn(
  tx: Tx<TakeOverTables>,
  actor: Actor,
  absence: Absence,
  standIn: Colleague,
  time: DomainTime,
): Promise<Result<undefined, NoColleague>> {
  const { organisationId: tenantId } = actor;
  const until = await markBegun(tx, tenantId, absence, time.now);
  const alone = await holdAlone(tx, tenantId, absence.membershipId);
  const passing = {
    dossierIds: alone.map(({ dossierId }) => dossierId),
    ...{ from: undefined, to: standIn, until, reason: 'vervangt tijdens afwezigheid' },
  };
  const given = await passAccess(tx, actor, passing, time);
  if (!given.ok) return err({ code: 'no-coordinator' });
  await standInFor(tx, tenantId, absence, alone);
  const paths = alone.map(({ code }) => casePath(code));
  await addSubstitute(tx, tenantId, { paths, of: absence.membershipId, substitute: absence.standsInId });
  return ok(undefined);
}

/**
 * She is there again, or does not go: whoever stands in for her gives it back now, and can no longer see those cases. Refused when
 * nothing of hers is written down that is not over, as when it was sent twice.
 */
export async function comeBack(
  tx: Tx<TakeOverTables>,
  actor: Actor,
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'not-away' }>> {
  const { organisationId: tenantId, membershipId } = actor;
  const absences = await holdAbsencesOf(tx, tenantId, membershipId, time.today);
  if (absences.length === 0) return err({ code: 'not-away' });
  const colleagues = await colleaguesOf(tx, tenantId, time.today, ['zorgcoordinator']);
  for (const absence of absences) {
    await giveBackNow(tx, actor, absence, colleagues, time);
    await cutShort(tx, tenantId, absence, time.today);
  }
  return ok({ subject: { kind: LOAD_SUBJECT, id: membershipId } });
}

async function giveBackNow(
  tx: Tx<TakeOverTables>,
  actor: Actor,
  absence: KeptAbsence,
  colleagues: readonly Colleague[],
  time: DomainTime,
): Promise<void> {
  const { organisationId: tenantId } = actor;
  const back = absence.hasBegun ? await giveBack(tx, tenantId, absence) : [];
  if (back.length === 0) return;
  await dropSubstitute(tx, tenantId, { paths: back.map(({ code }) => casePath(code)), substitute: absence.standsInId });
  const standIn = colleagues.find((each) => each.membershipId === absence.standsInId);
  if (!standIn || !absence.nextAt) return;
  const dossierIds = back.map(({ dossierId }) => dossierId);
  await endPassed(tx, actor, { dossierIds, of: standIn.personId, until: absence.nextAt }, time);
  await tell(tx, tenantId, standIn, STANDING_IN_OVER, time);
}

/** An absence begins or ends: somebody stands in from its first day, and gives it back by itself after the last. */
export const absenceWork: DueWork = {
  kind: 'care.absence',
  table: 'care.absence',
  dueColumn: 'next_at',
  waiting: 'next_at is not null',
  run: ({ tenantId, id }, enterAs) => enterAs('own', (tx, time) => turn(tx, tenantId, id, time)),
};

async function turn(tx: AnyTx, tenantId: string, id: string, time: DomainTime): Promise<void> {
  const absence = await holdAbsence(tx, tenantId, id);
  if (!absence?.nextAt || absence.nextAt > time.now) return;
  const colleagues = await colleaguesOf(tx, tenantId, time.today, ['zorgcoordinator']);
  const [away, standIn] = [absence.membershipId, absence.standsInId].map((membershipId) =>
    colleagues.find((each) => each.membershipId === membershipId),
  );
  if (!absence.hasBegun && away && standIn && absence.untilOn >= time.today) {
    const begun = await beginStandingIn(tx, actorOf(tenantId, away), absence, standIn, time);
    if (begun.ok) return;
    // kept away from one of them since: who is away has to choose another
    await markOver(tx, tenantId, id);
    await tell(tx, tenantId, away, NOBODY_STANDS_IN, time);
    return;
  }
  await markOver(tx, tenantId, id);
  const back = await giveBack(tx, tenantId, absence);
  if (back.length === 0) return;
  const paths = back.map(({ code }) => casePath(code));
  await dropSubstitute(tx, tenantId, { paths, substitute: absence.standsInId });
  for (const colleague of [away, standIn]) {
    if (colleague) await tell(tx, tenantId, colleague, STANDING_IN_OVER, time);
  }
}

async function tell(
  tx: Tx<TakeOverTables>,
  tenantId: string,
  { membershipId, personId }: Colleague,
  kind: string,
  { now }: DomainTime,
) {
  await notify(tx, { tenantId, membershipId, personId, kind, path: CASELOAD_PATH, level: 1 }, now);
}

/** Who said that she is away: what follows from it is her deed. */
const actorOf = (tenantId: string, { personId, membershipId, name }: Colleague): Actor => ({
  ...{ personId, membershipId, personName: name, organisationId: tenantId },
  ...{ organisationCode: '', organisationName: '', role: 'zorgcoordinator', scope: 'own-records' },
});
