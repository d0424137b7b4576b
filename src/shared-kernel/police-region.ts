/** The regional units of the Dutch police, by which people say roughly where something is. */
export const POLICE_REGIONS = [
  'noord-nederland',
  'oost-nederland',
  'midden-nederland',
  'noord-holland',
  'amsterdam',
  'den-haag',
  'rotterdam',
  'zeeland-west-brabant',
  'oost-brabant',
  'limburg',
] as const;
export type PoliceRegion = (typeof POLICE_REGIONS)[number];

/** As people call them. */
export const POLICE_REGION_WORDS: Readonly<Record<PoliceRegion, string>> = {
  'noord-nederland': 'Noord-Nederland',
  'oost-nederland': 'Oost-Nederland',
  'midden-nederland': 'Midden-Nederland',
  'noord-holland': 'Noord-Holland',
  amsterdam: 'Amsterdam',
  'den-haag': 'Den Haag',
  rotterdam: 'Rotterdam',
  'zeeland-west-brabant': 'Zeeland-West-Brabant',
  'oost-brabant': 'Oost-Brabant',
  limburg: 'Limburg',
};
