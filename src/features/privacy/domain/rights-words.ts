import type {
  ASKED_BY,
  CONTACTS,
  FINDINGS,
  IDENTITIES,
  OUTCOMES,
  RIGHT_KINDS,
  TALKS,
  WITHHELD,
} from './rights-request.ts';

type Words<Keys extends readonly string[]> = Readonly<Record<Keys[number], string>>;

export const RIGHT_WORDS: Words<typeof RIGHT_KINDS> = {
  access: 'Gegevens inzien',
  correct: 'Gegevens verbeteren',
  erase: 'Gegevens wissen',
  restrict: 'Gebruik beperken',
  object: 'Bezwaar maken',
};
export const ASKED_WORDS: Words<typeof ASKED_BY> = {
  self: 'De persoon zelf',
  representative: 'Iemand namens haar, zoals een ouder of voogd',
  lawyer: 'Een advocaat',
};
export const CONTACT_WORDS: Words<typeof CONTACTS> = {
  'in-person': 'Alleen persoonlijk, op een afgesproken plek',
  'through-trusted': 'Alleen via iemand die zij vertrouwt, zoals haar zorgcoördinator',
  letter: 'Een brief is veilig; dat is nagevraagd',
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
