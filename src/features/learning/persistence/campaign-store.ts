import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { CampaignAudience, CampaignEntry } from '../domain/campaign.ts';

type Tables = 'learning.campaign_entry';

const COLUMNS = [
  'id',
  'audience',
  'what',
  'material',
  'languages',
  'reached',
  'held_on',
  'evidence_title',
  'evidence_link',
] as const;

const entryOf = (row: {
  id: string;
  audience: string;
  what: string;
  material: string;
  languages: readonly string[];
  reached: number | null;
  held_on: PlainDate;
  evidence_title: string;
  evidence_link: string | null;
}): CampaignEntry => ({
  id: row.id,
  audience: row.audience as CampaignAudience,
  what: row.what,
  material: row.material,
  languages: row.languages,
  reached: row.reached ?? undefined,
  heldOn: row.held_on,
  evidenceTitle: row.evidence_title,
  evidenceLink: row.evidence_link ?? undefined,
});

/** Whoever adds to the log after this waits until this is done, and then reads what was done. */
export async function awaitCampaign(tx: Tx<Tables>, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`learning.campaign ${tenantId}`}, 0))`.execute(tx);
}

/** What was done and not withdrawn, the last first. */
export async function loadEntries(
  tx: Tx<Tables>,
  tenantId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly entries: readonly CampaignEntry[]; readonly total: number }> {
  const rows = await tx
    .selectFrom('learning.campaign_entry')
    .select(COLUMNS)
    .select((eb) => eb.fn.countAll<number>().over().as('total'))
    .where('tenant_id', '=', tenantId)
    .where('withdrawn_on', 'is', null)
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return { entries: rows.map(entryOf), total: Number(rows[0]?.total ?? 0) };
}

/** What was done since a day: enough for what still counts. */
export async function entriesSince(
  tx: Tx<Tables>,
  tenantId: string,
  from: PlainDate,
): Promise<readonly CampaignEntry[]> {
  const rows = await tx
    .selectFrom('learning.campaign_entry')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('withdrawn_on', 'is', null)
    .where('held_on', '>', from)
    .execute();
  return rows.map(entryOf);
}

export async function insertEntry(
  tx: Tx<Tables>,
  tenantId: string,
  entry: CampaignEntry,
  byName: string,
): Promise<void> {
  await tx
    .insertInto('learning.campaign_entry')
    .values({
      tenant_id: tenantId,
      id: entry.id,
      audience: entry.audience,
      what: entry.what,
      material: entry.material,
      languages: [...entry.languages],
      reached: entry.reached ?? null,
      held_on: entry.heldOn,
      evidence_title: entry.evidenceTitle,
      evidence_link: entry.evidenceLink ?? null,
      recorded_by_name: byName,
    })
    .execute();
}

/** Withdraws an entry; false when it is not there, or was withdrawn before. */
export async function withdrawEntry(tx: Tx<Tables>, tenantId: string, id: string, on: PlainDate): Promise<boolean> {
  const gone = await tx
    .updateTable('learning.campaign_entry')
    .set({ withdrawn_on: on })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst();
  return gone.numUpdatedRows === 1n;
}
