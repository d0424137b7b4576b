import type { DeadlineTexts } from '../../../platform/deadlines/deadline-texts.ts';
import type { MessageKind } from '../../../platform/exchange/message-kind.ts';

/** What the records of this feature are called in the logs, and where they are opened. */
export const MEETING_SUBJECT = 'consultation.meeting';
export const ITEM_SUBJECT = 'consultation.item';
export const OUTCOME_SUBJECT = 'consultation.outcome';
export const RECEIVED_SUBJECT = 'consultation.received';
export const BROUGHT_SUBJECT = 'consultation.brought';
export const COVENANT_SUBJECT = 'consultation.covenant';
export const TURNED_AWAY_SUBJECT = 'consultation.turned-away';

export const CONSULTATION_PATH = '/overleg';
export const RECEIVED_PATH = '/overleg/ontvangen';
/** Where one is after giving the chair away: the consultation itself is closed to her from then on. */
export const PASSED_PATH = `${CONSULTATION_PATH}?overgedragen`;
export const COVENANTS_PATH = '/samenwerken/convenanten';
export const meetingPath = (id: string): string => `${CONSULTATION_PATH}/${id}`;
export const receivedPath = (id: string): string => `${RECEIVED_PATH}/${id}`;

/** The rule of content/retention under which a consultation is kept, on every side. */
export const RETENTION_RULE = 'consultation';
/** The term that In Beeld proposes; what holds is what the FG of the organisation settled. The same stands in content/retention. */
export const PROPOSED_MONTHS = 12;

/** Invitations, items without a person, and how an action went. */
export const CONSULTATION: MessageKind = {
  kind: 'overleg',
  label: 'Uitnodiging en afspraken van een overleg, zonder personen',
  activity: 'VA-02',
  data: ['D2'],
  requiresConsent: false,
};
/** A person at a table of care parties, with her consent for this one organisation. */
export const PERSON_WITH_CONSENT: MessageKind = {
  kind: 'zorgtafel-toestemming',
  label: 'Persoon aan een zorgtafel, met toestemming',
  activity: 'VA-02',
  data: ['D3', 'D4'],
  requiresConsent: true,
};
/** The same on a law of care that was named. */
export const PERSON_BY_LAW: MessageKind = {
  kind: 'zorgtafel-wet',
  label: 'Persoon aan een zorgtafel, op grond van een zorgwet',
  activity: 'VA-02',
  data: ['D3', 'D4'],
  requiresConsent: false,
};
/** What the two say about an action besides: it hangs on the action, and goes only while that may be shared. */
export const ACTION_REMARK: MessageKind = {
  kind: 'overleg-opmerking',
  label: 'Opmerking bij een actie uit een overleg',
  activity: 'VA-02',
  data: ['D3'],
  requiresConsent: false,
};
/** What somebody at the table brings in herself: it hangs on the consultation, and the chair puts it on the agenda or says why not. */
export const BROUGHT_TOPIC: MessageKind = {
  kind: 'overleg-inbreng',
  label: 'Punt zonder persoon dat een deelnemer inbrengt',
  activity: 'VA-02',
  data: ['D2'],
  requiresConsent: false,
};
export const BROUGHT_WITH_CONSENT: MessageKind = {
  kind: 'zorgtafel-inbreng-toestemming',
  label: 'Persoon die een deelnemer aan een zorgtafel inbrengt, met toestemming',
  activity: 'VA-02',
  data: ['D3', 'D4'],
  requiresConsent: true,
};
export const BROUGHT_BY_LAW: MessageKind = {
  kind: 'zorgtafel-inbreng-wet',
  label: 'Persoon die een deelnemer aan een zorgtafel inbrengt, op grond van een zorgwet',
  activity: 'VA-02',
  data: ['D3', 'D4'],
  requiresConsent: false,
};
export const BROUGHT_MESSAGES: readonly MessageKind[] = [BROUGHT_TOPIC, BROUGHT_WITH_CONSENT, BROUGHT_BY_LAW];
/** The kinds of what is brought in, and which of them are about a person. */
export const BROUGHT_KINDS = {
  kinds: BROUGHT_MESSAGES.map(({ kind }) => kind),
  aboutPersons: [BROUGHT_WITH_CONSENT.kind, BROUGHT_BY_LAW.kind],
} as const;
export const broughtPath = (id: string): string => `${CONSULTATION_PATH}/ingebracht/${id}`;
export const remarkPath = (outcomeId: string): string => `${CONSULTATION_PATH}/acties/${outcomeId}/opmerking`;
export const CONSULTATION_MESSAGES: readonly MessageKind[] = [CONSULTATION, PERSON_WITH_CONSENT, PERSON_BY_LAW];
export const CONSULTATION_KINDS: readonly string[] = CONSULTATION_MESSAGES.map(({ kind }) => kind);

