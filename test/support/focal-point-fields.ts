/** The form of K2.1 filled in as it should be, with this name. */
export function focalPointFields(name: string): Readonly<Record<string, string>> {
  return {
    aandachtsfunctionaris: name,
    vervanger: 'Ander Fictief',
    urenPerWeek: '8',
    besluit: 'Voorbeeldbesluit',
    besluitdatum: '1-11-2026',
    geldigTot: '1-11-2028',
  };
}
