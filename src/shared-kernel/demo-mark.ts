/** Stands on every page, map, document, export and answer of an example environment. */
export const DEMO_MARK = 'Voorbeeldgegevens, niet echt';
