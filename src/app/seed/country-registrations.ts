import { type Kysely, sql } from 'kysely';
import {
  blockingValues,
  EXPLOITATION_FORMS,
  identityKey,
  type PartialDate,
  type RegistrationContent,
  TOKENS,
} from '../../features/registration/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { type AnyTx, enter, look } from '../../platform/db/transact.ts';
import { makeDossierKeys } from '../../platform/vault/dossier-keys.ts';
import { lendKeys } from '../../platform/vault/lending.ts';
import type { LinkageKey } from '../../platform/vault/linkage-key.ts';
import { blindIndex, sealMany } from '../../platform/vault/sealing.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import { addDays, type PlainDate } from '../../shared-kernel/plain-date.ts';
import { inParallel } from './in-parallel.ts';
import { type MadeUpRecord, madeUpRecords } from './made-up-people.ts';
import { organisationId } from './reference.ts';
import { seedId } from './seed-id.ts';

/** So many go in one transaction: a slow machine seals them within the seconds that keys are lent. */
const BATCH = 500;
/** Registrations of the last fifteen years. */
const DAYS = 15 * 365;
const REPORTERS = ['POL', 'KMAR', 'NLA', 'ZORGCO', 'JEUGD', 'OPVANG', 'GEM'] as const;
const CODE = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Fills the register of the demo with registrations of people who do not exist, compared with each other already. */
export async function seedCountryRegistrations(
  admin: Kysely<DB>,
  db: Kysely<DB>,
  { total, seed, vault }: { readonly total: number; readonly seed: number; readonly vault: Vault },
): Promise<void> {
  if (total === 0) return;
  const tenantId = organisationId(seed, 'COM');
  await seedRegister(db, vault, { tenantId, records: madeUpRecords(total, seed), seed, isCompared: true });
  await sql`vacuum analyze registration.record, registration.delivery, registration.linkage_record, registration.linkage_token,
    registration.candidate, privacy.dossier, vault.dossier_key`.execute(admin);
}

interface Filling {
  readonly tenantId: string;
  readonly records: readonly MadeUpRecord[];
  readonly seed: number;
  /**
   * Lays the marks, and as candidates what is truly one person, as if all were compared; otherwise each waits to be. Comparing a
   * hundred thousand takes most of an hour.
   */
  readonly isCompared?: boolean;
}

/**
 * Lays registrations at a register, each sealed under the key of its own dossier. In bulk, past the messages they would come by, but
 * not past the constraints, the doors or the vault. @returns the ids of the records, in the order given
 */
export async function seedRegister(db: Kysely<DB>, vault: Vault, filling: Filling): Promise<readonly string[]> {
  const { tenantId, records, seed, isCompared = false } = filling;
  const { now, today } = await look(db, { door: 'published' }, async (_tx, time) => time);
  const laid = records.map((record, index) => ({
    ...record,
    id: seedId(seed, `registratie ${tenantId} ${index}`),
    index,
  }));
  const batches = Array.from({ length: Math.ceil(laid.length / BATCH) }, (_, at) =>
    laid.slice(at * BATCH, (at + 1) * BATCH),
  );
  await inParallel(batches, 4, async (batch) => {
    const [keys, linkageKey] = [await vault.keysFor(tenantId), await vault.linkageKeyFor(tenantId)];
    await enter(db, { door: 'own', tenantId }, async (tx) => {
      lendKeys(tx, keys);
      await layBatch(tx, tenantId, batch, today);
      await layLinkage(tx, tenantId, batch, isCompared ? { key: linkageKey, at: now } : { linkAt: now });
    });
  });
  if (isCompared) await enter(db, { door: 'own', tenantId }, (tx) => layTruth(tx, tenantId, laid, now));
  return laid.map(({ id }) => id);
}

type Laid = MadeUpRecord & { readonly id: string; readonly index: number };

