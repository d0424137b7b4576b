import type { TableRegister } from '../platform/db/table-register.ts';
import { ACCOUNTS_TABLES } from './tables/accounts.ts';
import { APPROACH_TABLES } from './tables/approach.ts';
import { APPROACH_BARRIER_TABLES } from './tables/approach-barriers.ts';
import { APPROVALS_TABLES } from './tables/approvals.ts';
import { AUDIT_TABLES } from './tables/audit.ts';
import { CARE_TABLES } from './tables/care.ts';
import { CONSULTATION_TABLES } from './tables/consultation.ts';
import { CONTENT_TABLES } from './tables/content.ts';
import { DEADLINES_TABLES } from './tables/deadlines.ts';
import { EXCHANGE_TABLES } from './tables/exchange.ts';
import { FILES_TABLES } from './tables/files.ts';
import { INSIGHT_TABLES } from './tables/insight.ts';
import { LEARNING_TABLES } from './tables/learning.ts';
import { MAIL_TABLES } from './tables/mail.ts';
import { ORGANISATIONS_TABLES } from './tables/organisations.ts';
import { PLATFORM_TABLES } from './tables/platform.ts';
import { PRACTICES_TABLES } from './tables/practices.ts';
import { PRIVACY_TABLES } from './tables/privacy.ts';
import { REGIONAL_TABLES } from './tables/regional.ts';
import { REGISTRATION_TABLES } from './tables/registration.ts';
import { RETENTION_TABLES } from './tables/retention.ts';
import { SHARING_TABLES } from './tables/sharing.ts';
import { SHELTER_TABLES } from './tables/shelter.ts';
import { SIGNALS_TABLES } from './tables/signals.ts';
import { SIGNALS_ENFORCEMENT_TABLES } from './tables/signals-enforcement.ts';
import { SIGNALS_ENRICHMENT_TABLES } from './tables/signals-enrichment.ts';
import { SIGNALS_HANDOVER_TABLES } from './tables/signals-handover.ts';
import { SIGNALS_OFFENDER_TABLES } from './tables/signals-offenders.ts';
import { SIGNALS_PHOTO_TABLES } from './tables/signals-photo.ts';
import { SUPPORT_TABLES } from './tables/support.ts';
import { VAULT_TABLES } from './tables/vault.ts';

/**
 * Every table with its class, the processing activity it serves (processing-activities.ts) and the data class of each column,
 * in one file per feature or ability (tables/). Grants and row-level security are generated from this register; the fitness
 * test compares it with the database.
 */
export const TABLES: TableRegister = {
  ...PLATFORM_TABLES,
  ...VAULT_TABLES,
  ...AUDIT_TABLES,
  ...ACCOUNTS_TABLES,
  ...ORGANISATIONS_TABLES,
  ...EXCHANGE_TABLES,
  ...CONTENT_TABLES,
  ...FILES_TABLES,
  ...APPROACH_TABLES,
  ...APPROACH_BARRIER_TABLES,
  ...DEADLINES_TABLES,
  ...APPROVALS_TABLES,
  ...PRIVACY_TABLES,
  ...RETENTION_TABLES,
  ...CARE_TABLES,
  ...SHELTER_TABLES,
  ...SIGNALS_TABLES,
  ...SIGNALS_ENRICHMENT_TABLES,
  ...SIGNALS_ENFORCEMENT_TABLES,
  ...SIGNALS_OFFENDER_TABLES,
  ...SIGNALS_HANDOVER_TABLES,
  ...SIGNALS_PHOTO_TABLES,
  ...LEARNING_TABLES,
  ...REGISTRATION_TABLES,
  ...MAIL_TABLES,
  ...INSIGHT_TABLES,
  ...PRACTICES_TABLES,
  ...SUPPORT_TABLES,
  ...SHARING_TABLES,
  ...REGIONAL_TABLES,
  ...CONSULTATION_TABLES,
};
