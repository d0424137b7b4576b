import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import {
  type DeadlineSubject,
  type DeadlineTables,
  keepDeadline,
  withdrawDeadlines,
} from '../../../platform/deadlines/set-deadline.ts';
import { leavingDays } from '../../../platform/members/members.ts';
import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { ANCHORING_ELEMENT, type Anchoring, anchoringOn, type Departures } from '../domain/anchoring.ts';
import type { NewFact } from '../domain/fact.ts';
import { FOCAL_POINT_ELEMENT, type FocalPoint, holdsUntil, WARN_DAYS_AHEAD } from '../domain/focal-point.ts';
import { endsAsLapsed } from '../domain/standing.ts';
import { openKindsDueOn } from '../persistence/deadline-query.ts';
import { loadFocalPoint, publishStanding } from '../persistence/focal-point-store.ts';
import { awaitTurn, publishedStanding, type StandingTables } from '../persistence/standing-query.ts';
import { publishElement, unpublishElement } from '../persistence/standing-store.ts';
import { addresseesOn, KEEPERS, namedInRecord } from './alarm-addressees.ts';
import { closeWithdrawals } from './close-withdrawals.ts';
import { currentFacts, reportFact } from './facts.ts';
import { currentFramework } from './framework-editions.ts';

export type AnchoringTables = 'approach.fact' | 'approach.region_offer' | 'approach.element' | 'accounts.membership';

/** What follows from a fact: the published day until which the approach is anchored, and its alarms. */
export type RenewTables =
  | AnchoringTables
  | StandingTables
  | 'approach.standing_change'
  | 'approach.plan'
  | DeadlineTables;

/** The kinds of deadline that warn of the end of anchoring, and that somebody who carries it leaves. */
export const ANCHORING_LAPSES = 'approach.anchoring-lapses';
export const CARRIER_LEAVES = 'approach.carrier-leaves';

/** The kinds of deadline that warn of the end of a decision, and of an element. */
export const ADOPTION_LAPSES = 'approach.adoption-lapses';
export const ELEMENT_LAPSES = 'approach.element-lapses';

/** Each can end anchoring by itself, and warns of it so many days ahead. */
const SAYS_SO_ITSELF: Readonly<Record<string, readonly number[]>> = {
  [ADOPTION_LAPSES]: WARN_DAYS_AHEAD,
  [ELEMENT_LAPSES]: WARN_DAYS_AHEAD,
  [CARRIER_LEAVES]: [0],
};

export { KEEPERS };

const SUBJECT: DeadlineSubject = { kind: 'approach.anchoring', id: ANCHORING_ELEMENT };
const PATH = '/aanpak/borging';

/** Whether the people named in K2.1 still work here, from which day not, and when somebody last took the place of another. */
export async function readDepartures(
  tx: Tx<'accounts.membership'>,
  tenantId: string,
  record: FocalPoint | undefined,
): Promise<Departures> {
  if (!record) return { ownerLeftOn: undefined, substituteLeftOn: undefined, succession: undefined };
  const [ownerLeftOn, substituteLeftOn] = await leavingDays(tx, tenantId, [
    record.focalPointPersonId,
    record.substitutePersonId,
  ]);
  return { ownerLeftOn, substituteLeftOn, succession: record.succession };
}

/** The ten tests of the actor's municipality today. Computed from facts at every look, so a lapse shows the moment it happens. */
export async function readAnchoring(
  tx: Tx<AnchoringTables>,
  { organisationId }: Pick<Actor, 'organisationId'>,
  { today }: Pick<DomainTime, 'today'>,
): Promise<Anchoring> {
  const departures = await readDepartures(tx, organisationId, await loadFocalPoint(tx, organisationId));
  return anchoringOn(currentFramework(), await currentFacts(tx, organisationId), departures, today);
}

/** Reports a fact and lets anchoring follow, in the transaction of the deed: how a feature tells the approach something. */
export async function reportAndAnchor(
  tx: Tx<RenewTables>,
  tenantId: string,
  fact: NewFact,
  time: DomainTime,
): Promise<string> {
  const id = await reportFact(tx, tenantId, fact, time);
  await renewAnchoring(tx, tenantId, time);
  return id;
}

/**
 * Lays anew what follows from the facts: until which day the approach is anchored, as the country sees it, and the alarms before
 * that day. After every fact, in its transaction (door `own`). Only the day is kept, so a lapse needs no job. What held and holds no
 * more stays visible as lapsed, with its day; what was never reached, or was taken back on the day it began, is not published.
 */
