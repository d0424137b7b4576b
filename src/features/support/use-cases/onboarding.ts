import { type DomainTime, type Done, goOnAsTenant, type Tx } from '../../../platform/db/transact.ts';
import { notifyRole } from '../../../platform/deadlines/notify.ts';
import type { DeadlineTables } from '../../../platform/deadlines/set-deadline.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { membersInRoles } from '../../../platform/members/members.ts';
import type { DueWork } from '../../../platform/runner/run-due.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { currentFacts, type FactTables, recordStatement } from '../../approach/index.ts';
import { isAnybodyTrained } from '../../learning/index.ts';
import { organisationsOfKind } from '../../organisations/index.ts';
import { beginOnboarding, followOnboarding, type Onboarding, type OnboardingStep } from '../domain/onboarding.ts';
import { insertOnboarding, loadOnboarding, onboardingAtDesk, saveOnboarding } from '../persistence/onboarding-store.ts';
import { deskIdsOn, tellDesk } from './desk-houses.ts';
import { BEGIN_PATH, DESK_BEGIN_PATH, NOTICES } from './support-names.ts';

const SUBJECT = 'support.onboarding';
const POLICY = 'K1.1';

export type OnboardingTables =
  | 'support.onboarding'
  | 'accounts.membership'
  | 'approach.fact'
  | 'approach.region_offer'
  | 'learning.training'
  | 'organisations.organisation'
  | DeadlineTables;

/** What a municipality has done of the first steps, by its own facts. Through the door `own`. */
export async function stepsDone(tx: Tx<OnboardingTables>, tenantId: string): Promise<ReadonlySet<OnboardingStep>> {
  const members = await membersInRoles(tx, tenantId, ['beheerder', 'aandachtsfunctionaris']);
  const facts = await currentFacts(tx as Tx<'approach.fact' | 'approach.region_offer'>, tenantId);
  const isDone: Readonly<Record<OnboardingStep, boolean>> = {
    administrator: members.some(({ role }) => role === 'beheerder'),
    people: members.some(({ role }) => role === 'aandachtsfunctionaris'),
    // that there is no policy is an answer too
    policy: facts.some(({ element }) => element === POLICY),
    training: await isAnybodyTrained(tx, tenantId),
    scan: facts.some(({ source }) => source === 'scan'),
  };
  const steps = Object.entries(isDone) as [OnboardingStep, boolean][];
  return new Set(steps.flatMap(([step, done]) => (done ? [step] : [])));
}

/** How far the actor's municipality is, by its facts of this moment and as the desk knows it. */
export async function readOnboarding(
  tx: Tx<OnboardingTables>,
  { organisationId }: Pick<Actor, 'organisationId'>,
  { today }: Pick<DomainTime, 'today'>,
): Promise<{
  readonly done: ReadonlySet<OnboardingStep>;
  readonly onboarding: Onboarding | undefined;
  /** The desk does not know yet what is done since. */
  readonly isBehind: boolean;
}> {
  const done = await stepsDone(tx, organisationId);
  const onboarding = await loadOnboarding(tx, organisationId);
  const isBehind = onboarding !== undefined && followOnboarding(onboarding, done, today).step !== onboarding.step;
  return { done, onboarding, isBehind };
}

export type BeginRefusal = { readonly code: 'no-desk' | 'began-already' | 'unknown-municipality' };

/** The municipality begins; VNG and CoMensha see from now on at which step it is. */
export async function begin(
  tx: Tx<OnboardingTables>,
  actor: Actor,
  time: DomainTime,
): Promise<Result<Done, BeginRefusal>> {
  const deskIds = await deskIdsOn(tx, time.today);
  if (deskIds.length === 0) return err({ code: 'no-desk' });
  return lay(tx, actor.organisationId, deskIds, await stepsDone(tx, actor.organisationId), time);
}

/** Which municipality the desk lets begin; undefined when none is called so today. */
export async function municipalityToBegin(
  tx: Tx<'organisations.organisation'>,
  code: string,
  today: PlainDate,
): Promise<string | undefined> {
  return (await organisationsOfKind(tx, 'gemeente', today)).find((each) => each.code === code)?.id;
}

/**
 * The desk lets a municipality begin, in its house: through the door `mandate`. What is done there counts from the next look; who works
 * there hears of it, when somebody does.
 */
