import type { Kysely } from 'kysely';
import { noteRevealed, type Revealed } from '../../platform/audit/reveal.ts';
import type { DataClass } from '../../platform/db/table-register.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { type Deed, enter, look, lookAtPersons, transact } from '../../platform/db/transact.ts';
import { openDossier } from '../../platform/dossiers/give-access.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { lendKeys } from '../../platform/vault/lending.ts';
import { pseudonymOf } from '../../platform/vault/pseudonym.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import { err, ok } from '../../shared-kernel/result.ts';
import type { Actor, Role } from '../../shared-kernel/role.ts';
import { processingActivity } from '../processing-activities.ts';
import { seedId } from './seed-id.ts';

const HOUR = 3_600_000;

/** The fields of an example dossier, with their data class: no part of the product keeps dossiers of persons yet. */
export const EXAMPLE_COLUMNS: Readonly<Record<string, DataClass>> = {
  'voorbeeld.persoon.naam': 'D3',
  'voorbeeld.persoon.telefoon': 'D3',
  'voorbeeld.signaal.toelichting': 'D3',
};

interface ExampleDeed {
  readonly hoursAgo: number;
  readonly role: Role;
  readonly number: 1 | 2;
  readonly does: 'reads' | 'changes' | 'is refused';
  readonly persons: readonly number[];
}

interface Example {
  readonly code: string;
  readonly about: string;
  readonly deeds: readonly ExampleDeed[];
}

const read = (hoursAgo: number, number: 1 | 2, persons: readonly number[] = [1]): ExampleDeed => ({
  hoursAgo,
  role: 'aandachtsfunctionaris',
  number,
  does: 'reads',
  persons,
});

/** Dossiers that were opened in the weeks before, so that the officer for data protection has something to look into. */
export const EXAMPLE_DOSSIERS: readonly Example[] = [
  {
    code: 'VOORBEELD-1',
    about: 'een signaal dat door twee mensen is gelezen en dat een derde niet mocht zien',
    deeds: [
      read(620, 1),
      { ...read(619, 1), does: 'changes' },
      read(500, 2),
      { hoursAgo: 420, role: 'beleidsmedewerker', number: 1, does: 'is refused', persons: [] },
      read(200, 1),
    ],
  },
  {
    code: 'VOORBEELD-2',
    about: 'een signaal over twee personen',
    deeds: [read(300, 1, [2, 3]), { ...read(299, 1, [2]), does: 'changes' }, read(90, 2, [2, 3])],
  },
];

/** Lays the example dossiers of these organisations with what was done with them, through the door that everybody uses. */
export async function seedExampleDossiers(
  admin: Kysely<DB>,
  db: Kysely<DB>,
  vault: Vault,
  { codes, seed }: { readonly codes: readonly string[]; readonly seed: number },
): Promise<void> {
  const members = await admin
    .selectFrom('accounts.membership as m')
    .innerJoin('organisations.organisation as o', 'o.id', 'm.organisation_id')
    .select(['m.id as membershipId', 'm.person_id as personId', 'm.person_name as personName', 'm.role'])
    .select([
      'm.demo_number as number',
      'o.id as organisationId',
      'o.code as organisationCode',
      'o.name as organisationName',
    ])
    .where('o.code', 'in', codes)
    .where('m.role', 'in', ['aandachtsfunctionaris', 'beleidsmedewerker'])
    .execute();
  const { now } = await look(db, { door: 'published' }, async (_tx, time) => time);
  for (const code of codes) {
    const here = members.filter(({ organisationCode }) => organisationCode === code);
    const actorOf = ({ role, number }: Pick<ExampleDeed, 'role' | 'number'>): Actor | undefined => {
      const found = here.find((each) => each.role === role && each.number === number);
      return found && { ...found, role, scope: 'own-organisation' };
    };
    for (const example of EXAMPLE_DOSSIERS) await layExample(db, vault, example, actorOf, { now, seed });
  }
}

async function layExample(
  db: Kysely<DB>,
  vault: Vault,
  example: Example,
  actorOf: (who: Pick<ExampleDeed, 'role' | 'number'>) => Actor | undefined,
  { now, seed }: { readonly now: Date; readonly seed: number },
): Promise<void> {
  const owner = actorOf({ role: 'aandachtsfunctionaris', number: 1 });
  if (!owner) return;
  const { organisationId } = owner;
  const dossierId = seedId(seed, `dossier:${organisationId}:${example.code}`);
  const dossier = {
    id: dossierId,
    kind: 'voorbeeld.dossier',
    activity: 'VA-02',
    path: `/privacyloket/inzage?zoek=${example.code}`,
  };
  const began = new Date(now.getTime() - (example.deeds[0]!.hoursAgo + 1) * HOUR);
  await enter(db, { door: 'own', tenantId: organisationId, personId: owner.personId, at: began }, (tx, time) =>
    openDossier(tx, owner, dossier, time),
  );
  const subject = { kind: 'privacy.dossier', id: dossierId };
  for (const { hoursAgo, role, number, does, persons } of example.deeds) {
    const actor = actorOf({ role, number });
    if (!actor) continue;
    const deed: Deed = {
      actor,
      activity: 'VA-02',
      activityVersion: processingActivity('VA-02')!.version,
      action: does === 'changes' ? 'voorbeeld.change-dossier' : 'voorbeeld.read-dossier',
      traceId: newId(),
      ground: 'role',
      about: subject,
      entry: { at: new Date(now.getTime() - hoursAgo * HOUR) },
    };
    const keys = await vault.keysFor(organisationId);
    const open = (tx: object): Revealed[] => {
      lendKeys(tx, keys);
      return persons.map((person) => ({
        subject: {
          kind: 'persoon',
          pseudonym: pseudonymOf(tx, 'persoon', seedId(seed, `persoon:${organisationId}:${person}`)),
        },
        dossierId,
        columns: Object.keys(EXAMPLE_COLUMNS),
      }));
    };
    if (does === 'is refused') {
      await lookAtPersons(db, deed, async () => err({ code: 'not-found' }));
      continue;
    }
    const run = async (tx: object) => {
      noteRevealed(tx, ...open(tx));
      return ok({ subject });
    };
    await (does === 'changes' ? transact(db, deed, run) : lookAtPersons(db, deed, run));
  }
}
