import type { Actor } from '../../shared-kernel/role.ts';
import type { Tx } from '../db/transact.ts';
import type { Verdict } from './review-glass.ts';

/** One broken glass, for who reviews and for who was told. */
export interface Glass {
  readonly id: string;
  readonly dossierId: string;
  readonly personId: string;
  readonly personName: string;
  readonly role: string;
  readonly reason: string;
  readonly openedAt: Date;
  readonly until: Date;
  readonly told: readonly string[];
  readonly toldIds: readonly string[];
  readonly reviewDueAt: Date;
  readonly isEscalated: boolean;
  readonly review:
    | { readonly verdict: Verdict; readonly by: string; readonly at: Date; readonly note: string }
    | undefined;
}

const SHOWN = 100;

function glasses(tx: Tx<'privacy.break_glass'>, tenantId: string) {
  return tx
    .selectFrom('privacy.break_glass')
    .select([
      'id',
      'dossier_id',
      'person_id',
      'person_name',
      'role',
      'reason',
      'opened_at',
      'until_at',
      'told',
      'told_ids',
    ])
    .select(['review_due_at', 'escalated_at', 'reviewed_at', 'reviewed_by_name', 'verdict', 'review_note'])
    .where('tenant_id', '=', tenantId);
}

type Row = Awaited<ReturnType<ReturnType<typeof glasses>['execute']>>[number];

function toGlass(row: Row): Glass {
  return {
    id: row.id,
    dossierId: row.dossier_id,
    personId: row.person_id,
    personName: row.person_name,
    role: row.role,
    reason: row.reason,
    openedAt: row.opened_at,
    until: row.until_at,
    told: row.told,
    toldIds: row.told_ids,
    reviewDueAt: row.review_due_at,
    isEscalated: row.escalated_at !== null,
    review: row.reviewed_at
      ? {
          verdict: row.verdict as Verdict,
          by: row.reviewed_by_name ?? '',
          at: row.reviewed_at,
          note: row.review_note ?? '',
        }
      : undefined,
  };
}

/** The latest in the actor's organisation, those that wait for a review first. */
export async function glassesOf(tx: Tx<'privacy.break_glass'>, actor: Actor): Promise<readonly Glass[]> {
  const rows = await glasses(tx, actor.organisationId)
    .orderBy((eb) => eb('reviewed_at', 'is not', null))
    .orderBy('opened_at', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.map(toGlass);
}

/** One of them. */
export async function glassOf(tx: Tx<'privacy.break_glass'>, actor: Actor, id: string): Promise<Glass | undefined> {
  const row = await glasses(tx, actor.organisationId).where('id', '=', id).executeTakeFirst();
  return row && toGlass(row);
}
