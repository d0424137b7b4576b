import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import type { DeadlineTables } from '../../../platform/deadlines/set-deadline.ts';
import { tellHouse } from '../../../platform/deadlines/tell-house.ts';
import { takeBackRemarks } from '../../../platform/exchange/remark.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { addMonths, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import {
  type ActionTables,
  addAction,
  currentFramework,
  elementById,
  type FactTables,
  holdsToday,
  MONITOR_ELEMENTS,
  type MonitorTables,
  readMonitor,
  readTrend,
  reportFact,
  type Track,
  type TrendPoint,
} from '../../approach/index.ts';
import { membersOfRegion } from '../../organisations/index.ts';
import {
  checkJointAction,
  type Gap,
  gapsOf,
  type JointAction,
  type JointActionFacts,
  type JointActionRefusal,
  type Standing,
} from '../domain/joint-action.ts';
import {
  insertJointAction,
  insertTakenOver,
  type JointTables,
  jointActionsOf,
  loadJointAction,
  regionsOf,
  withdrawJointAction,
} from '../persistence/joint-action-store.ts';
import { NOTICES, TOGETHER_PATH } from './regional-names.ts';

/** The element that asks whether a municipality takes part in the consultation of its region, and how long one action speaks for it. [design] */
const TABLE_ELEMENT = 'K4.4';
const SPEAKS_MONTHS = 12;
/** So many joint actions are shown; a region agrees some ten a year. */
const SHOWN = 200;

type TableTables = MonitorTables | JointTables | 'approach.standing_change';

/** The table of a region: everything on it was published by the municipalities themselves, and is about no person. */
export interface RegionTable {
  readonly members: number;
  readonly gaps: readonly Gap[];
  readonly trends: readonly {
    readonly element: string;
    readonly title: string;
    readonly points: readonly TrendPoint[];
  }[];
  readonly actions: readonly (JointAction & { readonly takenBy: number; readonly notYet: readonly string[] })[];
}

/** What the region sees of its municipalities, and what they do together. Through the door `published`. */
export async function readRegionTable(
  tx: Tx<TableTables>,
  { organisationId }: Pick<Actor, 'organisationId'>,
  { today }: Pick<DomainTime, 'today'>,
): Promise<RegionTable> {
  const ids = new Set(await membersOfRegion(tx, organisationId, today));
  const monitor = await readMonitor(tx, today);
  const members = monitor.rows
    .filter(({ municipality }) => ids.has(municipality.organisationId))
    .map(({ municipality, element }) => ({
      id: municipality.organisationId,
      name: municipality.name,
      standing(id: string): Standing {
        const { state } = element(id);
        return holdsToday(state) ? 'holds' : state === 'lapsed' ? 'lapsed' : 'unknown';
      },
    }));
  const gaps = gapsOf(MONITOR_ELEMENTS, members);
  const elements = MONITOR_ELEMENTS.map(({ id }) => id);
  const trend = await readTrend(tx, monitor, { elements, regions: {}, step: 'quarter', only: ids }, today);
  const actions = await jointActionsOf(tx, [organisationId], SHOWN);
  return {
    members: members.length,
    gaps,
    trends: MONITOR_ELEMENTS.map(({ id, title }) => ({ element: id, title, points: trend.get(id) ?? [] })),
    actions: actions.map(({ takenIn, ...action }) => {
      const notYet = members.filter(({ id }) => !takenIn.has(id)).map(({ name }) => name);
      return { ...action, takenBy: members.length - notYet.length, notYet };
    }),
  };
}

/** Agrees an action at the table: every municipality of the region reads it, and hears that it waits. */
export async function agreeAction(
  tx: Tx<JointTables | DeadlineTables | MonitorTables>,
  actor: Actor,
  facts: JointActionFacts,
  time: DomainTime,
): Promise<Result<Done, JointActionRefusal>> {
  const isElement = (id: string) => elementById(currentFramework(), id) !== undefined;
  const checked = checkJointAction(facts, isElement, time.today);
  if (!checked.ok) return checked;
  const id = newId();
  const regionId = actor.organisationId;
  await insertJointAction(tx, { ...checked.value, id, regionId, publishedAt: time.now, version: 1 });
  for (const tenantId of await membersOfRegion(tx, regionId, time.today))
    for (const role of ['aandachtsfunctionaris', 'beleidsmedewerker'] as const)
      await tellHouse(tx, { tenantId, role, kind: NOTICES.agreed, path: TOGETHER_PATH }, time.now);
  return ok({ subject: { kind: 'regional.joint_action', id } });
}

