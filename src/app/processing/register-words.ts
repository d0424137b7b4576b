import { day } from '../../shared-kernel/plain-date.ts';

/** The day from which the first version of the register holds. */
export const FIRST = day('2026-11-25');

/** From this day on every term comes from the one table of terms; two of them became shorter. */
export const SECOND = day('2026-11-29');

/** From this day on weighing a signal may hold who a person in it is, sealed and apart. */
export const THIRD = day('2026-11-30');

/** From this day on following a signal up includes inspections and closures, each kept with a term of its own. */
export const FOURTH = day('2026-12-01');

/** From this day on a signal that is handed over by the exchange takes the document along that its receiver may be sent. */
export const FIFTH = day('2026-12-02');

/**
 * From this day on names of professionals among municipalities, and what was shared otherwise, are kept with a term of their own; and
 * what is known of a signal may be discussed at a table, each with the own part.
 */
export const SIXTH = day('2026-12-03');

/** What the product itself does. Where it runs is for the organisation to find out. */
export const NO_TRANSFER =
  'In Beeld stuurt zelf niets buiten de Europese Economische Ruimte. Of de hosting daar ook binnen blijft, legt de organisatie vast in de verwerkersovereenkomst.';
export const NOT_PERSONAL = 'niet van toepassing: geen persoonsgegevens';
