import type { DomainTime, Tx } from '../../../../platform/db/transact.ts';
import type { LegalPosition } from '../../../../shared-kernel/legal-position.ts';
import { knownPosition } from '../../domain/cases/known-position.ts';
import { caseOfRegistration, openCase, sealedCase } from '../../persistence/case-store.ts';
import { clocksOf } from '../../persistence/clock-store.ts';
import { type Asking, allowed, type HeldCaseTables } from './held-case.ts';

/**
 * What the case behind a registration says of the legal position, for who works on that case: shelter is asked without typing it again.
 * Undefined when there is no such case, when it is not hers to read, or when it does not say.
 */
export async function positionInCase(
  tx: Tx<HeldCaseTables | 'care.case_clock' | 'vault.dossier_key'>,
  asking: Asking,
  registration: { readonly id: string; readonly code: string },
  time: DomainTime,
): Promise<LegalPosition | undefined> {
  const tenantId = asking.actor.organisationId;
  const found = await caseOfRegistration(tx, tenantId, registration);
  const may = await allowed(tx, asking, found, 'R', time);
  if (!may.ok) return undefined;
  const sealed = await sealedCase(tx, tenantId, may.value.code);
  const opened = sealed && (await openCase(tx, sealed));
  return knownPosition(await clocksOf(tx, tenantId, may.value.id), opened?.content.attention ?? [], time.today);
}