async function layBatch(tx: AnyTx, tenantId: string, batch: readonly Laid[], today: PlainDate): Promise<void> {
  const ids = batch.map(({ id }) => id);
  const codes = batch.map(({ index, id }) => codeOf(index, id));
  const days = batch.map(({ index }) => addDays(today, -((index * 7919) % DAYS)));
  const contents = batch.map(contentOf);
  await sql`
    insert into privacy.dossier (tenant_id, id, kind, activity, path, opened_at)
    select ${tenantId}::uuid, id, 'registration.record', 'VA-07', '/registraties/register/' || code, day + time '09:00'
    from unnest(${ids}::uuid[], ${codes}::text[], ${days}::date[]) as s (id, code, day)`.execute(tx);
  await makeDossierKeys(tx, ids);
  const cells = await sealMany(
    tx,
    batch.flatMap(({ id, name, birthDate }, at) => [
      {
        dossierId: id,
        column: 'registration.delivery.content' as const,
        rowId: id,
        content: JSON.stringify(contents[at]),
      },
      {
        dossierId: id,
        column: 'registration.delivery.identity' as const,
        rowId: id,
        content: JSON.stringify({ name, birthDate }),
      },
    ]),
  );
  const indexes = batch.map((person) => {
    const key = identityKey(person);
    return key === undefined ? null : blindIndex(tx, 'registration.delivery.identity', key);
  });
  await sql`
    insert into registration.record (tenant_id, id, dossier_id, code, dossier_type, received_on, root_id)
    select ${tenantId}::uuid, id, id, code, 'registration', day, id
    from unnest(${ids}::uuid[], ${codes}::text[], ${days}::date[]) as s (id, code, day)`.execute(tx);
  await sql`
    insert into registration.delivery (tenant_id, id, record_id, dossier_id, reporter_organisation_id, reporter_code, reporter_type,
      route, region, received_on, is_minor, forms, is_abroad, is_kmar_sub3, unknown_parts, content, identity, identity_index,
      identity_message_id)
    select ${tenantId}::uuid, id, id, id, ${tenantId}::uuid, code, reporter, 'must', region, day, 'no', array[form], false, false,
      case when known then '{}' else array['nationalities'] end, content, identity, index, id
    from unnest(${ids}::uuid[], ${codes}::text[], ${batch.map(({ index }) => REPORTERS[index % REPORTERS.length]!)}::text[],
      ${batch.map(({ region }) => region)}::text[], ${days}::date[], ${contents.map(({ forms }) => forms[0]!)}::text[],
      ${batch.map(({ nationalities }) => nationalities.length > 0)}::boolean[], ${cells.filter((_, at) => at % 2 === 0)}::bytea[],
      ${cells.filter((_, at) => at % 2 === 1)}::bytea[], ${indexes}::bytea[])
      as s (id, code, reporter, region, day, form, known, content, identity, index)`.execute(tx);
  await sql`
    insert into retention.record (tenant_id, id, rule, subject_kind, subject_id, dossier_id, starts_on, ends_on, erase_at)
    select ${tenantId}::uuid, md5('term' || s.id)::uuid, 'registration-record', 'registration.record', s.id, s.id, s.day,
      (s.day + t.period)::date, (s.day + t.period)::date::timestamp at time zone 'Europe/Amsterdam'
    from unnest(${ids}::uuid[], ${days}::date[]) as s (id, day)
    left join lateral (select period::interval from retention.term where tenant_id = ${tenantId}::uuid
      and rule = 'registration-record' order by settled_at desc limit 1) t on true`.execute(tx);
}

async function layLinkage(
  tx: AnyTx,
  tenantId: string,
  batch: readonly Laid[],
  as: { readonly key: LinkageKey; readonly at: Date } | { readonly linkAt: Date },
): Promise<void> {
  const ids = batch.map(({ id }) => id);
  const isCompared = 'key' in as;
  await sql`
    insert into registration.linkage_record (tenant_id, id, record_id, dossier_id, link_at, linked_at)
    select ${tenantId}::uuid, id, id, id, ${isCompared ? null : as.linkAt}::timestamptz, ${isCompared ? as.at : null}::timestamptz
    from unnest(${ids}::uuid[]) as s (id)`.execute(tx);
  if (!isCompared) return;
  const marks = batch.flatMap((person) =>
    as.key.marksOf(blockingValues(person), TOKENS).map((token) => ({ token, id: person.id })),
  );
  await sql`
    insert into registration.linkage_token (tenant_id, token, linkage_id, dossier_id)
    select ${tenantId}::uuid, token, id, id
    from unnest(${marks.map(({ token }) => token)}::bytea[], ${marks.map(({ id }) => id)}::uuid[]) as s (token, id)
    on conflict do nothing`.execute(tx);
}

/** What is truly one person, as candidates that nobody looked at yet. */
async function layTruth(tx: AnyTx, tenantId: string, laid: readonly Laid[], at: Date): Promise<void> {
  const pairs = [...Map.groupBy(laid, ({ personId }) => personId).values()]
    .filter((same) => same.length > 1)
    .map((same) => [same[0]!.id, same[1]!.id].sort());
  await sql`
    insert into registration.candidate (tenant_id, id, one_id, other_id, dossier_id, kind, points, reasons, found_at)
    select ${tenantId}::uuid, md5('candidate' || one || other)::uuid, one, other, one, 'probable', 26,
      '{name-sounds:14,date-same:12}', ${at}
    from unnest(${pairs.map(([one]) => one!)}::uuid[], ${pairs.map(([, other]) => other!)}::uuid[]) as s (one, other)`.execute(
    tx,
  );
}

/** Four letters that count, four that follow from the id. */
function codeOf(index: number, id: string): string {
  const counted = [index & 31, (index >> 5) & 31, (index >> 10) & 31, (index >> 15) & 31];
  const drawn = [0, 2, 4, 6].map((at) => Number.parseInt(id.slice(24 + at, 26 + at), 16) % 32);
  const letters = [...counted, ...drawn].map((at) => CODE[at]!);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

const contentOf = ({ ageGroup, gender, nationalities, seenIn, index }: Laid): RegistrationContent => ({
  ageGroup,
  gender,
  nationalities: [...nationalities],
  forms: [EXPLOITATION_FORMS[index % EXPLOITATION_FORMS.length]!],
  sectors: [],
  exploitedIn: 'netherlands',
  recruitedBy: 'unknown',
  from: undefined,
  until: undefined,
  identifiedOn: `${seenIn}` as PartialDate,
  complaint: 'unknown',
  children: undefined,
  isKmarSub3: false,
});
