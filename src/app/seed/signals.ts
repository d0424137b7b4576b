import type { Kysely } from 'kysely';
import {
  countSignal,
  type PassedOn,
  passOn,
  type Recognised,
  recordForSource,
  takeUp,
  weighReport,
} from '../../features/signals/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { type AnyTx, type DomainTime, type Done, look, transact } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { lendKeys } from '../../platform/vault/lending.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import { addDays, type PlainDate } from '../../shared-kernel/plain-date.ts';
import type { Result } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import { POLICY } from '../access-matrix.ts';
import { actorIn } from './actor-in.ts';
import { inParallel } from './in-parallel.ts';
import { seededRandom, seedId } from './seed-id.ts';

/** Where signals lie in the demo. Where a visitor begins there are none; where the gate is closed there are none about persons. */
const PLACES = [
  { code: 'GM0363', persons: 12, locations: 16 },
  { code: 'GM0599', persons: 0, locations: 8 },
] as const;
/** Municipalities with only a few tallies. */
const COUNTED = ['GM0363', 'GM0599', 'GM0518', 'GM0193'] as const;

const FUNCTIONS = ['supervision', 'social-support', 'civil-affairs', 'permits', 'income-support'] as const;
const FORMS = ['labour-exploitation', 'sexual-exploitation', 'criminal-exploitation', 'unknown'] as const;
const SECTORS = ['restaurant', 'agriculture', 'home', 'shop-or-salon', 'hotel', 'unknown'] as const;
const SEEN_AT_A_PLACE = [
  'Er liggen acht matrassen in een schuur zonder ramen (fictief).',
  'Elke ochtend staat er een bestelbus met dezelfde mensen, en ’s avonds brengt hij ze terug (fictief).',
  'De deur aan de achterkant zit van buiten op slot (fictief).',
  'Er wordt gewerkt tot diep in de nacht, en niemand komt buiten (fictief).',
] as const;
const SEEN_ABOUT_A_PERSON = [
  'De begeleider geeft op elke vraag antwoord en laat de persoon niet alleen (fictief).',
  'De persoon kent het eigen adres niet en kijkt steeds naar de deur (fictief).',
  'Iemand anders heeft de bankpas en het paspoort (fictief).',
] as const;

const NOTHING: Recognised = {
  isAcute: false,
  signs: {},
  statesCoercion: false,
  isMinor: 'unknown',
  hasMildIntellectualDisability: 'unknown',
};

/** Signals of the demo, passed on and weighed as its people would. Nothing of it is real: every text says so. */
export async function seedSignals(
  admin: Kysely<DB>,
  db: Kysely<DB>,
  options: { readonly seed: number; readonly vault: Vault },
): Promise<void> {
  const random = seededRandom(options.seed + 5);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const { today } = await look(db, { door: 'published' }, async (_tx, time) => time);
  for (const { code, persons, locations } of PLACES) {
    const reporter = await actorIn(admin, code, 'medewerker');
    const officer = await actorIn(admin, code, 'aandachtsfunctionaris');
    await settleTerms(admin, reporter.organisationId, options.seed);
    const plans = Array.from({ length: persons + locations }, (_, index) => ({
      passed: drawn(index < persons ? 'person' : 'location', index, pick),
      agoDays: Math.floor(random() * 13),
      fate: pick(['new', 'taken-up', 'weighed', 'weighed'] as const),
      isFromOutside: index % 6 === 5,
    }));
    await inParallel(plans, 8, async ({ passed, agoDays, fate, isFromOutside }) => {
      const day = addDays(today, -agoDays);
      const as = deedsOf(db, options.vault, day);
      // weighed in the last days, so that few wait too long
      const asLater = deedsOf(db, options.vault, addDays(today, -Math.min(agoDays, 1)));
      const { code: signal } = isFromOutside
        ? await as(officer, 'signals.record-for-source', (tx, time) =>
            recordForSource(
              tx,
              officer,
              {
                recorded: passed,
                source: 'housing-corporation',
                mayHear: 'nothing',
                decideBy: undefined,
                keepsPersons: false,
              },
              time,
            ),
          )
        : await as(reporter, 'signals.pass-on', (tx, time) => passOn(tx, reporter, passed, time));
      const asking = { actor: officer, policy: POLICY };
      // what is fresh is still new
      if (fate === 'new' && agoDays < 3) return;
      await asLater(officer, 'signals.take-up', (tx, time) => takeUp(tx, asking, signal, time));
      if (fate !== 'weighed') return;
      const recognised = { ...NOTHING, signs: { control: 'weak', work: 'weak' } } as const;
      await asLater(officer, 'signals.weigh-report', (tx, time) =>
        weighReport(
          tx,
          asking,
          { code: signal, recognised, decided: { outcome: 'three-days', because: undefined } },
          time,
        ),
      );
    });
  }
  await inParallel(COUNTED, 4, async (code) => {
    const reporter = await actorIn(admin, code, 'medewerker');
    for (const agoDays of [3, 40, 70])
      await deedsOf(db, undefined, addDays(today, -agoDays))(reporter, 'signals.count-signal', (tx, time) =>
        countSignal(tx, reporter, { reporterFunction: pick(FUNCTIONS), form: pick(FORMS) }, time),
      );
  });
  await readOldPost(admin);
}

