import type { Kysely } from 'kysely';
import {
  enterTrainings,
  joinTeam,
  keepTeam,
  learningPath,
  logCampaign,
  passPath,
} from '../../features/learning/index.ts';
import { addOwnSignal, type OwnSignalFacts } from '../../features/signals/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { look } from '../../platform/db/transact.ts';
import { addDays } from '../../shared-kernel/plain-date.ts';
import { actorIn } from './actor-in.ts';
import { deedsOn, type Run } from './deeds-on.ts';
import { trainedPeople } from './trained-people.ts';
import { seedTrainingRegisters } from './training-registers.ts';

/** The municipality of the demo that uses all of it; some others keep a register only. */
const PLACE = 'GM0363';
const COUNTER = { name: 'Balie Stadhuis', work: 'BZ', headcount: 24, trained: 20 } as const;
const TEAMS = [
  COUNTER,
  { name: 'Handhaving Centrum', work: 'TH', headcount: 12, trained: 10 },
  { name: 'Wijkteam Noord', work: 'WIJK', headcount: 18, trained: 15 },
  { name: 'Vergunningen', work: 'VERG', headcount: 4, trained: 4 },
] as const;
const TOLD = [
  {
    audience: 'residents',
    what: 'Bericht in de stadskrant (fictief)',
    material: 'Advertentie',
    languages: ['nl', 'en'],
    daysAgo: 40,
  },
  {
    audience: 'entrepreneurs',
    what: 'Bijeenkomst voor winkeliers (fictief)',
    material: 'Folder',
    languages: ['nl'],
    daysAgo: 120,
  },
  {
    audience: 'hotels',
    what: 'Rondgang langs hotels (fictief)',
    material: 'Signaalkaart',
    languages: ['nl', 'en'],
    daysAgo: 75,
  },
  {
    audience: 'labour-migrants',
    what: 'Inloop bij huisvesting (fictief)',
    material: 'Kaart met hulplijnen',
    languages: ['pl', 'ro', 'bg'],
    daysAgo: 20,
  },
] as const;

const OWN_SIGNAL: OwnSignalFacts = {
  form: 'labour-exploitation',
  category: 'housing',
  roles: ['TH', 'VRD'],
  strength: 'weak',
  what: 'Op een schip dat al maanden stilligt, wonen steeds andere mensen (voorbeeld)',
  elsewise: 'Een bemanning die op een onderdeel wacht, of een schip dat als gewone woning is verhuurd.',
  isLegalSexWork: false,
};

/** A training register, a campaign log and a signal of its own in one municipality, filled as its people would. Nothing of it is real. */
export async function seedLearning(admin: Kysely<DB>, db: Kysely<DB>): Promise<void> {
  const { today } = await look(db, { door: 'published' }, async (_tx, time) => time);
  const focal = await actorIn(admin, PLACE, 'aandachtsfunctionaris');
  const leader = await actorIn(admin, PLACE, 'teamleider');
  const clerk = await actorIn(admin, PLACE, 'medewerker');
  const officer = await actorIn(admin, PLACE, 'beleidsmedewerker');
  const on = deedsOn(db, today);
  const teams: string[] = [];
  for (const { name, work, headcount } of TEAMS) {
    const facts = { name, work, headcount, leaderId: work === COUNTER.work ? leader.membershipId : undefined };
    const run: Run = (tx, time) => keepTeam(tx, focal, { id: undefined, seenVersion: 0, facts }, time);
    teams.push((await on(200, focal, 'VA-13', 'learning.make-team', run)).subject.id);
  }
  // one of the counter is the clerk of the demo, who passes a path below
  const listed = TEAMS.map((team) => (team === COUNTER ? { ...team, trained: team.trained - 1 } : team));
  const sheet = trainedPeople(listed, today);
  await on(30, focal, 'VA-13', 'learning.import-trainings', (tx, time) =>
    enterTrainings(tx, focal, { sheet, origin: 'imported' }, time),
  );
  const path = learningPath('burgerzaken', today);
  if (path) {
    await on(26, clerk, 'VA-13', 'learning.join-team', (tx, time) => joinTeam(tx, clerk, { teamId: teams[0]! }, time));
    const passed = { path: path.id, edition: `${path.id}@${path.version}`, title: path.title.nl, works: path.roles };
    await on(25, clerk, 'VA-13', 'learning.take-check', (tx, time) =>
      passPath(tx, clerk, { ...passed, atStep: 'toets', answers: {} }, time),
    );
  }
  for (const { daysAgo, ...told } of TOLD.toSorted((one, other) => other.daysAgo - one.daysAgo)) {
    const entry = { ...told, heldOn: addDays(today, -daysAgo), reached: undefined, evidenceLink: undefined };
    await on(daysAgo - 1, officer, 'VA-11', 'learning.log-campaign', (tx, time) =>
      logCampaign(tx, officer, { ...entry, evidenceTitle: 'Voorbeeldverslag (fictief)' }, time),
    );
  }
  await on(12, focal, 'VA-11', 'signals.add-own-signal', (tx, time) => addOwnSignal(tx, focal, OWN_SIGNAL, time));
  await seedTrainingRegisters(admin, on, today);
}
