import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import type { DeadlineTexts } from '../../../platform/deadlines/deadline-texts.ts';
import { type DeadlineTables, keepDeadline, withdrawDeadlines } from '../../../platform/deadlines/set-deadline.ts';
import { membershipOf, membersInRoles } from '../../../platform/members/members.ts';
import { type RegisterTables, type Trainee, teamEnds, validityOf } from '../persistence/trainee-store.ts';
import { TEAM_SUBJECT, TRAINEE_SUBJECT } from './learning-names.ts';

/** The kinds of deadline that warn of the end of a training. */
export const TRAINING_LAPSES = 'learning.training-lapses';
export const TEAM_LAPSES = 'learning.team-lapses';

/** So many days ahead: time to find an hour, and a last word. [design: In Beeld] */
const WARN_DAYS_AHEAD = [60, 14, 0];

export type RemindTables = RegisterTables | DeadlineTables;

/** What the deadlines of learning say on the home page. Nobody is named. */
export const LEARNING_TEXTS: DeadlineTexts = {
  [TRAINING_LAPSES]: (_parameters, isOverdue) => ({
    title: isOverdue ? 'Een training telt niet meer' : 'Een training loopt af',
    description: 'Volg het leerpad nog eens, of vul een training van elders in. Dan telt u weer 24 maanden mee.',
  }),
  [TEAM_LAPSES]: (_parameters, isOverdue) => ({
    title: isOverdue ? 'In een team telt een training niet meer' : 'In een team loopt een training af',
    description: 'Bekijk bij wie, en spreek af wanneer er weer tijd is om te leren.',
  }),
};

/** Warns somebody with an account before her training ends; her team leader hears it when she does not open it. */
export async function remindTrainee(
  tx: Tx<RemindTables>,
  tenantId: string,
  trainee: Pick<Trainee, 'id' | 'personId'>,
  time: DomainTime,
): Promise<void> {
  const subject = { kind: TRAINEE_SUBJECT, id: trainee.id };
  const { validUntil, leaderId } = await validityOf(tx, tenantId, trainee.id);
  const assigneeId = trainee.personId && (await membershipOf(tx, tenantId, trainee.personId));
  if (!validUntil || validUntil <= time.today || !assigneeId) return withdrawDeadlines(tx, tenantId, subject, time.now);
  const substituteId = leaderId ?? (await anyLeader(tx, tenantId));
  await keepDeadline(
    tx,
    {
      tenantId,
      kind: TRAINING_LAPSES,
      subject,
      path: '/leren/training',
      parameters: {},
      dueOn: validUntil,
      assigneeId,
      substituteId: substituteId === assigneeId ? undefined : substituteId,
      alarmDaysAhead: WARN_DAYS_AHEAD,
    },
    time,
  );
}

/** Warns the leaders of teams before the first training of somebody without an account ends. */
export async function remindLeaders(tx: Tx<RemindTables>, tenantId: string, time: DomainTime): Promise<void> {
  const ends = await teamEnds(tx, tenantId, time.today);
  const other = ends.some(({ leaderId }) => leaderId === undefined) ? await anyLeader(tx, tenantId) : undefined;
  for (const { teamId, endsOn, leaderId } of ends) {
    const assigneeId = leaderId ?? other;
    if (!assigneeId) continue;
    await keepDeadline(
      tx,
      {
        tenantId,
        kind: TEAM_LAPSES,
        subject: { kind: TEAM_SUBJECT, id: teamId },
        path: `/leren/teams/${teamId}`,
        parameters: {},
        dueOn: endsOn,
        assigneeId,
        substituteId: undefined,
        alarmDaysAhead: WARN_DAYS_AHEAD,
      },
      time,
    );
  }
}

async function anyLeader(tx: Tx<RemindTables>, tenantId: string): Promise<string | undefined> {
  return (await membersInRoles(tx, tenantId, ['teamleider']))[0]?.membershipId;
}
