import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acquireEmbeddedServer } from '../../src/platform/embedded-postgres/embedded-server.ts';
import { addDays, dutchDay, type PlainDate, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { Browserless } from '../support/browserless.ts';
import { type RawProcess, runRaw, START_WITHIN_MS } from '../support/raw-process.ts';

const ATTEMPTS = Number(process.env.PROOF_N ?? 240);
const KILLS = Math.max(2, Math.round(ATTEMPTS / 200));
const PROCESSES = 3;
const VISITORS = 12;
/** So many at once want the same place for the same night. */
const TOGETHER = 6;
/** And so many, once, at the very same moment. */
const BURST = process.env.PROOF_WHOLE === 'true' ? 1000 : 100;
const NIGHT_SHIFT = 'de nachtdienst';
const LOST = 'al aan een ander gegeven';

interface Acknowledged {
  readonly location: string;
  readonly placeId: string;
  readonly night: string;
}

describe(`${ATTEMPTS} attempts to reserve, ${PROCESSES} processes on one database, ${KILLS} times kill -9`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'in-beeld-shelter-races-'));
  const processes: { product: RawProcess; url: string }[] = [];
  let ended = false;
  afterAll(async () => {
    ended = true;
    for (const { product } of processes) await product.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });
  const start = async () => {
    const product = runRaw('main', { DATA_DIR: folder, DEMO: '1' });
    return { product, url: (await product.untilSaid(/^Klaar: (\S+)$/m))[1]! };
  };

  beforeAll(async () => {
    for (let index = 0; index < PROCESSES; index++) processes.push(await start());
  }, START_WITHIN_MS * PROCESSES);

  it(`answers each of ${BURST} who want the last place at one moment, and gives it to one`, async () => {
    const visitors = await Promise.all(Array.from({ length: VISITORS }, () => signedIn(processes[0]!.url)));
    const [placeId] = await placesOf(visitors[0]!.visitor);
    const night = addDays(dutchDay(new Date()), 50);
    const took: number[] = [];
    const attempt = async (index: number) => {
      const { visitor, csrf } = visitors[index % VISITORS]!;
      const began = performance.now();
      const form = { action: `/plaatsen/vrij/${placeId}`, fields: promised(csrf, `stoot-${index}`, night, 1) };
      const answer = await visitor.at(processes[index % PROCESSES]!.url).send(form);
      const text = await answer.text();
      took.push(performance.now() - began);
      return answer.status === 409 && text.includes(LOST) ? 'lost' : `${answer.status}`;
    };
    const answers = await Promise.all(Array.from({ length: BURST }, (_, index) => attempt(index)));
    const counts: Record<string, number> = {};
    for (const kind of answers) counts[kind] = (counts[kind] ?? 0) + 1;
    const sorted = took.toSorted((a, b) => a - b);
    const seconds = (part: number) => ((sorted[Math.ceil(sorted.length * part) - 1] ?? 0) / 1000).toFixed(1);
    console.log(
      `${BURST} pogingen op één ogenblik in ${PROCESSES} processen: ${counts['303'] ?? 0} gegeven, ${counts.lost ?? 0} geweigerd omdat een ander eerder was; antwoord mediaan ${seconds(0.5)} s, p95 ${seconds(0.95)} s, de laatste ${seconds(1)} s`,
    );
    expect(counts).toEqual({ '303': 1, lost: BURST - 1 });
  }, 600_000);

  it('gives no place twice, and loses no reservation that was acknowledged', async () => {
    const first = await Browserless.signIn(processes[0]!.url, 'comensha-plaatsing', 'COM');
    const places = await placesOf(first);
    expect(places.length).toBeGreaterThan(20);
    // pages of one visitor differ by their key only, so each keeps one and makes keys of her own
    const visitors = await Promise.all(Array.from({ length: VISITORS }, () => signedIn(processes[0]!.url)));
    const acknowledged: Acknowledged[] = [];
    const answers = new Map<string, number>();
    let turn = 0;
    let kills = 0;
    const killing = (async () => {
      while (kills < KILLS && !ended) {
        await until(() => turn >= ((kills + 1) * ATTEMPTS) / (KILLS + 1));
        const which = 1 + (kills % (PROCESSES - 1));
        await processes[which]!.product.kill('SIGKILL');
        kills++;
        processes[which] = await start();
      }
    })();
    const today = dutchDay(new Date());
    await Promise.all(
      visitors.map(async ({ visitor, csrf }, index) => {
        while (turn < ATTEMPTS) {
          const mine = turn++;
          const round = Math.floor(mine / TOGETHER);
          const placeId = places[round % places.length]!;
          const night = addDays(today, 60 + Math.floor(round / places.length));
          const fields = promised(csrf, `bewijs-${mine}`, night, 1 + (mine % 2));
          const answer = await persist(visitor, { action: `/plaatsen/vrij/${placeId}`, fields }, () => {
            const { url } = processes[(index + mine) % PROCESSES]!;
            return url;
          });
          answers.set(answer.kind, (answers.get(answer.kind) ?? 0) + 1);
          if (answer.kind === 'given') acknowledged.push({ location: answer.location, placeId, night });
        }
      }),
    );
    await killing;
    const seen = await countIn(folder, acknowledged);
    console.log(
      `${ATTEMPTS} pogingen in ${PROCESSES} processen, ${kills} keer kill -9: ${acknowledged.length} gegeven, ${answers.get('lost') ?? 0} geweigerd omdat een ander eerder was; ${seen.double} dubbel gegeven, ${seen.missing} bevestigde kwijt`,
    );
    expect([...answers.keys()].toSorted()).toEqual(['given', 'lost']);
    // with the one of the burst
    expect(seen).toEqual({ double: 0, missing: 0, unbooked: 0, stays: acknowledged.length + 1 });
    expect(kills).toBe(KILLS);
  }, 7_200_000);

  async function signedIn(url: string) {
    const visitor = await Browserless.signIn(url, 'comensha-plaatsing', 'COM');
    const { fields } = await visitor.form(`/plaatsen/vrij/${(await placesOf(visitor))[0]!}`, undefined);
    return { visitor, csrf: fields._csrf! };
  }
});

