import type { Kysely } from 'kysely';
import {
  addAction,
  adoptPlan,
  currentFramework,
  inviteRespondent,
  keepInstrument,
  keepPlan,
  logUse,
  moveAction,
  openScan,
  publishOffers,
  readAdoptions,
  recordDrill,
  recordFocalPointFacts,
  recordStatement,
  saveAnswers,
  settleScan,
} from '../../features/approach/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { type AnyTx, type DomainTime, type Done, look, transact } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { DEMO_MARK } from '../../shared-kernel/demo-mark.ts';
import { addDays, addMonths, type PlainDate } from '../../shared-kernel/plain-date.ts';
import type { Result } from '../../shared-kernel/result.ts';
import type { Actor, Role } from '../../shared-kernel/role.ts';
import { drawnAnswers, NO_PROOF } from './drawn-answers.ts';
import { inParallel } from './in-parallel.ts';
import { seededRandom } from './seed-id.ts';
import { type NEIGHBOURS, OFFERED_BY_REGIONS, STORIES, type Story, type ToldScan } from './stories.ts';

/** Not known, and asked. */
const UNKNOWN = {
  state: 'unknown',
  evidence: NO_PROOF,
  regionId: undefined,
  reason: undefined,
  remark: undefined,
} as const;

/** Something somebody does, so many days before the demo begins. */
interface Deed {
  readonly daysAgo: number;
  readonly action: string;
  readonly by: Actor;
  readonly run: (tx: AnyTx, time: DomainTime) => Promise<Result<Done, { readonly code: string }>>;
}

/** Tells the stories of the municipalities that the demo tells in full: every deed on its day, through the use case people use. */
export async function tellStories(
  admin: Kysely<DB>,
  db: Kysely<DB>,
  seed: number,
  neighbours: typeof NEIGHBOURS,
): Promise<void> {
  const { today } = await look(db, { door: 'published' }, async (_tx, time) => time);
  const regional = STORIES.filter(({ plan }) => plan?.isRegional).map(({ code }) => code);
  await perform(
    db,
    today,
    (await directorsOver(admin, regional)).flatMap((director) => offers(director, today)),
  );
  const regions = await regionsOf(admin, regional);
  await inParallel(STORIES, 8, async (story, index) => {
    const cast = await castOf(admin, story.code);
    await perform(db, today, deedsOf(story, cast, regions.get(story.code), today, seededRandom(seed + 1 + index)));
  });
  if (neighbours.length === 0) return;
  const people = await membersAt(
    admin,
    neighbours.map(({ code }) => code),
  );
  await inParallel(neighbours, 8, async ({ code, scan }, index) => {
    const officer = people.find(
      ({ role, number, actor }) => role === 'beleidsmedewerker' && number === 1 && actor.organisationCode === code,
    )!.actor;
    const random = seededRandom(seed + 101 + index);
    await perform(db, today, settledScans([scan], officer, today, random));
  });
}

/** In the order of their days. */
async function perform(db: Kysely<DB>, today: PlainDate, deeds: readonly Deed[]): Promise<void> {
  for (const { daysAgo, action, by, run } of deeds.toSorted((one, other) => other.daysAgo - one.daysAgo)) {
    const at = new Date(`${addDays(today, -daysAgo)}T10:00:00Z`);
    const outcome = await transact(db, { actor: by, activity: 'VA-11', action, traceId: newId(), entry: { at } }, run);
    if ('ok' in outcome && !outcome.ok) throw new Error(`demo data refused: ${action}, ${outcome.error.code}`);
  }
}

interface Cast {
  readonly officer: Actor;
  readonly focal: Actor;
  readonly substitute: Actor;
  readonly leader: Actor;
  readonly counter: Actor;
}

async function castOf(admin: Kysely<DB>, code: string): Promise<Cast> {
  const members = await membersAt(admin, [code]);
  const who = (role: Role, number = 1) =>
    members.find((member) => member.role === role && member.number === number)!.actor;
  return {
    officer: who('beleidsmedewerker'),
    focal: who('aandachtsfunctionaris'),
    substitute: who('aandachtsfunctionaris', 2),
    leader: who('teamleider'),
    counter: who('medewerker'),
  };
}

