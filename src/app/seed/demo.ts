import type { Kysely } from 'kysely';
import { newDemoMember, type OrganisationKind, ROLE_DESCRIPTIONS } from '../../features/accounts/index.ts';
import { recordFocalPointFacts } from '../../features/approach/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { look, transact } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import { addDays, addMonths, dutchDay, type PlainDate } from '../../shared-kernel/plain-date.ts';
import type { Actor, Role } from '../../shared-kernel/role.ts';
import { seedCare } from './care.ts';
import { seedCases } from './cases.ts';
import { seedCollaboration } from './collaboration.ts';
import { seedConsultation } from './consultation.ts';
import { type CountrySize, seedCountry } from './country.ts';
import { seedCountryRegistrations } from './country-registrations.ts';
import { seedCountrySignals } from './country-signals.ts';
import { seedEnforcement } from './enforcement.ts';
import { inParallel } from './in-parallel.ts';
import { seedLearning } from './learning.ts';
import { seedMandates } from './mandates.ts';
import { seedOnboarding } from './onboarding.ts';
import { seedPractices } from './practices.ts';
import { seedPublicFacts } from './public-facts.ts';
import { organisationId } from './reference.ts';
import { seedRegistrations } from './registrations.ts';
import { seededRandom, seedId } from './seed-id.ts';
import { seedShelters } from './shelters.ts';
import { seedSignals } from './signals.ts';
import { seedStartGates } from './start-gates.ts';
import { NEIGHBOURS, STARTS_EMPTY, STORIES } from './stories.ts';
import { seedSupport } from './support.ts';
import { tellStories } from './tell-stories.ts';

/** Organisations that exist only in the demo; nobody can reach them, none has a telephone number. */
const DEMO_ORGANISATIONS: readonly { code: string; kind: OrganisationKind; name: string; partner?: string }[] = [
  { code: 'VNG', kind: 'vng', name: 'VNG (voorbeeld)' },
  { code: 'COM', kind: 'comensha', name: 'CoMensha (voorbeeld)' },
  { code: 'NR', kind: 'rapporteur', name: 'Bureau Nationaal Rapporteur (voorbeeld)' },
  { code: 'ZC01', kind: 'zorgorganisatie', name: 'Fictieve Zorgcoördinatie Noord' },
  { code: 'ZC02', kind: 'zorgorganisatie', name: 'Fictieve Zorgcoördinatie Zuid' },
  { code: 'OP01', kind: 'opvangorganisatie', name: 'Fictieve Opvang De Luwte' },
  { code: 'OP02', kind: 'opvangorganisatie', name: 'Fictieve Opvang Het Anker' },
  { code: 'OP03', kind: 'opvangorganisatie', name: 'Fictieve Opvang De Esdoorn' },
  { code: 'OP04', kind: 'opvangorganisatie', name: 'Fictieve Opvang Wilgenhof' },
  { code: 'OP05', kind: 'opvangorganisatie', name: 'Fictieve Opvang De Brugwacht' },
  { code: 'OP06', kind: 'opvangorganisatie', name: 'Fictieve Opvang Stadswal' },
  { code: 'OP07', kind: 'opvangorganisatie', name: 'Fictieve Opvang Nachtlicht' },
  { code: 'OP08', kind: 'opvangorganisatie', name: 'Fictieve Opvang Kompas' },
  { code: 'PO01', kind: 'politie', name: 'Fictief Team Mensenhandel Noord' },
  { code: 'PO02', kind: 'politie', name: 'Fictief Team Mensenhandel Zuid' },
  { code: 'KP01', kind: 'ketenpartner', name: 'Fictieve Woningcorporatie De Haard', partner: 'woningcorporatie' },
  { code: 'KP02', kind: 'ketenpartner', name: 'Fictieve GGD Voorbeeldland', partner: 'ggd' },
  { code: 'AM01', kind: 'aanmelder', name: 'Fictieve Voorbeeldaanmelder De Brug', partner: 'jeugdhulp' },
  { code: 'AM02', kind: 'aanmelder', name: 'Fictieve Hulplijn Kompas', partner: 'ngo' },
  { code: 'AM03', kind: 'aanmelder', name: 'Fictieve Jeugdbescherming De Kade', partner: 'jeugdhulp' },
  { code: 'AM04', kind: 'aanmelder', name: 'Fictieve Politie-eenheid Voorbeeldland', partner: 'politie' },
];

