import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { membersInRoles } from '../../../platform/members/members.ts';
import { dutchFold } from '../../../shared-kernel/dutch-fold.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type ShownShare, shownShares } from '../domain/register-share.ts';
import { checkTeam, type Team, type TeamRefusal } from '../domain/team.ts';
import { type TrainingFacts, type TrainingRefusal, trainingPeriod } from '../domain/training.ts';
import { type Certificate, certificatesOf } from '../persistence/certificate-store.ts';
import { insertTeam, loadTeam, loadTeams, updateTeam } from '../persistence/team-store.ts';
import {
  allTrainees,
  awaitRegister,
  holdsTraining,
  insertTrainings,
  loadWorkGroups,
  membersOfTeam,
  mergeTrainee,
  type Recorded,
  type RegisterTables,
  type TeamMember,
  traineeByPerson,
  trainingsOf,
  updateTrainee,
} from '../persistence/trainee-store.ts';
import { tellOfRegister } from './learning-facts.ts';
import { TEAM_SUBJECT, TRAINEE_SUBJECT } from './learning-names.ts';
import { followTrainee, ownTrainee, type RegisterDeedTables } from './own-trainee.ts';
import { remindLeaders } from './remind.ts';

export type NoSuchTeam = { readonly code: 'no-such-team' };

/** How the register stands for who keeps it: the teams, who may lead one, and the share trained by work. */
export interface RegisterView {
  readonly teams: readonly Team[];
  readonly leaders: readonly { readonly id: string; readonly name: string }[];
  readonly shares: readonly ShownShare[];
}

export async function readRegister(
  tx: Tx<RegisterTables | 'accounts.membership'>,
  { organisationId }: Pick<Actor, 'organisationId'>,
  { today }: Pick<DomainTime, 'today'>,
): Promise<RegisterView> {
  const teams = await loadTeams(tx, organisationId);
  const leaders = await membersInRoles(tx, organisationId, ['teamleider']);
  return {
    teams,
    leaders: leaders.map(({ membershipId, name }) => ({ id: membershipId, name })),
    shares: shownShares(await loadWorkGroups(tx, organisationId), today),
  };
}

/** One team for who keeps the register; its people only for who leads it, or leads a team when nobody leads this one. */
export interface TeamView {
  readonly team: Team;
  readonly leaders: RegisterView['leaders'];
  readonly members: readonly TeamMember[] | undefined;
  readonly total: number;
}

