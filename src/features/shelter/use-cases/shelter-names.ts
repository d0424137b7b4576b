import type { MessageKind } from '../../../platform/exchange/message-kind.ts';

/** What the records of this feature are called in the logs, and where they are opened. */
export const UNIT_SUBJECT = 'shelter.unit';
export const PLACE_SUBJECT = 'shelter.place';
export const PLACEMENT_SUBJECT = 'shelter.placement';
export const REQUEST_SUBJECT = 'shelter.request';
export const DECISION_SUBJECT = 'shelter.decision';
export const CONTACT_SUBJECT = 'shelter.contact';
export const CAPACITY_SUBJECT = 'shelter.capacity';

export const OWN_PATH = '/opvang';
export const UNITS_PATH = '/opvang/huizen';
export const PLACES_PATH = '/opvang/plekken';
export const NIGHTS_PATH = '/opvang/nachten';
export const CONTACT_PATH = '/opvang/nummer';
export const FREE_PATH = '/plaatsen';
/** Who may place where at night and whom to call, for who places nobody. */
export const TONIGHT_PATH = '/vannacht';

/** A request for a place, at who places. */
export const REQUESTS_PATH = '/plaatsen/aanvragen';
export const requestPath = (code: string): string => `${REQUESTS_PATH}/${code}`;

/** What is missing, in figures. */
/** What a municipality agreed about shelter. */
export const AGREEMENTS_PATH = '/opvangafspraken';
export const WHAT_IF_PATH = '/plaatsen/wat-als';
export const EVIDENCE_PATH = '/plaatsen/cijfers';

/** A stay as its shelter opens it, and as whoever placed does. */
export const OWN_PLACEMENTS_PATH = '/opvang/plaatsingen';
export const HELD_PATH = '/plaatsen/plaatsingen';
export const ownPlacementPath = (id: string): string => `${OWN_PLACEMENTS_PATH}/${id}`;
export const heldPath = (id: string): string => `${HELD_PATH}/${id}`;
/** Where it is said for which request a place was found. */
export const tiePath = (id: string): string => `${heldPath(id)}/aanvraag`;

/** Who comes: from who placed to the shelter, after it said yes. */
export const SHELTER_GUEST: MessageKind = {
  kind: 'opvanggast',
  label: 'Wie er komt op een opvangplek',
  activity: 'VA-04',
  data: ['D4', 'D5'],
  requiresConsent: false,
};

/** Where a place is: from the shelter to who placed there, after it said yes. */
export const SHELTER_ADDRESS: MessageKind = {
  kind: 'opvangadres',
  label: 'Adres van een opvangplek',
  activity: 'VA-04',
  data: ['D6'],
  requiresConsent: false,
};
