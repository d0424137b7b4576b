import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Pair, RecognitionAnswers, Round } from '../domain/recognition.ts';

/** The test as somebody took it in one round. Only she sees it. */
export interface Attempt {
  readonly id: string;
  readonly edition: string;
  readonly round: Round;
  readonly answers: RecognitionAnswers;
  readonly takenOn: PlainDate;
}

/** What this person answered, the first round first. */
export async function attemptsOf(
  tx: Tx<'learning.recognition_attempt'>,
  tenantId: string,
  personId: string,
): Promise<readonly Attempt[]> {
  const rows = await tx
    .selectFrom('learning.recognition_attempt')
    .select(['id', 'edition', 'round', 'answers', 'taken_on as takenOn'])
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .orderBy('taken_on')
    .orderBy('round', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    round: row.round as Round,
    answers: row.answers as unknown as RecognitionAnswers,
  }));
}

/** Keeps a round; false when it was taken before, also on another device at this moment. */
export async function insertAttempt(
  tx: Tx<'learning.recognition_attempt'>,
  tenantId: string,
  personId: string,
  attempt: Attempt,
): Promise<boolean> {
  const made = await tx
    .insertInto('learning.recognition_attempt')
    .values({
      tenant_id: tenantId,
      id: attempt.id,
      person_id: personId,
      edition: attempt.edition,
      round: attempt.round,
      answers: JSON.stringify(attempt.answers),
      taken_on: attempt.takenOn,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id', 'edition', 'round']).doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

export async function deleteAttempt(
  tx: Tx<'learning.recognition_attempt'>,
  tenantId: string,
  id: string,
): Promise<number> {
  const gone = await tx
    .deleteFrom('learning.recognition_attempt')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** Counts before and after of somebody, without her. `id` holds no moment. */
export async function insertPair(
  tx: Tx<'learning.recognition_pair'>,
  tenantId: string,
  pair: Pair & { readonly id: string; readonly edition: string },
): Promise<void> {
  await tx
    .insertInto('learning.recognition_pair')
    .values({
      tenant_id: tenantId,
      id: pair.id,
      month: pair.month,
      edition: pair.edition,
      hits_before: pair.hitsBefore,
      hits_after: pair.hitsAfter,
      hits_possible: pair.hitsPossible,
      alarms_before: pair.alarmsBefore,
      alarms_after: pair.alarmsAfter,
      alarms_possible: pair.alarmsPossible,
    })
    .execute();
}

/** Every pair of an organisation, in an order that does not change. */
export async function loadPairs(tx: Tx<'learning.recognition_pair'>, tenantId: string): Promise<readonly Pair[]> {
  return tx
    .selectFrom('learning.recognition_pair')
    .select(['month', 'hits_before as hitsBefore', 'hits_after as hitsAfter', 'hits_possible as hitsPossible'])
    .select(['alarms_before as alarmsBefore', 'alarms_after as alarmsAfter', 'alarms_possible as alarmsPossible'])
    .where('tenant_id', '=', tenantId)
    .orderBy('month')
    .orderBy('id')
    .execute();
}