async function membersAt(admin: Kysely<DB>, codes: readonly string[]) {
  const rows = await admin
    .selectFrom('accounts.membership as m')
    .innerJoin('organisations.organisation as o', 'o.id', 'm.organisation_id')
    .select(['m.id as membershipId', 'm.person_id as personId', 'm.person_name as personName', 'm.role'])
    .select(['o.id as organisationId', 'o.code as organisationCode', 'o.name as organisationName', 'm.demo_number'])
    .where('o.code', 'in', codes)
    .execute();
  return rows.map(({ role, demo_number, ...person }) => ({
    role,
    number: demo_number,
    actor: { ...person, role: role as Role, scope: 'own-organisation' } satisfies Actor,
  }));
}

/** The safety region of each municipality. */
async function regionsOf(admin: Kysely<DB>, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await admin
    .selectFrom('organisations.region_membership as rm')
    .innerJoin('organisations.organisation as o', 'o.id', 'rm.organisation_id')
    .innerJoin('organisations.organisation as r', 'r.id', 'rm.region_id')
    .select(['o.code', 'r.id', 'r.code as region'])
    .where('o.code', 'in', codes)
    .where('rm.region_kind', '=', 'safety-region')
    .execute();
  return new Map(rows.map(({ code, id }) => [code, id]));
}

async function directorsOver(admin: Kysely<DB>, codes: readonly string[]): Promise<readonly Actor[]> {
  const ids = [...new Set((await regionsOf(admin, codes)).values())];
  const regions = await admin.selectFrom('organisations.organisation').select('code').where('id', 'in', ids).execute();
  const members = await membersAt(
    admin,
    regions.map(({ code }) => code),
  );
  return members.filter(({ role, number }) => role === 'ketenregisseur' && number === 1).map(({ actor }) => actor);
}

function offers(director: Actor, today: PlainDate): readonly Deed[] {
  return OFFERED_BY_REGIONS.map((element) => ({
    daysAgo: 330,
    action: 'approach.publish-offer',
    by: { ...director, scope: 'region' },
    run: (tx, time) =>
      publishOffers(
        tx,
        director,
        {
          elements: [element],
          title: `Voorbeeld ${element === 'K1.1' ? 'beleid mensenhandel' : `afspraak ${element}`} ${director.organisationName} (fictief)`,
          link: undefined,
          adoptingBody: 'Algemeen bestuur',
          decidedOn: addDays(today, -340),
          validUntil: addDays(today, 750),
        },
        time,
      ),
  }));
}

function deedsOf(
  story: Story,
  cast: Cast,
  regionId: string | undefined,
  today: PlainDate,
  random: () => number,
): readonly Deed[] {
  return [
    ...focalPointDeeds(story, cast, today),
    ...scanDeeds(story, cast, today, random),
    ...planDeeds(story, cast, regionId, today),
    ...adoptionDeeds(story, cast, today),
    ...proofDeeds(story, cast, today),
  ];
}

function focalPointDeeds({ focalPoint }: Story, { focal, substitute }: Cast, today: PlainDate): readonly Deed[] {
  if (!focalPoint) return [];
  const { daysAgo, termMonths, hours, succeeded } = focalPoint;
  const decidedOn = addDays(today, -daysAgo - 3);
  const record = (on: number, name: string, seenVersion: number): Deed => ({
    daysAgo: on,
    action: 'approach.record-focal-point',
    by: focal,
    run: (tx, time) => {
      const facts = {
        focalPoint: name,
        substitute: substitute.personName,
        hoursPerWeek: hours,
        evidenceTitle: `Voorbeeldbesluit aandachtsfunctionaris ${focal.organisationName} (fictief)`,
        evidenceLink: undefined,
        evidenceFileId: undefined,
        decidedOn,
        validUntil: addMonths(decidedOn, termMonths),
      };
      // among the people of a demo are some of one name in one municipality
      const pointed = {
        focalPoint: name === focal.personName ? { personId: focal.personId } : ('outside' as const),
        substitute: { personId: substitute.personId },
      };
      return recordFocalPointFacts(tx, focal, { facts, seenVersion, pointed }, time);
    },
  });
  if (!succeeded) return [record(daysAgo, focal.personName, 0)];
  return [record(daysAgo, 'Wil Fictief', 0), record(succeeded.daysAgo, focal.personName, 1)];
}

