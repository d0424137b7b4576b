/** What the register's own list costs with a hundred thousand registrations (`--size register`). */

const AS = { as: 'comensha-registratie' } as const;
const LIST = '/registraties/werkvoorraad';

/** The list as a registrar opens it, further on, filtered, and searched by a code. */
export const REGISTER_PAGES = [
  { name: 'Werkvoorraad', path: LIST, ...AS },
  { name: 'Werkvoorraad, bladzijde 500', path: `${LIST}?pagina=500`, ...AS },
  { name: 'Werkvoorraad, waar iets onbekend is', path: `${LIST}?toon=incomplete`, ...AS },
  { name: 'Werkvoorraad, misschien dezelfde', path: `${LIST}?toon=maybe-same`, ...AS },
  { name: 'Werkvoorraad, op code', path: `${LIST}?kenmerk=ABCD-2345`, ...AS },
] as const;
