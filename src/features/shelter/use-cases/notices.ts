import type { Tx } from '../../../platform/db/transact.ts';
import { type NoticeTables, notifyRole, takeBackNotices } from '../../../platform/deadlines/notify.ts';
import type { DeadlineTables } from '../../../platform/deadlines/set-deadline.ts';
import { tellHouse } from '../../../platform/deadlines/tell-house.ts';
import type { Placement } from '../domain/placement.ts';
import { heldPath, ownPlacementPath } from './shelter-names.ts';

/** What people of either side hear about a stay. */
export const NOTICES = {
  asked: 'shelter.asked',
  phoned: 'shelter.phoned',
  accepted: 'shelter.accepted',
  refused: 'shelter.refused',
  withdrawn: 'shelter.withdrawn',
  endsSoon: 'shelter.option-ends-soon',
  unconfirmed: 'shelter.promise-unconfirmed',
  lapsed: 'shelter.option-lapsed',
  underWay: 'shelter.under-way',
  fellThrough: 'shelter.fell-through',
  noShow: 'shelter.no-show',
  departed: 'shelter.departed',
  extended: 'shelter.extended',
  moved: 'shelter.moved',
  guest: 'shelter.guest-told',
  askedDeparture: 'shelter.departure-asked',
  staysOn: 'shelter.stays-on',
  cannotStay: 'shelter.cannot-stay',
} as const;
export type Notice = (typeof NOTICES)[keyof typeof NOTICES];

/** Tells the shelter, whose house this transaction is in. */
export async function tellShelter(
  tx: Tx<DeadlineTables>,
  { tenantId, id }: Pick<Placement, 'tenantId' | 'id'>,
  kind: Notice,
  now: Date,
): Promise<void> {
  await notifyRole(tx, { tenantId, role: 'opvang', kind, path: ownPlacementPath(id) }, now);
}

/**
 * Tells who placed, in the house of that organisation, from a transaction in the house of the shelter: that something changed, and
 * nothing of what (docs/decisions/0028).
 */
export async function tellPlacer(
  tx: Tx<DeadlineTables>,
  { tenantId, holderId, id }: Pick<Placement, 'tenantId' | 'holderId' | 'id'>,
  kind: Notice,
  now: Date,
): Promise<void> {
  if (holderId === tenantId) return;
  await tellHouse(tx, { tenantId: holderId, role: 'comensha-plaatsing', kind, path: heldPath(id) }, now);
}

/** Questions to the shelter that an answer ends, and what it heard of somebody who was to come. */
const UNANSWERED = [NOTICES.asked, NOTICES.phoned, NOTICES.endsSoon, NOTICES.unconfirmed] as const;
const EXPECTED = [NOTICES.underWay, NOTICES.guest] as const;
const STAYING = [NOTICES.askedDeparture, NOTICES.staysOn, NOTICES.cannotStay] as const;

/** What whoever placed need no longer do or know, once she gave it up herself, or sent somebody on the way. */
const PLACER_OVER = {
  'set-out': [NOTICES.endsSoon, NOTICES.unconfirmed],
  withdrawn: [NOTICES.endsSoon, NOTICES.unconfirmed, NOTICES.accepted, NOTICES.extended, NOTICES.moved],
} as const;

const OVER = {
  answered: UNANSWERED,
  arrived: [...UNANSWERED, NOTICES.underWay],
  gone: [...UNANSWERED, ...EXPECTED, ...STAYING],
} as const;

/** Takes back what the shelter, whose house this transaction is in, need no longer do about a stay. */
export async function clearShelter(
  tx: Tx<NoticeTables>,
  { tenantId, id }: Pick<Placement, 'tenantId' | 'id'>,
  after: keyof typeof OVER,
  now: Date,
): Promise<void> {
  for (const kind of OVER[after]) await takeBackNotices(tx, { tenantId, kind, path: ownPlacementPath(id) }, now);
}

/** The same for who placed, whose house this transaction is in. */
export async function clearPlacer(
  tx: Tx<NoticeTables>,
  { holderId, id }: Pick<Placement, 'holderId' | 'id'>,
  after: keyof typeof PLACER_OVER,
  now: Date,
): Promise<void> {
  for (const kind of PLACER_OVER[after])
    await takeBackNotices(tx, { tenantId: holderId, kind, path: heldPath(id) }, now);
}
