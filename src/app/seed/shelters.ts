import type { Kysely } from 'kysely';
import { addUnit, confirmUnchanged, recordStand } from '../../features/shelter/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { type AnyTx, type DomainTime, type Done, enter, transact } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { lendKeys } from '../../platform/vault/lending.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import { addMonths, day } from '../../shared-kernel/plain-date.ts';
import type { Result } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import { processingActivity } from '../processing-activities.ts';
import { actorIn } from './actor-in.ts';

type Places = Parameters<typeof addUnit>[2]['places'];

const COMMON: Places = {
  type: 'womens',
  region: 'midden-nederland',
  genders: ['woman'],
  minAge: 18,
  maxAge: undefined,
  children: 0,
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
        places: { region: 'oost-nederland', children: 2, languages: ['Engels', 'Frans'], isWheelchair: true },
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

/** Lays the shelters of the demo, as their own workers would. */
export async function seedShelters(admin: Kysely<DB>, db: Kysely<DB>, vault: Vault): Promise<void> {
  const { now } = await enter(db, { door: 'published' }, async (_tx, time) => time);
  const fourDaysAgo = new Date(now.getTime() - 4 * 86_400_000);
  for (const { code, houses, taken, isStale } of SHELTERS) {
    const actor = await actorIn(admin, code, 'opvang');
    const keys = await vault.keysFor(actor.organisationId);
    const as = async (
      action: string,
      run: (tx: AnyTx, time: DomainTime) => Promise<Result<Done, { readonly code: string }>>,
    ) => {
      const deed = { actor, activity: 'VA-05', activityVersion: processingActivity('VA-05')!.version, action };
      const entry = isStale ? { at: fourDaysAgo } : {};
      const outcome = await transact(db, { ...deed, traceId: newId(), entry }, (tx, time) => {
        lendKeys(tx, keys);
        return run(tx, time);
      });
      if ('replayOf' in outcome || !outcome.ok) throw new Error(`demo data refused: ${JSON.stringify(outcome)}`);
      return outcome.value.subject.id;
    };
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
  }
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