/** Takes an action back. Who has it in a plan keeps it there, with where it came from. */
export async function withdrawAction(
  tx: Tx<'regional.joint_action' | 'exchange.message'>,
  actor: Actor,
  seen: { readonly id: string; readonly seenVersion: number },
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'edit-conflict' | 'not-found' }>> {
  const action = await loadJointAction(tx, seen.id);
  if (action?.regionId !== actor.organisationId) return err({ code: 'not-found' });
  const done = await withdrawJointAction(tx, actor.organisationId, seen, time.now);
  if (done) await takeBackRemarks(tx, actor.organisationId, { aboutIds: [seen.id] }, time);
  return done ? ok({ subject: { kind: 'regional.joint_action', id: seen.id } }) : err({ code: 'edit-conflict' });
}

type OwnRegionTables = JointTables | 'organisations.region_membership' | 'organisations.organisation';

/** What the regions of a municipality agreed, and which of it stands in its plan. Through the door `own`. */
export async function readTogether(
  tx: Tx<OwnRegionTables>,
  { organisationId }: Pick<Actor, 'organisationId'>,
  { today }: Pick<DomainTime, 'today'>,
): Promise<readonly (JointAction & { readonly region: string; readonly isTaken: boolean })[]> {
  const regions = await regionsOf(tx, organisationId, today);
  const actions = await jointActionsOf(tx, [...regions.keys()], SHOWN);
  return actions.map(({ takenIn, ...action }) => ({
    ...action,
    region: regions.get(action.regionId) ?? '',
    isTaken: takenIn.has(organisationId),
  }));
}

export type TakeRefusal = { readonly code: 'not-found' | 'no-plan' | 'in-plan-already' | 'due-in-past' };

/** Takes an action of the own region over in the own plan, with its source; the region sees that it did. */
export async function takeOverJoint(
  tx: Tx<OwnRegionTables | ActionTables | FactTables>,
  actor: Actor,
  id: string,
  time: DomainTime,
): Promise<Result<Done, TakeRefusal>> {
  const action = await loadJointAction(tx, id);
  const regions = await regionsOf(tx, actor.organisationId, time.today);
  const region = action && regions.get(action.regionId);
  if (!action || region === undefined) return err({ code: 'not-found' });
  const added = await addAction(
    tx,
    actor,
    {
      title: action.title,
      track: action.track as Track,
      closesElement: action.element,
      ownerId: actor.membershipId,
      substituteId: undefined,
      dueOn: action.dueOn,
      budgetEuro: undefined,
      hours: undefined,
      source: { kind: 'region', id: action.id, title: `Regionale tafel ${region}` },
    },
    time,
  );
  if (!added.ok) {
    const { code } = added.error;
    if (code === 'no-plan' || code === 'in-plan-already' || code === 'due-in-past') return err({ code });
    throw new Error(`an action of a region was refused: ${code}`);
  }
  await insertTakenOver(tx, actor.organisationId, action.id, time.today);
  await reportFact(
    tx,
    actor.organisationId,
    {
      element: TABLE_ELEMENT,
      source: 'collaboration',
      state: 'working',
      asOf: time.today,
      lapsesOn: addMonths(time.today, SPEAKS_MONTHS),
      statement: `Op ${writeDutchDate(time.today)} nam uw gemeente een actie van de regionale tafel ${region} over.`,
      evidenceTitle: 'Regionale tafel in In Beeld',
      subjectId: action.id,
      reportedBy: actor.personName,
    },
    time,
  );
  return ok({ subject: { kind: 'approach.plan_action', id: added.value.action.id } });
}
