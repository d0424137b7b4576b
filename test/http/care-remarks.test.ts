import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, type TestOrganisation } from '../support/builders.ts';
import { CareRegions, careOrganisation, fill, mainText } from '../support/care-regions.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const STORY = { timeout: 180_000 };
const SAID = 'De afspraak is verzet naar dinsdag';
const ANSWER = 'Dank, dinsdag is goed';

describe('remarks on a referral', () => {
  let database: TestDatabase;
  let app: TestApp;
  let north: TestOrganisation;
  let south: TestOrganisation;
  let sender: Visitor;
  let receiver: Visitor;
  let regions: CareRegions;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return () => database.close();
  });
  beforeEach(async () => {
    regions = await CareRegions.begin(database, app);
    ({ north, south, sender, receiver } = regions);
  });

  /** A referral that the other region took up. @returns the case on each side, and where remarks stand */
  async function referred() {
    const path = await regions.started();
    await regions.refer(path);
    const at = await regions.arrived();
    await fill(receiver, at, {}, `${at}/ontvangen`);
    const there = String((await fill(receiver, at, {}, `${at}/aannemen`)).headers.location);
    await regions.due();
    return { path, at, there, remarks: `${at}/opmerking` };
  }
  const say = (visitor: Visitor, at: string, opmerking: string) => fill(visitor, at, { opmerking });
  const errorAt = (answer: Parameters<typeof documentOf>[0]) =>
    documentOf(answer).getElementById('veld-opmerking-fout')?.textContent ?? '';
  const noticesOf = async (organisation: TestOrganisation) =>
    database.admin
      .selectFrom('deadlines.notification')
      .select(['kind', 'path'])
      .where('tenant_id', '=', organisation.id)
      .where('kind', '=', 'care.referral-remarked')
      .execute();

  it('stands on the referral at both ends, told without content, and nowhere else', STORY, async () => {
    const { path, there, remarks } = await referred();
    expect((await say(sender, remarks, SAID)).statusCode).toBe(303);
    await regions.due();
    expect(await noticesOf(south)).toEqual([{ kind: 'care.referral-remarked', path: there }]);
    const overview = await mainText(receiver, '/overzicht');
    expect(overview).toContain('Er staat een opmerking bij een verwijzing');
    expect(overview).not.toContain(SAID);
    expect(await mainText(receiver, there)).toContain(SAID);
    expect(await mainText(sender, `${path}/verwijzen`)).toContain(SAID);
    expect((await say(receiver, remarks, ANSWER)).statusCode).toBe(303);
    await regions.due();
    expect(await noticesOf(north)).toEqual([{ kind: 'care.referral-remarked', path: `${path}/verwijzen` }]);
    expect(await mainText(sender, `${path}/verwijzen`)).toContain(ANSWER);
    for (const visitor of [sender, receiver]) {
      const inbox = await mainText(visitor, '/samenwerken/berichten');
      for (const word of [SAID, ANSWER, 'Opmerking']) expect(inbox).not.toContain(word);
    }
    const stranger = await app.visitor(await anActor(database, 'zorgcoordinator', await careOrganisation(database)));
    expect((await stranger.get(remarks)).statusCode).toBe(404);
    const kept = await database.admin
      .selectFrom('retention.record')
      .select(['tenant_id', 'rule'])
      .where('subject_kind', '=', 'exchange.message')
      .where('tenant_id', 'in', [north.id, south.id])
      .execute();
    // the referral, the remark and the answer, on each side, by the rule of the case
    expect(kept.map(({ rule }) => rule)).toEqual(Array(6).fill('care-dossier'));
    const sealed = await database.admin
      .selectFrom('exchange.message')
      .select('content')
      .where('about_id', 'is not', null)
      .where('tenant_id', '=', north.id)
      .execute();
    for (const { content } of sealed) expect(String(content)).not.toContain('dinsdag');
  });

  it('is sent once when the form comes twice, and keeps what was typed when it is refused', STORY, async () => {
    const { path, remarks } = await referred();
    const form = await sender.form(remarks, remarks);
    const twice = { ...form, fields: { ...form.fields, opmerking: SAID } };
    expect([(await sender.send(twice)).statusCode, (await sender.send(twice)).statusCode]).toEqual([303, 303]);
    expect((await mainText(sender, `${path}/verwijzen`)).split(SAID).length).toBe(2);
    expect(errorAt(await say(sender, remarks, ' '))).toContain('Schrijf op');
    const refused = await say(sender, remarks, 'Haar nummer is 111222333');
    expect([refused.statusCode, errorAt(refused)]).toEqual([409, expect.stringContaining('burgerservicenummer')]);
    expect(documentOf(refused).getElementById('veld-opmerking')?.textContent).toContain('111222333');
  });

  it('can be taken back, and then nobody reads it', STORY, async () => {
    const { path, there, remarks } = await referred();
    await say(sender, remarks, SAID);
    await regions.due();
    expect(await mainText(receiver, there)).toContain(SAID);
    // only who wrote it takes it back
    expect((await receiver.page(remarks)).querySelectorAll(`form[action="${remarks}/intrekken"]`)).toHaveLength(0);
    const back = await sender.form(remarks, `${remarks}/intrekken`);
    expect((await sender.send(back)).statusCode).toBe(303);
    for (const [visitor, at] of [
      [receiver, there],
      [sender, `${path}/verwijzen`],
    ] as const) {
      expect(await mainText(visitor, at)).not.toContain(SAID);
      expect(await mainText(visitor, at)).toContain('Ingetrokken');
    }
    const again = { ...back, fields: { ...back.fields, _sleutel: `${back.fields._sleutel}x` } };
    expect((await sender.send(again)).statusCode).toBe(409);
    const { opmerking: _typed, voorWie: _to, ...hers } = (await receiver.form(remarks, remarks)).fields;
    const theirs = { ...back, fields: { ...hers, eerdereOpmerking: back.fields.eerdereOpmerking! } };
    expect((await receiver.send(theirs)).statusCode).toBe(404);
  });

  it('goes with the referral: taken back, the other side has nothing and nobody can add anything', STORY, async () => {
    const { path, there, remarks } = await referred();
    await say(sender, remarks, SAID);
    await say(receiver, remarks, ANSWER);
    await regions.due();
    const late = await receiver.form(remarks, remarks);
    await fill(sender, `${path}/verwijzen`, {}, `${path}/verwijzen/intrekken`);
    await regions.due();
    for (const at of [there, remarks]) {
      const text = await mainText(receiver, at);
      for (const word of [SAID, ANSWER]) expect(text).not.toContain(word);
    }
    const left = await database.admin
      .selectFrom('vault.message_key')
      .select('message_id')
      .where('tenant_id', '=', south.id)
      .execute();
    expect(left).toEqual([]);
    const added = await receiver.send({ ...late, fields: { ...late.fields, opmerking: 'Nog iets' } });
    expect([added.statusCode, errorAt(added)]).toEqual([409, '']);
    expect(documentOf(added).querySelector('main')?.textContent).toContain('Dit staat niet meer open');
    expect(await mainText(sender, remarks)).toContain('Dit staat niet meer open');
  });

  it('leaves with a referral that is refused', STORY, async () => {
    const path = await regions.started();
    await regions.refer(path);
    const at = await regions.arrived();
    await say(sender, `${at}/opmerking`, SAID);
    await regions.due();
    expect(await mainText(receiver, `${at}/opmerking`)).not.toContain(SAID);
    await fill(receiver, at, {}, `${at}/ontvangen`);
    expect(await mainText(receiver, at)).toContain(SAID);
    await fill(receiver, at, { weigerreden: 'full' }, `${at}/weigeren`);
    for (const page of [at, `${at}/opmerking`]) expect(await mainText(receiver, page)).not.toContain(SAID);
    const keys = await database.admin
      .selectFrom('vault.message_key')
      .select('message_id')
      .where('tenant_id', '=', south.id)
      .execute();
    expect(keys).toEqual([]);
  });
});