/** The form of a place that was promised on the telephone, with a key of its own. */
const promised = (csrf: string, key: string, night: PlainDate, nights: number) => ({
  _csrf: csrf,
  _sleutel: `${key}-${'x'.repeat(8)}`,
  hoe: 'telefonisch',
  bevestigdDoor: NIGHT_SHIFT,
  van: writeDutchDate(night),
  tot: writeDutchDate(addDays(night, nights)),
  uren: '24',
});

/** Places where CoMensha may place, as its page lists them. */
async function placesOf(visitor: Browserless): Promise<readonly string[]> {
  const found: string[] = [];
  for (const kind of ['cosm', 'omm', 'vrouwenopvang', 'mannenopvang', 'mo']) {
    const page = await (await visitor.get(`/plaatsen?soort=${kind}`)).text();
    found.push(...[...page.matchAll(/\/plaatsen\/vrij\/([0-9a-f-]{36})/g)].map(([, id]) => id!));
  }
  return found;
}

type Answer = { readonly kind: 'given'; readonly location: string } | { readonly kind: string };

/** Sends the same form, with the same key, until a process answers: as somebody does whose page did not load. */
async function persist(
  visitor: Browserless,
  form: { readonly action: string; readonly fields: Readonly<Record<string, string>> },
  urlNow: () => string,
): Promise<Answer & { readonly location: string }> {
  // as long as a process that was killed may take to come back
  for (const end = Date.now() + START_WITHIN_MS; Date.now() < end; ) {
    try {
      const answer = await visitor.at(urlNow()).send(form);
      if (answer.status === 303) return { kind: 'given', location: answer.headers.get('location')! };
      const text = await answer.text();
      if (answer.status === 409 && text.includes(LOST)) return { kind: 'lost', location: '' };
      if (answer.status !== 503) return { kind: `${answer.status}`, location: '' };
    } catch {
      // the process was killed under it
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { kind: 'no answer', location: '' };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** What stands in the database: counted by the nights and by the stretches, and each acknowledged stay looked up. */
async function countIn(folder: string, acknowledged: readonly Acknowledged[]) {
  const server = await acquireEmbeddedServer({ dataDir: folder });
  const client = new Client({ connectionString: server.adminUrl('inbeeld') });
  await client.connect();
  try {
    const ids = acknowledged.map(({ location }) => location.split('/').at(-1)!);
    const one = async (text: string, values: readonly unknown[] = []) =>
      (await client.query<{ n: number }>(text, [...values])).rows[0]!.n;
    return {
      // without the help of the key: nights of stays that overlap on one place
      double: await one(`select count(*)::int as n from shelter.booking a join shelter.booking b
        on a.tenant_id = b.tenant_id and a.place_id = b.place_id and a.id < b.id
        and a.from_night < b.until_night and b.from_night < a.until_night`),
      missing: await one(
        `select count(*)::int as n from unnest($1::uuid[]) as wanted (id)
         where not exists (select from shelter.placement p where p.id = wanted.id
           and (select count(*) from shelter.night_slot n where n.placement_id = p.id) = p.until_night - p.from_night)`,
        [ids],
      ),
      unbooked: await one(`select count(*)::int as n from shelter.night_slot n where not exists (
        select from shelter.booking b where b.placement_id = n.placement_id and b.place_id = n.place_id
        and n.night >= b.from_night and n.night < b.until_night)`),
      stays:
        await one(`select count(*)::int as n from shelter.placement where via = 'phone' and reserved_by_name is not null
        and phone_confirmed_by = '${NIGHT_SHIFT}'`),
    };
  } finally {
    await client.end();
    await server.release();
  }
}
