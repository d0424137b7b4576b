import type { ReachWay, SafetyAnswer, SafetyItem } from '../domain/cases/safety.ts';

export const SAFETY_WORDS: Readonly<Record<SafetyItem, { readonly label: string; readonly hint: string }>> = {
  danger: { label: 'Is er nu gevaar?', hint: 'Van wie, en waar? Is er direct gevaar? Bel 112.' },
  whereabouts: { label: 'Wie weet waar de persoon is?', hint: 'Ook familie, vrienden en werk.' },
  phone: {
    label: 'Kan de telefoon verraden waar de persoon is?',
    hint: 'Locatie delen, gedeelde accounts, een tracker in tas of auto.',
  },
  accounts: { label: 'Wie heeft DigiD en de bankpas?', hint: 'En wie kent de wachtwoorden?' },
  children: { label: 'Zijn er kinderen, en wie heeft het gezag?', hint: 'Waar zijn zij nu?' },
  family: { label: 'Wordt familie bedreigd?', hint: 'Ook in een ander land.' },
  tonight: { label: 'Is er een plek om vannacht te slapen?', hint: 'Schrijf geen adres op.' },
  medication: { label: 'Is er medicatie of dringende zorg nodig?', hint: 'Alleen wat nu nodig is.' },
  papers: { label: 'Wie heeft de papieren?', hint: 'Paspoort, verblijfsdocument, geboorteakte van kinderen.' },
};

export const ANSWER_WORDS: Readonly<Record<SafetyAnswer, string>> = {
  fine: 'Geen zorg',
  act: 'Hier moet iets gebeuren',
  unknown: 'Nog niet bekend',
};

export const REACH_WORDS: Readonly<Record<ReachWay, string>> = {
  call: 'Bellen',
  text: 'Een bericht sturen',
  'through-somebody': 'Via iemand die de persoon vertrouwt',
  'in-person': 'Alleen in een gesprek',
  'not-now': 'Nu niet',
};

export const ANSWER_KIND = { fine: 'ok', act: 'error', unknown: 'warning' } as const;
