import type { MessageKind } from '../../../platform/exchange/message-kind.ts';
import type { CallTask } from '../domain/call.ts';

/** A registration at its sender, as the logs and the terms name it. */
export const REGISTRATION_SUBJECT = 'registration.registration';
/** A request for help at its sender. */
export const HELP_SUBJECT = 'registration.help_request';
/** As what an organisation reports. */
export const REPORTER_KIND_SUBJECT = 'registration.reporter_kind';
/** A record of the register. */
export const RECORD_SUBJECT = 'registration.record';

/** A file with registrations. */
export const BULK_SUBJECT = 'registration.bulk';

/** What goes to the National Rapporteur about a year. */
export const YEARLY_SUBJECT = 'registration.yearly_delivery';
export const YEARLY_PATH = '/registraties/jaarlevering';
/** Where the office of the Rapporteur finds what it received. */
export const RECEIVED_YEARLY_PATH = '/jaarleveringen';
export const yearlyPath = (id: string): string => `${YEARLY_PATH}/${id}`;

export const registrationPath = (code: string): string => `/registraties/${code}`;
export const recordPath = (code: string): string => `/registraties/register/${code}`;
export const helpPath = (code: string): string => `/registraties/${code}/hulpvraag`;
export const HELP_INBOX_PATH = '/hulpvragen';
/** A telephone call at the register or at who looks for help. */
export const CALL_SUBJECT = 'registration.call';
/** Where the calls of each task are: nobody who does one opens the other's. */
export const callsPath = (task: CallTask): string =>
  task === 'registration' ? '/gesprekken' : `${HELP_INBOX_PATH}/gesprekken`;
export const callPath = (task: CallTask, code: string): string => `${callsPath(task)}/${code}`;
/** A question of the register about a registration, on both sides. */
export const QUESTION_SUBJECT = 'registration.question';
export const QUESTIONS_PATH = '/registraties/vragen';
export const answerPath = (code: string): string => `${registrationPath(code)}/vraag`;
export const BULK_PATH = '/registraties/inlezen';
export const bulkPath = (id: string): string => `${BULK_PATH}/${id}`;
export const WORKLIST_PATH = '/registraties/werkvoorraad';

/** A registration that needs no consent: by duty, or without a name. */
export const REGISTRATION: MessageKind = {
  kind: 'aanmelding',
  label: 'Aanmelding voor het register',
  activity: 'VA-07',
  data: ['D9'],
  requiresConsent: false,
};

/** A registration with a name, or the name of one that was sent without: carried only with a consent that holds. */
export const REGISTRATION_BY_NAME: MessageKind = {
  kind: 'aanmelding-met-naam',
  label: 'Aanmelding met naam voor het register',
  activity: 'VA-07',
  data: ['D4', 'D8', 'D9'],
  requiresConsent: true,
};

/** A request for shelter or help: always with a consent of its own, and never to the register. */
export const HELP_REQUEST: MessageKind = {
  kind: 'hulpvraag',
  label: 'Vraag om opvang of hulp',
  activity: 'VA-08',
  data: ['D4', 'D5', 'D8'],
  requiresConsent: true,
};

/**
 * The same in an emergency, without consent: vital interest, a reason, a second person afterwards. A kind of its own, so that every copy
 * shows what it is and both sides agree to it beforehand.
 */
export const EMERGENCY_HELP: MessageKind = {
  kind: 'hulpvraag-noodgeval',
  label: 'Vraag om opvang of hulp in een noodgeval, zonder toestemming',
  activity: 'VA-08',
  data: ['D4', 'D5'],
  requiresConsent: false,
};

/** Every kind of request for help. */
export const HELP_MESSAGES: readonly MessageKind[] = [HELP_REQUEST, EMERGENCY_HELP];

/** The register asks after what it does not know of a registration. */
export const ASK_REPORTER: MessageKind = {
  kind: 'vraag-over-aanmelding',
  label: 'Vraag van het register over een aanmelding',
  activity: 'VA-07',
  data: ['D9'],
  requiresConsent: false,
};

/** What who reported knows by now. Goes only while the registration itself was not withdrawn. */
export const ANSWER_TO_REGISTER: MessageKind = {
  kind: 'antwoord-over-aanmelding',
  label: 'Antwoord aan het register over een aanmelding',
  activity: 'VA-07',
  data: ['D9'],
  requiresConsent: false,
};

/** The yearly delivery to the National Rapporteur: no combination in it stands for fewer than ten persons, so it needs no consent. */
export const YEARLY_MESSAGE: MessageKind = {
  kind: 'jaarlevering',
  label: 'Jaarlevering aan de Nationaal Rapporteur',
  activity: 'VA-07',
  data: ['D9'],
  requiresConsent: false,
};

/** Asking back and answering. */
export const QUESTION_MESSAGES: readonly MessageKind[] = [ASK_REPORTER, ANSWER_TO_REGISTER];

/** Every kind of message to the register. */
export const REGISTRATION_MESSAGES: readonly MessageKind[] = [REGISTRATION, REGISTRATION_BY_NAME];