/** Two municipalities that share one focal point: the person holds the role in both and chooses at sign-in. */
const SHARED_SERVICE = ['GM0109', 'GM1681'] as const;

/** The twelve municipalities that the demo tells in full; the first starts empty, which is where a visitor begins. */
export const TOLD_IN_FULL: readonly string[] = [STARTS_EMPTY, ...STORIES.map(({ code }) => code)];

/** Lays the people of the demo, and what their municipalities recorded. Everything goes through the use cases people use. */
export async function seedDemo(
  admin: Kysely<DB>,
  db: Kysely<DB>,
  options: { readonly seed: number; readonly country: CountrySize; readonly vault: Vault },
  onStep: (step: string) => void,
): Promise<void> {
  onStep('voorbeeldpersonen maken');
  await seedPeople(admin, options.seed);
  onStep('voorbeelden invullen');
  await seedFocalPoints(admin, db, options.seed);
  // a country of scans has groups to compare with already
  await tellStories(admin, db, options.seed, options.country.years === 0 ? NEIGHBOURS : []);
  await seedMandates(admin, db);
  await seedPublicFacts(admin, db);
  await seedCollaboration(admin, db, options.vault);
  await seedStartGates(admin, db);
  await seedSignals(admin, db, options);
  await seedLearning(admin, db);
  await seedRegistrations(admin, db, options.vault);
  await seedEnforcement(admin, db, options);
  await seedCare(admin, db);
  await seedCases(admin, db, options.vault);
  await seedShelters(admin, db, options);
  await seedConsultation(admin, db, options.vault);
  await seedPractices(admin, db);
  await seedSupport(admin, db);
  await seedOnboarding(admin, db, STARTS_EMPTY);
  const { country } = options;
  if (country.years > 0) onStep('jaren van gebruik leggen');
  // one keeps the database busy, the other this process: together they take little longer than one
  await Promise.all([
    seedCountry(admin, db, country),
    seedCountrySignals(admin, db, { ...options, total: country.signals, codes: country.codes }),
  ]);
  await seedCountryRegistrations(admin, db, { ...options, total: country.registrations ?? 0 });
  await settleThePast(admin, db);
}

async function seedPeople(admin: Kysely<DB>, seed: number): Promise<void> {
  const started: PlainDate = dutchDay(new Date(Date.UTC(2026, 0, 1)));
  await admin.transaction().execute(async (tx) => {
    await tx
      .insertInto('organisations.organisation')
      .values(
        DEMO_ORGANISATIONS.map((o) => ({
          id: organisationId(seed, o.code),
          kind: o.kind,
          code: o.code,
          name: o.name,
          partner_kind: o.partner ?? null,
          valid_from: started,
          is_demo: true,
        })),
      )
      .execute();
    await tx
      .insertInto('organisations.code_period')
      .values(
        DEMO_ORGANISATIONS.map((o) => ({
          organisation_id: organisationId(seed, o.code),
          code: o.code,
          name: o.name,
          valid_from: started,
        })),
      )
      .execute();
    const places = await tx
      .selectFrom('organisations.organisation')
      .select(['id', 'code', 'kind', 'partner_kind as partnerKind'])
      .where('valid_until', 'is', null)
      .orderBy('code')
      .execute();
    const members = places.flatMap((place) => {
      const numbers = TOLD_IN_FULL.includes(place.code) || place.kind !== 'gemeente' ? [1, 2] : [1];
      return (
        (Object.keys(ROLE_DESCRIPTIONS) as Role[])
          .filter((role) => (ROLE_DESCRIPTIONS[role].heldIn as readonly string[]).includes(place.kind))
          // most care coordinators work elsewhere; some municipalities have their own
          .filter((role) => role !== 'zorgcoordinator' || place.kind !== 'gemeente' || numbers.length > 1)
          .flatMap((role) =>
            numbers.map((number) => {
              const key = `${place.code}:${role}:${number}`;
              return {
                ...newDemoMember(place, role, number),
                personId: seedId(seed, `person:${key}`),
                membershipId: seedId(seed, `membership:${key}`),
              };
            }),
          )
      );
    });
    const member = (code: string, role: Role, number: number) =>
      members.find((m) => m.organisationId === organisationId(seed, code) && m.role === role && m.number === number)!;
    const [first, second] = SHARED_SERVICE.map((code) => member(code, 'aandachtsfunctionaris', 1));
    // at a small helpdesk one person registers and places, one at a time
    const same = new Map([
      [second!, first!],
      [member('COM', 'comensha-plaatsing', 2), member('COM', 'comensha-registratie', 2)],
    ]);
    const sharedMembers = members.map((m) => {
      const person = same.get(m);
      return person ? { ...m, personId: person.personId, name: person.name, email: person.email } : m;
    });
    const persons = new Map(sharedMembers.map((m) => [m.personId, { id: m.personId, name: m.name, email: m.email }]));
    for (const chunk of chunks([...persons.values()], 1000))
      await tx.insertInto('accounts.person').values(chunk).execute();
    const rows = sharedMembers.map((m) => ({
      organisation_id: m.organisationId,
      id: m.membershipId,
      person_id: m.personId,
      person_name: m.name,
      role: m.role,
      kind: m.kind,
      valid_from: started,
      demo_number: m.number,
    }));
    for (const chunk of chunks(rows, 1000)) await tx.insertInto('accounts.membership').values(chunk).execute();
  });
}

