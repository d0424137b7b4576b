import type { AnyTx } from '../../../platform/db/transact.ts';
import type { DeadlineTexts } from '../../../platform/deadlines/deadline-texts.ts';
import { notifyRole } from '../../../platform/deadlines/notify.ts';
import type { Arrived } from '../../../platform/exchange/message-work.ts';
import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import { ASK_CALLER, CALL_PASSED_ON } from './calls.ts';
import { ASK_CONSENT } from './help-requests.ts';
import { HELP_INBOX_PATH, HELP_MESSAGES, REGISTRATION_MESSAGES, WORKLIST_PATH } from './registration-names.ts';
import { keepMessages } from './send-registration.ts';

const ARRIVED = 'registration.arrived';
/** Out of a file: how many stands on the list. */
const MANY_ARRIVED = 'registration.many-arrived';
const HELP_ARRIVED = 'registration.help-arrived';

/** What CoMensha hears when a registration or a request for help came in: each its own people. */
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
  [MANY_ARRIVED]: () => ({
    title: 'Er zijn aanmeldingen uit een bestand binnengekomen',
    description: 'Neem ze in ontvangst op uw werkvoorraad. Dan weten de aanmelders dat zij meetellen.',
  }),
  [ASK_CALLER]: () => ({
    title: 'Vraag nog iets na over een gesprek',
    description: 'Na een telefoongesprek bleef iets open. In het gesprek staat wat, en aan wie u het vraagt.',
  }),
  [CALL_PASSED_ON]: () => ({
    title: 'Er is een telefoongesprek aan u doorgegeven',
    description:
      'De beller heeft ook een vraag voor u. U ziet wie belde en op welk nummer; vraag zelf wat u nodig hebt.',
  }),
  [ASK_CONSENT]: () => ({
    title: 'Vraag alsnog toestemming voor een hulpvraag',
    description: 'U vroeg hulp in een noodgeval, zonder toestemming. Vraag haar nu, of trek de hulpvraag in.',
  }),
  [HELP_ARRIVED]: (_parameters, _isOverdue, times = 1) => ({
    title: times > 1 ? `Er zijn ${times} hulpvragen binnengekomen` : 'Er is een hulpvraag binnengekomen',
    description: 'Neem in ontvangst wat er wacht en bel terug. Het kan om vannacht gaan.',
  }),
};

async function arrived(tx: AnyTx, { tenantId, ids }: Arrived, now: Date): Promise<void> {
  await keepMessages(tx, tenantId, ids, dutchDay(now), 'registration-copy');
  const kind = ids.length > 1 ? MANY_ARRIVED : ARRIVED;
  await notifyRole(tx, { tenantId, role: 'comensha-registratie', kind, path: WORKLIST_PATH }, now);
}

async function helpArrived(tx: AnyTx, { tenantId, ids }: Arrived, now: Date): Promise<void> {
  await keepMessages(tx, tenantId, ids, dutchDay(now), 'help-request');
  const to = { tenantId, role: 'comensha-plaatsing', kind: HELP_ARRIVED, path: HELP_INBOX_PATH } as const;
  // each is somebody who waits, so each is told
  for (const _ of ids) await notifyRole(tx, to, now);
}

/** Messages of this feature are told to the register or to who looks for help, and not to who answers other messages. */
export const REGISTRATION_ARRIVALS = new Map([
  ...REGISTRATION_MESSAGES.map(({ kind }) => [kind, arrived] as const),
  ...HELP_MESSAGES.map(({ kind }) => [kind, helpArrived] as const),
]);
