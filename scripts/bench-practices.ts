/**
 * What finding a practice or a question costs among ten thousand of each, measured at the use cases with their transactions on a database of its own; pages
 * add what every page adds. All made up. Asserts nothing, because time differs per machine.
 */
import type { Client } from 'pg';
import { searchPractices } from '../src/features/practices/use-cases/library.ts';
import { readPeers } from '../src/features/practices/use-cases/peers.ts';
import { readQuestions } from '../src/features/practices/use-cases/questions.ts';
import { look } from '../src/platform/db/transact.ts';
import { newId } from '../src/platform/ids/uuid.ts';
import { onBenchDatabase, type Say } from './bench-database.ts';

const PRACTICES = 10_000;
const TURNS = 200;
const SEARCH_MS = 50;
const MUNICIPALITIES = 342;
const PEERS_MS = 50;

/** Of rare words and of words that stand in every practice, alone and together. */
const ASKED = ['hotel', 'arbeidsmigranten huisvesting', 'controle', 'training balie', 'gemeente', 'vakantiepark tolk'];
const WORDS =
  `hotel hotels receptie controle huisvesting arbeidsmigranten tolk balie training meldroute kaart oefening signaal
  signalen vakantiepark supermarkt spreekuur werkgever loon paspoort woning huurteam toezicht wijkagent school jongeren
  zorgcoördinator opvang nazorg raad college convenant privacy afspraak campagne poster evaluatie bibob vergunning sluiting`
    .split(/\s+/)
    .filter(Boolean)
    // and words that nobody asks for here, so that what is asked stands in some practices and not in all
    .concat(Array.from({ length: 400 }, (_, index) => `anders${index}`));

/** Lays them by one statement; words are drawn by the number of the practice. */
export async function layPractices(client: Client): Promise<void> {
  const publisher = newId();
  await client.query(
    `insert into organisations.organisation (id, code, name, kind, valid_from) values ($1, 'BV', 'Fictief bureau', 'vng', '2010-01-01')`,
    [publisher],
  );
  // forty words a field, drawn by the number of the practice: some words are everywhere, others rare
  const drawn = (salt: number) =>
    `(select string_agg(($2::text[])[1 + ((n * (7 + k) + k * k * ${salt}) % cardinality($2::text[]))], ' ') from generate_series(1, 40) k)`;
  await client.query(
    `insert into practices.practice (tenant_id, id, source_id, type, title, problem, deed, effect, forms, evidence, licence,
         documents, as_of, review_on, is_verified, version, published_at)
       select $1, gen_random_uuid(), $1, 'training', 'Gemeente ' || n || ' ' || ($2::text[])[1 + n % cardinality($2::text[])],
         ${drawn(3)}, ${drawn(5)}, ${drawn(11)}, '{}', 'gedaan', 'cc0', '[]', '2026-01-01', '2028-01-01', true, 1,
         '2026-01-01'::timestamptz + n * interval '1 minute'
       from generate_series(1, ${PRACTICES}) n`,
    [publisher, WORDS],
  );
  // as many questions, each with an answer, in the same words
  await client.query(
    `with asked as (
       insert into practices.question (tenant_id, id, source_id, title, text, asked_on, answer_by, published_at)
       select $1, gen_random_uuid(), $1, 'Vraag ' || n || ' ' || ($2::text[])[1 + n % cardinality($2::text[])], ${drawn(3)},
         '2026-01-01', '2026-01-06', '2026-01-01'::timestamptz + n * interval '1 minute'
       from generate_series(1, ${PRACTICES}) n
       returning id, text, published_at)
     insert into practices.answer (tenant_id, id, question_id, source_id, text, published_at)
     select $1, gen_random_uuid(), id, $1, reverse(text) || ' ' || text, published_at from asked`,
    [publisher, WORDS],
  );
  await client.query('analyze practices.practice, practices.question, practices.answer');
}

/** As many municipalities as there are, each with what is compared; half of them arranged what is asked. */
async function layMunicipalities(client: Client): Promise<void> {
  await client.query(
    `with province as (
       insert into organisations.organisation (id, code, name, kind, valid_from)
       values (gen_random_uuid(), 'PB20', 'Fictieve provincie', 'provincie', '2010-01-01') returning id),
     made as (
       insert into organisations.organisation (id, code, name, kind, valid_from)
       select gen_random_uuid(), 'GB' || lpad(n::text, 4, '0'), 'Fictieve gemeente ' || n, 'gemeente', '2010-01-01'
       from generate_series(1, ${MUNICIPALITIES}) n returning id, code),
     told as (
       insert into approach.standing (tenant_id, element, state, decided_on, lapses_on, evidence_kind, published_at)
       select id, 'K1.1', 'present', '2026-01-01', '2099-01-01', 'besluit', '2026-01-02' from made where code < 'GB0171')
     insert into organisations.municipality (organisation_id, province_code, population, population_on, land_km2,
       address_density, urbanity, longitude, latitude, hexagon_q, hexagon_r)
     select id, 'PB20', 10000 + 500 * right(code, 4)::int, '2026-01-01', 100, 300 + right(code, 4)::int,
       1 + right(code, 4)::int % 5, 5, 52, right(code, 4)::int, 0 from made`,
  );
}

export async function measurePractices(say: Say, comma: (value: number) => string): Promise<void> {
  await onBenchDatabase({ say, comma }, async ({ client, db, measure }) => {
    await layPractices(client);
    say(`Gelegd: ${PRACTICES} voorbeelden, en evenveel vragen met een antwoord.`);
    for (const words of ASKED)
      await measure(`Vragen zoeken op «${words}»`, SEARCH_MS, TURNS, () =>
        look(db, { door: 'published' }, (tx) =>
          readQuestions(tx, { words, element: undefined }, { limit: 20, offset: 0 }),
        ),
      );
    await measure('De nieuwste vragen, zonder woorden', SEARCH_MS, TURNS, () =>
      look(db, { door: 'published' }, (tx) =>
        readQuestions(tx, { words: '', element: undefined }, { limit: 20, offset: 0 }),
      ),
    );
    for (const words of ASKED)
      await measure(`Zoeken op «${words}»`, SEARCH_MS, TURNS, () =>
        look(db, { door: 'published' }, (tx) => searchPractices(tx, { words }, { limit: 20, offset: 0 })),
      );
    await layMunicipalities(client);
    const own = { organisationId: newId(), organisationCode: 'GB0001' };
    await measure(`Gemeenten zoals u, over ${MUNICIPALITIES}`, PEERS_MS, TURNS, () =>
      look(db, { door: 'published' }, (tx, { today }) => readPeers(tx, own, 'K1.1', today)),
    );
    await measure('De nieuwste, zonder woorden', SEARCH_MS, TURNS, () =>
      look(db, { door: 'published' }, (tx) => searchPractices(tx, { words: '' }, { limit: 20, offset: 0 })),
    );
  });
}
