import { z } from 'zod';
import {
  REFUSAL_REASONS,
  type RefusalReason,
  WITHDRAWAL_REASONS,
  type WithdrawalReason,
} from '../domain/contact-request.ts';
import type { ContactMoveRefusal, SendRefusal } from '../use-cases/contact-messages.ts';

/** The form to ask another organisation to get in touch. */
export const ContactRequestForm = z.object({
  ontvanger: z.string().min(1, 'Kies aan wie.').max(20, 'Kies aan wie.'),
  vraag: z.string().trim().min(1, 'Vul in waarover u wilt overleggen.').max(2000, 'Gebruik hoogstens 2.000 tekens.'),
  bereikbaar: z
    .string()
    .trim()
    .min(1, 'Vul in wanneer en hoe u bereikbaar bent.')
    .max(200, 'Gebruik hoogstens 200 tekens.'),
});

const keysOf = <Key extends string>(reasons: Readonly<Record<Key, string>>) => Object.keys(reasons) as [Key, ...Key[]];

export const RefuseForm = z.object({
  weigerreden: z.enum(keysOf<RefusalReason>(REFUSAL_REASONS), 'Kies waarom u het weigert.'),
});
export const WithdrawForm = z.object({
  intrekreden: z.enum(keysOf<WithdrawalReason>(WITHDRAWAL_REASONS), 'Kies waarom u het intrekt.'),
});
export const NothingForm = z.object({});

const NO_AGREEMENT =
  'Een van de twee afspraken loopt niet meer. Leg samen een nieuwe afspraak vast, en probeer het opnieuw.';
const NO_CONSENT = 'Er is geen toestemming (meer) om dit te delen.';

/** Beside which field a refusal to send stands, and what to do. */
export const SEND_REFUSAL_AT: Readonly<
  Record<SendRefusal['code'], { readonly field: keyof typeof ContactRequestForm.shape; readonly text: string }>
> = {
  'unknown-counterpart': { field: 'ontvanger', text: 'Kies een organisatie uit de lijst.' },
  'no-agreement': { field: 'ontvanger', text: NO_AGREEMENT },
  'no-consent': { field: 'ontvanger', text: NO_CONSENT },
  'receiver-ended': { field: 'ontvanger', text: 'Deze organisatie bestaat niet meer. Kies wie haar werk overnam.' },
  'receiver-has-no-key': {
    field: 'ontvanger',
    text: 'Deze organisatie kan nog geen berichten ontvangen. Vraag haar eerst in te loggen en de afspraak vast te leggen.',
  },
  'unknown-kind': { field: 'ontvanger', text: 'Dit soort bericht bestaat niet.' },
  'other-message': { field: 'vraag', text: 'Er ging al een ander bericht met dit kenmerk. Begin opnieuw.' },
  'holds-bsn': {
    field: 'vraag',
    text: 'Er staat een burgerservicenummer in. Haal het weg: zeg in het gesprek over wie het gaat.',
  },
};

/** What stands above the page when a message cannot be moved. */
export const MOVE_REFUSED: Readonly<Record<Exclude<ContactMoveRefusal['code'], 'not-found'>, string>> = {
  'message-moved-on': 'Het bericht is intussen beantwoord, ingetrokken of verlopen. Hieronder ziet u hoe het nu staat.',
  'no-agreement': NO_AGREEMENT,
  'no-consent': NO_CONSENT,
  'answered-elsewhere': 'Dit bericht heeft een eigen plek. Beantwoord het daar: hieronder staat waar.',
};
