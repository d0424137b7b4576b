import { afterAll, beforeAll, beforeEach } from 'vitest';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { addDays, addMonths, dutchDay, type PlainDate, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { type TestApp, testApp, type Visitor } from './app.ts';
import { anActor, anOrganisation, type TestOrganisation } from './builders.ts';
import { createDatabase, type TestDatabase } from './database.ts';

/** Where VNG keeps public sources, and where a municipality says what is true of them. */
export const SOURCES = '/monitor/openbare-bronnen';
export const KNOWN_HERE = '/aanpak/openbare-bronnen';

/** VNG and one real municipality a test, of which a public source tells something. */
export class PublicFactsWorld {
  database!: TestDatabase;
  app!: TestApp;
  finder!: TestOrganisation;
  adviser!: Visitor;
  places: readonly TestOrganisation[] = [];
  place!: TestOrganisation;
  today!: PlainDate;
  /** So many municipalities had a test. */
  taken = 0;

  /** Opens the world for all tests of the file. */
  static forEachTest(): PublicFactsWorld {
    const world = new PublicFactsWorld();
    beforeAll(() => world.open());
    afterAll(() => world.database.close());
    beforeEach(() => {
      world.place = world.places[world.taken++]!;
    });
    return world;
  }

  private async open() {
    this.database = await createDatabase();
    this.app = await testApp(this.database);
    this.finder = await anOrganisation(this.database, 'vng');
    this.adviser = await this.app.visitor(await anActor(this.database, 'vng-adviseur', this.finder));
    this.today = dutchDay(await readClock(this.database.kysely));
    this.places = await this.database.admin
      .selectFrom('organisations.organisation as o')
      .innerJoin('organisations.municipality as m', 'm.organisation_id', 'o.id')
      .select(['o.id', 'o.code', 'o.name'])
      .where('o.valid_until', 'is', null)
      .orderBy('o.code')
      .execute();
  }

  async colleague(role: Role = 'beleidsmedewerker', at: TestOrganisation = this.place): Promise<Visitor> {
    return this.app.visitor(await anActor(this.database, role, at));
  }

  /** What VNG fills in about the municipality of this test. */
  source(change: Readonly<Record<string, string>> = {}): Record<string, string> {
    return {
      gemeente: this.place.code,
      onderdeel: 'K1.1',
      bron: 'lokaleregelgeving',
      cvdr: 'CVDR123456',
      titel: `Beleidsregel ${this.place.name}`,
      vindplaats: '',
      orgaan: 'b-en-w',
      datum: writeDutchDate(addDays(this.today, -100)),
      geldigTot: writeDutchDate(addMonths(this.today, 20)),
      bekekenOp: writeDutchDate(this.today),
      ...change,
    };
  }

  /** VNG enters a source about the municipality of this test. */
  async enter(change: Readonly<Record<string, string>> = {}, as: Visitor = this.adviser) {
    const form = await as.form(`${SOURCES}/nieuw`, SOURCES);
    return as.send({ ...form, fields: { ...form.fields, ...this.source(change) } });
  }

  stored(at: TestOrganisation = this.place) {
    return this.database.admin
      .selectFrom('approach.public_fact')
      .selectAll()
      .where('municipality_id', '=', at.id)
      .execute();
  }

  async idOf(at: TestOrganisation = this.place): Promise<string> {
    return (await this.stored(at)).find((row) => row.withdrawn_on === null)!.id;
  }

  /** How the monitor shows K1.1 of a municipality. */
  async stateOf(at: TestOrganisation = this.place, as: Visitor = this.adviser) {
    return (await as.get('/monitor.json?onderdeel=K1.1'))
      .json<{ gemeenten: { gemeentecode: string; stand: string }[] }>()
      .gemeenten.find(({ gemeentecode }) => gemeentecode === at.code)?.stand;
  }

  /** What the municipality holds itself. */
  facts() {
    return this.database.admin.selectFrom('approach.fact').selectAll().where('tenant_id', '=', this.place.id).execute();
  }

  standing() {
    return this.database.admin
      .selectFrom('approach.standing')
      .selectAll()
      .where('tenant_id', '=', this.place.id)
      .execute();
  }
}
