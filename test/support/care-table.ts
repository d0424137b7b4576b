import { expect } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { addDays, dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { agreeToConsult, CONSULTATION_KINDS } from './a-consultation.ts';
import { documentOf, type TestApp, type Visitor } from './app.ts';
import { anActor, anOrganisation, type TestOrganisation } from './builders.ts';
import type { TestDatabase } from './database.ts';
import { openGate } from './open-gate.ts';

/** Such a story goes through many pages. */
export const STORY = { timeout: 240_000 };
export const NAME = 'Rozemarijn';
export const BACKGROUND = 'Zij slaapt nu in een auto';
export const ELSEWHERE = 'breng dit in bij het Zorg- en Veiligheidshuis of het RIEC';
export const soon = writeDutchDate(addDays(dutchDay(new Date()), 5));
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A person on the agenda, on a law of care or with consent, as the form asks for it. */
export const PERSON = {
  aanduiding: NAME,
  vraag: 'Waar kan zij vannacht terecht?',
  achtergrond: BACKGROUND,
  doel: 'Een veilige plek',
  grondslag: 'zorgwet',
  wet: 'wmo',
};
export const CONSENT = {
  ...PERSON,
  grondslag: 'toestemming',
  leeftijd: '23-30',
  gegevenDoor: 'person',
  hoe: 'spoken',
  taal: 'nl',
  gegevenOp: '1-11-2026',
};

/** Sends the form at an address, ticked boxes too. */
export async function fill(visitor: Visitor, at: string, fields: Fields = {}, action = at) {
  const form = await visitor.form(at, action);
  const body = new URLSearchParams(form.fields);
  for (const [name, value] of Object.entries(fields)) {
    body.delete(name);
    for (const each of [value].flat()) body.append(name, each);
  }
  return visitor.request({
    method: 'POST',
    url: form.action,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: body.toString(),
  });
}
/** The same, and it is done. @returns where one is afterwards */
export const done = async (visitor: Visitor, at: string, fields: Fields = {}, action = at) => {
  const answer = await fill(visitor, at, fields, action);
  expect([action, answer.statusCode, textIn(answer)]).toEqual([action, 303, '']);
  return String(answer.headers.location);
};
export const textIn = (answer: Parameters<typeof documentOf>[0]) =>
  answer.statusCode === 303 ? '' : (documentOf(answer).querySelector('main')?.textContent ?? '');
export const read = async (visitor: Visitor, at: string) =>
  (await visitor.page(at)).querySelector('main')?.textContent ?? '';
export const takeIn = (visitor: Visitor) => done(visitor, '/overleg/ontvangen');

/** An organisation that holds tables, whom it may invite, and somebody who answers in each. */
export async function careTable(database: TestDatabase, app: TestApp) {
  const care = await anOrganisation(database, 'zorgorganisatie');
  const town = await anOrganisation(database);
  const partner = await anOrganisation(database, 'ketenpartner');
  const police = await anOrganisation(database, 'politie');
  await openGate(database, care.id, 'case-consultation');
  for (const other of [town, partner]) await agreeToConsult(database, care.id, other.id);
  await agreeToConsult(database, care.id, police.id, [CONSULTATION_KINDS[0]!, 'overleg-inbreng']);
  const actor: Actor = await anActor(database, 'zorgcoordinator', care);
  const chair = await app.visitor(actor);
  const [officer, guest, agent] = (await Promise.all(
    (
      [
        ['aandachtsfunctionaris', town],
        ['ketenpartner', partner],
        ['politie', police],
      ] as readonly (readonly [Role, TestOrganisation])[]
    ).map(async ([role, organisation]) => app.visitor(await anActor(database, role, organisation))),
  )) as [Visitor, Visitor, Visitor];
  const due = () => runEverythingDue(database.kysely, 'demo', { wait: true });

  async function covenant(parties: readonly TestOrganisation[], until = '1-1-2028'): Promise<string> {
    await done(
      chair,
      '/samenwerken/convenanten/nieuw',
      {
        soort: 'convenant',
        naam: 'Voorbeeldconvenant zorgtafel',
        doel: 'Hulp op elkaar afstemmen',
        grondslag: 'Wmo 2015',
        partijen: [],
        anderen: parties.map(({ name }) => name).join('\n'),
        vanaf: '1-1-2026',
        geldigTot: until,
        bespreken: '1-12-2027',
      },
      '/samenwerken/convenanten',
    );
    const { id } = await database.admin
      .selectFrom('consultation.covenant')
      .select('id')
      .where('tenant_id', '=', care.id)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    return id;
  }
  const plan = async (convenant: string) =>
    done(
      chair,
      '/overleg/nieuw',
      {
        soort: 'zorgtafel',
        titel: 'Zorgtafel Voorbeeldstad',
        doel: 'Hulp afstemmen',
        dag: '1-12-2027',
        tijd: '9.30',
        plaats: 'Zaal 1',
        convenant,
      },
      '/overleg',
    );
  const seat = (path: string, organisation: TestOrganisation, ziet = 'alles') =>
    done(chair, `${path}/deelnemers`, { hoe: 'organisatie', organisatie: organisation.code, ziet });
  const participant = async (path: string, organisation: TestOrganisation) =>
    (
      await database.admin
        .selectFrom('consultation.participant')
        .select('id')
        .where('meeting_id', '=', path.split('/')[2]!)
        .where('organisation_id', '=', organisation.id)
        .where('removed_at', 'is', null)
        .executeTakeFirstOrThrow()
    ).id;
  const received = async (organisation: TestOrganisation) =>
    database.admin
      .selectFrom('consultation.received')
      .select(['id', 'what'])
      .where('tenant_id', '=', organisation.id)
      .execute();
  /** The item about a person on this agenda. */
  const personItem = async (path: string) =>
    (
      await database.admin
        .selectFrom('consultation.item')
        .select('id')
        .where('meeting_id', '=', path.split('/')[2]!)
        .where('about_person', '=', true)
        .executeTakeFirstOrThrow()
    ).id;
  /** Takes an organisation from the table. */
  async function unseat(path: string, organisation: TestOrganisation) {
    const form = await chair.form(path, `${path}/deelnemers/weg`);
    return chair.send({
      ...form,
      fields: { ...form.fields, deelnemerWeg: await participant(path, organisation) },
    });
  }

  /** A table with a town that sees all, a partner that sees the question, and one person for the town alone. */
  async function aTable(): Promise<string> {
    const path = await plan(await covenant([town, partner]));
    await seat(path, town);
    await seat(path, partner, 'vraag');
    await done(chair, `${path}/persoon`, { ...CONSENT, voor: [await participant(path, town)] });
    await done(chair, `${path}/punt`, {
      onderwerp: 'Bereikbaarheid in december',
      doel: 'Afspraken',
      voor: [await participant(path, town), await participant(path, partner)],
    });
    await done(chair, path, {}, `${path}/versturen`);
    return path;
  }

  return {
    ...{ care, town, partner, police, actor, chair, officer, guest, agent },
    ...{ due, covenant, plan, seat, participant, received, personItem, unseat, aTable },
  };
}
