import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import {
  type DeadlineSubject,
  type DeadlineTables,
  keepDeadline,
  withdrawDeadlines,
} from '../../../platform/deadlines/set-deadline.ts';
import { colleaguesOf, leavingDays, membersByName } from '../../../platform/members/members.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor, Role } from '../../../shared-kernel/role.ts';
import { ANCHORING_ELEMENT, type Anchoring, anchoringOn, type Departures } from '../domain/anchoring.ts';
import type { NewFact } from '../domain/fact.ts';
import { type FocalPoint, WARN_DAYS_AHEAD } from '../domain/focal-point.ts';
import { loadFocalPoint } from '../persistence/focal-point-store.ts';
import { awaitTurn, publishedStanding } from '../persistence/standing-query.ts';
import { publishElement, unpublishElement } from '../persistence/standing-store.ts';
import { currentFacts, reportFact } from './facts.ts';
import { currentFramework } from './framework-editions.ts';

export type AnchoringTables = 'approach.fact' | 'approach.region_offer' | 'approach.element' | 'accounts.membership';

/** What follows from a fact: the published day until which the approach is anchored, and its alarms. */
export type RenewTables = AnchoringTables | 'approach.standing' | DeadlineTables;

/** The kinds of deadline that warn of the end of anchoring, and that somebody who carries it leaves. */
export const ANCHORING_LAPSES = 'approach.anchoring-lapses';
export const CARRIER_LEAVES = 'approach.carrier-leaves';

/** Who may see to it that what carries the approach does not lapse. */
export const KEEPERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider'];

const SUBJECT: DeadlineSubject = { kind: 'approach.anchoring', id: ANCHORING_ELEMENT };
const PATH = '/aanpak/borging';

/** Whether the people named in K2.1 still work here, and from which day not. */
export async function readDepartures(
  tx: Tx<'accounts.membership'>,
  tenantId: string,
  record: FocalPoint | undefined,
): Promise<Departures> {
  if (!record) return { ownerLeftOn: undefined, substituteLeftOn: undefined };
  const [ownerLeftOn, substituteLeftOn] = await leavingDays(tx, tenantId, [record.focalPoint, record.substitute]);
  return { ownerLeftOn, substituteLeftOn };
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
 * that day. After every fact, in its transaction (door `own`). Only the day is kept, so a lapse needs no job; what lapsed stays
 * visible as lapsed, and what was never reached or was taken back is not published.
 */
export async function renewAnchoring(tx: Tx<RenewTables>, tenantId: string, time: DomainTime): Promise<void> {
  // two deeds at once: the second reads what the first reported
  await awaitTurn(tx, `${SUBJECT.kind} ${tenantId}`);
  const { isAnchored, anchoredUntil } = await readAnchoring(tx, { organisationId: tenantId }, time);
  const before = await publishedStanding(tx, tenantId, ANCHORING_ELEMENT);
  const held = before !== undefined && before.lapsesOn > time.today;
  if (!isAnchored || anchoredUntil === undefined) {
    if (!held) return;
    await unpublishElement(tx, tenantId, ANCHORING_ELEMENT);
    return withdrawDeadlines(tx, tenantId, SUBJECT, time.now);
  }
  await publishElement(tx, tenantId, {
    element: ANCHORING_ELEMENT,
    state: 'present',
    decidedOn: held ? before.decidedOn : time.today,
    lapsesOn: anchoredUntil,
    evidenceKind: 'opgave',
    publishedAt: time.now,
  });
  await warn(tx, tenantId, ANCHORING_LAPSES, SUBJECT, anchoredUntil, WARN_DAYS_AHEAD, time);
}

/**
 * Lays anew what follows from who carries the approach: after K2.1 is recorded, and for whoever ends a membership. Somebody who
 * leaves is an alarm on that day, for whoever stays.
 */
export async function followDepartures(tx: Tx<RenewTables>, tenantId: string, time: DomainTime): Promise<void> {
  const { ownerLeftOn, substituteLeftOn } = await readDepartures(tx, tenantId, await loadFocalPoint(tx, tenantId));
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

/** Sets a deadline for the focal point and the substitute who work here on that day, or else for a colleague who may keep it up. */
async function warn(
  tx: Tx<RenewTables>,
  tenantId: string,
  kind: string,
  subject: DeadlineSubject,
  dueOn: PlainDate,
  alarmDaysAhead: readonly number[],
  time: DomainTime,
): Promise<void> {
  const record = await loadFocalPoint(tx, tenantId);
  const named = record ? await membersByName(tx, tenantId, [record.focalPoint, record.substitute], KEEPERS) : [];
  const there = await colleaguesOf(tx, tenantId, dueOn > time.today ? dueOn : time.today, KEEPERS);
  const rank = ({ role }: { readonly role: string }) => KEEPERS.indexOf(role as Role);
  const colleagues = there.toSorted((one, other) => rank(one) - rank(other));
  const stays = (id: string | undefined) => colleagues.some(({ membershipId }) => membershipId === id);
  const [assigneeId, substituteId] = [...named.filter(stays), ...colleagues.map(({ membershipId }) => membershipId)];
  if (!assigneeId) return;
  await keepDeadline(
    tx,
    {
      tenantId,
      kind,
      subject,
      path: PATH,
      parameters: {},
      dueOn,
      assigneeId,
      substituteId: substituteId === assigneeId ? undefined : substituteId,
      alarmDaysAhead,
    },
    time,
  );
}
