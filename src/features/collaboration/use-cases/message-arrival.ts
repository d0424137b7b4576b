import type { AnyTx } from '../../../platform/db/transact.ts';
import type { DeadlineTexts } from '../../../platform/deadlines/deadline-texts.ts';
import { notifyRole } from '../../../platform/deadlines/notify.ts';
import { type Arrived, messageArrivalWork } from '../../../platform/exchange/message-work.ts';
import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import { keepMessage } from './keep-message.ts';

const ARRIVED = 'collaboration.message-arrived';

/** What those who answer messages hear when one came in. */
export const COLLABORATION_TEXTS: DeadlineTexts = {
  [ARRIVED]: () => ({
    title: 'Er is een bericht van een andere organisatie',
    description: 'Neem het in ontvangst en geef antwoord. Na twee weken verloopt het.',
  }),
};

/** Who answers messages of other organisations. */
const ANSWERERS: readonly Role[] = [
  'aandachtsfunctionaris',
  'ketenregisseur',
  'zorgcoordinator',
  'ketenpartner',
  'politie',
];

/** What another feature does when messages of its own kind came in. */
export type Arrival = (tx: AnyTx, arrived: Arrived, now: Date) => Promise<void>;

/**
 * A message that came in is counted here too, and told once to everybody here who may answer it. Kinds in `others` are told by the
 * feature that sends them; in `gone`, also that they were taken back, or lapsed.
 */
export const arrivalWork = (others: ReadonlyMap<string, Arrival>, gone: ReadonlyMap<string, Arrival>) =>
  messageArrivalWork(async (tx, arrived, now) => {
    const { tenantId, kind, ids } = arrived;
    const other = others.get(kind);
    if (other) return other(tx, arrived, now);
    for (const id of ids) {
      await keepMessage(tx, tenantId, id, dutchDay(now));
      for (const role of ANSWERERS)
        await notifyRole(tx, { tenantId, role, kind: ARRIVED, path: `/samenwerken/berichten/${id}` }, now);
    }
  }, gone);
