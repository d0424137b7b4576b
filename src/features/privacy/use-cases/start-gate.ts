import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { notifyRole } from '../../../platform/deadlines/notify.ts';
import {
  completeDeadlines,
  type DeadlineTables,
  setDeadline,
  withdrawDeadlines,
} from '../../../platform/deadlines/set-deadline.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { addDays, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { ProcessingRegister } from '../domain/processing-activity.ts';
import { judgeTick, type NewTick, TICK_RECORDERS, type TickRefusal } from '../domain/record-tick.ts';
import {
  GATED_FEATURES,
  type GateStanding,
  gatedFeature,
  gateOn,
  neededTicks,
  type Tick,
  type TickKind,
} from '../domain/start-gate.ts';
import { heldKinds, holdGate, insertTicks, revokeStoredTicks, ticksOf } from '../persistence/gate-store.ts';
import { organisationKind } from '../persistence/organisation-query.ts';

type Tables = 'privacy.gate_tick' | 'organisations.organisation';

/** The record of audit events and deadlines about a tick. */
export const TICK_SUBJECT = 'privacy.gate_tick';
/** A tick holds no longer on its last day. */
export const TICK_LAPSES = 'privacy.tick-lapses';
/** Something was revoked, and so a part closed. */
export const GATE_CLOSED = 'privacy.gate-closed';
export const GATE_PATH = '/privacyloket/startpoort';
const ALARM_DAYS = [60, 30, 7, 0];

/**
 * Whether a part of the product is switched on in an organisation on a day. Routes that make new records ask it by naming their
 * gate; a part without a gate, or with an unknown name, is closed.
 */
export async function isFeatureOpen(
  tx: Tx<'privacy.gate_tick'>,
  tenantId: string,
  feature: string,
  today: PlainDate,
): Promise<boolean> {
  const gated = gatedFeature(feature);
  if (!gated) return false;
  const held = await heldKinds(tx, tenantId, feature, today);
  return neededTicks(gated).every((kind) => held.has(kind));
}

/** The gates of an organisation, for its officer for data protection. */
export interface GatesView {
  /** How every part that this kind of organisation uses stands tomorrow. */
  readonly tomorrow: readonly GateStanding[];
  /** And today: what changes overnight is worth a word. */
  readonly today: readonly GateStanding[];
  readonly ticks: readonly Tick[];
  readonly day: PlainDate;
}

export async function readGates(
  tx: Tx<Tables>,
  tenantId: string,
  register: ProcessingRegister,
  today: PlainDate,
): Promise<GatesView> {
  const kind = await organisationKind(tx, tenantId);
  const ticks = await ticksOf(tx, tenantId);
  const versions = versionsOf(register);
  const features = GATED_FEATURES.filter(({ usedBy }) => (usedBy as readonly string[]).includes(kind));
  const on = (day: PlainDate) => features.map((feature) => gateOn(feature, ticks, day, versions));
  return { tomorrow: on(addDays(today, 1)), today: on(today), ticks, day: today };
}

/** What one part needs and how it stands today, for who finds it closed. */
export async function readGate(
  tx: Tx<'privacy.gate_tick'>,
  tenantId: string,
  feature: string,
  register: ProcessingRegister,
  today: PlainDate,
): Promise<GateStanding | undefined> {
  const gated = gatedFeature(feature);
  return gated && gateOn(gated, await ticksOf(tx, tenantId), today, versionsOf(register));
}

const versionsOf = ({ activities }: ProcessingRegister): Readonly<Record<string, number>> =>
  Object.fromEntries(activities.map(({ id, version }) => [id, version]));

type RecordTables = Tables | DeadlineTables;

