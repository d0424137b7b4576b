import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { agesDiffer, type PersonName, type Registration, type RegistrationContent } from '../domain/registration.ts';
import { type RegistrationStatus, registrationStatus } from '../domain/registration-status.ts';
import type { ReporterType } from '../domain/reporting-guide.ts';
import { consentsOf, type RecordedConsent } from '../persistence/consent-store.ts';
import { regionCount } from '../persistence/register-query.ts';
import {
  lastReporterType,
  openRegistration,
  registrationsBy,
  sealedRegistration,
} from '../persistence/registration-store.ts';
import { type Asking, allowed, type HeldTables, type NotThere } from './held-registration.ts';
import { REGISTRATION_SUBJECT } from './registration-names.ts';
import { type KindTables, reporterKinds } from './reporter-kinds.ts';

export const PAGE_SIZE = 50;

export interface OwnRegistration {
  readonly registration: Registration;
  readonly status: RegistrationStatus;
}

/** One page of what somebody registered herself, newest first. Nothing is opened. */
export async function readOwnRegistrations(
  tx: Tx<'registration.registration' | 'exchange.message'>,
  actor: Actor,
  page: number,
): Promise<{ readonly rows: readonly OwnRegistration[]; readonly total: number; readonly pages: number }> {
  const { rows, total } = await registrationsBy(tx, actor.organisationId, actor.personId, {
    offset: (page - 1) * PAGE_SIZE,
    size: PAGE_SIZE,
  });
  return {
    rows: rows.map(({ registration, message }) => ({
      registration,
      status: registrationStatus(registration, message),
    })),
    total,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
  };
}

/** As whom somebody may report, and which of these is filled in beforehand: the only one, or the one of the last time. */
export async function reporterTypeBefore(
  tx: Tx<'registration.registration' | KindTables>,
  actor: Actor,
): Promise<ReporterType | undefined> {
  const kinds = await reporterKinds(tx, actor);
  const last = kinds.length > 1 ? await lastReporterType(tx, actor.organisationId) : kinds[0];
  return last && kinds.includes(last) ? last : undefined;
}

/** A registration of her own with what it says, the consents for it, and how it stands. */
export interface RegistrationView extends Done {
  readonly registration: Registration;
  readonly status: RegistrationStatus;
  /** Undefined when the key of its dossier was destroyed. */
  readonly content: RegistrationContent | undefined;
  readonly person: PersonName | undefined;
  readonly consents: readonly RecordedConsent[];
  /** Whether the chosen group of ages and the day of birth say something else. */
  readonly agesDiffer: boolean;
  /** How many persons her region reported this year; undefined below ten, and before it was counted. */
  readonly regionCount: number | undefined;
}

/** Opens a registration of her own; a row in the log of data processing. */
export async function readRegistration(
  tx: Tx<HeldTables | 'registration.consent' | 'registration.region_count' | 'exchange.message' | 'vault.dossier_key'>,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<Result<RegistrationView, NotThere>> {
  const { organisationId: tenantId } = asking.actor;
  const found = await sealedRegistration(tx, tenantId, code);
  const may = await allowed(tx, asking, found?.registration, 'R', time);
  if (!found || !may.ok) return err({ code: 'not-found' });
  const { registration } = found;
  const opened = await openRegistration(tx, found);
  const status = registrationStatus(registration, found.message);
  return ok({
    subject: { kind: REGISTRATION_SUBJECT, id: registration.id },
    registration,
    status,
    content: opened?.content,
    person: opened?.person,
    consents: await consentsOf(tx, tenantId, registration.id),
    agesDiffer: opened !== undefined && agesDiffer(opened.content.ageGroup, opened.person?.birthDate, time.today),
    regionCount:
      status === 'counted' && registration.region !== 'unknown'
        ? await regionCount(tx, registration.region, Number(time.today.slice(0, 4)))
        : undefined,
  });
}
