import type { AnyTx, DomainTime } from '../../../platform/db/transact.ts';
import { tellUse } from '../../approach/index.ts';

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

/** Tells the approach that an element is used, in the deed that shows it. */
export async function showUse(tx: AnyTx, tenantId: string, element: UsedElement, time: DomainTime): Promise<void> {
  await tellUse(tx, tenantId, { element, source: 'signals', statement: SHOWS[element], reportedBy: 'Signalen' }, time);
}
