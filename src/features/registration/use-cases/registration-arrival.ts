import type { AnyTx } from '../../../platform/db/transact.ts';
import type { DeadlineTexts } from '../../../platform/deadlines/deadline-texts.ts';
import { notifyRole } from '../../../platform/deadlines/notify.ts';
import type { Arrived } from '../../../platform/exchange/message-work.ts';
import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import { ANSWER_REGISTER } from './answer-register.ts';
import { ANSWER_DUE } from './ask-reporter.ts';
import { ASK_CALLER, CALL_PASSED_ON } from './calls.ts';
import { awaitTakingIn, TAKE_HELP_IN } from './help-answer.ts';
import { ASK_CONSENT } from './help-requests.ts';
import {
  ANSWER_TO_REGISTER,
  ASK_REPORTER,
  HELP_INBOX_PATH,
  HELP_MESSAGES,
  QUESTIONS_PATH,
  RECEIVED_YEARLY_PATH,
  REGISTRATION_MESSAGES,
  WORKLIST_PATH,
  YEARLY_MESSAGE,
} from './registration-names.ts';
import { keepMessages } from './send-registration.ts';

const ARRIVED = 'registration.arrived';
/** Out of a file: how many stands on the list. */
const MANY_ARRIVED = 'registration.many-arrived';
const ANSWER_ARRIVED = 'registration.answer-arrived';
const QUESTION_ARRIVED = 'registration.question-arrived';
/** Who may have registered somebody. */
const REGISTER_ROLES: readonly Role[] = ['aanmelder', 'zorgcoordinator', 'opvang', 'aandachtsfunctionaris'];
const YEARLY_ARRIVED = 'registration.yearly-arrived';
const HELP_ARRIVED = 'registration.help-arrived';

/** What CoMensha hears when a registration or a request for help came in: each its own people. */
export const REGISTRATION_TEXTS: DeadlineTexts = {
  [ARRIVED]: (_parameters, _isOverdue, times = 1) =>
    times > 1
      ? {
          title: `Er zijn ${times} aanmeldingen binnengekomen`,
          description:
            'Kijk op uw werkvoorraad wat nog wacht. Neemt u het in ontvangst, dan weten de aanmelders dat het meetelt.',
        }
      : {
          title: 'Er is een aanmelding binnengekomen',
          description:
            'Kijk op uw werkvoorraad of zij nog wacht. Neemt u haar in ontvangst, dan weet de aanmelder dat zij meetelt.',
        },
  [MANY_ARRIVED]: () => ({
    title: 'Er zijn aanmeldingen uit een bestand binnengekomen',
    description:
      'Kijk op uw werkvoorraad wat nog wacht. Neemt u het in ontvangst, dan weten de aanmelders dat het meetelt.',
  }),
  [ANSWER_ARRIVED]: () => ({
    title: 'Er is antwoord op een vraag over een registratie',
    description: 'Neem het in ontvangst op uw werkvoorraad. Dan staat het bij de registratie.',
  }),
  [QUESTION_ARRIVED]: () => ({
    title: 'CoMensha heeft een vraag over een aanmelding',
    description: 'Neem de vraag in ontvangst. Wie de aanmelding deed, ziet haar dan bij zijn werk.',
  }),
  [ANSWER_REGISTER]: (_parameters, isOverdue) => ({
    title: isOverdue ? 'CoMensha wacht op uw antwoord' : 'Beantwoord een vraag van CoMensha',
    description: 'Het gaat over een aanmelding van u. Weet u het niet? Onbekend is ook een antwoord.',
  }),
  [ANSWER_DUE]: () => ({
    title: 'Op een vraag kwam nog geen antwoord',
    description: 'U vroeg een aanmelder iets na over een registratie. Bel de organisatie, of laat het onbekend.',
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
  [TAKE_HELP_IN]: (_parameters, isOverdue) => ({
    title: isOverdue ? 'Een hulpvraag wacht te lang' : 'Neem een hulpvraag in ontvangst',
    description: 'Bel daarna terug. De termijn is een voorstel van In Beeld, nog te verifiëren.',
  }),
  [YEARLY_ARRIVED]: () => ({
    title: 'Er is een jaarlevering van het register',
    description: 'Neem haar in ontvangst. Dan kunt u de tabel lezen, en weet het register dat zij aankwam.',
  }),
  [ASK_CONSENT]: () => ({
    title: 'Vraag alsnog toestemming voor een hulpvraag',
    description: 'U vroeg hulp in een noodgeval, zonder toestemming. Vraag het de persoon nu, of trek de hulpvraag in.',
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
  await awaitTakingIn(tx, tenantId, ids, { now, today: dutchDay(now) });
  const to = { tenantId, role: 'comensha-plaatsing', kind: HELP_ARRIVED, path: HELP_INBOX_PATH } as const;
  // each is somebody who waits, so each is told
  for (const _ of ids) await notifyRole(tx, to, now);
}

async function questionArrived(tx: AnyTx, { tenantId, ids }: Arrived, now: Date): Promise<void> {
  await keepMessages(tx, tenantId, ids, dutchDay(now), 'registration-copy');
  // about whose registration it is, is sealed: whoever takes it in sets the work of who registered the person
  for (const role of REGISTER_ROLES)
    await notifyRole(tx, { tenantId, role, kind: QUESTION_ARRIVED, path: QUESTIONS_PATH }, now);
}

async function answerArrived(tx: AnyTx, { tenantId, ids }: Arrived, now: Date): Promise<void> {
  await keepMessages(tx, tenantId, ids, dutchDay(now), 'registration-copy');
  const to = { tenantId, role: 'comensha-registratie', kind: ANSWER_ARRIVED, path: WORKLIST_PATH } as const;
  await notifyRole(tx, to, now);
}

async function yearlyArrived(tx: AnyTx, { tenantId }: Arrived, now: Date): Promise<void> {
  await notifyRole(tx, { tenantId, role: 'analist', kind: YEARLY_ARRIVED, path: RECEIVED_YEARLY_PATH }, now);
}

/** Messages of this feature are told to the register or to who looks for help, and not to who answers other messages. */
export const REGISTRATION_ARRIVALS = new Map([
  ...REGISTRATION_MESSAGES.map(({ kind }) => [kind, arrived] as const),
  [ASK_REPORTER.kind, questionArrived] as const,
  [ANSWER_TO_REGISTER.kind, answerArrived] as const,
  [YEARLY_MESSAGE.kind, yearlyArrived] as const,
  ...HELP_MESSAGES.map(({ kind }) => [kind, helpArrived] as const),
]);