const opening = (officer: Actor, daysAgo: number): Deed => ({
  daysAgo,
  action: 'approach.open-scan',
  by: officer,
  run: (tx, time) => openScan(tx, officer, { framework: currentFramework() }, time),
});

function settledScans(
  scans: readonly ToldScan[],
  officer: Actor,
  today: PlainDate,
  random: () => number,
): readonly Deed[] {
  return scans.flatMap(({ maturity, daysAgo }): Deed[] => {
    const answers = drawnAnswers(maturity, addDays(today, -daysAgo), random);
    return [
      opening(officer, daysAgo + 2),
      {
        daysAgo: daysAgo + 1,
        action: 'approach.answer-theme',
        by: officer,
        run: (tx, time) => saveAnswers(tx, officer, { answers }, time),
      },
      {
        daysAgo,
        action: 'approach.settle-scan',
        by: officer,
        run: (tx, time) => settleScan(tx, officer, { seenVersion: 1 }, time),
      },
    ];
  });
}

function scanDeeds(
  { scans = [], runningScan }: Story,
  { officer, leader, counter }: Cast,
  today: PlainDate,
  random: () => number,
): readonly Deed[] {
  const settled = settledScans(scans, officer, today, random);
  if (!runningScan) return settled;
  const first = drawnAnswers(0.6, addDays(today, -6), random).filter(({ element }) => element.startsWith('K1.'));
  const ask = { element: 'K2.6', seenVersion: 0, facts: UNKNOWN, askColleagueId: counter.membershipId };
  return [
    ...settled,
    opening(officer, 7),
    {
      daysAgo: 6,
      action: 'approach.answer-theme',
      by: officer,
      run: (tx, time) => saveAnswers(tx, officer, { answers: [...first, ask] }, time),
    },
    {
      daysAgo: 5,
      action: 'approach.invite-respondent',
      by: officer,
      run: (tx, time) => inviteRespondent(tx, officer, { membershipId: leader.membershipId }, time),
    },
  ];
}

function planDeeds({ plan }: Story, cast: Cast, regionId: string | undefined, today: PlainDate): readonly Deed[] {
  if (!plan) return [];
  const { officer, leader } = cast;
  const startsOn = addDays(today, -plan.daysAgo);
  const keep: Deed = {
    daysAgo: plan.daysAgo,
    action: 'approach.keep-plan',
    by: officer,
    run: (tx, time) => {
      const input = {
        title: `Voorbeeldplan aanpak mensenhandel ${officer.organisationName} (fictief)`,
        regionId: plan.isRegional ? regionId : undefined,
        elsewhere: undefined,
        startsOn,
        endsOn: addMonths(startsOn, 36),
        seenVersion: 0,
      };
      return keepPlan(tx, officer, input, time);
    },
  };
  const elements = currentFramework().elements.filter(({ actions }) => actions.length > 0);
  const made: { readonly id: string; readonly version: number }[] = [];
  const add = Array.from({ length: plan.actions }, (_, index): Deed => {
    const element = elements[(index * 3) % elements.length]!;
    const proposal = element.actions[index % element.actions.length]!;
    const [owner, substitute] = index % 2 ? [leader, officer] : [officer, leader];
    return {
      daysAgo: plan.daysAgo - 1,
      action: 'approach.add-action',
      by: officer,
      run: async (tx, time) => {
        const facts = {
          title: proposal.title,
          track: proposal.track,
          closesElement: element.id,
          ownerId: owner.membershipId,
          substituteId: substitute.membershipId,
          dueOn: addDays(startsOn, 60 + index * 35),
          budgetEuro: 500 * (1 + (index % 8)),
          hours: 8 * (1 + (index % 5)),
        };
        const done = await addAction(tx, officer, facts, time);
        if (done.ok) made.push(done.value.action);
        return done;
      },
    };
  });
  const busy = Math.min(plan.actions, plan.done === 0 ? 1 : plan.done + 2);
  const move = Array.from({ length: busy }, (_, index): Deed => {
    const isDone = index < plan.done;
    return {
      daysAgo: Math.max(1, plan.daysAgo - 20 - index * 12),
      action: 'approach.move-action',
      by: officer,
      run: (tx, time) => {
        const { id, version } = made[index]!;
        const note = isDone ? 'Voorbeeld: afgerond.' : 'Voorbeeld: begonnen.';
        return moveAction(tx, officer, { id, status: isDone ? 'done' : 'busy', note, seenVersion: version }, time);
      },
    };
  });
  return [keep, ...add, ...move];
}

