import { POLICY } from '../../src/app/access-matrix.ts';
import { addUnit, askForPlace, type RequestInput } from '../../src/features/shelter/index.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { lendKeys } from '../../src/platform/vault/lending.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import { addDays, day } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { TEST_KEYS } from './app.ts';
import type { TestDatabase } from './database.ts';

/** Places that take any adult woman; a test says what differs. */
export const PLACES = {
  type: 'womens',
  region: 'amsterdam',
  genders: ['woman'],
  minAge: 18,
  maxAge: undefined,
  children: 2,
  childMaxAge: undefined,
  boyMaxAge: undefined,
  isWheelchair: false as boolean,
  takesPets: false,
  languages: ['Engels'],
  expertise: [],
  staffing: 'always',
  opensOn: day('2020-01-01'),
  closesOn: undefined,
  out: undefined,
} as const;

/** A house with places, written down as a worker of the shelter does. @returns its id */
export async function aUnit(
  database: TestDatabase,
  actor: Actor,
  name: string,
  count = 2,
  places: Partial<Parameters<typeof addUnit>[2]['places']> = {},
): Promise<string> {
  const keys = await createVault(database.kysely, TEST_KEYS).keysFor(actor.organisationId);
  const outcome = await transact(
    database.kysely,
    { actor, activity: 'VA-05', activityVersion: 1, action: 'shelter.add-unit', traceId: newId() },
    (tx, time) => {
      lendKeys(tx, keys);
      const input = { name, address: `${name}straat 1, Voorbeeldstad`, count, places: { ...PLACES, ...places } };
      return addUnit(tx, actor, input, time);
    },
  );
  if ('replayOf' in outcome || !outcome.ok) throw new Error(`no unit: ${JSON.stringify(outcome)}`);
  return outcome.value.subject.id;
}

/** Lets an organisation place people in a shelter. */
export async function mayPlace(database: TestDatabase, shelterId: string, holderId: string): Promise<void> {
  await database.admin
    .insertInto('organisations.mandate')
    .values({
      tenant_id: shelterId,
      id: newId(),
      holder_id: holderId,
      capability: 'plaatsing',
      basis: 'test',
      valid_from: day('2020-01-01'),
      valid_until: day('2099-01-01'),
    })
    .execute();
}

/** Two organisations agree to exchange this kind of message. */
export async function agreeOn(database: TestDatabase, kind: string, one: string, other: string): Promise<void> {
  const half = (tenantId: string, counterpartId: string) => ({
    tenant_id: tenantId,
    id: newId(),
    counterpart_id: counterpartId,
    kind,
    basis: 'test',
    valid_from: day('2020-01-01'),
    valid_until: day('2099-01-01'),
  });
  await database.admin
    .insertInto('exchange.agreement')
    .values([half(one, other), half(other, one)])
    .execute();
}

/** An adult Dutch woman who needs nothing in particular; a test says what differs. */
export const NEEDS: RequestInput['needs'] = {
  position: 'dutch',
  gender: 'woman',
  age: 30,
  others: [],
  children: 0,
  wheelchair: 'no',
  pet: 'no',
  nightStaff: 'no',
  language: undefined,
  speaks: 'no',
  mustKnow: [],
  mayKnow: [],
  region: undefined,
  avoidRegions: [],
  apartFrom: [],
};

/** A request for a place in an emergency, as somebody who places writes it down at the telephone. @returns its code */
export async function aPlaceRequest(
  database: TestDatabase,
  actor: Actor,
  needs: Partial<RequestInput['needs']> = {},
  callBack = '06 00000000',
): Promise<string> {
  const keys = await createVault(database.kysely, TEST_KEYS).keysFor(actor.organisationId);
  const outcome = await transact(
    database.kysely,
    { actor, activity: 'VA-04', activityVersion: 1, action: 'shelter.ask-in-emergency', traceId: newId() },
    (tx, time) => {
      lendKeys(tx, keys);
      const input = {
        asked: { source: 'phone' },
        ground: { interest: 'no-safe-place', reason: 'vannacht geen veilige plek om te slapen' },
        needs: { ...NEEDS, ...needs },
        urgency: 'tonight',
        from: time.today,
        until: addDays(time.today, 10),
        callBack,
      } as const;
      return askForPlace(tx, { actor, policy: POLICY }, input, time);
    },
  );
  if ('replayOf' in outcome || !outcome.ok) throw new Error(`no request: ${JSON.stringify(outcome)}`);
  return outcome.value.code;
}
