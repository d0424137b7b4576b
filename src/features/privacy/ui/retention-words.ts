import type { HoldGround } from '../../../shared-kernel/hold-ground.ts';

export const RETENTION_PATH = '/privacyloket/bewaartermijnen';
export const HOLD_PATH = '/privacyloket/uitstel';
export const ERASED_PATH = '/privacyloket/vernietiging';

/** Why something stays longer than its term. */
export const HOLD_WORDS: Readonly<Record<HoldGround, string>> = {
  hotspot: 'Hotspot: de archivaris wil het bewaren',
  'court-case': 'Er loopt een rechtszaak',
  'rights-request': 'Er loopt een verzoek van de betrokkene',
  complaint: 'Er loopt een klacht',
  investigation: 'Er loopt een onderzoek van een toezichthouder',
};

/** Who confirmed a term, by its mark. */
export const MARK_WORDS = {
  law: 'wet',
  found: 'gelezen in een openbare bron',
  own: 'algemene kennis, nog te verifiëren',
  design: 'voorstel, nog te bevestigen door de FG',
} as const;

/** What kind of thing a record is, in words. A kind without words is shown as it stands. */
const SUBJECT_WORDS: Readonly<Record<string, string>> = {
  'approvals.request': 'verzoek om goedkeuring',
  'audit.month': 'maand van een logboek',
  'exchange.message': 'bericht tussen organisaties',
};

export const subjectWords = (kind: string): string => SUBJECT_WORDS[kind] ?? kind;
