import type { MessageKind } from '../../../platform/exchange/message-kind.ts';

/** What the records of this feature are called in the logs, and where they are opened. */
export const UNIT_SUBJECT = 'shelter.unit';
export const PLACE_SUBJECT = 'shelter.place';
export const PLACEMENT_SUBJECT = 'shelter.placement';
export const CAPACITY_SUBJECT = 'shelter.capacity';

export const OWN_PATH = '/opvang';
export const UNITS_PATH = '/opvang/huizen';
export const PLACES_PATH = '/opvang/plekken';
export const NIGHTS_PATH = '/opvang/nachten';
export const FREE_PATH = '/plaatsen';

/** A stay as its shelter opens it, and as whoever placed does. */
export const OWN_PLACEMENTS_PATH = '/opvang/plaatsingen';
export const HELD_PATH = '/plaatsen/plaatsingen';
export const ownPlacementPath = (id: string): string => `${OWN_PLACEMENTS_PATH}/${id}`;
export const heldPath = (id: string): string => `${HELD_PATH}/${id}`;

/** Where a place is: from the shelter to who placed there, after it said yes. */
export const SHELTER_ADDRESS: MessageKind = {
  kind: 'opvangadres',
  label: 'Adres van een opvangplek',
  activity: 'VA-04',
  requiresConsent: false,
};
