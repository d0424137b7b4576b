import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { seedRegister } from '../../src/app/seed/country-registrations.ts';
import { type MadeUpRecord, MISTAKES, madeUpRecords } from '../../src/app/seed/made-up-people.ts';
import {
  type Comparable,
  comparable,
  comparePersons,
} from '../../src/features/registration/domain/linkage/compare-persons.ts';
import { blockingValues, identityKey } from '../../src/features/registration/index.ts';
import { stopwatch } from '../../src/platform/clock/real-time.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import { aRegister } from '../support/a-registration.ts';
import { TEST_KEYS } from '../support/app.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

vi.setConfig({ testTimeout: 3_600_000 });

/** The points were set on the seeds 1, 2 and 3; these were not looked at while they were. */
const SEED = 20_261_202;
/** With two hundred pairs of a kind, one set says a kind to within two hundredths; ten say it to within one. */
const MORE_SEEDS = [401, 402, 403, 404, 405, 406, 407, 408, 409, 410];
const RECORDS = Number(process.env.PROOF_N ?? 10_000);
const OUT = process.env.PROOF_OUT;
/** What is asked of each kind of mistake, and of all together. */
const FLOOR = 0.95;
/** Below the floor by choice, said in docs/metingen: two things are missing at once, and what is left too many people share. */
const BELOW = new Set<MadeUpRecord['how']>(['one-name-and-first-of-january']);

const said: string[] = [];
const say = (line: string) => {
  said.push(line);
  console.log(line);
};
const share = (part: number, of: number) => (of === 0 ? 1 : part / of);
const written = (value: number) => value.toFixed(3).replace('.', ',');

interface Tally {
  pairs: number;
  found: number;
  probable: number;
  wrong: number;
  wrongProbable: number;
}

describe(`linking ${RECORDS} made-up registrations of which the truth is known`, () => {
  const records = madeUpRecords(RECORDS, SEED);
  let database: TestDatabase;

  afterAll(() => {
    if (OUT) writeFileSync(OUT, `${said.join('\n')}\n`);
  });

  it('finds 95 of 100 pairs of one person, and 95 of 100 that it offers are one', async () => {
    database = await createDatabase();
    const vault = createVault(database.kysely, TEST_KEYS);
    const register = await aRegister(database);
    const ids = await seedRegister(database.kysely, vault, { tenantId: register.id, records, seed: SEED });

    const lasted = stopwatch();
    const ran = await runEverythingDue(database.kysely, 'demo', { wait: true, vault });
    const seconds = lasted() / 1000;
    expect(ran).toEqual({ done: RECORDS, failed: 0 });
    say(
      `Als taak: ${RECORDS} registraties in ${seconds.toFixed(1).replace('.', ',')} s, ${Math.round(RECORDS / seconds)} per seconde (eis: 50).`,
    );

    const known = new Map(ids.map((id, index) => [id, records[index]!]));
    const rows = await database.admin
      .selectFrom('registration.candidate')
      .select(['one_id', 'other_id', 'kind'])
      .where('tenant_id', '=', register.id)
      .where('kind', '!=', 'nameless')
      .execute();
    const counted = new Count();
    counted.truth(records);
    for (const { one_id, other_id, kind } of rows)
      counted.offered(known.get(one_id)!, known.get(other_id)!, kind !== 'possible');
    say('');
    counted.sayAll();
    say('');
    say(
      `Onder de ${counted.of('all').wrong} onjuiste voorstellen zijn ${counted.of('look-alike').wrong} naamgenoten met dezelfde 1 januari (van ${records.filter(({ how }) => how === 'look-alike').length} die zijn toegevoegd), en ${counted.of('first').wrong} paren van twee eerste registraties.`,
    );
    expect(counted.of('none').pairs).toBeGreaterThan(0);
    counted.expectFloor('all');
    // nobody was merged, whatever was found
    const merged = await database.admin
      .selectFrom('registration.record')
      .select('id')
      .where('merged_into', 'is not', null)
      .execute();
    expect(merged).toEqual([]);
    // compared again it finds the same
    await database.admin
      .updateTable('registration.linkage_record')
      .set((eb) => ({ link_at: eb.ref('linked_at') }))
      .where('tenant_id', '=', register.id)
      .where('id', 'in', (eb) => eb.selectFrom('registration.linkage_record').select('id').orderBy('id').limit(200))
      .execute();
    await runEverythingDue(database.kysely, 'demo', { wait: true, vault });
    const again = await database.admin
      .selectFrom('registration.candidate')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('kind', '!=', 'nameless')
      .executeTakeFirstOrThrow();
    expect(Number(again.total)).toBe(rows.length);

    const single: number[] = [];
    for (const id of ids.slice(0, 60)) {
      await database.admin
        .updateTable('registration.linkage_record')
        .set((eb) => ({ link_at: eb.ref('linked_at') }))
        .where('record_id', '=', id)
        .execute();
      const one = stopwatch();
      await runEverythingDue(database.kysely, 'demo', { wait: true, vault });
      single.push(one());
    }
    single.sort((a, b) => a - b);
    say(
      `Eén registratie, met de ronde van de taken erbij: mediaan ${Math.round(single[30]!)} ms, de traagste van zestig ${Math.round(single.at(-1)!)} ms (eis: 200 ms).`,
    );
    vault.close();
    await database.close();
  });

  it(`finds the same of ${MORE_SEEDS.length} sets, for each kind of mistake`, () => {
    const counted = new Count();
    for (const seed of MORE_SEEDS) {
      const records = madeUpRecords(RECORDS, seed);
      counted.truth(records);
      const persons = records.map((record) =>
        comparable(
          record,
          { ...record, identifiedOn: undefined },
          { place: record.region, receivedOn: `${record.seenIn}` },
        ),
      );
      const blocks = Map.groupBy(
        records.flatMap((record, at) => [...new Set(blockingValues(record))].map((value) => ({ value, at }))),
        ({ value }) => value,
      );
      const compared = new Set<string>();
      for (const block of blocks.values())
        for (const [index, { at: one }] of block.entries())
          for (const { at: other } of block.slice(index + 1)) {
            if (compared.has(`${one} ${other}`)) continue;
            compared.add(`${one} ${other}`);
            const kind = offeredAs(persons, records, one, other);
            if (kind) counted.offered(records[one]!, records[other]!, kind !== 'possible');
          }
    }
    say('');
    say(`${MORE_SEEDS.length} andere verzamelingen van ${RECORDS}, samen:`);
    say('');
    counted.sayAll();
    for (const mistake of MISTAKES) if (!BELOW.has(mistake)) counted.expectFloor(mistake);
    counted.expectFloor('all');
  });
});

