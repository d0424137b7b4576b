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
import { type AnyTx, type DomainTime, type Done, look, transact } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { addDays, type PlainDate, writeDutchDate } from '../../shared-kernel/plain-date.ts';
import type { Result } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import { actorIn } from './actor-in.ts';

/** The municipality of the demo that keeps a register; the others have none. */
const PLACE = 'GM0363';
const COUNTER = { name: 'Balie Stadhuis', work: 'BZ', headcount: 24, trained: 20 } as const;
const TEAMS = [
  COUNTER,
  { name: 'Handhaving Centrum', work: 'TH', headcount: 12, trained: 10 },
  { name: 'Wijkteam Noord', work: 'WIJK', headcount: 18, trained: 15 },
  { name: 'Vergunningen', work: 'VERG', headcount: 4, trained: 4 },
] as const;
const FIRST_NAMES = ['Bo', 'Jip', 'Noor', 'Sam', 'Kim', 'Robin', 'Charlie', 'Puck', 'Luca', 'Senna'] as const;
const COURSES = [
  ['E-learning mensenhandel (voorbeeld)', 'CCV'],
  ['Basistraining signaleren (voorbeeld)', 'Mensenhandel Academy'],
  ['Training eigen trainer (voorbeeld)', 'Eigen trainer'],
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

type Run = (tx: AnyTx, time: DomainTime) => Promise<Result<Done, { readonly code: string }>>;

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
  const sheet = trainedPeople(today);
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
}

/** Does a deed so many days before the demo begins. */
function deedsOn(db: Kysely<DB>, today: PlainDate) {
  return async (daysAgo: number, actor: Actor, activity: string, action: string, run: Run): Promise<Done> => {
    const at = new Date(`${addDays(today, -daysAgo)}T10:00:00Z`);
    const outcome = await transact(db, { actor, activity, action, traceId: newId(), entry: { at } }, run);
    if ('replayOf' in outcome || !outcome.ok)
      throw new Error(`demo data refused: ${action}, ${JSON.stringify(outcome)}`);
    return outcome.value;
  };
}

/** The list as it would come from Excel: everybody is called fictional, at an address that does not exist. */
function trainedPeople(today: PlainDate): readonly (readonly string[])[] {
  const people = TEAMS.flatMap(({ name, work, trained }) =>
    Array.from({ length: work === COUNTER.work ? trained - 1 : trained }, (_, index) => ({ team: name, work, index })),
  );
  return [
    ['Naam', 'E-mail', 'Functie', 'Team', 'Cursus', 'Aanbieder', 'Gevolgd op', 'Begonnen op'],
    ...people.map(({ team, work, index }, number) => {
      const [course, provider] = COURSES[number % COURSES.length]!;
      const name = `${FIRST_NAMES[number % FIRST_NAMES.length]} Fictief ${number + 1}`;
      const isNew = index === 0;
      const followed = addDays(today, isNew ? -60 : -(60 + ((number * 37) % 300)));
      return [
        name,
        `medewerker${number + 1}@voorbeeld.invalid`,
        work,
        team,
        course,
        provider,
        writeDutchDate(followed),
        isNew ? writeDutchDate(addDays(followed, -30)) : '',
      ];
    }),
  ];
}
