import {
  type ASKED_BY,
  type CONTACTS,
  type FINDINGS,
  type Ground,
  type IDENTITIES,
  type KEPT_BECAUSE,
  type OUTCOMES,
  RECEIPTS,
  type RIGHT_KINDS,
  type TALKS,
  type WITHHELD,
} from './rights-request.ts';

type Words<Keys extends readonly string[]> = Readonly<Record<Keys[number], string>>;

export const RIGHT_WORDS: Words<typeof RIGHT_KINDS> = {
  access: 'Gegevens inzien',
  correct: 'Gegevens verbeteren',
  erase: 'Gegevens wissen',
  restrict: 'Gebruik beperken',
  object: 'Bezwaar maken',
};
export const ASKED_WORDS: Words<readonly [...typeof ASKED_BY, 'sender']> = {
  self: 'De persoon zelf',
  representative: 'Iemand namens haar, zoals een ouder of voogd',
  lawyer: 'Een advocaat',
  sender: 'De organisatie die het met u deelde',
};
export const CONTACT_WORDS: Words<readonly [...typeof CONTACTS, 'sender']> = {
  'in-person': 'Alleen persoonlijk, op een afgesproken plek',
  'through-trusted': 'Alleen via iemand die zij vertrouwt, zoals haar zorgcoördinator',
  letter: 'Een brief is veilig; dat is nagevraagd',
  sender: 'Niet nodig: de organisatie die het deelde spreekt haar',
};
export const TALK_WORDS: Words<typeof TALKS> = {
  'own-wish': 'Ja: er is alleen met haar gesproken, en zij wil dit zelf',
  'not-own-wish': 'Nee: zij wil dit niet zelf, of het was niet onder vier ogen',
};
export const IDENTITY_WORDS: Words<typeof IDENTITIES> = {
  'document-seen': 'Document bekeken, geen kopie gemaakt',
  known: 'Haar zorgcoördinator of begeleider kent haar',
  vouched: 'Haar advocaat staat ervoor in',
};
export const FINDING_WORDS: Words<typeof FINDINGS> = {
  nothing: 'Er staat niets over haar of hem',
  held: 'Er is een dossier van haar of hem',
  alleged: 'Er staat iets over haar of hem als mogelijke dader',
};
export const OUTCOME_WORDS: Words<typeof OUTCOMES> = {
  granted: 'Toewijzen',
  partly: 'Toewijzen, een deel blijft achter',
  refused: 'Afwijzen',
  neutral: 'Antwoorden zonder te zeggen of er iets is',
};
export const WITHHELD_WORDS: Words<typeof WITHHELD> = {
  others: 'Rechten en vrijheden van anderen (UAVG artikel 41, lid 1, onder i)',
  safety: 'Veiligheid van iemand (UAVG artikel 41, lid 1; onderdeel nog te verifiëren)',
  investigation: 'Opsporing van strafbare feiten (UAVG artikel 41, lid 1, onder d)',
  law: 'Een andere wet verbiedt het; welke, staat in het antwoord',
};
/** Why a receiver keeps what was erased elsewhere. */
export const KEPT_WORDS: Words<typeof KEPT_BECAUSE> = {
  duty: 'Een wet verplicht ons het te bewaren (AVG artikel 17, lid 3, onder b)',
  claim: 'Het is nodig voor een rechtsvordering (AVG artikel 17, lid 3, onder e)',
  own: 'Wij hebben een eigen grondslag, zoals hulp die zij hier zelf krijgt (AVG artikel 17, lid 1)',
};
export const GROUND_WORDS: Readonly<Record<Ground, string>> = { ...WITHHELD_WORDS, ...KEPT_WORDS };

/** What a receiver did with the notice that something was erased, in plain words. */
export function receiptWords({
  state,
  reason,
}: {
  readonly state?: string | undefined;
  readonly reason?: string | undefined;
}): string {
  if (state === undefined) return 'niet te bereiken via In Beeld: vertel het zelf, per telefoon of brief';
  if (state === 'accepted') return reason === RECEIPTS.nothing ? 'had er niets meer van' : 'heeft het ook gewist';
  if (state !== 'refused') return 'weet het, en antwoordde nog niet';
  const grounds = (reason ?? '')
    .split(',')
    .flatMap((code) => (code in GROUND_WORDS ? [GROUND_WORDS[code as Ground]] : []));
  return ['houdt het', ...grounds].join(': ');
}