export async function letBegin(
  tx: Tx<OnboardingTables>,
  actor: Actor,
  tenantId: string,
  time: DomainTime,
): Promise<Result<Done, BeginRefusal>> {
  const deskIds = await deskIdsOn(tx, time.today);
  if (!deskIds.includes(actor.organisationId)) return err({ code: 'no-desk' });
  const laid = await lay(tx, tenantId, deskIds, new Set(), time);
  if (!laid.ok) return laid;
  await goOnAsTenant(tx);
  await follow(tx, tenantId, time);
  for (const role of ['beheerder', 'aandachtsfunctionaris', 'beleidsmedewerker'] as const)
    await notifyRole(tx, { tenantId, role, kind: NOTICES.begin, path: BEGIN_PATH }, time.now);
  return laid;
}

async function lay(
  tx: Tx<OnboardingTables>,
  tenantId: string,
  deskIds: readonly string[],
  done: ReadonlySet<OnboardingStep>,
  { today }: DomainTime,
): Promise<Result<Done, BeginRefusal>> {
  const id = newId();
  const isFirst = await insertOnboarding(tx, { tenantId, id, deskIds, ...beginOnboarding(done, today) }, today);
  return isFirst ? ok({ subject: { kind: SUBJECT, id } }) : err({ code: 'began-already' });
}

/** Looks where a municipality stands by its facts, keeps that, and tells the desk on the day it got stuck. Through the door `own`. */
async function follow(tx: Tx<OnboardingTables>, tenantId: string, time: DomainTime): Promise<Onboarding | undefined> {
  const known = await loadOnboarding(tx, tenantId, 'forUpdate');
  if (!known || known.finishedOn) return known;
  const now = followOnboarding(known, await stepsDone(tx, tenantId), time.today);
  await saveOnboarding(tx, now, time.today);
  if (now.stuckSince && !known.stuckSince)
    await tellDesk(tx, now.deskIds, { kind: NOTICES.stuck, path: DESK_BEGIN_PATH }, time.now);
  return now;
}

/** Somebody of the municipality lets the desk know what is done by now: what the facts say, and nothing else. */
export async function bringUpToDate(
  tx: Tx<OnboardingTables>,
  { organisationId }: Pick<Actor, 'organisationId'>,
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'not-begun' }>> {
  const onboarding = await follow(tx, organisationId, time);
  return onboarding ? ok({ subject: { kind: SUBJECT, id: onboarding.id } }) : err({ code: 'not-begun' });
}

/** The first look after a step should have been done, and one a day while it is not. */
export const onboardingWork: DueWork = {
  kind: 'support.look-at-onboarding',
  table: 'support.onboarding',
  dueColumn: 'look_at',
  waiting: 'look_at is not null',
  run: ({ tenantId }, enterAs) =>
    enterAs('own', async (tx, time) => {
      await follow(tx, tenantId, time);
    }),
};

type Stated = Parameters<typeof recordStatement>[2];

/**
 * Brings in policy that stands in a public source already: it becomes what the municipality states of its policy, with the address that
 * everybody can read, and the step is done.
 */
export async function importPolicy(
  tx: Tx<OnboardingTables | FactTables | 'files.file' | 'organisations.region_membership'>,
  actor: Actor,
  policy: Pick<Stated, 'adoptingBody' | 'asOf' | 'validUntil' | 'evidenceTitle'> & { readonly link: string },
  time: DomainTime,
): Promise<ReturnType<typeof recordStatement> extends Promise<infer Outcome> ? Outcome : never> {
  const { link, ...stated } = policy;
  const kept = await recordStatement(
    tx,
    actor,
    {
      ...stated,
      element: POLICY,
      state: 'present',
      sentence: stated.evidenceTitle,
      evidenceLink: link,
      evidenceFileId: undefined,
      isInPublicSource: true,
    },
    time,
  );
  if (kept.ok) await follow(tx, actor.organisationId, time);
  return kept;
}

/** Who is beginning, as the desk sees it: a municipality that left is called by nobody. Through the door `mandate`. */
export async function readBeginning(
  tx: Tx<'support.onboarding'>,
  { organisationId }: Pick<Actor, 'organisationId'>,
  municipalityIds: readonly string[],
  page: { readonly limit: number; readonly offset: number },
  only?: 'stuck',
): Promise<readonly Onboarding[]> {
  return onboardingAtDesk(tx, organisationId, municipalityIds, page, only);
}
