import type { Tx } from '../../../platform/db/transact.ts';
import type { Submission, SubmissionKind, SubmissionState } from '../domain/submission.ts';

type SubmissionTx = Tx<'practices.submission'>;

interface SubmissionRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly kind: string;
  readonly moderator_id: string;
  readonly about_id: string | null;
  readonly content: unknown;
  readonly is_flagged: boolean;
  readonly state: string;
  readonly version: number;
  readonly submitted_by: string;
  readonly submitted_by_name: string;
  readonly submitted_at: Date;
  readonly moderated_at: Date | null;
  readonly reason: string | null;
  readonly published_id: string | null;
}

const submissionOf = (row: SubmissionRow): Submission => ({
  tenantId: row.tenant_id,
  id: row.id,
  kind: row.kind as SubmissionKind,
  moderatorId: row.moderator_id,
  aboutId: row.about_id ?? undefined,
  content: row.content,
  isFlagged: row.is_flagged,
  state: row.state as SubmissionState,
  version: row.version,
  submittedBy: row.submitted_by,
  submittedByName: row.submitted_by_name,
  submittedAt: row.submitted_at,
  moderatedAt: row.moderated_at ?? undefined,
  reason: row.reason ?? undefined,
  publishedId: row.published_id ?? undefined,
});

/** Sends something in. */
export async function insertSubmission(
  tx: SubmissionTx,
  submission: Omit<Submission, 'state' | 'version' | 'moderatedAt' | 'reason' | 'publishedId'>,
): Promise<void> {
  await tx
    .insertInto('practices.submission')
    .values({
      tenant_id: submission.tenantId,
      id: submission.id,
      kind: submission.kind,
      moderator_id: submission.moderatorId,
      about_id: submission.aboutId ?? null,
      content: JSON.stringify(submission.content),
      is_flagged: submission.isFlagged,
      state: 'waiting',
      version: 1,
      submitted_by: submission.submittedBy,
      submitted_by_name: submission.submittedByName,
      submitted_at: submission.submittedAt,
    })
    .execute();
}

/** Sends in again what came back, or what still waits; false when it is no longer what the sender saw. */
export async function resubmit(
  tx: SubmissionTx,
  tenantId: string,
  again: {
    readonly id: string;
    readonly seenVersion: number;
    readonly content: unknown;
    readonly isFlagged: boolean;
    readonly by: { readonly personId: string; readonly personName: string };
    readonly at: Date;
  },
): Promise<boolean> {
  const changed = await tx
    .updateTable('practices.submission')
    .set({
      content: JSON.stringify(again.content),
      is_flagged: again.isFlagged,
      state: 'waiting',
      version: again.seenVersion + 1,
      submitted_by: again.by.personId,
      submitted_by_name: again.by.personName,
      submitted_at: again.at,
      moderated_at: null,
      reason: null,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', again.id)
    .where('version', '=', again.seenVersion)
    .where('state', 'in', ['waiting', 'returned'])
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Takes back what still waits or came back; false when it is no longer what the sender saw. */
export async function takeBack(
  tx: SubmissionTx,
  tenantId: string,
  { id, seenVersion }: { readonly id: string; readonly seenVersion: number },
): Promise<boolean> {
  const changed = await tx
    .updateTable('practices.submission')
    .set({ state: 'withdrawn', version: seenVersion + 1, moderated_at: null, reason: null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .where('state', 'in', ['waiting', 'returned'])
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** What the moderator decided about the version she saw; false when it is no longer that, or was decided already. */
export async function saveModeration(
  tx: SubmissionTx,
  submission: Submission,
  outcome: { readonly at: Date } & ({ readonly publishedId: string } | { readonly reason: string }),
): Promise<boolean> {
  const changed = await tx
    .updateTable('practices.submission')
    .set({
      moderated_at: outcome.at,
      ...('publishedId' in outcome
        ? { state: 'published', published_id: outcome.publishedId }
        : { state: 'returned', reason: outcome.reason }),
    })
    .where('tenant_id', '=', submission.tenantId)
    .where('id', '=', submission.id)
    .where('moderator_id', '=', submission.moderatorId)
    .where('version', '=', submission.version)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** What this organisation sent in, the newest first. */
export async function submissionsOf(
  tx: SubmissionTx,
  tenantId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly Submission[]> {
  const rows = await tx
    .selectFrom('practices.submission')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('submitted_at', 'desc')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map(submissionOf);
}

export async function loadSubmission(
  tx: SubmissionTx,
  id: string,
  of: { readonly tenantId: string } | { readonly moderatorId: string },
): Promise<Submission | undefined> {
  let query = tx.selectFrom('practices.submission').selectAll().where('id', '=', id);
  query =
    'tenantId' in of ? query.where('tenant_id', '=', of.tenantId) : query.where('moderator_id', '=', of.moderatorId);
  const row = await query.executeTakeFirst();
  return row && submissionOf(row);
}

/** What waits to be looked over, the oldest first; through the door `mandate`, acting for who moderates. */
export async function waitingFor(
  tx: SubmissionTx,
  moderatorId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly Submission[]> {
  const rows = await tx
    .selectFrom('practices.submission')
    .selectAll()
    .where('moderator_id', '=', moderatorId)
    .where('state', '=', 'waiting')
    .orderBy('submitted_at')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map(submissionOf);
}

/** How much waits to be looked over. */
export async function countWaitingFor(tx: SubmissionTx, moderatorId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('practices.submission')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('moderator_id', '=', moderatorId)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What organisations are called, by id. */
export async function organisationNames(
  tx: Tx<'organisations.organisation'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('organisations.organisation')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Erases one; how many rows it was. */
export async function deleteSubmission(tx: Tx<'practices.submission'>, tenantId: string, id: string): Promise<number> {
  const gone = await tx
    .deleteFrom('practices.submission')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
