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