/** As the work of the register does it, without a database (link-records.ts). */
function offeredAs(persons: readonly Comparable[], records: readonly MadeUpRecord[], one: number, other: number) {
  const key = identityKey(records[one]!);
  if (key !== undefined && key === identityKey(records[other]!)) return 'exact';
  return comparePersons(persons[one]!, persons[other]!)?.kind;
}

type Kind = MadeUpRecord['how'] | 'all';

/** Counts per kind of mistake what was to be found, what was offered, and what of it was right. */
class Count {
  readonly #tallies = new Map<Kind, Tally>();

  of(kind: Kind): Tally {
    const found = this.#tallies.get(kind) ?? { pairs: 0, found: 0, probable: 0, wrong: 0, wrongProbable: 0 };
    this.#tallies.set(kind, found);
    return found;
  }

  truth(records: readonly MadeUpRecord[]): void {
    for (const { how } of pairsOf(records)) for (const kind of [how, 'all'] as const) this.of(kind).pairs += 1;
  }

  offered(one: MadeUpRecord, other: MadeUpRecord, isProbable: boolean): void {
    const isOne = one.personId === other.personId;
    const kinds = isOne ? [later(one, other)] : [...new Set([one.how, other.how])].filter((how) => how !== 'first');
    for (const kind of ['all', ...(kinds.length > 0 ? kinds : ['first'])] as Kind[]) {
      const tally = this.of(kind);
      if (isOne) tally.found += 1;
      else tally.wrong += 1;
      if (isProbable && isOne) tally.probable += 1;
      if (isProbable && !isOne) tally.wrongProbable += 1;
    }
  }

  sayAll(): void {
    say(
      '| wat er anders is | paren | gevonden (volledigheid) | juist van wat wordt voorgesteld | juist van «waarschijnlijk» |',
    );
    say('|---|--:|--:|--:|--:|');
    for (const mistake of MISTAKES) this.#line(WORDS[mistake], this.of(mistake));
    this.#line('**alles samen**', this.of('all'));
  }

  #line(name: string, { pairs, found, wrong, probable, wrongProbable }: Tally): void {
    say(
      `| ${name} | ${pairs} | ${written(share(found, pairs))} | ${written(share(found, found + wrong))} | ${probable + wrongProbable === 0 ? 'geen' : written(share(probable, probable + wrongProbable))} |`,
    );
  }

  expectFloor(kind: Kind): void {
    const { pairs, found, wrong } = this.of(kind);
    expect.soft(share(found, pairs), `recall of ${kind}`).toBeGreaterThanOrEqual(FLOOR);
    expect.soft(share(found, found + wrong), `precision of ${kind}`).toBeGreaterThanOrEqual(FLOOR);
  }
}

const later = (one: MadeUpRecord, other: MadeUpRecord) => (one.how === 'first' ? other.how : one.how);

function pairsOf(records: readonly MadeUpRecord[]): readonly { readonly how: MadeUpRecord['how'] }[] {
  const byPerson = Map.groupBy(records, ({ personId }) => personId);
  return [...byPerson.values()].flatMap((same) =>
    same.flatMap((one, at) => same.slice(at + 1).map((other) => ({ how: later(one, other) }))),
  );
}

const WORDS: Readonly<Record<(typeof MISTAKES)[number], string>> = {
  none: 'niets: alleen andere regio, of iets onbekend',
  transliteration: 'anders geschreven',
  'marks-dropped': 'zonder accenten',
  'order-swapped': 'voor- en achternaam verwisseld',
  'day-and-month-swapped': 'dag en maand verwisseld',
  'first-of-january': '1 januari in plaats van de dag',
  'one-name-only': 'maar één naam',
  'one-name-and-first-of-january': 'één naam, en 1 januari',
  'spelling-mistake': 'een tikfout in de naam',
  'part-missing': 'een deel van de naam ontbreekt',
  'year-only': 'alleen het geboortejaar',
  'date-unknown': 'geen geboortedatum',
  'year-mistaken': 'een jaar ernaast',
  'day-mistyped': 'een andere dag getypt',
  'nationality-differs': 'een andere nationaliteit',
  'transliteration-and-order': 'anders geschreven, en verwisseld',
  'transliteration-and-first-of-january': 'anders geschreven, en 1 januari',
};
