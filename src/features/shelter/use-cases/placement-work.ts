import type { AnyTx, DomainTime } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { type DueWork, eachInside } from '../../../platform/runner/run-due.ts';
import { addDays } from '../../../shared-kernel/plain-date.ts';
import { type Placement, placementState } from '../domain/placement.ts';
import { freeNights, giveNights } from '../persistence/night-store.ts';
import { holdPlacement, recordMoment } from '../persistence/placement-store.ts';
import { asksDeparture, nightOfNow, staysFrom } from './night-of-now.ts';
import { NOTICES, tellPlacer, tellShelter } from './notices.ts';

/** By so many days a stay goes on that nobody said has ended. [design: In Beeld] */
const STAYS_ON_DAYS = 7;

/** What falls due of a stay: a warning that an option ends, its end, or a last night of which nobody said that she left. */
export const placementWork: DueWork = {
  kind: 'shelter.placement-due',
  table: 'shelter.placement',
  dueColumn: 'due_at',
  waiting: 'due_at is not null',
  ...eachInside(async (tx, { tenantId, id }, time) => {
    const placement = await holdPlacement(tx, tenantId, id);
    if (placement) await doWhatIsDue(tx, placement, time);
  }),
};

async function doWhatIsDue(tx: AnyTx, placement: Placement, time: DomainTime): Promise<void> {
  const state = placementState(placement);
  if (state === 'arrived') return stayOn(tx, placement, time);
  if (state !== 'option' || !placement.optionUntil) return recordMoment(tx, placement, { dueAt: null });
  if (!placement.warnedAt) {
    // what was promised on the telephone never lapses by itself: a human says what becomes of it
    const dueAt = placement.via === 'phone' ? null : laterOf(placement.optionUntil, time.now);
    await recordMoment(tx, placement, { warnedAt: time.now, dueAt });
    return tellBoth(tx, placement, placement.via === 'phone' ? NOTICES.unconfirmed : NOTICES.endsSoon, time.now);
  }
  await freeNights(tx, placement.tenantId, [placement.id], placement.from);
  await recordMoment(tx, placement, { lapsedAt: time.now, dueAt: null });
  await tellBoth(tx, placement, NOTICES.lapsed, time.now);
}

/**
 * Nobody is put on the street because a date passed: the shelter is asked at noon, and when nobody said by the evening that she left,
 * she keeps her place, unless it was given to somebody else by then.
 */
async function stayOn(tx: AnyTx, placement: Placement, time: DomainTime): Promise<void> {
  const { tenantId, id, placeIds, warnedAt } = placement;
  const { now } = time;
  const asks = asksDeparture(placement.until);
  if (now < asks) return recordMoment(tx, placement, { dueAt: asks });
  if (!warnedAt || warnedAt < asks) {
    await recordMoment(tx, placement, { warnedAt: now, dueAt: laterOf(staysFrom(placement.until), now) });
    return tellShelter(tx, placement, NOTICES.askedDeparture, now);
  }
  const from = placement.until > nightOfNow(time) ? placement.until : nightOfNow(time);
  const until = addDays(from, STAYS_ON_DAYS);
  const given = placeIds.map((placeId) => ({ id: newId(), placeId, placementId: id }));
  const isGiven = await giveNights(tx, tenantId, given, from, until);
  if (!isGiven) {
    await freeNights(tx, tenantId, [id], from);
    await recordMoment(tx, placement, { dueAt: null });
    return tellBoth(tx, placement, NOTICES.cannotStay, now);
  }
  await recordMoment(tx, placement, { until, dueAt: asksDeparture(until) });
  await tellShelter(tx, placement, NOTICES.staysOn, now);
}

async function tellBoth(tx: AnyTx, placement: Placement, kind: Parameters<typeof tellShelter>[2], now: Date) {
  await tellShelter(tx, placement, kind, now);
  await tellPlacer(tx, placement, kind, now);
}

const laterOf = (one: Date, other: Date): Date => (one > other ? one : new Date(other.getTime() + 1));
