import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { nextLookOn, type Onboarding, type OnboardingStep } from '../domain/onboarding.ts';

type OnboardingTx = Tx<'support.onboarding'>;

interface Row {
  readonly tenant_id: string;
  readonly id: string;
  readonly desk_ids: string[];
  readonly began_on: PlainDate;
  readonly step: string | null;
  readonly step_since: PlainDate;
  readonly due_on: PlainDate;
  readonly stuck_since: PlainDate | null;
  readonly finished_on: PlainDate | null;
}

const onboardingOf = (row: Row): Onboarding => ({
  tenantId: row.tenant_id,
  id: row.id,
  deskIds: row.desk_ids,
  beganOn: row.began_on,
  step: (row.step as OnboardingStep | null) ?? undefined,
  stepSince: row.step_since,
  dueOn: row.due_on,
  stuckSince: row.stuck_since ?? undefined,
  finishedOn: row.finished_on ?? undefined,
});

const standingOf = (onboarding: Onboarding, today: PlainDate) => {
  const lookOn = nextLookOn(onboarding, today);
  return {
    step: onboarding.step ?? null,
    step_since: onboarding.stepSince,
    due_on: onboarding.dueOn,
    stuck_since: onboarding.stuckSince ?? null,
    finished_on: onboarding.finishedOn ?? null,
    look_at: lookOn ? sql<Date>`${lookOn}::timestamp at time zone 'Europe/Amsterdam'` : null,
  };
};

/** Begins; false when the municipality began before. */
export async function insertOnboarding(tx: OnboardingTx, onboarding: Onboarding, today: PlainDate): Promise<boolean> {
  const made = await tx
    .insertInto('support.onboarding')
    .values({
      tenant_id: onboarding.tenantId,
      id: onboarding.id,
      desk_ids: [...onboarding.deskIds],
      began_on: onboarding.beganOn,
      ...standingOf(onboarding, today),
    })
    .onConflict((conflict) => conflict.column('tenant_id').doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** Keeps where a municipality stands now, and when it is looked at again. */
export async function saveOnboarding(tx: OnboardingTx, onboarding: Onboarding, today: PlainDate): Promise<void> {
  await tx
    .updateTable('support.onboarding')
    .set(standingOf(onboarding, today))
    .where('tenant_id', '=', onboarding.tenantId)
    .where('id', '=', onboarding.id)
    .execute();
}

/** How far a municipality is; undefined when it did not begin. With `lock`, whoever changes it waits. */
export async function loadOnboarding(
  tx: OnboardingTx,
  tenantId: string,
  lock?: 'forUpdate',
): Promise<Onboarding | undefined> {
  const query = tx.selectFrom('support.onboarding').selectAll().where('tenant_id', '=', tenantId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && onboardingOf(row);
}

/** Which of these municipalities are beginning, as the desk sees it: who is stuck longest first. Through the door `mandate`. */
export async function onboardingAtDesk(
  tx: OnboardingTx,
  deskId: string,
  municipalityIds: readonly string[],
  page: { readonly limit: number; readonly offset: number },
  only?: 'stuck',
): Promise<readonly Onboarding[]> {
  let query = tx
    .selectFrom('support.onboarding')
    .selectAll()
    .where((w) => w.eb(w.val(deskId), '=', w.fn.any('desk_ids')))
    .where('tenant_id', '=', sql<string>`any(${[...municipalityIds]}::uuid[])`)
    .where('finished_on', 'is', null);
  if (only) query = query.where('stuck_since', 'is not', null);
  const rows = await query
    .orderBy('stuck_since', (order) => order.asc().nullsLast())
    .orderBy('due_on')
    .orderBy('tenant_id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map(onboardingOf);
}
