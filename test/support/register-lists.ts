import { randomBytes } from 'node:crypto';
import { registrationCode } from '../../src/features/registration/domain/registration.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { openDossier } from '../../src/platform/dossiers/give-access.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import type { TestDatabase } from './database.ts';

/** So many persons, each reported once by every one of these kinds of reporters. */
export interface ListedGroup {
  readonly on: readonly string[];
  readonly persons: number;
  /** As '2025-03-01'. */
  readonly received: string;
  readonly region?: string;
  readonly reporterId?: string;
  readonly isNameless?: boolean;
  readonly isAbroad?: boolean;
}

/** Registrations as a national register would hold them, without anything that was sealed. */
export async function layRegister(database: TestDatabase, actor: Actor, groups: readonly ListedGroup[]): Promise<void> {
  const tenant_id = actor.organisationId;
  const dossier_id = newId();
  const dossier = { id: dossier_id, kind: 'registration.record', activity: 'VA-07', path: '/registraties' };
  await enter(database.kysely, { door: 'own', tenantId: tenant_id, personId: actor.personId }, (tx, time) =>
    openDossier(tx, actor, dossier, time),
  );
  for (const { on, persons, received, region, reporterId, isNameless, isAbroad } of groups) {
    const received_on = day(received);
    const records = Array.from({ length: persons }, () => newId());
    await database.admin
      .insertInto('registration.record')
      .values(
        records.map((id) => ({
          tenant_id,
          id,
          root_id: id,
          dossier_id,
          code: registrationCode(randomBytes(8)),
          dossier_type: 'registration',
          received_on,
        })),
      )
      .execute();
    const deliveries = records.flatMap((record_id) => on.map((reporter_type) => ({ record_id, reporter_type })));
    await database.admin
      .insertInto('registration.delivery')
      .values(
        deliveries.map((delivery) => ({
          ...delivery,
          tenant_id,
          id: newId(),
          dossier_id,
          reporter_organisation_id: reporterId ?? tenant_id,
          reporter_code: newId(),
          route: isNameless ? 'nameless' : 'by-name',
          region: region ?? 'amsterdam',
          received_on,
          is_minor: 'unknown',
          forms: [],
          is_abroad: isAbroad ?? false,
          is_kmar_sub3: false,
          unknown_parts: [],
          identity_index: isNameless ? null : randomBytes(16),
        })),
      )
      .execute();
  }
}
