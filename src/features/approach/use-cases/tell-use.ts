import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { addDays, addMonths, day } from '../../../shared-kernel/plain-date.ts';
import type { FactSource } from '../domain/fact.ts';
import { type RenewTables, reportAndAnchor } from './anchoring.ts';
import { currentFacts } from './facts.ts';

/** Use counts for a year. [design: In Beeld, as for a drill] */
const COUNTS_MONTHS = 12;
/** Once said, it is not said again for a while: how often something is used, is nobody's business. */
const SAID_FOR_DAYS = 90;

/** What shows that an element is used: a sentence for people, and which part of In Beeld says so. */
export interface Use {
  readonly element: string;
  readonly source: FactSource;
  readonly statement: string;
  readonly reportedBy: string;
}

/**
 * Tells the approach that an element is used, in the deed that shows it: as of the first day of the month, so that the fact does not
 * say on which day something happened, and not again within ninety days.
 */
export async function tellUse(tx: Tx<RenewTables>, tenantId: string, use: Use, time: DomainTime): Promise<void> {
  const facts = await currentFacts(tx, tenantId);
  const said = facts.find(({ element, source }) => element === use.element && source === use.source);
  if (said && said.asOf > addDays(time.today, -SAID_FOR_DAYS)) return;
  const asOf = day(`${time.today.slice(0, 7)}-01`);
  const fact = { ...use, state: 'working', asOf, lapsesOn: addMonths(asOf, COUNTS_MONTHS) } as const;
  await reportAndAnchor(tx, tenantId, fact, time);
}
