import { DEADLINE_TEXTS } from '../../src/app/due-work.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { storeFile } from '../../src/platform/files/file-store.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { TEST_KEYS } from './app.ts';
import { anOrganisation } from './builders.ts';
import type { TestDatabase } from './database.ts';
import type { Side } from './side.ts';

/** Values for the parameter of a route. A `foreign` one exists in another organisation; without it the record is everybody's. */
export interface Sample {
  readonly own: string;
  readonly foreign?: string;
  readonly missing: string;
  /** For a field: the other fields of its form, so that the form is good but for this one. */
  readonly besides?: Readonly<Record<string, string>>;
  /** For a field: a route that takes the form and leaves this field aside. */
  readonly isIgnoredOn?: string;
}

interface Samples {
  readonly database: TestDatabase;
  readonly actor: Actor;
  readonly side: Side;
  readonly other: Side;
}

const NOWHERE = '00000000-0000-7000-8000-000000000000';

/** The row of both organisations in one table, by this column. */
const rowOf =
  (table: string, column = 'id') =>
  async ({ side, other }: Samples): Promise<Sample> => ({
    own: String((await side.rows.row(table))[column]),
    foreign: String((await other.rows.row(table))[column]),
    missing: NOWHERE,
  });

/** A record that each side, or with `isPersonal` each person, makes once, by the way the product makes it. */
const madeOnce =
  (
    name: string,
    make: (side: Side, actor: Actor, database: TestDatabase) => Promise<string>,
    isPersonal: 'personal' | 'shared' = 'shared',
  ) =>
  async ({ actor, side, other, database }: Samples): Promise<Sample> => {
    const of = (each: Side) => {
      const key = isPersonal === 'personal' ? `${name} ${actor.role}` : name;
      const made = each.made.get(key) ?? make(each, each.actors[actor.role], database);
      each.made.set(key, made);
      return made;
    };
    return { own: await of(side), foreign: await of(other), missing: NOWHERE };
  };

const fileId = madeOnce('file-id', async ({ organisation, marker, actors }, _actor, database) => {
  const file = {
    tenantId: organisation.id,
    name: `${marker}.pdf`,
    mediaType: 'application/pdf' as const,
    bytes: Buffer.from(`%PDF-1.7 ${marker}`),
    uploadedBy: actors.aandachtsfunctionaris.personId,
  };
  const stored = await enter(database.kysely, { door: 'own', tenantId: organisation.id }, (tx, { now }) =>
    storeFile(tx, TEST_KEYS, { ...file, at: now }),
  );
  return stored.id;
});

/** A municipality that gave this side a mandate; its record carries the marker of whom it trusts. */
const mandateGiver = madeOnce('mandate-giver-code', async ({ organisation, rows }, _actor, database) => {
  const giver = await anOrganisation(database);
  await rows.of(giver.id).row('approach.element');
  await database.admin
    .insertInto('organisations.mandate')
    .values({
      tenant_id: giver.id,
      id: newId(),
      holder_id: organisation.id,
      capability: 'aanpak',
      basis: 'test',
      valid_from: day('2020-01-01'),
      valid_until: day('2099-01-01'),
    })
    .execute();
  return giver.code;
});

/** Facts of element K2.1 that are good, over the first version of it. */
const GOOD_FACTS = {
  aandachtsfunctionaris: 'Noor Fictief',
  vervanger: 'Tom Fictief',
  urenPerWeek: '8',
  besluit: 'Voorbeeldbesluit',
  besluitdatum: '1-11-2026',
  geldigTot: '1-3-2028',
  versie: '1',
  // and of a decision on a plan, which takes a document too
  orgaan: 'b-en-w',
  document: 'Voorbeeldplan',
  documentdatum: '1-10-2026',
  gezien: 'a'.repeat(64),
  // and of a drill, and of a statement
  gehoudenOp: '1-10-2026',
  scenario: 'Een melding aan de balie',
  bewijs: 'Voorbeeldverslag',
  onderdeel: 'K4.1',
  stand: 'regio',
  verklaring: 'De regio heeft afspraken',
  datum: '1-10-2026',
};

/** An action of a plan that is good, over the first version of it. */
const GOOD_ACTION = { titel: 'Voorbeeldactie', spoor: 'preventie', versie: '1' };

/** A colleague, chosen in a form. */
const memberIn = (besides: Readonly<Record<string, string>>) => async (samples: Samples) => ({
  ...(await rowOf('accounts.membership')(samples)),
  besides,
});

/**
 * Where a test finds a value for a path with a parameter: the name a route gives as `sample` in its config. A route that names a
 * sample without a row here fails the access test, so nobody can forget to say which record is foreign.
 */
export const SAMPLES: Readonly<Record<string, (samples: Samples) => Promise<Sample>>> = {
  'instrument-kind': async () => ({ own: 'exploitatievergunning', missing: 'bestaat-niet' }),
  'document-kind': async () => ({ own: 'overdrachtsdossier', missing: 'bestaat-niet' }),
  'municipality-code': async () => ({ own: 'GM0014', missing: 'GM9999' }),
  'file-id': fileId,
  'estimate-run-id': rowOf('insight.run'),
  'approach-theme': async () => ({ own: '1', missing: '9' }),
  'approach-element': async () => ({ own: 'K1.1', missing: 'K9.9' }),
  'mandate-giver-code': mandateGiver,
  'action-id': rowOf('approach.plan_action'),
  'adoption-id': rowOf('approach.adoption'),
  'notification-id': madeOnce(
    'notification-id',
    async ({ organisation, marker }, { membershipId }, { admin }) => {
      const id = newId();
      await admin
        .insertInto('deadlines.notification')
        .values({
          tenant_id: organisation.id,
          id,
          membership_id: membershipId,
          kind: Object.keys(DEADLINE_TEXTS)[0]!,
          path: `/overzicht?${marker}`,
          created_at: new Date(Date.UTC(2026, 0, 1)),
        })
        .execute();
      return id;
    },
    'personal',
  ),
};

/** The same for a field of a form that holds an id: by the name of the field. */
export const FIELD_SAMPLES: Readonly<Record<string, (samples: Samples) => Promise<Sample>>> = {
  sessie: rowOf('accounts.session'),
  rol: rowOf('accounts.membership'),
  mandaat: rowOf('organisations.mandate'),
  // a colleague of another municipality cannot be asked anything
  collega: async (samples) => ({
    ...(await rowOf('accounts.membership')(samples)),
    besides: { stand: 'weet-ik-niet', versie: '0' },
  }),
  eigenaarId: memberIn(GOOD_ACTION),
  vervangerId: memberIn(GOOD_ACTION),
  regioId: async ({ other }) => ({
    own: '',
    foreign: other.organisation.id,
    missing: NOWHERE,
    besides: { titel: 'Voorbeeldplan', begint: '1-1-2026', eindigt: '1-1-2028', versie: '1' },
  }),
  // who works in the place of a municipality keeps the document that is there, whatever is sent
  bewijsstukId: async (samples) => ({
    ...(await fileId(samples)),
    besides: GOOD_FACTS,
    isIgnoredOn: '/aanpak/namens/:code',
  }),
};
