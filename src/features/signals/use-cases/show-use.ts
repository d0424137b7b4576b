import type { AnyTx, DomainTime } from '../../../platform/db/transact.ts';
import { addDays, addMonths, day } from '../../../shared-kernel/plain-date.ts';
import { currentFacts, reportFact } from '../../approach/index.ts';

/** What signals, inspections and closures show of the approach: that a part of it is used, never how often or about whom. */
const SHOWS = {
  'K2.3': 'Signalen worden vastgelegd met een startpoort, een zegel en een bewaartermijn.',
  'K2.4': 'Signalen worden gewogen, met redenen.',
  'K2.5': 'Signalen worden overgedragen, en de ontvanger bevestigt dat.',
  'K2.6': 'Wie een signaal doorgaf, hoort wat ermee is gedaan.',
  'K2.7': 'Controles worden gehouden, met hulp en een slaapplek achter de hand.',
  'K6.1': 'Bestuurlijke instrumenten worden gebruikt, nadat is nagegaan of iemand mogelijk slachtoffer is.',
} as const;
export type UsedElement = keyof typeof SHOWS;

/** Use counts for a year. [design: In Beeld, as for a drill] */
const COUNTS_MONTHS = 12;
/** Once said, it is not said again for a while: how often something is used, is nobody's business. */
const SAID_FOR_DAYS = 90;

/**
 * Tells the approach that an element is used, in the deed that shows it: as of the first day of the month, so that the fact does not
 * say on which day there was a signal or an inspection, and not again within ninety days.
 */
export async function showUse(tx: AnyTx, tenantId: string, element: UsedElement, time: DomainTime): Promise<void> {
  const facts = await currentFacts(tx, tenantId);
  const said = facts.find((fact) => fact.element === element && fact.source === 'signals');
  if (said && said.asOf > addDays(time.today, -SAID_FOR_DAYS)) return;
  const asOf = day(`${time.today.slice(0, 7)}-01`);
  await reportFact(
    tx,
    tenantId,
    {
      element,
      source: 'signals',
      state: 'working',
      asOf,
      lapsesOn: addMonths(asOf, COUNTS_MONTHS),
      statement: SHOWS[element],
      reportedBy: 'Signalen',
    },
    time,
  );
}
