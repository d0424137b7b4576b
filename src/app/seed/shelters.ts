import type { Kysely } from 'kysely';
import { recordAgreement } from '../../features/collaboration/index.ts';
import { giveMandate } from '../../features/organisations/index.ts';
import {
  acceptPlacement,
  addUnit,
  askForPlace,
  confirmUnchanged,
  recordStand,
  reserve,
  SHELTER_ADDRESS,
  SHELTER_GUEST,
} from '../../features/shelter/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { type AnyTx, type DomainTime, type Done, type Entry, enter, transact } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { lendKeys } from '../../platform/vault/lending.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import { addMonths, day } from '../../shared-kernel/plain-date.ts';
import type { Result } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import { POLICY } from '../access-matrix.ts';
import { processingActivity } from '../processing-activities.ts';
import { actorIn } from './actor-in.ts';
import { seedShelterHistory } from './shelter-history.ts';
import { NEEDS, SOUGHT } from './shelter-needs.ts';

type Places = Parameters<typeof addUnit>[2]['places'];

const COMMON: Places = {
  type: 'womens',
  region: 'midden-nederland',
  genders: ['woman'],
  minAge: 18,
  maxAge: undefined,
  children: 0,
  childMaxAge: undefined,
  boyMaxAge: undefined,
  isWheelchair: false,
  takesPets: false,
  languages: ['Engels'],
  expertise: [],
  staffing: 'always',
  opensOn: day('2026-01-01'),
  closesOn: undefined,
  out: undefined,
};

/** The shelters of the demo with their houses: 60 places in all. Nothing of it is real, and no address is one. */
const SHELTERS: readonly {
  readonly code: string;
  readonly houses: readonly { readonly name: string; readonly count: number; readonly places: Partial<Places> }[];
  /** How many places of the first house are taken by people who came by another way. */
  readonly taken: number;
  /** A few days ago it last said that all is so. */
  readonly isStale?: boolean;
}[] = [
  {
    code: 'OP01',
    taken: 3,
    houses: [
      {
        name: 'Duinhuis (fictief)',
        count: 8,
        places: { type: 'cosm', region: 'noord-holland', expertise: ['labour-exploitation'] },
      },
      { name: 'Vuurtoren (fictief)', count: 4, places: { children: 3, takesPets: true, region: 'noord-holland' } },
    ],
  },
  {
    code: 'OP02',
    taken: 5,
    houses: [
      {
        name: 'Ankerplaats (fictief)',
        count: 8,
        places: { type: 'cosm', region: 'rotterdam', genders: ['man'], expertise: ['labour-exploitation'] },
      },
    ],
  },
  {
    code: 'OP03',
    taken: 2,
    houses: [
      {
        name: 'Esdoorn (fictief)',
        count: 6,
        places: { type: 'omm', genders: ['woman', 'other'], expertise: ['psychiatry', 'addiction', 'mild-disability'] },
      },
    ],
  },
  {
    code: 'OP04',
    taken: 4,
    houses: [
      {
        name: 'Wilgenhof (fictief)',
        count: 8,
        places: {
          region: 'oost-nederland',
          children: 2,
          boyMaxAge: 12,
          languages: ['Engels', 'Frans'],
          isWheelchair: true,
        },
      },
    ],
  },
  {
    code: 'OP05',
    taken: 3,
    isStale: true,
    houses: [
      {
        name: 'Brugwacht (fictief)',
        count: 6,
        places: { type: 'mens', region: 'oost-brabant', genders: ['man', 'other'], staffing: 'day' },
      },
    ],
  },
  {
    code: 'OP06',
    taken: 4,
    houses: [
      {
        name: 'Stadswal (fictief)',
        count: 8,
        places: { type: 'general', region: 'amsterdam', genders: ['woman', 'man', 'other'], staffing: 'day' },
      },
    ],
  },
  {
    code: 'OP07',
    taken: 0,
    houses: [
      {
        name: 'Nachtlicht (fictief)',
        count: 4,
        places: { type: 'emergency', region: 'noord-nederland', genders: ['woman', 'man', 'other'], children: 1 },
      },
    ],
  },
  {
    code: 'OP08',
    taken: 2,
    houses: [
      {
        name: 'Kompas (fictief)',
        count: 8,
        places: { type: 'youth', region: 'limburg', genders: ['woman', 'other'], minAge: 12, maxAge: 17 },
      },
    ],
  },
];

/** Who places people in the demo. */
const PLACER = 'COM';

/** Lays the shelters of the demo, as their own workers would, and two stays: one asked, one that is under way. */
export async function seedShelters(
  admin: Kysely<DB>,
  db: Kysely<DB>,
  { vault, seed }: { readonly vault: Vault; readonly seed: number },
): Promise<void> {
  const { now } = await enter(db, { door: 'published' }, async (_tx, time) => time);
  const fourDaysAgo = new Date(now.getTime() - 4 * 86_400_000);
  for (const { code, houses, taken, isStale } of SHELTERS) {
    const actor = await actorIn(admin, code, 'opvang');
    const entry = isStale ? { at: fourDaysAgo } : {};
    const as = (action: string, run: Run) => deedAs(db, vault, actor, { activity: 'VA-05', action, entry }, run);
    for (const { name, count, places } of houses)
      await as('shelter.add-unit', (tx, time) =>
        addUnit(
          tx,
          actor,
          { name, address: `Fictieve straat, bij ${name}`, count, places: { ...COMMON, ...places } },
          time,
        ),
      );
    const first = await placesIn(admin, actor, taken);
    if (taken > 0)
      await as('shelter.record-stand', (tx, time) =>
        recordStand(tx, actor, { taken: first, seen: [], freeOn: addMonths(time.today, 2) }, time),
      );
    else await as('shelter.confirm-capacity', (tx, time) => confirmUnchanged(tx, actor, time));
    await letPlace(admin, db, vault, code);
  }
  await seedStays(admin, db, vault);
  await seedRequests(admin, db, vault);
  await seedShelterHistory(admin, db, { seed, vault, placer: await actorIn(admin, PLACER, 'comensha-plaatsing') });
}

