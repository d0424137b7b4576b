import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { moveClock, readClock } from '../../src/platform/clock/domain-clock.ts';
import { addDays, addMonths, dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { aCase } from '../support/a-case.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const CASES = '/zorgcoordinatie/dossiers';

describe('what guards somebody in a case', () => {
  let database: TestDatabase;
  let app: TestApp;
  let actor: Actor;
  let second: Actor;
  let coordinator: Visitor;
  let substitute: Visitor;
  let path: string;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return () => database.close();
  });
  beforeEach(async () => {
    const care = await anOrganisation(database, 'zorgorganisatie');
    actor = await anActor(database, 'zorgcoordinator', care);
    second = await anActor(database, 'zorgcoordinator', care);
    coordinator = await app.visitor(actor);
    substitute = await app.visitor(second);
    path = `${CASES}/${await aCase(database, actor, 'Fatima Fictief')}`;
    await fill(coordinator, path, { tweede: second.membershipId }, `${path}/vervanger`);
  });

  const textOf = async (visitor: Visitor, at: string) =>
    (await visitor.page(at)).querySelector('main')?.textContent ?? '';
  async function fill(visitor: Visitor, at: string, fields: Readonly<Record<string, string>>, action = at) {
    const form = await visitor.form(at, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const errorAt = (answer: Parameters<typeof documentOf>[0], field: string) =>
    documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent ?? '';
  const today = async () => dutchDay(await readClock(database.kysely));
  const forward = (by: string) =>
    moveClock(database.kysely, { to: '', forward: by }, async () => {
      await runEverythingDue(database.kysely, 'demo', { wait: true });
    });

  it('says on every page of a case how somebody may be reached, and before it is known that nobody calls', async () => {
    const pages = ['', '/starten', '/starten/noodgeval', '/afsluiten', '/gebeurtenissen', '/termijnen', '/wijzigen'];
    for (const page of pages)
      expect(await textOf(coordinator, path + page)).toContain('Bel en schrijf de persoon nog niet');
    const asked = { hoe: 'text', nummer: '000 0000000', wanneer: 'op dinsdag', nooit: 'geen voicemail', papers: 'act' };
    expect(errorAt(await fill(coordinator, `${path}/veiligheid`, {}), 'hoe')).toContain('Nu niet');
    expect((await fill(coordinator, `${path}/veiligheid`, asked)).statusCode).toBe(303);
    for (const page of pages) {
      const text = await textOf(coordinator, path + page);
      for (const words of ['Een bericht sturen: 000 0000000', 'op dinsdag', 'Nooit: geen voicemail'])
        expect(text).toContain(words);
    }
    expect(await textOf(substitute, path)).toContain('Wie heeft de papieren?');
  });

  it('refuses a list over one that somebody else filled in meanwhile', async () => {
    const mine = await coordinator.form(`${path}/veiligheid`);
    await fill(substitute, `${path}/veiligheid`, { hoe: 'not-now' });
    const late = await coordinator.send({ ...mine, fields: { ...mine.fields, hoe: 'call' } });
    expect(late.statusCode).toBe(409);
    expect(await textOf(coordinator, path)).toContain('nu geen contact');
  });

  it('rings when somebody left with unknown destination, until every step was taken', async () => {
    const at = `${path}/gebeurtenissen`;
    expect(errorAt(await fill(coordinator, at, { soort: 'contact', dag: '1-1-2099' }), 'dag')).toContain('toekomst');
    await fill(coordinator, at, { soort: 'left-unknown', tekst: 'Kamer is leeg' });
    await runEverythingDue(database.kysely, 'demo', { wait: true });
    for (const visitor of [coordinator, substitute])
      expect(await textOf(visitor, '/overzicht')).toContain(`Dossier ${path.slice(-9)}: iemand is weg`);
    for (const page of [path, CASES])
      expect(await textOf(coordinator, page)).toContain('vertrokken, onbekend waarheen');
    const form = await coordinator.form(at, `${at}/stappen`);
    const take = (steps: readonly string[]) => {
      const body = new URLSearchParams(form.fields);
      for (const step of steps) body.append('gezet', step);
      body.set('_sleutel', `${form.fields._sleutel}${steps.length}`);
      return coordinator.request({
        method: 'POST',
        url: form.action,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: body.toString(),
      });
    };
    await take(['reach']);
    expect(await textOf(coordinator, '/overzicht')).toContain('iemand is weg');
    await take(['police', 'term', 'others']);
    expect(await textOf(coordinator, at)).toContain('alle stappen gezet');
    expect(await textOf(coordinator, '/overzicht')).not.toContain('iemand is weg');
    await fill(coordinator, at, { soort: 'returned' });
    for (const page of [path, CASES])
      expect(await textOf(coordinator, page)).not.toContain('vertrokken, onbekend waarheen');
  });

  it('does not call an adult a missing child, and calls no guardian who may be involved', async () => {
    const at = `${path}/gebeurtenissen`;
    expect(errorAt(await fill(coordinator, at, { soort: 'minor-missing' }), 'soort')).toContain('18 of ouder');
  });

  it('asks for a child that left to who knows where what a missing child asks', async () => {
    const at = `${path}/gebeurtenissen`;
    await fill(coordinator, `${path}/wijzigen`, { geboortedatum: '12-3-2012', leeftijd: '' });
    await fill(coordinator, at, { soort: 'left-unknown' });
    const steps = await textOf(coordinator, at);
    for (const words of ['Een minderjarige is vermist: wat u nu doet', 'Bel nu de politie', 'Nidos', 'bedenktijd'])
      expect(steps).toContain(words);
    for (const page of [path, CASES]) expect(await textOf(coordinator, page)).toContain('minderjarige vermist');
  });

  it('sets a clock with its last day, and rings the coordinator and who stands in until it is ended', async () => {
    const at = `${path}/termijnen`;
    const day = addDays(await today(), -85);
    await fill(coordinator, at, { klok: 'reflection-general', dag: writeDutchDate(day) });
    const last = writeDutchDate(addDays(addMonths(day, 3), -1));
    expect(await textOf(coordinator, at)).toContain(last);
    await forward('P4D');
    for (const visitor of [coordinator, substitute])
      expect(await textOf(visitor, '/overzicht')).toContain('een termijn loopt af');
    await forward('P10D');
    expect(await textOf(coordinator, '/overzicht')).toContain('een termijn is voorbij');
    expect((await coordinator.page(CASES)).querySelector('main')?.textContent).toContain('voorbij');
    await fill(coordinator, at, { einde: 'gedaan' }, `${at}/beeindigen`);
    expect(await textOf(coordinator, '/overzicht')).not.toContain('een termijn is voorbij');
    expect(await textOf(coordinator, at)).toContain('1 termijn is voorbij');
  });

  it('lets a second person read the day in a letter, keeps both readings and warns by the earlier', async () => {
    const at = `${path}/termijnen`;
    await fill(coordinator, at, { klok: 'residence-appeal', dag: '10-3-2099' });
    expect(await textOf(coordinator, at)).toContain('nog niet nagelezen');
    expect((await coordinator.page(at)).querySelector(`form[action="${at}/nalezen"]`)).toBeNull();
    await fill(substitute, at, { gelezen: '3-3-2099' }, `${at}/nalezen`);
    const differs = await textOf(coordinator, at);
    expect(differs).toContain('twee mensen lazen een andere dag');
    expect(differs).toContain('3 maart 2099');
    await fill(substitute, at, { gelezen: '10-3-2099' }, `${at}/nalezen`);
    expect(await textOf(coordinator, at)).toContain('door twee mensen gelezen');
  });
});
