import { type Kysely, sql } from 'kysely';
import { normalisedPlace, signalCode } from '../../features/signals/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { type AnyTx, enter, look } from '../../platform/db/transact.ts';
import { makeDossierKeys } from '../../platform/vault/dossier-keys.ts';
import { lendKeys } from '../../platform/vault/lending.ts';
import { blindIndex, sealMany } from '../../platform/vault/sealing.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import { addDays, type PlainDate } from '../../shared-kernel/plain-date.ts';
import { addWorkingDays } from '../../shared-kernel/working-days.ts';
import { inParallel } from './in-parallel.ts';
import { seededRandom, seedId } from './seed-id.ts';

/** The largest city has a tenth of all signals: what its focal point sees is the slowest that anybody sees. */
const LARGEST = { code: 'GM0363', share: 0.1 } as const;
/** So many signals go in one transaction: a slow machine seals them within the seconds that keys are lent. */
const BATCH = 500;
/** Signals of the last eleven months, so that no term of a year ended yet. */
const DAYS = 330;
/** Of every so many signals one is still open, on a day that is still to come. */
const ONE_OPEN_IN = 25;

const FUNCTIONS = ['supervision', 'social-support', 'civil-affairs', 'permits', 'income-support', 'unknown'] as const;
const FORMS = ['labour-exploitation', 'sexual-exploitation', 'criminal-exploitation', 'unknown'] as const;
const SECTORS = ['restaurant', 'agriculture', 'home', 'shop-or-salon', 'hotel', 'building', 'unknown'] as const;
const CLOSED_BECAUSE = ['not-enough', 'other-explanation', 'passed-on', 'known-already'] as const;
const SEEN = [
  'Er liggen acht matrassen in een schuur zonder ramen (fictief).',
  'Elke ochtend staat er een bestelbus met dezelfde mensen (fictief).',
  'De deur aan de achterkant zit van buiten op slot (fictief).',
] as const;

interface Place {
  readonly tenantId: string;
  readonly code: string;
  readonly reporterId: string;
  readonly officerId: string;
  readonly officerMembershipId: string;
}

/**
 * Lays signals about places over the whole country, each sealed under the key of its own dossier, with its term and, when it is
 * open, its clock. In bulk, past the use cases and their logs, but not past the constraints, the doors or the vault; what it made is
 * held to the same rules by a test.
 */
export async function seedCountrySignals(
  admin: Kysely<DB>,
  db: Kysely<DB>,
  options: {
    readonly total: number;
    readonly seed: number;
    readonly vault: Vault;
    /** Only these municipalities. */
    readonly codes: readonly string[] | undefined;
  },
): Promise<void> {
  if (options.total === 0) return;
  const places = (await placesOf(admin)).filter(({ code }) => options.codes?.includes(code) ?? true);
  const { today } = await look(db, { door: 'published' }, async (_tx, time) => time);
  const others = places.filter(({ code }) => code !== LARGEST.code);
  const largest = others.length < places.length ? Math.round(options.total * LARGEST.share) : 0;
  const each = Math.floor((options.total - largest) / others.length);
  const batches = places.flatMap((place) => {
    // the last municipality has what is left over
    const rest = place === others.at(-1) ? options.total - largest - each * others.length : 0;
    const count = place.code === LARGEST.code ? largest : each + rest;
    return Array.from({ length: Math.ceil(count / BATCH) }, (_, batch) => ({
      place,
      from: batch * BATCH,
      until: Math.min(count, (batch + 1) * BATCH),
    }));
  });
  await inParallel(batches, 4, async ({ place, from, until }) => {
    const keys = await options.vault.keysFor(place.tenantId);
    await enter(db, { door: 'own', tenantId: place.tenantId }, async (tx) => {
      lendKeys(tx, keys);
      await layBatch(tx, place, drawn(place, { from, until, seed: options.seed }, today), today);
    });
  });
  await sql`analyze signals.signal_report, privacy.dossier, vault.dossier_key, retention.record`.execute(admin);
}

