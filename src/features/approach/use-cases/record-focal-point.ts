import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { setDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { type Namesake, namesakesOf, namesOf } from '../../../platform/members/members.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor, Changer } from '../../../shared-kernel/role.ts';
import {
  FOCAL_POINT_ELEMENT,
  type FocalPoint,
  type FocalPointInput,
  type FocalPointRefusal,
  focalPointOf,
  type Pointed,
  personMeant,
  recordFocalPoint,
  substituteOf,
  WARN_DAYS_AHEAD,
} from '../domain/focal-point.ts';
import { linkCarriers, loadFocalPoint, publishStanding, saveFocalPoint } from '../persistence/focal-point-store.ts';
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
  const meant = await peopleMeant(tx, actor.organisationId, input, time.today);
  if (!meant.ok) return meant;
  const facts = { ...input.facts, ...meant.value };
  const kept = await keepFocalPoint(tx, actor.organisationId, actor, { ...input, facts }, time);
  if (!kept.ok) return kept;
  if (!(await holdEvidence(tx, actor, kept.value.evidenceFileId, time))) return err({ code: 'evidence-not-found' });
  await warnOfEnd(tx, actor.organisationId, kept.value, actor.membershipId, time);
  return ok({ subject: SUBJECT, record: kept.value });
}

/** The two as persons. */
export type People = Pick<FocalPoint, 'focalPointPersonId' | 'substitutePersonId'>;

const idOf = (to: Pointed) => (typeof to === 'object' ? [to.personId] : []);

/** Which persons are meant by the two names: whether they still work here follows from the person, not from the name. */
async function peopleMeant(
  tx: Tx<'approach.element' | 'accounts.membership'>,
  tenantId: string,
  { facts, pointed }: Pick<FocalPointInput, 'facts' | 'pointed'>,
  today: PlainDate,
): Promise<Result<People, FocalPointRefusal>> {
  const stood = await loadFocalPoint(tx, tenantId);
  const before = stood ? [focalPointOf(stood), substituteOf(stood)] : [];
  const [ofFirst = [], ofSecond = []] = await namesakesOf(tx, tenantId, [facts.focalPoint, facts.substitute]);
  const known = await namesOf(tx, tenantId, [pointed?.focalPoint, pointed?.substitute].flatMap(idOf));
  const isStranger = (to: Pointed) => idOf(to).some((id) => !known.has(id));
  if (isStranger(pointed?.focalPoint)) return err({ code: 'focal-point-not-one-person' });
  if (isStranger(pointed?.substitute)) return err({ code: 'substitute-not-one-person' });
  const first = personMeant(facts.focalPoint, ofFirst, pointed?.focalPoint, before, today);
  if (!first.ok) return err({ code: 'focal-point-not-one-person' });
  const second = personMeant(facts.substitute, ofSecond, pointed?.substitute, before, today);
  if (!second.ok) return err({ code: 'substitute-not-one-person' });
  return ok({ focalPointPersonId: first.value, substitutePersonId: second.value });
}

/**
 * Notes which persons a record means that was made in the place of this municipality: whoever made it sees nobody here. Where more
 * than one may be meant, the municipality says who, on the page.
 */
export async function linkPeople(
  tx: Tx<'approach.element' | 'accounts.membership'>,
  tenantId: string,
  record: FocalPoint,
  today: PlainDate,
): Promise<FocalPoint> {
  const names = [focalPointOf(record), substituteOf(record)];
  const found = await namesakesOf(
    tx,
    tenantId,
    names.map(({ name }) => name),
  );
  const [first, second] = names.map(({ name, personId }, index) => {
    if (personId) return personId;
    const meant = personMeant(name, found[index] ?? [], undefined, [], today);
    return meant.ok ? meant.value : undefined;
  });
  const linked = { ...record, focalPointPersonId: first, substitutePersonId: second };
  await linkCarriers(tx, tenantId, linked);
  return linked;
}

/** Everybody here who has or had these two names, for the page that asks who is meant. */
export async function readNamesakes(
  tx: Tx<'accounts.membership'>,
  { organisationId }: Pick<Actor, 'organisationId'>,
  names: Pick<FocalPoint, 'focalPoint' | 'substitute'>,
): Promise<{ readonly focalPoint: readonly Namesake[]; readonly substitute: readonly Namesake[] }> {
  const [focalPoint = [], substitute = []] = await namesakesOf(tx, organisationId, [
    names.focalPoint,
    names.substitute,
  ]);
  return { focalPoint, substitute };
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
  by: Changer,
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