type Run = (tx: AnyTx, time: DomainTime) => Promise<Result<Done, { readonly code: string }>>;

/** Does a deed of the demo as somebody would. @returns the id of what it is about */
async function deedAs(
  db: Kysely<DB>,
  vault: Vault,
  actor: Actor,
  deed: { readonly activity: 'VA-04' | 'VA-05' | 'VA-14'; readonly action: string; readonly entry?: Partial<Entry> },
  run: Run,
): Promise<string> {
  const keys = await vault.keysFor(deed.entry?.tenantId ?? actor.organisationId);
  const activityVersion = processingActivity(deed.activity)!.version;
  const outcome = await transact(db, { ...deed, actor, activityVersion, traceId: newId() }, (tx, time) => {
    lendKeys(tx, keys);
    return run(tx, time);
  });
  if ('replayOf' in outcome || !outcome.ok) throw new Error(`demo data refused: ${JSON.stringify(outcome)}`);
  return outcome.value.subject.id;
}

/** A shelter lets who places people do so, and both agree that addresses may travel. */
async function letPlace(admin: Kysely<DB>, db: Kysely<DB>, vault: Vault, code: string): Promise<void> {
  const [giver, keeper] = [await actorIn(admin, code, 'beheerder'), await actorIn(admin, PLACER, 'beheerder')];
  await deedAs(db, vault, giver, { activity: 'VA-14', action: 'organisations.give-mandate' }, (tx, time) =>
    giveMandate(
      tx,
      giver,
      {
        holderCode: PLACER,
        capability: 'plaatsing',
        basis: 'Voorbeeldafspraak over plaatsing (fictief)',
        validFrom: time.today,
        validUntil: addMonths(time.today, 24),
      },
      time,
    ),
  );
  for (const [actor, counterpartCode] of [
    [giver, PLACER],
    [keeper, code],
  ] as const)
    for (const { kind } of [SHELTER_ADDRESS, SHELTER_GUEST])
      await deedAs(db, vault, actor, { activity: 'VA-14', action: 'collaboration.record-agreement' }, (tx, time) =>
        recordAgreement(
          tx,
          actor,
          {
            counterpartCode,
            kind,
            basis: 'Voorbeeldafspraak (fictief)',
            validFrom: time.today,
            validUntil: addMonths(time.today, 24),
          },
          time,
        ),
      );
}

/** One place is asked, and one was promised and confirmed. */
async function seedStays(admin: Kysely<DB>, db: Kysely<DB>, vault: Vault): Promise<void> {
  const placer = await actorIn(admin, PLACER, 'comensha-plaatsing');
  const ask = async (code: string, phoneConfirmedBy: string | undefined) => {
    const worker = await actorIn(admin, code, 'opvang');
    const tenantId = worker.organisationId;
    const places = await placesIn(admin, worker, 100);
    const entry = { door: 'mandate', tenantId, actingForId: placer.organisationId } as const;
    const id = await deedAs(db, vault, placer, { activity: 'VA-04', action: 'shelter.reserve', entry }, (tx, time) =>
      reserve(
        tx,
        placer,
        {
          tenantId,
          placeIds: places.slice(-1),
          from: time.today,
          until: addMonths(time.today, 3),
          hours: 24,
          phoneConfirmedBy,
          requestId: undefined,
        },
        time,
        async () => true, // the seed opens the gates
      ),
    );
    return { id, worker };
  };
  await ask('OP04', undefined);
  const { id, worker } = await ask('OP01', 'de nachtdienst (fictief)');
  await deedAs(db, vault, worker, { activity: 'VA-05', action: 'shelter.accept-placement' }, (tx, time) =>
    acceptPlacement(tx, worker, { id, version: 1 }, time),
  );
}

async function seedRequests(admin: Kysely<DB>, db: Kysely<DB>, vault: Vault): Promise<void> {
  const placer = await actorIn(admin, PLACER, 'comensha-plaatsing');
  for (const { urgency, needs } of SOUGHT)
    await deedAs(db, vault, placer, { activity: 'VA-04', action: 'shelter.ask-for-place' }, (tx, time) =>
      askForPlace(
        tx,
        { actor: placer, policy: POLICY },
        {
          asked: { source: 'phone' },
          ground: {
            consent: {
              givenBy: 'person',
              manner: 'written',
              language: 'nl',
              hasInterpreter: false,
              wish: undefined,
              givenOn: time.today,
            },
          },
          urgency,
          from: time.today,
          until: addMonths(time.today, 3),
          callBack: '000-000 00 00',
          needs: {
            ...NEEDS,
            ...needs,
          },
        },
        time,
      ),
    );
}

async function placesIn(admin: Kysely<DB>, { organisationId }: Actor, count: number): Promise<readonly string[]> {
  const rows = await admin
    .selectFrom('shelter.place')
    .select('id')
    .where('tenant_id', '=', organisationId)
    .orderBy('unit_id')
    .orderBy('number')
    .limit(count)
    .execute();
  return rows.map(({ id }) => id);
}
