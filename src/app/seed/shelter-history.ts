import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { registrationCode } from '../../features/registration/index.ts';
import { PLACEMENT_SUBJECT, REQUEST_SUBJECT } from '../../features/shelter/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { type AnyTx, enter } from '../../platform/db/transact.ts';
import { newRandomBytes } from '../../platform/ids/uuid.ts';
import { keepRecords } from '../../platform/retention/keep-record.ts';
import { makeDossierKeys } from '../../platform/vault/dossier-keys.ts';
import { lendKeys } from '../../platform/vault/lending.ts';
import { sealMany } from '../../platform/vault/sealing.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import { addDays, type PlainDate } from '../../shared-kernel/plain-date.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import { actorIn } from './actor-in.ts';
import { seededRandom, seedId } from './seed-id.ts';
import { NEEDS } from './shelter-needs.ts';

/** Requests of the past: enough that the figures of a year stand through the hiding of what is few. */
const REQUESTS = 420;
/** Over so many days, up to some weeks ago: nothing of it is open any more. */
const DAYS = 660;
const RECENT = 30;

const KINDS = [
  { type: 'womens', shelter: 'OP04', position: 'dutch', gender: 'woman' },
  { type: 'cosm', shelter: 'OP01', position: 'reflection-period', gender: 'woman' },
  { type: 'mens', shelter: 'OP05', position: 'permit', gender: 'man' },
] as const;
const REGIONS = ['amsterdam', 'rotterdam', 'oost-nederland', 'unknown'] as const;
const REFUSALS = ['full', 'full', 'complexity', 'no-regional-tie', 'children'] as const;
const ROUTES = ['quota', 'urgency', 'room'] as const;
/** So many days somebody waited, as often as it stands here. */
const WAITED = [0, 0, 2, 4, 6, 12, 20, 45] as const;

interface Past {
  readonly id: string;
  readonly code: string;
  readonly kind: (typeof KINDS)[number];
  readonly region: (typeof REGIONS)[number];
  readonly asked: PlainDate;
  readonly foundNothing: boolean;
  /** The day on which somebody came in; undefined when nobody did. */
  readonly came: PlainDate | undefined;
  readonly draw: number;
}

/**
 * Lays two years of requests that ended and what came of them, so that the figures of the demo say something. In bulk, past the deeds
 * they would come by, but not past the constraints, the doors or the vault.
 */
export async function seedShelterHistory(
  admin: Kysely<DB>,
  db: Kysely<DB>,
  { seed, vault, placer }: { readonly seed: number; readonly vault: Vault; readonly placer: Actor },
): Promise<void> {
  const { today } = await enter(db, { door: 'published' }, async (_tx, time) => time);
  const past = pastOf(seed, today);
  const keys = await vault.keysFor(placer.organisationId);
  await enter(db, { door: 'own', tenantId: placer.organisationId }, async (tx) => {
    lendKeys(tx, keys);
    await layRequests(tx, placer, past);
  });
  for (const { shelter } of KINDS) {
    const worker = await actorIn(admin, shelter, 'opvang');
    const of = past.filter(({ kind }) => kind.shelter === shelter);
    const tenantId = worker.organisationId;
    const entry = { door: 'mandate', tenantId, actingForId: placer.organisationId } as const;
    const ids = await enter(db, entry, (tx) => layStays(tx, { placer, worker, seed, today }, of));
    await enter(db, { door: 'own', tenantId }, (tx) =>
      keepRecords(
        tx,
        ids.map((id) => ({
          tenantId,
          rule: 'shelter-request-used' as const,
          subject: { kind: PLACEMENT_SUBJECT, id },
          startsOn: today,
        })),
      ),
    );
  }
}

