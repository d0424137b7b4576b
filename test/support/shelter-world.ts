import { beforeAll, beforeEach } from 'vitest';
import { nightOfNow } from '../../src/features/shelter/use-cases/night-of-now.ts';
import { addDays, dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { agreeOn, aUnit, mayPlace, type PLACES } from './a-shelter.ts';
import { documentOf, type TestApp, testApp } from './app.ts';
import { anActor, anOrganisation, type TestOrganisation } from './builders.ts';
import { createDatabase, type TestDatabase } from './database.ts';
import { openGate } from './open-gate.ts';

type Fields = Readonly<Record<string, string>>;

/** What differs from one test to the next. */
interface Around {
  database: TestDatabase;
  app: TestApp;
  /** A shelter, the desk that may place there and hears its addresses, and somebody who works at each. */
  shelter: TestOrganisation;
  desk: TestOrganisation;
  worker: Actor;
  placer: Actor;
}

const REQUESTS = '/plaatsen/aanvragen';
/** A woman of thirty who may be in women's shelter; a test says what differs. */
const ASKED = {
  positie: 'nederlander',
  geslacht: 'vrouw',
  leeftijd: '30',
  spoed: 'vannacht',
  bellen: '06 12345678',
} as const;
const CONSENT = { gegevenDoor: 'person', hoe: 'written', taal: 'nl' } as const;

/**
 * A shelter and a desk that places there, in a database of its own: what is free is seen by everybody who places, so each test begins
 * with nothing free. Called in a `describe`; what it gives is there once a test runs.
 */
export function shelterWorld() {
  const world = {} as Around;
  beforeAll(async () => {
    world.database = await createDatabase();
    world.app = await testApp(world.database);
    return () => world.database.close();
  });
  beforeEach(async () => {
    const { database } = world;
    await database.admin.deleteFrom('shelter.night_slot').execute();
    await database.admin
      .updateTable('shelter.place')
      .set({ closes_on: '2020-01-02' as never })
      .execute();
    world.shelter = await anOrganisation(database, 'opvangorganisatie');
    world.desk = await anOrganisation(database, 'comensha');
    world.worker = await anActor(database, 'opvang', world.shelter);
    world.placer = await anActor(database, 'comensha-plaatsing', world.desk);
    await openGate(database, world.desk.id, 'shelter');
    await mayPlace(database, world.shelter.id, world.desk.id);
    await agreeOn(database, 'opvangadres', world.shelter.id, world.desk.id);
  });
  const night = nightOfNow({ now: new Date(), today: dutchDay(new Date()) });
  const ofShelter = () => world.shelter.id;

  /** Writes down a house. @returns its places */
  async function placesIn(name: string, count = 1, changes: Partial<typeof PLACES> | Record<string, unknown> = {}) {
    const unit = await aUnit(world.database, world.worker, name, count, changes as Partial<typeof PLACES>);
    const rows = world.database.admin.selectFrom('shelter.place').select('id').where('unit_id', '=', unit);
    return (await rows.orderBy('number').execute()).map(({ id }) => id);
  }
  const stays = () =>
    world.database.admin.selectFrom('shelter.placement').selectAll().where('tenant_id', '=', ofShelter()).execute();
  const nights = () =>
    world.database.admin.selectFrom('shelter.night_slot').selectAll().where('tenant_id', '=', ofShelter()).execute();
  const only = async () => (await stays())[0]!;

  /** What people of this organisation were told and still are, in the order of telling. */
  async function told(organisation: TestOrganisation, only: 'all' | 'waiting' = 'all') {
    const rows = await world.database.admin
      .selectFrom('deadlines.notification')
      .select(['kind', 'withdrawn_at'])
      .where('tenant_id', '=', organisation.id)
      .where('kind', 'like', 'shelter.%')
      .orderBy('created_at')
      .execute();
    return rows.filter((row) => only === 'all' || row.withdrawn_at === null).map(({ kind }) => kind);
  }

  /** Asks for a place from the list of free places, from tonight on. */
  async function reserve(placeId: string, changes: Fields = {}, as = world.placer) {
    const visitor = await world.app.visitor(as);
    const path = `/plaatsen/vrij/${placeId}`;
    const form = await visitor.form(`${path}?later`, path);
    const nights = { van: writeDutchDate(night), tot: writeDutchDate(addDays(night, 10)) };
    return visitor.send({ ...form, fields: { ...form.fields, ...nights, ...changes } });
  }
  /** Presses a button of a page. */
  async function press(as: Actor, path: string, at: string, fields: Fields = {}) {
    const visitor = await world.app.visitor(as);
    const form = await visitor.form(path, `${path}/${at}`);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }

  /** Somebody is inside, in the first of three places of one house. */
  async function arrived(tot = 10) {
    const [one, two] = await placesIn('Kelder', 3);
    await reserve(one!, { tot: writeDutchDate(addDays(night, tot)) });
    const { id } = await only();
    const own = `/opvang/plaatsingen/${id}`;
    await press(world.worker, own, 'aangekomen');
    return { id, own, one: one!, two: two! };
  }

  /** Writes down a request for a place. */
  async function ask(changes: Fields = {}, path = `${REQUESTS}/nieuw`, given: Fields = CONSENT) {
    const visitor = await world.app.visitor(world.placer);
    const form = await visitor.form(path, path);
    return visitor.send({ ...form, fields: { ...form.fields, ...ASKED, ...given, ...changes } });
  }
  async function choose(code: string, placeId: string, fields: Fields = {}, as = world.placer) {
    const visitor = await world.app.visitor(as);
    const form = await visitor.form(`${REQUESTS}/${code}/kies?plek=${placeId}`, `${REQUESTS}/${code}/kies`);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const page = async (path: string, as = world.placer) => documentOf(await (await world.app.visitor(as)).get(path));
  /** The words of a page, with single spaces. */
  const textOf = async (path: string, as = world.placer) =>
    ((await page(path, as)).querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ');
  /** Which places a request may choose, in the order shown. */
  const offered = async (code: string) =>
    [...(await page(`${REQUESTS}/${code}`)).querySelectorAll('main ol a[href*="/kies?plek="]')].map(
      (link) => new URLSearchParams(link.getAttribute('href')!.split('?')[1]).get('plek')!,
    );
  const stored = () =>
    world.database.admin.selectFrom('shelter.request').selectAll().where('tenant_id', '=', world.desk.id).execute();

  return {
    world,
    ...{ placesIn, stays, nights, only, told, reserve, press, arrived, ask, choose, page, textOf, offered, stored },
  };
}

/** What stands beside a field. */
export const errorAt = (answer: Parameters<typeof documentOf>[0], field: string): string =>
  documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent ?? '';

/** The code of the request that an answer leads to. */
export const codeIn = (answer: { readonly headers: { readonly location?: unknown } }): string =>
  String(answer.headers.location).split('/').at(-1)!;
