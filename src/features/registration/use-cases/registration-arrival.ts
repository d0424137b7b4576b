import type { AnyTx } from '../../../platform/db/transact.ts';
import type { DeadlineTexts } from '../../../platform/deadlines/deadline-texts.ts';
import { notifyRole } from '../../../platform/deadlines/notify.ts';
import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import { REGISTRATION_MESSAGES, WORKLIST_PATH } from './registration-names.ts';
import { keepMessage } from './send-registration.ts';

const ARRIVED = 'registration.arrived';

/** What the register hears when a registration came in. */
export const REGISTRATION_TEXTS: DeadlineTexts = {
  [ARRIVED]: (_parameters, _isOverdue, times = 1) =>
    times > 1
      ? {
          title: `Er zijn ${times} aanmeldingen binnengekomen`,
          description: 'Neem ze in ontvangst op uw werkvoorraad. Dan weten de aanmelders dat zij meetellen.',
        }
      : {
          title: 'Er is een aanmelding binnengekomen',
          description: 'Neem haar in ontvangst op uw werkvoorraad. Dan weet de aanmelder dat zij meetelt.',
        },
};

async function arrived(
  tx: AnyTx,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  now: Date,
): Promise<void> {
  await keepMessage(tx, tenantId, id, dutchDay(now));
  const to = { tenantId, role: 'comensha-registratie', kind: ARRIVED, path: WORKLIST_PATH } as const;
  await notifyRole(tx, to, now);
}

/** Messages of this feature are told to the register, and not to who answers other messages. */
export const REGISTRATION_ARRIVALS = new Map(REGISTRATION_MESSAGES.map(({ kind }) => [kind, arrived] as const));