async function placesOf(admin: Kysely<DB>): Promise<readonly Place[]> {
  return admin
    .selectFrom('organisations.organisation as o')
    .innerJoin('accounts.membership as r', (join) =>
      join.onRef('r.organisation_id', '=', 'o.id').on('r.role', '=', 'medewerker').on('r.demo_number', '=', 1),
    )
    .innerJoin('accounts.membership as a', (join) =>
      join
        .onRef('a.organisation_id', '=', 'o.id')
        .on('a.role', '=', 'aandachtsfunctionaris')
        .on('a.demo_number', '=', 1),
    )
    .select(['o.id as tenantId', 'o.code', 'r.person_id as reporterId'])
    .select(['a.person_id as officerId', 'a.id as officerMembershipId'])
    .where('o.kind', '=', 'gemeente')
    .where('o.valid_until', 'is', null)
    .orderBy('o.code')
    .execute();
}

interface Drawn {
  readonly id: string;
  readonly code: string;
  readonly where: string;
  readonly seen: string;
  readonly fn: string;
  readonly form: string;
  readonly sector: string;
  readonly received: PlainDate;
  readonly actBy: PlainDate | null;
  readonly weighed: PlainDate;
  readonly passed: PlainDate | null;
  readonly closed: PlainDate | null;
  readonly because: string | null;
}

function drawn(
  { tenantId, code }: Place,
  { from, until, seed }: { readonly from: number; readonly until: number; readonly seed: number },
  today: PlainDate,
): readonly Drawn[] {
  const random = seededRandom(seed + Number(code.slice(2)) * 1000 + from);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  return Array.from({ length: until - from }, (_, index) => {
    const number = from + index;
    const isOpen = number % ONE_OPEN_IN === 0;
    const received = addDays(today, -(isOpen ? 1 + (number % 6) : 8 + Math.floor(random() * (DAYS - 8))));
    const because = isOpen ? null : pick(CLOSED_BECAUSE);
    const weighed = addDays(received, 1);
    return {
      id: seedId(seed, `signal:${tenantId}:${number}`),
      // eight letters of 32: numbers are never alike within an organisation
      code: signalCode(Buffer.from(codeBytes(number, random))),
      where: `Voorbeeldweg ${1 + Math.floor(random() * 150)}, Fictiefdorp`,
      seen: pick(SEEN),
      fn: pick(FUNCTIONS),
      form: pick(FORMS),
      sector: pick(SECTORS),
      received,
      actBy: isOpen ? addWorkingDays(today, 2 + (number % 4)) : null,
      weighed,
      passed: because === 'passed-on' ? addDays(received, 4) : null,
      closed: isOpen ? null : addDays(received, 6),
      because,
    };
  });
}

/** Four letters that count, four that are drawn. */
function codeBytes(number: number, random: () => number): readonly number[] {
  const counted = [number & 31, (number >> 5) & 31, (number >> 10) & 31, (number >> 15) & 31];
  return [...counted, ...counted.map(() => Math.floor(random() * 32))];
}

const COLUMN = { seen: 'signals.signal_report.observation', where: 'signals.signal_report.place' } as const;

