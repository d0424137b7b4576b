/**
 * What placing costs at the size that was asked: 2,000 places, 5,000 placements a year, ten years. Measured at the use cases with their
 * transactions, on a database of its own; pages add what every page adds. All made up. Asserts nothing, because time differs per machine.
 */
import type { Client } from 'pg';
import type { Needs } from '../src/features/shelter/domain/needs.ts';
import type { ShelterType } from '../src/features/shelter/domain/place.ts';
import type { PlaceRequest } from '../src/features/shelter/domain/request.ts';
import {
  confirmUnchanged,
  readCalendar,
  readOwnPlaces,
  recordStand,
} from '../src/features/shelter/use-cases/capacity.ts';
import { findPlaces } from '../src/features/shelter/use-cases/find-place.ts';
import { freeTonight, whatIf } from '../src/features/shelter/use-cases/what-if.ts';
import { look, transact } from '../src/platform/db/transact.ts';
import { newId } from '../src/platform/ids/uuid.ts';
import { addDays, dutchDay, type PlainDate } from '../src/shared-kernel/plain-date.ts';
import { POLICE_REGIONS } from '../src/shared-kernel/police-region.ts';
import type { Actor } from '../src/shared-kernel/role.ts';
import { onBenchDatabase } from './bench-database.ts';

const PLACES = 2_000;
const SHELTERS = 40;
const A_YEAR = 5_000;
const YEARS = 10;
const OPEN = 60;
const TURNS = 200;
const BUDGET = { match: 50, calendar: 50, capacity: 30, whatIf: 5_000 } as const;
const TYPES: readonly ShelterType[] = ['cosm', 'omm', 'womens', 'mens', 'general'];

/** Lays the places and ten years of stays by one statement each: what is measured is reading them. */
async function lay(client: Client, today: PlainDate): Promise<readonly string[]> {
  const shelters = Array.from({ length: SHELTERS }, () => newId());
  const unit = Array.from({ length: SHELTERS }, () => newId());
  for (const [index, id] of shelters.entries())
    await client.query(
      `insert into organisations.organisation (id, code, name, kind, valid_from) values ($1, $2, $3, 'opvangorganisatie', '2010-01-01')`,
      [id, `BO${index}`, `Fictieve opvang ${index}`],
    );
  await client.query(
    `insert into shelter.unit (tenant_id, id, dossier_id, name, version, changed_at)
     select t, u, u, 'huis', 1, now() from unnest($1::uuid[], $2::uuid[]) as a (t, u)`,
    [shelters, unit],
  );
  await client.query(
    `insert into shelter.place (tenant_id, id, unit_id, number, type, region, genders, min_age, children, is_wheelchair, takes_pets,
       languages, expertise, staffing, opens_on, version, changed_at)
     select ($1::uuid[])[1 + n % $3], gen_random_uuid(), ($2::uuid[])[1 + n % $3], 1 + n / $3, ($4::text[])[1 + n % 5],
       ($5::text[])[1 + n % 10], case n % 3 when 0 then '{man}' else '{woman}' end::text[], 18, n % 4, n % 5 = 0, n % 7 = 0, '{Engels,Pools}',
       case n % 4 when 0 then '{psychiatry}' else '{}' end::text[], 'always', '2010-01-01', 1, now()
     from generate_series(0, $6 - 1) as n`,
    [shelters, unit, SHELTERS, TYPES, POLICE_REGIONS, PLACES],
  );
  await client.query(
    `insert into shelter.capacity_check (tenant_id, checked_at)
     select t, now() - n * interval '1 day' from unnest($1::uuid[]) as t, generate_series(0, 700) as n`,
    [shelters],
  );
  // each place is taken 25 times in ten years, for about 120 nights; one in five is free now
  await client.query(
    `create temporary table stays as
     select p.tenant_id, p.id as place_id, gen_random_uuid() as id, s as nth,
       ($1::date - ($2 - s) * 146 - (p.number * 7) % 100 - case when p.number % 5 = 0 then 146 else 0 end) as from_night
     from shelter.place p, generate_series(1, $2) as s`,
    [today, (A_YEAR * YEARS) / PLACES],
  );
  await client.query(
    `insert into shelter.placement (tenant_id, id, code, via, holder_id, holder_name, from_night, until_night, reserved_at,
       reserved_by_name, accepted_at, arrived_at, departed_at, departure, version, place_ids)
     select tenant_id, id, upper(substr(md5(id::text), 1, 4) || '-' || substr(md5(id::text), 5, 4)) || left(id::text, 8), 'own', tenant_id,
       'eigen', from_night, from_night + 120, from_night::timestamp, 'Fictief', from_night::timestamp, from_night::timestamp,
       case when from_night + 120 < $1::date then (from_night + 120)::timestamp end,
       case when from_night + 120 < $1::date then 'other' end, 1, array[place_id]
     from stays`,
    [today],
  );
  await client.query(
    `insert into shelter.night_slot (tenant_id, place_id, night, placement_id)
     select s.tenant_id, s.place_id, s.from_night + n, s.id from stays s, generate_series(0, 119) as n`,
  );
  await client.query(
    `insert into shelter.booking (tenant_id, id, place_id, placement_id, from_night, until_night)
     select tenant_id, gen_random_uuid(), place_id, id, from_night, from_night + 120 from stays`,
  );
  await client.query('analyze');
  return shelters;
}