/** Two in three municipalities recorded a focal point once; by now some of those lapsed. Drawn by the seed, not by judgement. */
async function seedFocalPoints(admin: Kysely<DB>, db: Kysely<DB>, seed: number): Promise<void> {
  const random = seededRandom(seed);
  const { today } = await look(db, { door: 'published' }, async (_tx, time) => time);
  const writers = await admin
    .selectFrom('accounts.membership as m')
    .innerJoin('organisations.organisation as o', 'o.id', 'm.organisation_id')
    .select([
      'm.id as membershipId',
      'm.person_id as personId',
      'm.person_name as personName',
      'o.id as organisationId',
      'o.code as organisationCode',
      'o.name as organisationName',
    ])
    .where('m.role', '=', 'aandachtsfunctionaris')
    .where('m.demo_number', '=', 1)
    .orderBy('o.code')
    .execute();
  const plans = writers.flatMap((writer) => {
    const takesPart = random() < 0.67;
    const agoDays = 30 + Math.floor(random() * 600);
    const termMonths = [12, 18, 24, 36, 48][Math.floor(random() * 5)]!;
    const hours = 4 + Math.floor(random() * 9) * 2;
    // those told in full have a story of their own, or start empty
    return takesPart && !TOLD_IN_FULL.includes(writer.organisationCode)
      ? [{ writer, decidedOn: addDays(today, -agoDays), termMonths, hours }]
      : [];
  });
  await inParallel(plans, 8, async ({ writer, decidedOn, termMonths, hours }) => {
    const actor: Actor = { ...writer, role: 'aandachtsfunctionaris', scope: 'own-organisation' };
    const at = new Date(`${addDays(decidedOn, 3)}T10:00:00Z`);
    // among the people of a demo are some of one name in one municipality
    const pointed = { focalPoint: { personId: writer.personId }, substitute: 'outside' } as const;
    const facts = {
      focalPoint: writer.personName,
      substitute: `Vervanger ${writer.personName.split(' ')[1]}`,
      hoursPerWeek: hours,
      evidenceTitle: `Voorbeeldbesluit aandachtsfunctionaris ${writer.organisationName} (fictief)`,
      evidenceLink: undefined,
      evidenceFileId: undefined,
      decidedOn,
      validUntil: addMonths(decidedOn, termMonths),
    };
    const outcome = await transact(
      db,
      { actor, activity: 'VA-11', action: 'approach.record-focal-point', traceId: newId(), entry: { at } },
      (tx, time) => recordFocalPointFacts(tx, actor, { facts, seenVersion: 0, pointed }, time),
    );
    if ('ok' in outcome && !outcome.ok) throw new Error(`demo data refused: ${outcome.error.code}`);
  });
}

/** What would have been warned of before the demo began, was: a newcomer finds no year of old post. */
async function settleThePast(admin: Kysely<DB>, db: Kysely<DB>): Promise<void> {
  const { now } = await look(db, { door: 'published' }, async (_tx, time) => time);
  await admin
    .updateTable('deadlines.alarm')
    .set((row) => ({ fired_at: row.ref('due_at') }))
    .where('due_at', '<=', now)
    .execute();
}

function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
