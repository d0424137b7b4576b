import type { ReferralKind, ReferralState, RefuseReason, SharedPart } from '../domain/cases/referral.ts';

export const REFERRALS_PATH = '/zorgcoordinatie/verwijzingen';

export const REFERRAL_KIND_WORDS: Readonly<Record<ReferralKind, string>> = {
  refer: 'Mee laten helpen: het dossier blijft bij ons',
  'hand-over': 'Overdragen: de andere organisatie neemt het over',
};

export const PART_WORDS: Readonly<Record<SharedPart, string>> = {
  person: 'Wie het is',
  situation: 'Wat er aan de hand is',
  safety: 'De veiligheidslijst, met hoe de persoon te bereiken is',
  clocks: 'De termijnen die lopen',
};

export const REASON_WORDS: Readonly<Record<RefuseReason, string>> = {
  full: 'Wij hebben nu geen plek',
  'not-our-region': 'Het is niet onze regio',
  'not-our-group': 'Wij helpen deze groep niet',
  unclear: 'Het is nog niet duidelijk genoeg',
  'known-already': 'Wij helpen deze persoon al',
};

type Badge = { readonly kind: 'info' | 'ok' | 'warning' | 'error' | 'neutral'; readonly label: string };

/** How it stands for who sent it. */
export const SENT_WORDS: Readonly<Record<Exclude<ReferralState, undefined>, Badge>> = {
  sent: { kind: 'warning', label: 'verstuurd, nog niet gezien' },
  delivered: { kind: 'warning', label: 'gezien, nog geen antwoord' },
  accepted: { kind: 'ok', label: 'aangenomen' },
  refused: { kind: 'error', label: 'geweigerd' },
  withdrawn: { kind: 'neutral', label: 'ingetrokken' },
  expired: { kind: 'error', label: 'verlopen zonder antwoord' },
};

/** And for who received it. */
export const RECEIVED_WORDS: Readonly<Record<Exclude<ReferralState, undefined>, Badge>> = {
  sent: { kind: 'warning', label: 'wacht op u' },
  delivered: { kind: 'warning', label: 'wacht op uw antwoord' },
  accepted: { kind: 'ok', label: 'aangenomen' },
  refused: { kind: 'neutral', label: 'geweigerd' },
  withdrawn: { kind: 'neutral', label: 'ingetrokken' },
  expired: { kind: 'neutral', label: 'verlopen' },
};
