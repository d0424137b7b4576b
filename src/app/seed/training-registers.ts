import type { Kysely } from 'kysely';
import { enterTrainings, keepTeam } from '../../features/learning/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import type { PlainDate } from '../../shared-kernel/plain-date.ts';
import { actorIn } from './actor-in.ts';
import type { DoneBefore } from './deeds-on.ts';
import { inParallel } from './in-parallel.ts';

import { type ToldTeam, trainedPeople } from './trained-people.ts';

/**
 * Municipalities that keep no more than a register of who is trained, so that the country has a share to show: of fewer than ten
 * nothing is said. None is told in full or compared with a neighbour, so what they show changes no story. Nothing of it is real.
 */
export const KEEP_A_REGISTER = [
  'GM0034',
  'GM0080',
  'GM0200',
  'GM0202',
  'GM0268',
  'GM0392',
  'GM0479',
  'GM0503',
  'GM0505',
  'GM0546',
  'GM0758',
  'GM0935',
] as const;
/** What part of each team is trained, in turn. Drawn by hand, not by judgement. */
const PARTS = [0.9, 0.5, 0.7, 0.3] as const;
const WORKS = ['BZ', 'WIJK', 'TH', 'WENI', 'JEUGD', 'SCHULD'] as const;
const TEAM_NAMES: Readonly<Record<(typeof WORKS)[number], string>> = {
  BZ: 'Publieksbalie',
  WIJK: 'Wijkteam',
  TH: 'Toezicht',
  WENI: 'Werk en inkomen',
  JEUGD: 'Jeugdteam',
  SCHULD: 'Schuldhulp',
};

/** A team for two kinds of work, and one list of trained people, in each of these municipalities. */
export async function seedTrainingRegisters(admin: Kysely<DB>, done: DoneBefore, today: PlainDate): Promise<void> {
  await inParallel(KEEP_A_REGISTER, 8, async (code, index) => {
    const focal = await actorIn(admin, code, 'aandachtsfunctionaris');
    const teams = teamsOf(index);
    for (const { name, work, headcount } of teams)
      await done(210, focal, 'VA-13', 'learning.make-team', (tx, time) =>
        keepTeam(
          tx,
          focal,
          { id: undefined, seenVersion: 0, facts: { name, work, headcount, leaderId: undefined } },
          time,
        ),
      );
    const sheet = trainedPeople(teams, today);
    await done(30, focal, 'VA-13', 'learning.import-trainings', (tx, time) =>
      enterTrainings(tx, focal, { sheet, origin: 'imported' }, time),
    );
  });
}

function teamsOf(index: number) {
  return [0, 1].map((second) => {
    const work = WORKS[(index + second * 2) % WORKS.length]!;
    const headcount = 14 + ((index * 7 + second * 5) % 20);
    const trained = Math.ceil(headcount * PARTS[(index + second) % PARTS.length]!);
    return { name: TEAM_NAMES[work], work, headcount, trained } satisfies ToldTeam;
  });
}
