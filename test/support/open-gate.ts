import { newId } from '../../src/platform/ids/uuid.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { TestDatabase } from './database.ts';

const KINDS = ['dpia', 'fg-advice', 'processing-agreement', 'register-entry', 'archive-category', 'works-council'];

/** Opens the start gate of a part of the product in an organisation, as its officer for data protection would. */
export async function openGate({ admin }: TestDatabase, tenantId: string, feature: string): Promise<void> {
  await admin
    .insertInto('privacy.gate_tick')
    .values(
      KINDS.map((kind) => ({
        tenant_id: tenantId,
        id: newId(),
        feature,
        kind,
        decided_on: day('2020-01-01'),
        decided_by: 'Noor Fictief, FG',
        evidence: 'Voorbeeldstuk',
        category: kind === 'archive-category' ? 'Voorbeeldcategorie' : null,
        valid_until: day('2099-01-01'),
        covers: JSON.stringify({}),
        recorded_by: newId(),
        recorded_by_name: 'Noor Fictief',
        recorded_at: new Date(Date.UTC(2020, 0, 1)),
      })),
    )
    .execute();
}
