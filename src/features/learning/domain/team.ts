import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { TrainedWork } from './training.ts';

/** People who do the same work: how many they are, and who leads them. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly work: TrainedWork;
  /** How many people do this work here, with an account or without. */
  readonly headcount: number;
  /** The membership of whoever sees until when they are trained. */
  readonly leaderId: string | undefined;
  readonly version: number;
}

export type TeamRefusal = { readonly code: 'team-name-taken' | 'no-such-leader' };

/** A team as somebody wants it: no two of one name, and led by somebody who leads a team here. */
export function checkTeam(
  team: Pick<Team, 'id' | 'name' | 'leaderId'>,
  others: readonly Pick<Team, 'id' | 'name'>[],
  leaders: readonly string[],
): Result<undefined, TeamRefusal> {
  const name = team.name.toLowerCase();
  if (others.some((other) => other.id !== team.id && other.name.toLowerCase() === name))
    return err({ code: 'team-name-taken' });
  if (team.leaderId !== undefined && !leaders.includes(team.leaderId)) return err({ code: 'no-such-leader' });
  return ok(undefined);
}
