import type { Tx } from '../../../platform/db/transact.ts';
import { openMany, sealFor } from '../../../platform/vault/sealing.ts';
import { isMinor, type RegistrationContent, unknownParts } from '../domain/registration.ts';
import { isTakenBack } from './delivery-store.ts';

type Tables = 'registration.delivery' | 'exchange.message';
type Vault = 'vault.dossier_key';
const CONTENT = 'registration.delivery.content';

/** A delivery that may be asked after: who sent it, how they call it, and whether there is anything left of it. */
export interface DeliveryToAsk {
  readonly id: string;
  readonly dossierId: string;
  readonly reporterOrganisationId: string;
  readonly reporterCode: string;
  readonly isGone: boolean;
}

/** What came as the record with this code, when it counts with that one; undefined when it is another person's. */
export async function deliveryToAsk(
  tx: Tx<Tables | 'registration.record'>,
  tenantId: string,
  rootId: string,
  code: string,
): Promise<DeliveryToAsk | undefined> {
  const row = await tx
    .selectFrom('registration.delivery as d')
    .innerJoin('registration.record as r', (join) =>
      join.onRef('r.tenant_id', '=', 'd.tenant_id').onRef('r.id', '=', 'd.record_id'),
    )
    .select(['d.id', 'd.dossier_id', 'd.reporter_organisation_id', 'd.reporter_code', 'd.content'])
    .select(isTakenBack().as('isTakenBack'))
    .where('d.tenant_id', '=', tenantId)
    .where('r.root_id', '=', rootId)
    .where('r.code', '=', code)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      dossierId: row.dossier_id,
      reporterOrganisationId: row.reporter_organisation_id,
      reporterCode: row.reporter_code,
      isGone: row.content === null || row.isTakenBack,
    }
  );
}

export interface OpenedDelivery {
  readonly id: string;
  readonly recordId: string;
  readonly dossierId: string;
  readonly content: RegistrationContent;
}

/** Opens what was delivered, held until the deed is done; undefined when it was erased or taken back. */
export async function openDelivery(
  tx: Tx<Tables | Vault>,
  tenantId: string,
  id: string,
): Promise<OpenedDelivery | undefined> {
  const row = await tx
    .selectFrom('registration.delivery as d')
    .select(['d.record_id', 'd.dossier_id', 'd.content'])
    .select(isTakenBack().as('isTakenBack'))
    .where('d.tenant_id', '=', tenantId)
    .where('d.id', '=', id)
    .forUpdate('d')
    .executeTakeFirst();
  if (!row?.content || row.isTakenBack) return undefined;
  const about = { kind: 'registration.person', id: row.record_id } as const;
  const [text] = await openMany(tx, [
    { about, dossierId: row.dossier_id, column: CONTENT, rowId: id, sealed: row.content },
  ]);
  return text === undefined
    ? undefined
    : {
        id,
        recordId: row.record_id,
        dossierId: row.dossier_id,
        content: JSON.parse(text) as RegistrationContent,
      };
}

/** Writes what is known now, with what the register counts by. */
export async function rewriteDelivery(
  tx: Tx<Tables | Vault>,
  tenantId: string,
  { id, dossierId }: OpenedDelivery,
  content: RegistrationContent,
): Promise<void> {
  await tx
    .updateTable('registration.delivery')
    .set({
      content: await sealFor(tx, dossierId, CONTENT, id, JSON.stringify(content)),
      is_minor: isMinor(content.ageGroup),
      forms: [...content.forms],
      is_abroad: content.exploitedIn === 'abroad',
      unknown_parts: [...unknownParts(content)],
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}