/** Records that something is in order, for one or more parts. What held before for them goes on holding; its alarms are silent. */
export async function recordTicks(
  tx: Tx<RecordTables>,
  actor: Actor,
  register: ProcessingRegister,
  tick: NewTick,
  time: DomainTime,
): Promise<Result<Done, TickRefusal>> {
  const judged = judgeTick(tick, actor.role, time.today);
  if (!judged.ok) return judged;
  const tenantId = actor.organisationId;
  await holdGate(tx, tenantId);
  const before = (await ticksOf(tx, tenantId)).filter(
    ({ kind, feature }) => kind === tick.kind && tick.features.includes(feature),
  );
  for (const { id } of before) await completeDeadlines(tx, tenantId, { kind: TICK_SUBJECT, id }, time.now);
  const versions = versionsOf(register);
  const laid = tick.features.map((feature) => ({
    id: newId(),
    feature,
    kind: tick.kind,
    decidedOn: tick.decidedOn,
    decidedBy: tick.decidedBy.trim(),
    evidence: tick.evidence.trim(),
    category: tick.kind === 'archive-category' ? tick.category.trim() : undefined,
    validUntil: tick.validUntil,
    covers: Object.fromEntries((gatedFeature(feature)?.activities ?? []).map((id) => [id, versions[id] ?? 1])),
    recordedBy: { personId: actor.personId, name: actor.personName },
    recordedAt: time.now,
  }));
  await insertTicks(tx, tenantId, laid);
  for (const { id, feature } of laid)
    await setDeadline(
      tx,
      {
        tenantId,
        kind: TICK_LAPSES,
        subject: { kind: TICK_SUBJECT, id },
        path: GATE_PATH,
        parameters: { feature, tick: tick.kind },
        dueOn: tick.validUntil,
        assigneeId: actor.membershipId,
        substituteId: undefined,
        alarmDaysAhead: ALARM_DAYS,
      },
      time,
    );
  return ok({ subject: { kind: TICK_SUBJECT, id: laid[0]!.id } });
}

export type RevokeRefusal = { readonly code: 'not-found' | 'revoke-reason-missing' };

/**
 * Revokes a tick, with every renewal and forerunner of it: the part closes at once for what is new. Who manages the organisation
 * is told.
 */
export async function revokeTick(
  tx: Tx<RecordTables>,
  actor: Actor,
  input: { readonly id: string; readonly reason: string },
  time: DomainTime,
): Promise<Result<Done, RevokeRefusal>> {
  if (input.reason.trim() === '') return err({ code: 'revoke-reason-missing' });
  const tenantId = actor.organisationId;
  await holdGate(tx, tenantId);
  const wasOpen = await openFeatures(tx, tenantId, time.today);
  const found = (await ticksOf(tx, tenantId)).find(({ id }) => id === input.id);
  if (!found || found.revoked || !TICK_RECORDERS[found.kind].includes(actor.role)) return err({ code: 'not-found' });
  const by = { name: actor.personName, reason: input.reason.trim(), at: time.now };
  for (const id of await revokeStoredTicks(tx, tenantId, found, by))
    await withdrawDeadlines(tx, tenantId, { kind: TICK_SUBJECT, id }, time.now);
  const isOpen = await openFeatures(tx, tenantId, time.today);
  if ([...wasOpen].some((feature) => !isOpen.has(feature)))
    for (const role of ['beheerder', 'aandachtsfunctionaris'] as const)
      await notifyRole(tx, { tenantId, role, kind: GATE_CLOSED, path: closedPath(role) }, time.now);
  return ok({ subject: { kind: TICK_SUBJECT, id: input.id } });
}

/** Who manages the organisation sees the page itself; others hear which part is closed when they open it. */
const closedPath = (role: 'beheerder' | 'aandachtsfunctionaris') => (role === 'beheerder' ? GATE_PATH : '/overzicht');

async function openFeatures(tx: Tx<Tables>, tenantId: string, today: PlainDate): Promise<ReadonlySet<string>> {
  const ticks = await ticksOf(tx, tenantId);
  return new Set(GATED_FEATURES.filter((feature) => gateOn(feature, ticks, today).isOpen).map(({ id }) => id));
}

/** Which kinds somebody in this role may record. */
export function kindsRecordedBy(role: Actor['role']): readonly TickKind[] {
  return (Object.keys(TICK_RECORDERS) as TickKind[]).filter((kind) => TICK_RECORDERS[kind].includes(role));
}
