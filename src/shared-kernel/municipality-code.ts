/** The code Statistics Netherlands (CBS) gives a municipality: GM and four digits. A dated property of an organisation, never its id. */
export type MunicipalityCode = string & { readonly __municipalityCode: true };

/** Reads a code; undefined when it does not have the form GM0000. That it exists is for the reference tables to say. */
export function municipalityCode(text: string): MunicipalityCode | undefined {
  return /^GM\d{4}$/.test(text) ? (text as MunicipalityCode) : undefined;
}
