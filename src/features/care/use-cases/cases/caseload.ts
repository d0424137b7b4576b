import type { DomainTime, Done, Tx } from '../../../../platform/db/transact.ts';
import { passDeadlines } from '../../../../platform/deadlines/pass-deadlines.ts';
import { completeDeadlines, type DeadlineTables, keepDeadline } from '../../../../platform/deadlines/set-deadline.ts';
import { passAccess } from '../../../../platform/dossiers/pass-access.ts';
import type { DossierTables } from '../../../../platform/dossiers/reach.ts';
import { type Colleague, colleaguesOf, endsOf, personBehind } from '../../../../platform/members/members.ts';
import type { PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import type { Actor } from '../../../../shared-kernel/role.ts';
import {
  type Load,
  type LoadAlarm,
  loadAlarms,
  mayTakeOver,
  type TakeOverRefusal,
} from '../../domain/cases/caseload.ts';
import { awayToday, giveDesk, holdDesk, loadsOf, regionLoads } from '../../persistence/caseload-query.ts';
import { settingOf } from '../../persistence/setting-store.ts';
import { CASELOAD_PATH, casePath, LOAD_SUBJECT } from './case-names.ts';
import { followLeaver } from './leaving.ts';

/** A desk holds more than the coordinators agreed. */
export const OVER_NORM = 'care.over-norm';

type LoadTables = 'care.case_file' | 'care.desk' | 'care.setting' | 'care.absence' | 'accounts.membership';

export interface CaseloadView {
  readonly norm: number | undefined;
  readonly loads: readonly (Load & { readonly alarms: readonly LoadAlarm[]; readonly isOwn: boolean })[];
  /** When who looks is or will be away. */
  readonly ownAway: readonly { readonly fromOn: PlainDate; readonly untilOn: PlainDate }[];
  readonly regions: Awaited<ReturnType<typeof regionLoads>>;
  readonly colleagues: readonly Colleague[];
  readonly today: PlainDate;
}

/** What is on every desk, against the norm the coordinators agreed; six statements. */
export async function readCaseload(tx: Tx<LoadTables>, actor: Actor, today: PlainDate): Promise<CaseloadView> {
  const tenantId = actor.organisationId;
  const colleagues = await colleaguesOf(tx, tenantId, today, ['zorgcoordinator']);
  const nameOf = new Map(colleagues.map(({ membershipId, name }) => [membershipId, name]));
  const rows = new Map((await loadsOf(tx, tenantId, today)).map((row) => [row.membershipId, row]));
  const known = await awayToday(tx, tenantId, today);
  const away = known.filter(({ fromOn }) => fromOn <= today);
  const { caseloadNorm: norm } = await settingOf(tx, tenantId);
  const leaving = await endsOf(tx, tenantId, [...nameOf.keys()]);
  const nothing = { open: 0, aftercare: 0, alone: 0, standsIn: 0 };
  const loads = [...new Set([...nameOf.keys(), ...rows.keys()])].map((membershipId) => {
    const absence = away.find((each) => each.membershipId === membershipId);
    const load: Load = {
      ...(rows.get(membershipId) ?? nothing),
      membershipId,
      name: nameOf.get(membershipId),
      leavesOn: leaving.get(membershipId),
      away: absence && {
        fromOn: absence.fromOn,
        untilOn: absence.untilOn,
        standsInName: nameOf.get(absence.standsInId) ?? 'iemand die hier niet meer werkt',
      },
    };
    return { ...load, alarms: loadAlarms(load, norm), isOwn: membershipId === actor.membershipId };
  });
  const own = known.filter(({ membershipId }) => membershipId === actor.membershipId);
  return { norm, loads, ownAway: own, regions: await regionLoads(tx, tenantId), colleagues, today };
}

export type TakeOverTables = LoadTables | DossierTables | DeadlineTables;

/**
 * All cases of one coordinator go to another in one deed, or none: those she coordinates, also in aftercare, and those in which she stands
 * in; the access, what rings and who it rings for with them. `seen` is how many that were when it was asked.
 */
export async function takeOverDesk(
  tx: Tx<TakeOverTables>,
  actor: Actor,
  input: { readonly from: string; readonly to: string; readonly seen: number },
  time: DomainTime,
): Promise<Result<Done, TakeOverRefusal>> {
  const tenantId = actor.organisationId;
  const { from, to } = input;
  const colleagues = await colleaguesOf(tx, tenantId, time.today, ['zorgcoordinator']);
  const coordinators = colleagues.map(({ membershipId }) => membershipId);
  const may = mayTakeOver({ from, to, by: actor.membershipId, coordinators });
  if (!may.ok) return may;
  const desk = await holdDesk(tx, tenantId, from, time.today);
  const cases = [...desk.own, ...desk.standsIn];
  if (cases.length === 0) return err({ code: 'nothing-to-take' });
  if (desk.own.length !== input.seen) return err({ code: 'load-changed' });
  const leaver = await personBehind(tx, tenantId, from);
  const taker = colleagues.find(({ membershipId }) => membershipId === to)!;
  const passed = await passAccess(
    tx,
    actor,
    {
      dossierIds: cases.map(({ dossierId }) => dossierId),
      from: leaver,
      to: taker,
      reason: 'nam alle dossiers van een collega over',
    },
    time,
  );
  // who is kept away from one of them is not told so here
  if (!passed.ok) return err({ code: 'no-coordinator' });
  await giveDesk(tx, tenantId, { from, to, ids: cases.map(({ id }) => id) });
  await passDeadlines(tx, tenantId, { from, to, paths: cases.map(({ code }) => casePath(code)) });
  for (const each of [from, to]) await watchLoad(tx, tenantId, each, time);
  return ok({ subject: { kind: LOAD_SUBJECT, id: from } });
}

/** Rings while a desk holds more than was agreed, or its coordinator leaves it behind; silent as soon as that is over. */
export async function watchLoad(
  tx: Tx<DeadlineTables | 'care.case_file' | 'care.desk' | 'care.setting'>,
  tenantId: string,
  membershipId: string,
  time: DomainTime,
): Promise<void> {
  await followLeaver(tx, tenantId, membershipId, time);
  const { caseloadNorm: norm } = await settingOf(tx, tenantId);
  if (norm === undefined) return;
  const subject = { kind: LOAD_SUBJECT, id: membershipId };
  const load = (await loadsOf(tx, tenantId, time.today)).find((each) => each.membershipId === membershipId);
  if ((load?.open ?? 0) <= norm) return completeDeadlines(tx, tenantId, subject, time.now);
  await keepDeadline(
    tx,
    {
      tenantId,
      kind: OVER_NORM,
      subject,
      path: CASELOAD_PATH,
      parameters: {},
      dueOn: time.today,
      assigneeId: membershipId,
      substituteId: undefined,
      alarmDaysAhead: [0],
    },
    time,
  );
}
