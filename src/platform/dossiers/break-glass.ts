import { addDays } from '../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../shared-kernel/result.ts';
import type { Actor, Role } from '../../shared-kernel/role.ts';
import { addWorkingDays } from '../../shared-kernel/working-days.ts';
import { dutchMoment } from '../clock/dutch-moment.ts';
import type { DomainTime, Tx } from '../db/transact.ts';
import { notify } from '../deadlines/notify.ts';
import { type DeadlineTables, setDeadline } from '../deadlines/set-deadline.ts';
import { type Colleague, colleaguesOf } from '../members/members.ts';
import type { Policy } from '../policy/policy.ts';
import { layLine } from './give-access.ts';
import { type BreakingRefusal, glassUntil, judgeBreaking } from './judge-access.ts';
import { type DossierTables, reachOf } from './reach.ts';

export type BreakGlassTables = DossierTables | 'privacy.break_glass' | DeadlineTables;

/** The record of the audit event. */
export const BREAK_GLASS_SUBJECT = 'privacy.break_glass';
/** Told at once: somebody read a dossier in an emergency. */
export const GLASS_BROKEN = 'privacy.glass-broken';
/** The review, within three working days. */
export const GLASS_REVIEW = 'privacy.glass-review';
export const REVIEW_WORKING_DAYS = 3;

/** Where the officer for data protection and the CISO read and review it. */
export const reviewPath = (id: string): string => `/privacyloket/noodtoegang/${id}`;
/** Where others who were told read it. */
export const toldPath = (id: string): string => `/noodtoegang/melding/${id}`;
export const glassPathFor = (role: string, id: string): string =>
  role === 'fg' || role === 'ciso' ? reviewPath(id) : toldPath(id);

/** Who hears of it besides the officer for data protection: those on the dossier first, then whoever leads or knows the work. */
const TOLD_ROLES: readonly Role[] = [
  'teamleider',
  'aandachtsfunctionaris',
  'zorgcoordinator',
  'opvang',
  'ciso',
  'beheerder',
];
const TOLD_COLLEAGUES = 2;

export interface BrokenGlass {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly until: Date;
  /** Where the dossier opens. */
  readonly path: string;
}

/**
 * Breaks the glass: for at most an hour this person may read this one dossier. Two colleagues and the officer for data
 * protection are told in the same transaction, with mail; the review gets its deadline. `id` is known beforehand: the person's
 * session shows it before the dossier opens.
 */
export async function breakGlass(
  tx: Tx<BreakGlassTables>,
  policy: Policy,
  actor: Actor,
  input: { readonly id: string; readonly dossierId: string; readonly reason: string; readonly minutes: number },
  time: DomainTime,
): Promise<Result<BrokenGlass, BreakingRefusal | { readonly code: 'not-found' | 'no-dossier-role' }>> {
  const reached = await reachOf(tx, actor, input.dossierId, time);
  if (!reached) return err({ code: 'not-found' });
  if (!policy.worksOnDossiers(actor.role)) return err({ code: 'no-dossier-role' });
  const told = await whoIsTold(tx, actor, input.dossierId, time);
  const isOfficerTold = told.some(({ role }) => role === 'fg');
  const judged = judgeBreaking(reached.lines, { ...input, told: told.length, isOfficerTold }, time.now);
  if (!judged.ok) return judged;
  const until = glassUntil(time.now, input.minutes);
  await layLine(
    tx,
    actor,
    {
      id: input.id,
      dossierId: input.dossierId,
      personId: actor.personId,
      personName: actor.personName,
      kind: 'break-glass',
      until,
      reason: input.reason,
    },
    time,
  );
  const reviewDay = addWorkingDays(time.today, REVIEW_WORKING_DAYS);
  await tx
    .insertInto('privacy.break_glass')
    .values({
      tenant_id: actor.organisationId,
      id: input.id,
      dossier_id: input.dossierId,
      person_id: actor.personId,
      person_name: actor.personName,
      role: actor.role,
      reason: input.reason.trim(),
      opened_at: time.now,
      until_at: until,
      told_ids: told.map(({ personId }) => personId),
      told: told.map(({ name, role }) => `${name} (${role})`),
      // the whole of the third working day is there to review in
      review_due_at: dutchMoment(addDays(reviewDay, 1)),
    })
    .execute();
  await tell(tx, actor, input.id, told, time);
  await askReview(tx, actor, input.id, told, reviewDay, time);
  return ok({ subject: { kind: BREAK_GLASS_SUBJECT, id: input.id }, until, path: reached.path });
}

/** Two colleagues and every officer for data protection, each person once, never the one who breaks the glass. */
async function whoIsTold(
  tx: Tx<BreakGlassTables>,
  actor: Actor,
  dossierId: string,
  time: DomainTime,
): Promise<readonly Colleague[]> {
  const colleagues = (await colleaguesOf(tx, actor.organisationId, time.today)).filter(
    ({ personId }) => personId !== actor.personId,
  );
  const onIt = new Set(
    (
      await tx
        .selectFrom('privacy.dossier_access')
        .select('person_id')
        .where('tenant_id', '=', actor.organisationId)
        .where('dossier_id', '=', dossierId)
        .where('kind', 'in', ['assigned', 'substitute'])
        .where('from_at', '<=', time.now)
        .where((w) => w.or([w('until_at', 'is', null), w('until_at', '>', time.now)]))
        .execute()
    ).map(({ person_id }) => person_id),
  );
  const officers = colleagues.filter(({ role }) => role === 'fg');
  const ranked = [
    ...colleagues.filter(({ personId }) => onIt.has(personId)),
    ...TOLD_ROLES.flatMap((role) => colleagues.filter((each) => each.role === role)),
  ].filter(({ personId }) => !officers.some((officer) => officer.personId === personId));
  return [...once(ranked).slice(0, TOLD_COLLEAGUES), ...once(officers)];
}

const once = (people: readonly Colleague[]): readonly Colleague[] =>
  people.filter(({ personId }, index) => people.findIndex((other) => other.personId === personId) === index);

async function tell(
  tx: Tx<BreakGlassTables>,
  actor: Actor,
  id: string,
  told: readonly Colleague[],
  time: DomainTime,
): Promise<void> {
  const tenantId = actor.organisationId;
  for (const { membershipId, personId, role } of told) {
    const path = glassPathFor(role, id);
    await notify(tx, { tenantId, membershipId, personId, kind: GLASS_BROKEN, path, level: 1 }, time.now);
  }
}

/** The review is the officer's; without one it is that of the first who was told. */
async function askReview(
  tx: Tx<BreakGlassTables>,
  actor: Actor,
  id: string,
  told: readonly Colleague[],
  dueOn: ReturnType<typeof addWorkingDays>,
  time: DomainTime,
): Promise<void> {
  const reviewers = [...told.filter(({ role }) => role === 'fg'), ...told.filter(({ role }) => role !== 'fg')];
  await setDeadline(
    tx,
    {
      tenantId: actor.organisationId,
      kind: GLASS_REVIEW,
      subject: { kind: BREAK_GLASS_SUBJECT, id },
      path: reviewPath(id),
      parameters: {},
      dueOn,
      assigneeId: reviewers[0]!.membershipId,
      substituteId: reviewers[1]?.membershipId,
      alarmDaysAhead: [1, 0],
    },
    time,
  );
}