function drawn(kind: PassedOn['kind'], index: number, pick: <T>(items: readonly T[]) => T): PassedOn {
  const isPerson = kind === 'person';
  return {
    kind,
    reporterFunction: pick(FUNCTIONS),
    form: pick(FORMS),
    sector: pick(SECTORS),
    isDangerNow: false,
    called112At: undefined,
    isMinor: isPerson ? pick(['no', 'unknown', 'unknown'] as const) : 'unknown',
    content: {
      observation: pick(isPerson ? SEEN_ABOUT_A_PERSON : SEEN_AT_A_PLACE),
      interpretation: index % 3 === 0 ? 'Misschien is er een andere verklaring (fictief).' : undefined,
      // some places come back
      place: `Voorbeeldstraat ${1 + (index % 9)}, Fictiefdorp`,
    },
    isChecked: true,
  };
}

/** Deeds on one day of the past, each in its own transaction, as the product does them. */
function deedsOf(db: Kysely<DB>, vault: Vault | undefined, day: PlainDate) {
  return async <T extends Done, E extends { readonly code: string }>(
    actor: Actor,
    action: string,
    run: (tx: AnyTx, time: DomainTime) => Promise<Result<T, E>>,
  ): Promise<T> => {
    const entry = { at: new Date(`${day}T09:00:00Z`) };
    const activity = action === 'signals.pass-on' || action === 'signals.count-signal' ? 'VA-01' : 'VA-02';
    const keys = await vault?.keysFor(actor.organisationId); // for each deed: they are lent for seconds
    const outcome = await transact(db, { actor, activity, action, traceId: newId(), entry }, (tx, time) => {
      if (keys) lendKeys(tx, keys);
      return run(tx, time);
    });
    if ('replayOf' in outcome || !outcome.ok) throw new Error(`demo data refused: ${JSON.stringify(outcome)}`);
    return outcome.value;
  };
}

const RULES = [
  ['signal-not-taken-up', 'P30D'],
  ['signal-weighed', 'P42D'],
  ['signal-passed-on', 'P1Y'],
  ['signal-location', 'P1Y'],
  ['signal-location-inspected', 'P2Y'],
  ['inspection', 'P2Y'],
  ['closure', 'P1Y'],
] as const;

/** The terms of signals, as two people of the municipality would have settled them, so that every page counts down. */
async function settleTerms(admin: Kysely<DB>, tenantId: string, seed: number): Promise<void> {
  await admin
    .insertInto('retention.term')
    .values(
      RULES.map(([rule, period]) => ({
        tenant_id: tenantId,
        id: seedId(seed, `term:${tenantId}:${rule}`),
        rule,
        period,
        category: 'Voorbeeldcategorie (fictief)',
        asked_by_name: 'Noor Fictief',
        agreed_by_name: 'Tom Fictief',
        settled_at: new Date(Date.UTC(2026, 0, 2)),
      })),
    )
    .execute();
}

/** What came on an earlier day was read: a newcomer finds no weeks of old post. */
async function readOldPost(admin: Kysely<DB>): Promise<void> {
  const read = await admin
    .updateTable('deadlines.notification')
    .set((row) => ({ opened_at: row.ref('created_at') }))
    .where('kind', 'like', 'signals.%')
    .where('opened_at', 'is', null)
    .returning('id')
    .execute();
  if (read.length > 0)
    await admin
      .deleteFrom('mail.outbox')
      .where(
        'reference',
        'in',
        read.map(({ id }) => id),
      )
      .execute();
}
