import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { seedRegister } from '../../src/app/seed/country-registrations.ts';
import { type MadeUpRecord, MISTAKES, madeUpRecords } from '../../src/app/seed/made-up-people.ts';
import { stopwatch } from '../../src/platform/clock/real-time.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import { aRegister } from '../support/a-registration.ts';
import { TEST_KEYS } from '../support/app.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

vi.setConfig({ testTimeout: 3_600_000 });

/** The points were set on the seeds 1, 2 and 3; this one was not looked at while they were. */
const SEED = 20_261_130;
const RECORDS = Number(process.env.PROOF_N ?? 10_000);
const OUT = process.env.PROOF_OUT;
/** What is asked of each kind of mistake, and of all together. */
const FLOOR = 0.95;
/**
 * Below the floor by choice or by nature, said in docs/metingen: one name with 1 January is never offered, since too many people share
 * it; and a whole name without a day of birth is shared by more people than there are registrations of one.
 */
const BELOW = new Set<MadeUpRecord['how']>(['one-name-and-first-of-january', 'date-unknown']);

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
    const tallies = new Map<MadeUpRecord['how'], Tally>();
    const tally = (how: MadeUpRecord['how']): Tally => {
      const found = tallies.get(how) ?? { pairs: 0, found: 0, probable: 0, wrong: 0, wrongProbable: 0 };
      tallies.set(how, found);
      return found;
    };
    const all = tally('none');
    const total: Tally = { pairs: 0, found: 0, probable: 0, wrong: 0, wrongProbable: 0 };
    for (const { how } of pairsOf(records)) {
      tally(how).pairs += 1;
      total.pairs += 1;
    }
    for (const { one_id, other_id, kind } of rows) {
      const [one, other] = [known.get(one_id)!, known.get(other_id)!];
      const isProbable = kind !== 'possible';
      const isOne = one.personId === other.personId;
      const kinds = isOne ? [later(one, other)] : [...new Set([one.how, other.how])].filter((how) => how !== 'first');
      for (const each of [total, ...(kinds.length > 0 ? kinds : (['first'] as const)).map(tally)]) {
        if (isOne) each.found += 1;
        else each.wrong += 1;
        if (isProbable && isOne) each.probable += 1;
        if (isProbable && !isOne) each.wrongProbable += 1;
      }
    }
    expect(all.pairs).toBeGreaterThan(0);
    say('');
    say(
      '| wat er anders is | paren | gevonden (volledigheid) | juist van wat wordt voorgesteld | juist van «waarschijnlijk» |',
    );
    say('|---|--:|--:|--:|--:|');
    const line = (name: string, { pairs, found, wrong, probable, wrongProbable }: Tally) =>
      say(
        `| ${name} | ${pairs} | ${written(share(found, pairs))} | ${written(share(found, found + wrong))} | ${probable + wrongProbable === 0 ? 'geen' : written(share(probable, probable + wrongProbable))} |`,
      );
    for (const mistake of MISTAKES) line(WORDS[mistake], tally(mistake));
    line('**alles samen**', total);
    say('');
    say(
      `Onder de ${total.wrong} onjuiste voorstellen zijn ${tally('look-alike').wrong} naamgenoten met dezelfde 1 januari (van ${records.filter(({ how }) => how === 'look-alike').length} die zijn toegevoegd), en ${tally('first').wrong} paren van twee eerste registraties.`,
    );

    for (const mistake of MISTAKES) {
      if (BELOW.has(mistake)) continue;
      const { pairs, found, wrong } = tally(mistake);
      expect.soft(share(found, pairs), `recall of ${mistake}`).toBeGreaterThanOrEqual(FLOOR);
      expect.soft(share(found, found + wrong), `precision of ${mistake}`).toBeGreaterThanOrEqual(FLOOR);
    }
    expect.soft(share(total.found, total.pairs)).toBeGreaterThanOrEqual(FLOOR);
    expect.soft(share(total.found, total.found + total.wrong)).toBeGreaterThanOrEqual(FLOOR);
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
});

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
