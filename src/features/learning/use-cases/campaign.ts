import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { addMonths } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { FactTables } from '../../approach/index.ts';
import { CAMPAIGN_COUNTS_MONTHS, type CampaignEntry, campaignFacts } from '../domain/campaign.ts';
import { awaitCampaign, entriesSince, insertEntry, loadEntries, withdrawEntry } from '../persistence/campaign-store.ts';
import { type FactKeeper, tellApproach } from './learning-facts.ts';
import { CAMPAIGN_SUBJECT } from './learning-names.ts';

type Tables = 'learning.campaign_entry';
export type CampaignTables = Tables | FactTables;

const LOG: FactKeeper = { elements: ['K3.4', 'K3.5', 'K3.6'], evidence: 'Campagne en preventie in In Beeld' };

/** What the actor's municipality did, a page at a time. */
export async function readCampaign(
  tx: Tx<Tables>,
  { organisationId }: Pick<Actor, 'organisationId'>,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly entries: readonly CampaignEntry[]; readonly total: number }> {
  return loadEntries(tx, organisationId, page);
}

/** Records what was told whom, and lets the approach follow: K3.4, K3.5 and K3.6. */
export async function logCampaign(
  tx: Tx<CampaignTables>,
  actor: Actor,
  facts: Omit<CampaignEntry, 'id'>,
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'held-in-future' }>> {
  if (facts.heldOn > time.today) return err({ code: 'held-in-future' });
  const id = newId();
  await insertEntry(tx, actor.organisationId, { ...facts, id }, actor.personName);
  await tellOfCampaign(tx, actor.organisationId, time);
  return ok({ subject: { kind: CAMPAIGN_SUBJECT, id } });
}

/** Takes back what was recorded by mistake; what rested on it is taken back too. */
export async function withdrawCampaign(
  tx: Tx<CampaignTables>,
  actor: Actor,
  { id }: { readonly id: string },
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'entry-not-found' }>> {
  if (!(await withdrawEntry(tx, actor.organisationId, id, time.today))) return err({ code: 'entry-not-found' });
  await tellOfCampaign(tx, actor.organisationId, time);
  return ok({ subject: { kind: CAMPAIGN_SUBJECT, id } });
}

async function tellOfCampaign(tx: Tx<CampaignTables>, tenantId: string, time: DomainTime): Promise<void> {
  await awaitCampaign(tx, tenantId);
  const entries = await entriesSince(tx, tenantId, addMonths(time.today, -CAMPAIGN_COUNTS_MONTHS));
  await tellApproach(tx, tenantId, LOG, campaignFacts(entries, time.today), time);
}
