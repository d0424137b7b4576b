import type { FollowUpTables } from './follow-up.ts';
import type { HeldTables } from './held-report.ts';

/** What handing over, and writing what goes along, touches. */
export type HandOverTables =
  | HeldTables
  | FollowUpTables
  | 'content.edition'
  | 'vault.dossier_key'
  | 'vault.exchange_key'
  | 'exchange.agreement'
  | 'exchange.message'
  | 'organisations.organisation'
  | 'retention.record'
  | 'retention.term';
