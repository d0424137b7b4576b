import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { tellHouse, untellHouse } from '../../../platform/deadlines/tell-house.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { currentFramework, elementById } from '../../approach/index.ts';
import { organisationsOfKind } from '../../organisations/index.ts';
import { checkPractice, type PracticeContent, type PracticeRefusal } from '../domain/practice.ts';
import type { Said } from '../domain/said.ts';
import type { Submission, SubmissionKind } from '../domain/submission.ts';
import {
  insertSubmission,
  loadSubmission,
  resubmit,
  submissionsOf,
  takeBack,
} from '../persistence/submission-store.ts';
import { keepSubmission } from './practice-erasers.ts';
import { type LibraryTables, MODERATION_PATH, NOTICES } from './tables.ts';

export type SubmitRefusal =
  | { readonly code: 'no-moderator' }
  | { readonly code: 'not-found' }
  | { readonly code: 'edit-conflict' };

/** What is sent in again: which, and the version that the sender saw. */
export interface Again {
  readonly id: string;
  readonly seenVersion: number;
}

/** Sends a practice in, or sends it in again; VNG looks it over before others read it. */
export async function submitPractice(
  tx: Tx<LibraryTables>,
  actor: Actor,
  input: { readonly content: PracticeContent; readonly said: Said; readonly again?: Again | undefined },
  time: DomainTime,
): Promise<Result<Done, SubmitRefusal | PracticeRefusal>> {
  const isElement = (id: string) => elementById(currentFramework(), id) !== undefined;
  const checked = checkPractice(input.content, input.said, isElement, time.today);
  if (!checked.ok) return checked;
  return sendIn(tx, actor, { kind: 'practice', ...checked.value, again: input.again }, time);
}

/** Lays what was checked before who moderates, and tells that house that something waits. */
export async function sendIn(
  tx: Tx<LibraryTables>,
  actor: Actor,
  input: {
    readonly kind: SubmissionKind;
    readonly content: unknown;
    readonly isFlagged: boolean;
    readonly aboutId?: string | undefined;
    readonly again?: Again | undefined;
  },
  time: DomainTime,
): Promise<Result<Done, SubmitRefusal>> {
  const tenantId = actor.organisationId;
  const { content, isFlagged, again } = input;
  const by = { personId: actor.personId, personName: actor.personName };
  const known = again && (await loadSubmission(tx, again.id, { tenantId }));
  if (again && (!known || known.kind !== input.kind)) return err({ code: 'not-found' });
  const moderatorId = known?.moderatorId ?? (await moderatorOf(tx, actor, time.today));
  if (!moderatorId) return err({ code: 'no-moderator' });
  const id = again?.id ?? newId();
  if (again) {
    if (!(await resubmit(tx, tenantId, { ...again, content, isFlagged, by, at: time.now })))
      return err({ code: 'edit-conflict' });
  } else
    await insertSubmission(tx, {
      tenantId,
      id,
      kind: input.kind,
      moderatorId,
      aboutId: input.aboutId,
      content,
      isFlagged,
      submittedBy: by.personId,
      submittedByName: by.personName,
      submittedAt: time.now,
    });
  await keepSubmission(tx, tenantId, id, time.today);
  const path = `${MODERATION_PATH}/${id}`;
  await tellHouse(tx, { tenantId: moderatorId, role: 'vng-adviseur', kind: NOTICES.submitted, path }, time.now);
  return ok({ subject: { kind: 'practices.submission', id } });
}

/** Takes back what was sent in, as long as others do not read it: nobody looks it over any more. */
export async function withdrawSubmission(
  tx: Tx<LibraryTables>,
  actor: Actor,
  seen: Again,
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'not-found' | 'edit-conflict' }>> {
  const submission = await loadSubmission(tx, seen.id, { tenantId: actor.organisationId });
  if (!submission) return err({ code: 'not-found' });
  if (!(await takeBack(tx, actor.organisationId, seen))) return err({ code: 'edit-conflict' });
  const path = `${MODERATION_PATH}/${seen.id}`;
  await untellHouse(tx, { tenantId: submission.moderatorId, kind: NOTICES.submitted, path }, time.now);
  return ok({ subject: { kind: 'practices.submission', id: seen.id } });
}

/** Who moderates: VNG, and for what VNG sends in a colleague there. */
async function moderatorOf(
  tx: Tx<'organisations.organisation'>,
  actor: Actor,
  today: PlainDate,
): Promise<string | undefined> {
  const bureaus = await organisationsOfKind(tx, 'vng', today);
  return (bureaus.find(({ id }) => id === actor.organisationId) ?? bureaus[0])?.id;
}

/** What this organisation sent in. */
export async function readSubmissions(
  tx: Tx<'practices.submission'>,
  actor: Actor,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly Submission[]> {
  return submissionsOf(tx, actor.organisationId, page);
}

export async function readSubmission(
  tx: Tx<'practices.submission'>,
  actor: Actor,
  id: string,
): Promise<Submission | undefined> {
  return loadSubmission(tx, id, { tenantId: actor.organisationId });
}