function pastOf(seed: number, today: PlainDate): readonly Past[] {
  const random = seededRandom(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  return Array.from({ length: REQUESTS }, (_, index) => {
    const asked = addDays(today, -RECENT - Math.floor((index * (DAYS - RECENT)) / REQUESTS));
    const foundNothing = random() < 0.35;
    const waited = one(WAITED) + (foundNothing ? 9 : 0);
    const came = addDays(asked, waited);
    return {
      id: seedId(seed, `aanvraag van toen ${index}`),
      code: registrationCode(newRandomBytes(8)),
      kind: one(KINDS),
      region: one(REGIONS),
      asked,
      foundNothing,
      came: random() < 0.7 && came < addDays(today, -7) ? came : undefined,
      draw: random(),
    };
  });
}

const atNoon = (date: PlainDate): Date => new Date(`${date}T11:00:00Z`);

async function layRequests(tx: AnyTx, placer: Actor, past: readonly Past[]): Promise<void> {
  const tenantId = placer.organisationId;
  const ids = past.map(({ id }) => id);
  await sql`
    insert into privacy.dossier (tenant_id, id, kind, activity, path, opened_at)
    select ${tenantId}::uuid, id, ${REQUEST_SUBJECT}, 'VA-04', '/plaatsen/aanvragen/' || code, day + time '11:00'
    from unnest(${ids}::uuid[], ${past.map(({ code }) => code)}::text[], ${past.map(({ asked }) => asked)}::date[])
      as s (id, code, day)`.execute(tx);
  await makeDossierKeys(tx, ids);
  const sealed = await sealMany(
    tx,
    past.map(({ id, kind: { position, gender } }) => ({
      dossierId: id,
      column: 'shelter.request.needs' as const,
      rowId: id,
      content: JSON.stringify({ needs: { ...NEEDS, position, gender }, callBack: '000-000 00 00' }),
    })),
  );
  await tx
    .insertInto('shelter.request')
    .values(
      past.map(({ id, code, kind, region, asked, foundNothing, came }, index) => ({
        tenant_id: tenantId,
        id,
        dossier_id: id,
        code,
        source: 'phone',
        ground: 'consent',
        urgency: 'this-week',
        types: [kind.type],
        rights_edition: '2026-11',
        region,
        from_night: asked,
        until_night: addDays(asked, 90),
        needs: sealed[index]!,
        opened_at: atNoon(asked),
        opened_by_name: placer.personName,
        nothing_at: foundNothing ? atNoon(asked) : null,
        closed_at: atNoon(came ?? addDays(asked, 20)),
        outcome: came ? 'placed' : 'elsewhere',
        version: 2,
      })),
    )
    .execute();
  await keepRecords(
    tx,
    past.map(({ id, came, asked }) => ({
      tenantId,
      rule: came ? ('shelter-request-used' as const) : ('shelter-request-unused' as const),
      subject: { kind: REQUEST_SUBJECT, id },
      dossierId: id,
      startsOn: came ?? asked,
    })),
  );
}

/** What shelters answered: some said no first, most of whom came left since. @returns the ids of the stays */
async function layStays(
  tx: AnyTx,
  {
    placer,
    worker,
    seed,
    today,
  }: { readonly placer: Actor; readonly worker: Actor; readonly seed: number; readonly today: PlainDate },
  past: readonly Past[],
): Promise<readonly string[]> {
  const common = (of: Past, name: string) => ({
    tenant_id: worker.organisationId,
    id: seedId(seed, `${name} ${of.id}`),
    code: registrationCode(newRandomBytes(8)),
    via: 'option',
    holder_id: placer.organisationId,
    holder_name: placer.organisationName,
    request_id: of.id,
    from_night: of.asked,
    until_night: addDays(of.asked, 90),
    reserved_at: atNoon(of.asked),
    reserved_by_name: placer.personName,
    version: 3,
  });
  const refused = past
    .filter(({ draw }) => draw < 0.5)
    .map((of) => ({
      ...common(of, 'nee'),
      refused_at: atNoon(of.asked),
      refusal: REFUSALS[Math.floor(of.draw * 2 * REFUSALS.length)]!,
    }));
  const stayed = past.flatMap((of) => {
    if (!of.came) return [];
    const ready = of.draw > 0.4 ? addDays(of.came, 60) : undefined;
    const left = addDays(of.came, ready ? 60 + Math.floor(of.draw * 120) : 45);
    const isGone = left < today;
    return [
      {
        ...common(of, 'verblijf'),
        accepted_at: atNoon(of.asked),
        accepted_by_name: worker.personName,
        arrived_at: atNoon(of.came),
        // of the past nobody sleeps there any more: a place is given by its nights, and those are of now
        departed_at: atNoon(isGone ? left : addDays(today, -1)),
        departure: 'own-home',
        ...(ready && ready < today && { ready_on: ready, outflow_route: ROUTES[Math.floor(of.draw * 30) % 3]! }),
      },
    ];
  });
  for (const rows of [refused, stayed])
    if (rows.length > 0) await tx.insertInto('shelter.placement').values(rows).execute();
  return [...refused, ...stayed].map(({ id }) => id);
}