export async function readTeam(
  tx: Tx<RegisterTables | 'accounts.membership'>,
  actor: Actor,
  id: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<TeamView | undefined> {
  const { organisationId, membershipId, role } = actor;
  const team = await loadTeam(tx, organisationId, id);
  if (!team) return undefined;
  const leaders = await membersInRoles(tx, organisationId, ['teamleider']);
  const leads = role === 'teamleider' && (team.leaderId === undefined || team.leaderId === membershipId);
  const { members, total } = leads
    ? await membersOfTeam(tx, organisationId, team, page)
    : { members: undefined, total: 0 };
  return { team, leaders: leaders.map(({ membershipId, name }) => ({ id: membershipId, name })), members, total };
}

/** What stands in the register about the actor, and her certificates: for herself. */
export interface OwnTraining {
  readonly team: Team | undefined;
  readonly teams: readonly Team[];
  readonly trainings: readonly Recorded[];
  readonly certificates: readonly Certificate[];
}

export async function readOwnTraining(
  tx: Tx<RegisterTables | 'learning.certificate'>,
  { organisationId, personId }: Pick<Actor, 'organisationId' | 'personId'>,
): Promise<OwnTraining> {
  const teams = await loadTeams(tx, organisationId);
  const trainee = await traineeByPerson(tx, organisationId, personId);
  return {
    teams,
    team: teams.find(({ id }) => id === trainee?.teamId),
    trainings: trainee ? await trainingsOf(tx, organisationId, trainee.id) : [],
    certificates: await certificatesOf(tx, organisationId, personId),
  };
}

export interface KeptTeam extends Done {
  readonly teamId: string;
}
export type KeepTeamRefusal = TeamRefusal | NoSuchTeam | { readonly code: 'edit-conflict' };

/** Makes a team, or changes it in the version that was seen (0 for a new one). */
export async function keepTeam(
  tx: Tx<RegisterDeedTables>,
  actor: Actor,
  input: {
    readonly id: string | undefined;
    readonly seenVersion: number;
    readonly facts: Omit<Team, 'id' | 'version'>;
  },
  time: DomainTime,
): Promise<Result<KeptTeam, KeepTeamRefusal>> {
  const { organisationId: tenantId, personName } = actor;
  await awaitRegister(tx, tenantId);
  const teams = await loadTeams(tx, tenantId);
  if (input.id !== undefined && !teams.some(({ id }) => id === input.id)) return err({ code: 'no-such-team' });
  const team = { ...input.facts, id: input.id ?? newId(), version: input.seenVersion };
  const leaders = await membersInRoles(tx, tenantId, ['teamleider']);
  const checked = checkTeam(
    team,
    teams,
    leaders.map(({ membershipId }) => membershipId),
  );
  if (!checked.ok) return checked;
  if (input.id === undefined) {
    if (!(await insertTeam(tx, tenantId, team, personName))) return err({ code: 'team-name-taken' });
  } else if (!(await updateTeam(tx, tenantId, team, personName))) return err({ code: 'edit-conflict' });
  await remindLeaders(tx, tenantId, time);
  await tellOfRegister(tx, tenantId, time);
  return ok({ subject: { kind: TEAM_SUBJECT, id: team.id }, teamId: team.id });
}

/**
 * The actor says in which team she works. Whoever stood there under her name without an account becomes her: what she followed
 * before she had one counts for her.
 */
export async function joinTeam(
  tx: Tx<RegisterDeedTables>,
  actor: Actor,
  { teamId }: { readonly teamId: string },
  time: DomainTime,
): Promise<Result<Done, NoSuchTeam>> {
  const { organisationId: tenantId, personName } = actor;
  await awaitRegister(tx, tenantId);
  const team = await loadTeam(tx, tenantId, teamId);
  if (!team) return err({ code: 'no-such-team' });
  const me = await ownTrainee(tx, actor);
  const namesakes = (await allTrainees(tx, tenantId)).filter(
    (each) => each.teamId === teamId && each.personId === undefined && dutchFold(each.name) === dutchFold(personName),
  );
  if (namesakes.length === 1) await mergeTrainee(tx, tenantId, namesakes[0]!.id, me.id);
  const email = namesakes.length === 1 && me.email === undefined ? namesakes[0]!.email : undefined;
  await updateTrainee(tx, tenantId, me.id, { teamId, ...(email !== undefined && { email }) });
  await followTrainee(tx, tenantId, { ...me, teamId }, time);
  return ok({ subject: { kind: TRAINEE_SUBJECT, id: me.id } });
}

/** The actor records a training from elsewhere that she followed herself: it counts as much as a path. */
export async function enterOwnTraining(
  tx: Tx<RegisterDeedTables>,
  actor: Actor,
  input: Omit<TrainingFacts, 'validUntil'> & { readonly validUntil: TrainingFacts['validUntil'] | undefined },
  time: DomainTime,
): Promise<Result<Done, TrainingRefusal | { readonly code: 'recorded-before' }>> {
  const { organisationId: tenantId, personName } = actor;
  const period = trainingPeriod(input.followedOn, input.validUntil, time.today);
  if (!period.ok) return period;
  await awaitRegister(tx, tenantId);
  const me = await ownTrainee(tx, actor);
  const training = { ...input, ...period.value, id: newId(), traineeId: me.id, origin: 'entered' as const };
  const made = await insertTrainings(tx, tenantId, [training], { name: personName, on: time.today });
  if (made.length === 0) return err({ code: 'recorded-before' });
  await followTrainee(tx, tenantId, me, time);
  return ok({ subject: { kind: TRAINEE_SUBJECT, id: me.id } });
}

/** Whether anybody of an organisation stands in the register as trained: that, and never who. */
export async function isAnybodyTrained(tx: Tx<'learning.training'>, tenantId: string): Promise<boolean> {
  return holdsTraining(tx, tenantId);
}
