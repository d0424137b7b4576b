import type { Tx } from '../../../platform/db/transact.ts';
import { openMany, sealFor } from '../../../platform/vault/sealing.ts';
import type { DecisionFacts } from '../domain/decision.ts';
import { aboutAsked } from './request-store.ts';

type Table = 'shelter.decision';
type Vault = 'vault.dossier_key';
const FACTS = 'shelter.decision.facts';

export interface Decision {
  readonly id: string;
  readonly dossierId: string;
  readonly requestId: string;
  readonly placementId: string;
  readonly formKey: string;
  readonly rulesVersion: string;
  readonly rightsEdition: string;
  readonly decidedAt: Date;
  readonly decidedByName: string;
}

/** A decision as it is read back: with why nothing came of it, when that is known. */
export type KeptDecision = Decision & {
  readonly facts: DecisionFacts | undefined;
  readonly refused: string | undefined;
};

/** Freezes a decision, of a request that is held. */
export async function insertDecision(
  tx: Tx<Table | Vault>,
  tenantId: string,
  decision: Decision,
  facts: DecisionFacts,
): Promise<void> {
  await tx
    .insertInto('shelter.decision')
    .values({
      tenant_id: tenantId,
      id: decision.id,
      dossier_id: decision.dossierId,
      request_id: decision.requestId,
      placement_id: decision.placementId,
      form_key: decision.formKey,
      rules_version: decision.rulesVersion,
      rights_edition: decision.rightsEdition,
      facts: await sealFor(tx, decision.dossierId, FACTS, decision.id, JSON.stringify(facts)),
      decided_at: decision.decidedAt,
      decided_by_name: decision.decidedByName,
    })
    .execute();
}

/** The stay that this form led to for this request. */
export async function placementOfForm(
  tx: Tx<Table>,
  tenantId: string,
  requestId: string,
  formKey: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('shelter.decision')
    .select('placement_id')
    .where('tenant_id', '=', tenantId)
    .where('request_id', '=', requestId)
    .where('form_key', '=', formKey)
    .executeTakeFirst();
  return row?.placement_id;
}

/** Says why nothing came of what was decided for a request about a stay: once, the first reason. */
export async function markRefused(
  tx: Tx<Table>,
  tenantId: string,
  { requestId, placementId }: Pick<Decision, 'requestId' | 'placementId'>,
  refused: string,
): Promise<void> {
  await tx
    .updateTable('shelter.decision')
    .set({ refused })
    .where('tenant_id', '=', tenantId)
    .where('request_id', '=', requestId)
    .where('placement_id', '=', placementId)
    .where('refused', 'is', null)
    .execute();
}

/** What was decided for a request, newest first, with what was known then. */
export async function decisionsOf(
  tx: Tx<Table | Vault>,
  tenantId: string,
  requestId: string,
): Promise<readonly KeptDecision[]> {
  const rows = await tx
    .selectFrom('shelter.decision')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('request_id', '=', requestId)
    .orderBy('decided_at', 'desc')
    .orderBy('id')
    .execute();
  const opened = await openMany(
    tx,
    rows.map((row) => ({
      about: aboutAsked(requestId),
      dossierId: row.dossier_id,
      column: FACTS,
      rowId: row.id,
      sealed: row.facts,
    })),
  );
  return rows.map((row, index) => ({
    id: row.id,
    dossierId: row.dossier_id,
    requestId: row.request_id,
    placementId: row.placement_id,
    formKey: row.form_key,
    rulesVersion: row.rules_version,
    rightsEdition: row.rights_edition,
    decidedAt: row.decided_at,
    decidedByName: row.decided_by_name,
    refused: row.refused ?? undefined,
    facts: opened[index] === undefined ? undefined : (JSON.parse(opened[index]) as DecisionFacts),
  }));
}