/** What people hear, and the deadlines that are set. */
export const NOTICES = {
  arrived: 'consultation.arrived',
  invited: 'consultation.invited',
  action: 'consultation.action',
  remark: 'consultation.remark',
  chair: 'consultation.chair',
  changed: 'consultation.changed',
  brought: 'consultation.brought',
  broughtBack: 'consultation.brought-back',
  broughtAnswered: 'consultation.brought-answered',
  covenantLapses: 'consultation.covenant-lapses',
  covenantReview: 'consultation.covenant-review',
} as const;

export const CONSULTATION_TEXTS: DeadlineTexts = {
  [NOTICES.arrived]: () => ({
    title: 'Er is iets voor u over een overleg',
    description: 'Neem het in ontvangst. Daarna leest u wat voor uw organisatie is.',
  }),
  [NOTICES.invited]: () => ({
    title: 'U bent gevraagd voor een overleg',
    description: 'Lees wanneer het is en wat voor u op de agenda staat.',
  }),
  [NOTICES.action]: ({ van = 'uw organisatie' }, isOverdue) => ({
    title: `Actie uit een overleg van ${van}`,
    description: isOverdue
      ? 'De dag die u afsprak is voorbij. Zeg of het gelukt is.'
      : 'U sprak dit af in een overleg. Zeg het als het gelukt is, ook als het niet lukt.',
    overdueLabel: 'Zeg hoe het ging',
  }),
  [NOTICES.chair]: () => ({
    title: 'U zit nu een overleg voor',
    description: 'Een collega droeg het aan u over. Kijk wat er op de agenda staat en wie er komt.',
  }),
  [NOTICES.changed]: () => ({
    title: 'Er is iets veranderd aan een overleg',
    description: 'Kijk wie voorzit, en of het doorgaat.',
  }),
  [NOTICES.remark]: () => ({
    title: 'Er staat een opmerking bij een actie uit een overleg',
    description: 'Lees haar bij de actie. Wilt u iets terugzeggen, dan kan dat daar.',
  }),
  [NOTICES.brought]: () => ({
    title: 'Een deelnemer bracht een punt in voor uw overleg',
    description: 'Lees het. Zet het op de agenda, of laat weten waarom niet.',
  }),
  [NOTICES.broughtBack]: () => ({
    title: 'Een deelnemer trok een ingebracht punt in',
    description: 'Het staat niet meer op de agenda, en niemand kan het nog lezen.',
  }),
  [NOTICES.broughtAnswered]: () => ({
    title: 'De voorzitter gaf antwoord op uw punt',
    description: 'Lees of het op de agenda staat, en zo niet, waarom.',
  }),
  [NOTICES.covenantLapses]: ({ naam = 'een afspraak' }, isOverdue) => ({
    title: `Convenant of overeenkomst loopt af: ${naam}`,
    description: isOverdue
      ? 'Zij is afgelopen. Er kan geen nieuwe persoon meer op de agenda; hulp die loopt gaat door.'
      : 'Maak op tijd een nieuwe. Zonder kan er geen nieuwe persoon op de agenda van een zorgtafel.',
    overdueLabel: 'Leg een nieuwe vast',
  }),
  [NOTICES.covenantReview]: ({ naam = 'een afspraak' }) => ({
    title: `Kijk opnieuw naar: ${naam}`,
    description: 'De dag om dit convenant of deze overeenkomst te bespreken met de partijen.',
    overdueLabel: 'Bespreek het nu',
  }),
};
