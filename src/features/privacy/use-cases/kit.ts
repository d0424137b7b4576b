import { writeAgreement } from './kit-agreement.ts';
import { writeDpia } from './kit-dpia.ts';
import type { WriteKit } from './kit-facts.ts';
import { writeAdvice, writeArchive, writeRegisterEntries, writeWorksCouncil } from './kit-letters.ts';

/** A document of the kit: one beside each of the six ticks (`TICK_WORDS` names it by its slug). */
export interface KitDocument {
  /** In the address and in the name of the file. */
  readonly slug: string;
  readonly write: WriteKit;
}

export const KIT: readonly KitDocument[] = [
  { slug: 'dpia-bijlage', write: writeDpia },
  { slug: 'advies-fg', write: writeAdvice },
  { slug: 'verwerkersovereenkomst', write: writeAgreement },
  { slug: 'registerregels', write: writeRegisterEntries },
  { slug: 'bewaartermijnen', write: writeArchive },
  { slug: 'verzoek-ondernemingsraad', write: writeWorksCouncil },
];