const needsOf = (index: number): Needs => ({
  position: 'dutch',
  gender: index % 3 === 0 ? 'man' : 'woman',
  age: 20 + (index % 30),
  others: [],
  children: index % 3,
  wheelchair: index % 9 === 0 ? 'must' : 'no',
  pet: index % 11 === 0 ? 'wish' : 'no',
  nightStaff: 'wish',
  language: 'Pools',
  speaks: 'wish',
  mustKnow: index % 5 === 0 ? ['psychiatry'] : [],
  mayKnow: ['psychiatry'],
  region: POLICE_REGIONS[index % 10],
  avoidRegions: [POLICE_REGIONS[(index + 3) % 10]!],
  apartFrom: [],
});
const typesOf = (index: number) => TYPES.filter((_, at) => (at + index) % 3 !== 0);

/** Measures all of it and says what it took. */
export async function measureShelter(say: (line?: string) => void, comma: (ms: number) => string): Promise<void> {
  await onBenchDatabase({ say, comma }, async ({ client, db, measure }) => {
    const today = dutchDay(new Date());
    const begin = performance.now();
    const shelters = await lay(client, today);
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from shelter.night_slot');
    say(
      `Gelegd: ${PLACES} plekken bij ${SHELTERS} opvangen, ${A_YEAR * YEARS} verblijven, ${rows[0]!.n} nachten, in ${comma((performance.now() - begin) / 1000)} s.`,
    );
    let offered = 0;
    await measure('Eén match met redenen', BUDGET.match, TURNS, async (index) => {
      const request = { types: typesOf(index), from: today, until: addDays(today, 90) } as unknown as PlaceRequest;
      const found = await look(db, { door: 'published' }, (tx) =>
        findPlaces(tx, request, { needs: needsOf(index) }, [], today),
      );
      offered += found.offers.length;
    });
    say(`  (gemiddeld ${comma(offered / (TURNS + 10))} plekken per match)`);
    const actorOf = (index: number): Actor =>
      ({
        organisationId: shelters[index % SHELTERS]!,
        organisationCode: `BO${index % SHELTERS}`,
        organisationName: 'Fictieve opvang',
        personId: newId(),
        personName: 'Fictief',
        membershipId: newId(),
        role: 'opvang',
      }) as unknown as Actor;
    await measure('Kalender van een opvang, veertien nachten', BUDGET.calendar, TURNS, (index) => {
      const actor = actorOf(index);
      return look(db, { door: 'own', tenantId: actor.organisationId }, (tx) => readCalendar(tx, actor, today));
    });
    const deed = (actor: Actor, action: string) => ({
      actor,
      activity: 'VA-05',
      activityVersion: 1,
      action,
      traceId: newId(),
    });
    await measure('Bezetting: ongewijzigd', BUDGET.capacity, TURNS, (index) => {
      const actor = actorOf(index);
      return transact(db, deed(actor, 'shelter.confirm-capacity'), (tx, time) => confirmUnchanged(tx, actor, time));
    });
    // what her page showed before she pressed the button
    const shown = new Map<string, string[]>();
    for (let index = 0; index < SHELTERS; index++) {
      const actor = actorOf(index);
      const own = await look(db, { door: 'own', tenantId: actor.organisationId }, (tx) =>
        readOwnPlaces(tx, actor, today),
      );
      shown.set(
        actor.organisationId,
        own.places.flatMap(({ place, stay }) => (stay ? [] : [place.id])),
      );
    }
    await measure('Bezetting: één plek bezet melden', BUDGET.capacity, 100, async (index) => {
      const actor = actorOf(index);
      const free = shown.get(actor.organisationId)!.pop();
      if (!free) throw new Error('a shelter has no free place left to report');
      const input = { taken: [free], seen: [], freeOn: addDays(today, 1) };
      return transact(db, deed(actor, 'shelter.record-stand'), (tx, time) => recordStand(tx, actor, input, time));
    });
    await measure(`Wat-als over ${OPEN} open aanvragen, in een draad`, BUDGET.whatIf, 5, async () => {
      const free = await look(db, { door: 'published' }, (tx) => freeTonight(tx, today));
      const asked = Array.from({ length: OPEN }, (_, index) => ({ types: typesOf(index), needs: needsOf(index) }));
      const answer = await whatIf(asked, free);
      if (!answer) throw new Error('what-if took too long');
    });
  });
}
