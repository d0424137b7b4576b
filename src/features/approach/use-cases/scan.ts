import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import type { DeadlineTables } from '../../../platform/deadlines/set-deadline.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { type Colleague, colleaguesOf } from '../../../platform/members/members.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor, Role } from '../../../shared-kernel/role.ts';
import type { Framework } from '../domain/framework.ts';
import type { Scan } from '../domain/scan.ts';
import type { ScanContents } from '../persistence/scan-contents-store.ts';
import { insertRespondent, insertScan } from '../persistence/scan-store.ts';

export type ScanTables =
  | 'approach.scan'
  | 'approach.scan_respondent'
  | 'approach.scan_answer'
  | 'approach.scan_question'
  | 'approach.scan_choice'
  | 'approach.fact'
  | 'approach.region_offer'
  | 'files.file'
  | 'organisations.region_membership'
  | 'organisations.organisation'
  | DeadlineTables;

/** Who leads a scan, and may always answer in it. */
export const SCAN_WRITERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker'];

/** Somebody was asked to answer the scan. */
export const SCAN_ASKED = 'approach.scan-asked';

/** A colleague does not know, and asks. */
export const SCAN_QUESTION = 'approach.scan-question';

/** The colleague answered. */
export const SCAN_ANSWERED = 'approach.scan-answered';

/** What a deed in a scan gives back. */
export interface ScanDone {
  readonly subject: { readonly kind: 'approach.scan'; readonly id: string };
}

/** What a deed in a scan was about. */
export const aboutScan = (scan: { readonly id: string }): ScanDone => ({
  subject: { kind: 'approach.scan', id: scan.id },
});

/** No scan is open, or it was settled in between. */
export type NotOpen = { readonly code: 'scan-not-open' };

/** The actor is not among those who were asked. */
export type NotYours = { readonly code: 'not-asked' };

/** Opens a scan over an edition of the framework; there is one open scan at a time. */
export async function openScan(
  tx: Tx<ScanTables>,
  actor: Actor,
  input: { readonly framework: Framework },
  { now }: DomainTime,
): Promise<Result<ScanDone, { readonly code: 'scan-already-open' }>> {
  const scan: Scan = {
    id: newId(),
    framework: input.framework.id,
    ownerId: actor.membershipId,
    ownerName: actor.personName,
    openedAt: now,
    settledAt: undefined,
    version: 1,
  };
  if (!(await insertScan(tx, actor.organisationId, scan))) return err({ code: 'scan-already-open' });
  return ok(aboutScan(scan));
}

/** The owner, whoever was asked and whoever leads scans answer everything; a colleague who was asked one thing, that. */
export function mayAnswer(
  scan: Scan,
  { respondents, questions }: Pick<ScanContents, 'respondents' | 'questions'>,
  actor: Actor,
  element?: string,
): boolean {
  return (
    scan.ownerId === actor.membershipId ||
    SCAN_WRITERS.includes(actor.role) ||
    respondents.some(({ membershipId }) => membershipId === actor.membershipId) ||
    (element !== undefined &&
      questions.some((question) => question.element === element && question.colleagueId === actor.membershipId))
  );
}

/** Who leads scans and answers without being asked, becomes visible as a respondent. */
export async function joinWriter(tx: Tx<ScanTables>, actor: Actor, scan: Scan, { now }: DomainTime): Promise<void> {
  if (scan.ownerId === actor.membershipId || !SCAN_WRITERS.includes(actor.role)) return;
  const me = { membershipId: actor.membershipId, name: actor.personName, at: now };
  await insertRespondent(tx, actor.organisationId, scan.id, me);
}

/** Somebody who works in the organisation today. */
export async function colleagueOf(
  tx: Tx<ScanTables>,
  actor: Actor,
  membershipId: string,
  { today }: DomainTime,
): Promise<Colleague | undefined> {
  const colleagues = await colleaguesOf(tx, actor.organisationId, today);
  return colleagues.find((colleague) => colleague.membershipId === membershipId);
}