function adoptionDeeds({ adoption }: Story, { officer }: Cast, today: PlainDate): readonly Deed[] {
  if (!adoption) return [];
  const decidedOn = addDays(today, -adoption.decidedDaysAgo);
  const facts = {
    body: adoption.body,
    mandate: undefined,
    documentTitle: `Voorbeeldbesluit plan aanpak mensenhandel ${officer.organisationName} (fictief)`,
    documentOn: addDays(decidedOn, -14),
    documentLink: undefined,
    publicationLink: undefined,
    fileId: undefined,
    decidedOn,
    validUntil: addDays(today, adoption.validForDays),
  };
  return [
    {
      daysAgo: adoption.recordedDaysAgo,
      action: 'approach.adopt-plan',
      by: officer,
      run: async (tx, time) => {
        const { current } = await readAdoptions(tx, officer);
        return adoptPlan(tx, officer, { facts, seen: current?.sha256 ?? '', mark: DEMO_MARK }, time);
      },
    },
  ];
}

/** What shows that it works: statements, a drill, instruments. */
function proofDeeds(story: Story, { officer }: Cast, today: PlainDate): readonly Deed[] {
  const { regional = [], stated = [], drillDaysAgo, usesInstruments } = story;
  const proof = (title: string) => ({
    evidenceTitle: `${title} (fictief)`,
    evidenceLink: undefined,
    evidenceFileId: undefined,
  });
  const state = (element: string, isRegional: boolean): Deed => ({
    daysAgo: 15,
    action: 'approach.record-statement',
    by: officer,
    run: (tx, time) =>
      recordStatement(
        tx,
        officer,
        {
          element,
          state: isRegional ? 'regional' : 'present',
          sentence: isRegional ? 'De regio regelt dit (voorbeeld).' : 'Dit is geregeld (voorbeeld).',
          adoptingBody: undefined,
          asOf: addDays(today, -45),
          validUntil: addDays(today, 500),
          ...proof(`Voorbeeldbewijs ${element}`),
        },
        time,
      ),
  });
  const drill: Deed[] =
    drillDaysAgo === undefined
      ? []
      : [
          {
            daysAgo: drillDaysAgo - 2,
            action: 'approach.record-drill',
            by: officer,
            run: (tx, time) =>
              recordDrill(
                tx,
                officer,
                {
                  heldOn: addDays(today, -drillDaysAgo),
                  scenario: 'Een melding aan de balie, tot en met de terugkoppeling (voorbeeld)',
                  ...proof('Verslag van de oefening'),
                },
                time,
              ),
          },
        ];
  return [
    ...regional.map((element) => state(element, true)),
    ...stated.map((element) => state(element, false)),
    ...drill,
    ...(usesInstruments ? instrumentDeeds(officer, today) : []),
  ];
}

function instrumentDeeds(officer: Actor, today: PlainDate): readonly Deed[] {
  const keep = (['exploitatievergunning', 'bibob', 'gemeentewet-174a'] as const).map(
    (kind): Deed => ({
      daysAgo: 120,
      action: 'approach.keep-instrument',
      by: officer,
      run: (tx, time) => {
        const facts = {
          isAvailable: true,
          basis: 'Voorbeeld: APV (fictief)',
          link: undefined,
          decidedBy: 'Burgemeester',
        };
        return keepInstrument(tx, officer, { kind, facts, seenVersion: 0 }, time);
      },
    }),
  );
  const use: Deed = {
    daysAgo: 70,
    action: 'approach.log-instrument-use',
    by: officer,
    run: (tx, time) =>
      logUse(
        tx,
        officer,
        {
          kind: 'exploitatievergunning',
          usedOn: addDays(today, -72),
          purpose: 'Controle van een vergunning (voorbeeld)',
          outcome: 'Voldeed aan de eisen (voorbeeld)',
          isVictimChecked: true,
        },
        time,
      ),
  };
  return [...keep, use];
}