export async function renewAnchoring(tx: Tx<RenewTables>, tenantId: string, time: DomainTime): Promise<void> {
  // two deeds at once: the second reads what the first reported
  await awaitTurn(tx, `${SUBJECT.kind} ${tenantId}`);
  const departures = await readDepartures(tx, tenantId, await loadFocalPoint(tx, tenantId));
  const facts = await currentFacts(tx, tenantId);
  await closeWithdrawals(tx, tenantId, time, facts);
  const { isAnchored, anchoredUntil, regionalParts } = anchoringOn(currentFramework(), facts, departures, time.today);
  const { ownerLeftOn, substituteLeftOn, succession } = departures;
  const hasLeft =
    [ownerLeftOn, substituteLeftOn].some((on) => on !== undefined && on <= time.today) || succession?.on === time.today;
  const before = await publishedStanding(tx, tenantId, ANCHORING_ELEMENT);
  const held = before !== undefined && before.lapsesOn > time.today;
  if (!isAnchored || anchoredUntil === undefined) {
    if (!held) return;
    if (endsAsLapsed(before, hasLeft, time.today))
      await publishElement(tx, tenantId, {
        element: ANCHORING_ELEMENT,
        state: 'present',
        decidedOn: before.decidedOn,
        lapsesOn: time.today,
        evidenceKind: 'opgave',
        publishedAt: time.now,
      });
    else await unpublishElement(tx, tenantId, ANCHORING_ELEMENT, time);
    return withdrawDeadlines(tx, tenantId, SUBJECT, time.now);
  }
  await publishElement(tx, tenantId, {
    element: ANCHORING_ELEMENT,
    state: 'present',
    decidedOn: held ? before.decidedOn : time.today,
    lapsesOn: anchoredUntil,
    evidenceKind: 'opgave',
    regionalParts,
    publishedAt: time.now,
  });
  // one message about one cause: what lapses that day has an alarm of its own
  const said = await daysSaid(tx, tenantId, anchoredUntil);
  const left = WARN_DAYS_AHEAD.filter((ahead) => !said.has(ahead));
  if (left.length === 0) return withdrawDeadlines(tx, tenantId, SUBJECT, time.now);
  await warn(tx, tenantId, ANCHORING_LAPSES, SUBJECT, anchoredUntil, left, time);
}

/**
 * Lays anew what follows from who carries the approach: after K2.1 is recorded, and for whoever ends a role. K2.1 holds until
 * somebody named in it leaves, which is also an alarm on that day, for whoever stays.
 */
export async function followDepartures(tx: Tx<RenewTables>, tenantId: string, time: DomainTime): Promise<void> {
  const record = await loadFocalPoint(tx, tenantId);
  const { ownerLeftOn, substituteLeftOn } = await readDepartures(tx, tenantId, record);
  if (record) await endFocalPoint(tx, tenantId, record, holdsUntil(record, { ownerLeftOn, substituteLeftOn }), time);
  for (const [id, leavesOn] of [
    ['aandachtsfunctionaris', ownerLeftOn],
    ['vervanger', substituteLeftOn],
  ] as const) {
    const subject = { kind: 'approach.departure', id };
    if (leavesOn) await warn(tx, tenantId, CARRIER_LEAVES, subject, leavesOn, [0], time);
    else await withdrawDeadlines(tx, tenantId, subject, time.now);
  }
  await renewAnchoring(tx, tenantId, time);
}

/** Lets K2.1 end on this day, as a fact and as the country sees it; when it says so already, nothing changes. */
async function endFocalPoint(
  tx: Tx<RenewTables>,
  tenantId: string,
  record: FocalPoint,
  lapsesOn: PlainDate,
  time: DomainTime,
): Promise<void> {
  const facts = await currentFacts(tx, tenantId);
  const known = facts.find(({ element, source }) => element === FOCAL_POINT_ELEMENT && source === 'focal-point');
  if (known?.lapsesOn === lapsesOn) return;
  await publishStanding(tx, tenantId, record, { lapsesOn, publishedAt: time.now });
  const said = focalPointFact(record);
  const leaves =
    lapsesOn < record.validUntil ? ` Wie het doet of wie vervangt, werkt hier tot ${writeDutchDate(lapsesOn)}.` : '';
  await reportFact(tx, tenantId, { ...said, statement: said.statement + leaves, lapsesOn, reportedBy: 'Mensen' }, time);
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

/** How many days before this day somebody is warned already, of what ends on it. */
async function daysSaid(tx: Tx<RenewTables>, tenantId: string, dueOn: PlainDate): Promise<ReadonlySet<number>> {
  const kinds = await openKindsDueOn(tx, tenantId, dueOn);
  return new Set(kinds.flatMap((kind) => SAYS_SO_ITSELF[kind] ?? []));
}

/** The focal point and the substitute, when they are colleagues who may keep it up. */
export async function carriersOf(tx: Tx<RenewTables>, tenantId: string): Promise<readonly string[]> {
  const { focalPoint, substitute } = await namedInRecord(tx, tenantId);
  return [focalPoint, substitute].filter((id) => id !== undefined);
}

/** Sets a deadline for whoever carries the approach and works here on that day. */
async function warn(
  tx: Tx<RenewTables>,
  tenantId: string,
  kind: string,
  subject: DeadlineSubject,
  dueOn: PlainDate,
  alarmDaysAhead: readonly number[],
  time: DomainTime,
): Promise<void> {
  const addressees = await addresseesOn(tx, tenantId, dueOn > time.today ? dueOn : time.today);
  if (!addressees) return;
  await keepDeadline(
    tx,
    {
      tenantId,
      kind,
      subject,
      path: PATH,
      parameters: {},
      dueOn,
      ...addressees,
      alarmDaysAhead,
    },
    time,
  );
}
