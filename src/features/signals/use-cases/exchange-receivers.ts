import type { Tx } from '../../../platform/db/transact.ts';
import { partnersFor } from '../../../platform/exchange/agreement.ts';
import type { MessageKind } from '../../../platform/exchange/message-kind.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { type NamedReceiver, organisationsNamed } from '../persistence/organisation-names.ts';

/** Asking for advice about a signal, without saying whom it is about. */
export const SIGNAL_CONSULTATION: MessageKind = {
  kind: 'signaaloverleg',
  label: 'Overleg over een signaal',
  activity: 'VA-09',
  data: ['D2'],
  requiresConsent: false,
};

/** That a signal is handed over, with the document that this receiver may be sent. */
export const SIGNAL_HANDOVER: MessageKind = {
  kind: 'signaaloverdracht',
  label: 'Overdracht van een signaal',
  activity: 'VA-02',
  data: ['D2', 'D3'],
  requiresConsent: false,
};

/** A message of ours that is not answered in two weeks lapses. [design: In Beeld, as for contact requests] */
export const MESSAGE_WAITS_DAYS = 14;

export interface ExchangeReceiver extends NamedReceiver {
  /** What exchanging with it rests on. */
  readonly basis: string;
}

/** With whom both sides hold an agreement for this kind of message today, by name. */
export async function exchangeReceivers(
  tx: Tx<'exchange.agreement' | 'organisations.organisation'>,
  tenantId: string,
  { kind }: Pick<MessageKind, 'kind'>,
  today: PlainDate,
): Promise<readonly ExchangeReceiver[]> {
  const partners = await partnersFor(tx, tenantId, kind, today);
  const basis = new Map(partners.map((each) => [each.counterpartId, each.basis]));
  const named = await organisationsNamed(tx, [...basis.keys()]);
  return named.map((organisation) => ({ ...organisation, basis: basis.get(organisation.id)! }));
}