async function layBatch(tx: AnyTx, place: Place, signals: readonly Drawn[], today: PlainDate): Promise<void> {
  const { tenantId } = place;
  const of = <Key extends keyof Drawn>(key: Key) => signals.map((signal) => signal[key]);
  const ids = of('id');
  await sql`
    insert into privacy.dossier (tenant_id, id, kind, activity, path, opened_at)
    select ${tenantId}::uuid, id, 'signals.signal_report', 'VA-02', '/meldingen/' || code, received + time '09:00'
    from unnest(${ids}::uuid[], ${of('code')}::text[], ${of('received')}::date[]) as s (id, code, received)`.execute(
    tx,
  );
  await makeDossierKeys(tx, ids);
  const cells = await sealMany(
    tx,
    signals.flatMap(({ id, seen, where }) => [
      { dossierId: id, column: COLUMN.seen, rowId: id, content: seen },
      { dossierId: id, column: COLUMN.where, rowId: id, content: where },
    ]),
  );
  const indexes = new Map<string, Buffer>();
  const indexOf = (where: string) => {
    const known = indexes.get(where) ?? blindIndex(tx, COLUMN.where, normalisedPlace(where));
    indexes.set(where, known);
    return known;
  };
  await sql`
    insert into signals.signal_report (tenant_id, id, dossier_id, code, kind, source, reporter_person_id, reporter_function,
      source_may_hear, recorded_by, received_on, act_by, form, sector, is_danger_now, is_minor, observation, place, place_index,
      taken_up_on, taken_up_by, weighed_on, passed_on, answered_on, closed_on, close_reason)
    select ${tenantId}::uuid, id, id, code, 'location', 'employee', ${place.reporterId}::uuid, fn, 'outcome',
      ${place.reporterId}::uuid, received, act_by, form, sector, false, 'unknown', seen, place, place_index,
      weighed, ${place.officerId}::uuid, weighed, passed, closed, closed, because
    from unnest(${ids}::uuid[], ${of('code')}::text[], ${of('fn')}::text[], ${of('received')}::date[], ${of('actBy')}::date[],
      ${of('form')}::text[], ${of('sector')}::text[], ${cells.filter((_, index) => index % 2 === 0)}::bytea[],
      ${cells.filter((_, index) => index % 2 === 1)}::bytea[], ${of('where').map(indexOf)}::bytea[], ${of('weighed')}::date[],
      ${of('passed')}::date[], ${of('closed')}::date[], ${of('because')}::text[])
      as s (id, code, fn, received, act_by, form, sector, seen, place, place_index, weighed, passed, closed, because)`.execute(
    tx,
  );
  await sql`
    insert into signals.reporter_update (tenant_id, id, report_id, dossier_id, updated_on, tell_by)
    select ${tenantId}::uuid, md5('update' || id)::uuid, id, id, weighed, weighed + 14
    from unnest(${ids}::uuid[], ${of('weighed')}::date[]) as s (id, weighed)`.execute(tx);
  await sql`
    insert into retention.record (tenant_id, id, rule, subject_kind, subject_id, dossier_id, starts_on, ends_on, erase_at)
    select ${tenantId}::uuid, md5('term' || s.id)::uuid, 'signal-location', 'signals.signal_report', s.id, s.id, s.received,
      (s.received + t.period)::date, (s.received + t.period)::date::timestamp at time zone 'Europe/Amsterdam'
    from unnest(${ids}::uuid[], ${of('received')}::date[]) as s (id, received)
    left join lateral (select period::interval from retention.term where tenant_id = ${tenantId}::uuid and rule = 'signal-location'
      order by settled_at desc limit 1) t on true`.execute(tx);
  const open = signals.filter(({ actBy }) => actBy !== null);
  await sql`
    with deadline as (
      insert into deadlines.deadline (tenant_id, id, kind, subject_kind, subject_id, path, due_on, asks_from, assignee_id, version, created_at)
      select ${tenantId}::uuid, md5('clock' || id)::uuid, 'signals.report-waits', 'signals.signal_report', id::text,
        '/meldingen/wacht/' || id, act_by, act_by, ${place.officerMembershipId}::uuid, 1, ${today}::date + time '00:00'
      from unnest(${open.map(({ id }) => id)}::uuid[], ${open.map(({ actBy }) => actBy)}::date[]) as s (id, act_by)
      returning id, due_on)
    insert into deadlines.alarm (tenant_id, id, deadline_id, days_ahead, due_at)
    select ${tenantId}::uuid, md5('alarm' || id)::uuid, id, 0, due_on::timestamp at time zone 'Europe/Amsterdam'
    from deadline`.execute(tx);
}
