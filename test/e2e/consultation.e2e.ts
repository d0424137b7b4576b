import { describe, expect, it } from 'vitest';
import { addDays, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { axeFaults } from './axe.ts';
import { today } from './clock.ts';
import { visitAs } from './roles.ts';
import { PHONE, type Visit, WIDE } from './visit.ts';

/** The one sentence that says where a person belongs with the police at the table. */
const ELSEWHERE =
  'Met politie, OM, RIEC, Belastingdienst of Arbeidsinspectie aan tafel bespreekt u hier geen persoon: breng dit in bij het Zorg- en Veiligheidshuis of het RIEC.';
const PERSON = 'Rozemarijn';
const BACKGROUND = 'Zij slaapt nu in een auto (fictief)';

async function look({ page }: Visit, script: boolean): Promise<void> {
  const name = new URL(page.url()).pathname;
  if (script) expect([name, await axeFaults(page)]).toEqual([name, []]);
  const [inside, outside] = [page.locator('html'), page.viewportSize()!.width];
  expect([name, await inside.evaluate((root) => root.scrollWidth)]).toEqual([name, outside]);
}
const mainOf = ({ page }: Visit) => page.getByRole('main').innerText();

/** A select without a script, or the box to type in that the script makes of it. */
async function choose({ page }: Visit, label: string, option: string, script: boolean): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  if (!script) return void (await field.selectOption({ label: option }));
  await field.fill(option);
  await page.getByRole('option', { name: option, exact: true }).first().click();
}

/**
 * A region prepares, holds and closes a table of care parties: everybody saw only the own part. Then it tries to put a named person on
 * the agenda with the police present, and is told in one sentence where that belongs.
 */
describe.for([
  { how: 'without JavaScript on a telephone', script: false, screen: PHONE, name: 'Zorgtafel Eems (fictief)' },
  { how: 'with JavaScript', script: true, screen: WIDE, name: 'Zorgtafel Hunze (fictief)' },
])('a table of care parties, $how', ({ script, screen, name }) => {
  it('is prepared, held and closed by a region, and turns a person away with the police there', async () => {
    await using region = await visitAs('ketenregisseur', { at: 'VR01', script, screen });
    await using north = await visitAs('zorgcoordinator', { at: 'ZC01', script, screen });
    await using south = await visitAs('zorgcoordinator', { at: 'ZC02', script, screen });
    await using partner = await visitAs('ketenpartner', { at: 'KP02', script, screen });
    const { page } = region;
    const begin = await today(region);

    await page.goto('/samenwerken/convenanten/nieuw');
    await page.getByLabel('Convenant', { exact: true }).check();
    await page.getByLabel('Hoe heet het?').fill(`Convenant ${name}`);
    await page.getByLabel('Waarvoor is het?').fill('Hulp op elkaar afstemmen');
    await page.getByLabel('Op welke grondslag steunt het?').fill('Wmo 2015 (voorbeeld)');
    const parties = ['Fictieve Zorgcoördinatie Noord', 'Fictieve Zorgcoördinatie Zuid', 'Fictieve GGD Voorbeeldland'];
    for (const [index, party] of parties.entries()) await choose(region, `Partij ${index + 1}`, party, script);
    await page.getByLabel('Met welke andere organisaties?').fill('Fictief Veilig Thuis; Veilig Thuis');
    await page.getByLabel('Tot welke dag?').fill(writeDutchDate(addDays(begin, 700)));
    await page.getByLabel('Wanneer bespreekt u het opnieuw?').fill(writeDutchDate(addDays(begin, 350)));
    await look(region, script);
    await page.getByRole('button', { name: 'Leg vast' }).click();
    await page.getByText('Gelukt: vastgelegd').waitFor();
    await look(region, script);

    async function plan(title: string): Promise<string> {
      await page.goto('/overleg/nieuw');
      await page.getByLabel('Zorgtafel', { exact: true }).check();
      await page.getByLabel('Hoe heet het overleg?').fill(title);
      await page.getByLabel('Wat is het doel?').fill('Hulp op elkaar afstemmen');
      await page.getByLabel('Op welke dag?').fill(writeDutchDate(addDays(begin, 7)));
      await page.getByLabel('Hoe laat?').fill('10:00');
      await page.getByLabel('Waar?').fill('Zaal 1 (fictief)');
      await page.getByLabel('Op welk convenant steunt het?').selectOption({ label: `Convenant ${name}` });
      await look(region, script);
      await page.getByRole('button', { name: 'Plan dit overleg' }).click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      return new URL(page.url()).pathname;
    }
    async function seat(path: string, organisation: string, sees: string): Promise<void> {
      await page.goto(`${path}/deelnemers`);
      await page.getByLabel('Een organisatie die In Beeld gebruikt').check();
      await choose(region, 'Welke organisatie?', organisation, script);
      await page.getByLabel(sees, { exact: true }).check();
      await page.getByRole('button', { name: 'Voeg toe' }).click();
      await page.getByRole('heading', { name: 'Aan tafel' }).waitFor();
    }
    async function bring(path: string, ...parties: readonly string[]): Promise<void> {
      await page.goto(`${path}/persoon`);
      await page.getByLabel('Hoe noemt u deze persoon aan tafel?').fill(PERSON);
      await page.getByLabel('Wat is uw vraag aan tafel?').fill('Waar kan zij vannacht terecht?');
      await page.getByLabel('Wat moet men weten om te helpen?').fill(BACKGROUND);
      await page.getByLabel('Waarom staat dit op de agenda?').fill('Een veilige plek');
      await page.getByLabel('Toestemming', { exact: true }).check();
      await page.getByLabel('Hoe oud is de persoon?').selectOption({ label: '23 tot en met 30 jaar' });
      await page.getByLabel('De persoon zelf').check();
      await page.getByLabel('Mondeling').check();
      await page.getByLabel('Op welke dag?').fill(writeDutchDate(addDays(begin, -3)));
      await page.getByLabel('In welke taal is de tekst besproken?').selectOption({ label: 'Nederlands' });
      for (const party of parties) await page.getByLabel(party).check();
      await look(region, script);
      await page.getByRole('button', { name: 'Zet op de agenda' }).click();
    }

    const path = await plan(name);
    await seat(path, 'Fictieve Zorgcoördinatie Noord', 'Vraag en achtergrond');
    await seat(path, 'Fictieve Zorgcoördinatie Zuid', 'Alleen de vraag');
    await seat(path, 'Fictieve GGD Voorbeeldland', 'Alleen punten zonder persoon');
    await bring(path, 'Fictieve Zorgcoördinatie Noord', 'Fictieve Zorgcoördinatie Zuid');
    await page.getByText(`Over een persoon: ${PERSON}`).waitFor();
    await page.goto(`${path}/punt`);
    await page.getByLabel('Wat is het onderwerp?').fill('Bereikbaarheid in december');
    await page.getByLabel('Waarom staat dit op de agenda?').fill('Afspraken');
    await page.getByLabel('Fictieve GGD Voorbeeldland').check();
    await page.getByRole('button', { name: 'Zet op de agenda' }).click();
    await look(region, script);
    await page.getByRole('button', { name: 'Verstuur de uitnodigingen' }).click();
    await page.getByRole('button', { name: 'Open het overleg' }).waitFor();

    const own = `/overleg/ontvangen/${path.split('/').at(-1)}`;
    for (const visitor of [north, south, partner]) {
      await visitor.page.goto('/overleg/ontvangen');
      await visitor.page.getByRole('button', { name: 'Neem in ontvangst' }).click();
      await visitor.page.getByRole('link', { name }).click();
      await visitor.page.getByRole('heading', { name: 'Voor u op de agenda' }).waitFor();
      await look(visitor, script);
    }
    const [all, question, topics] = [await mainOf(north), await mainOf(south), await mainOf(partner)];
    for (const said of [PERSON, BACKGROUND]) expect(all).toContain(said);
    expect(question).toContain('Waar kan zij vannacht terecht?');
    expect(question).not.toContain(BACKGROUND);
    expect(topics).toContain('Bereikbaarheid in december');
    for (const text of [all, question]) expect(text).not.toContain('Bereikbaarheid in december');
    for (const said of [PERSON, BACKGROUND]) expect(topics).not.toContain(said);

    await page.getByRole('button', { name: 'Open het overleg' }).click();
    await page.getByRole('link', { name: 'Leg een besluit of actie vast' }).click();
    await page.getByLabel('Bij welk punt?').selectOption({ label: `1. ${PERSON}` });
    await page.getByLabel('Een actie', { exact: true }).check();
    await page.getByLabel('Wat is besloten of afgesproken?').fill('Belt vandaag een opvang');
    await page.getByLabel('Wie doet de actie?').selectOption({ label: 'Fictieve Zorgcoördinatie Noord' });
    await page.getByLabel('Wanneer is het klaar?').fill(writeDutchDate(addDays(begin, 8)));
    await look(region, script);
    await page.getByRole('button', { name: 'Leg vast' }).click();
    await page.getByText('Belt vandaag een opvang', { exact: true }).waitFor();

    await north.page.goto('/overleg/ontvangen');
    await north.page.getByRole('button', { name: 'Neem in ontvangst' }).click();
    await north.page.goto('/overzicht');
    await north.page.getByText('Actie uit een overleg van').first().waitFor();
    await north.page.goto(own);
    await look(north, script);
    await north.page.getByRole('link', { name: 'Zet er een opmerking bij' }).click();
    await north.page.getByLabel('Uw opmerking voor').waitFor();
    await look(north, script);
    await north.page.goto(own);
    await north.page.getByRole('button', { name: 'Meld: gedaan' }).click();
    await north.page.getByText('Gedaan', { exact: true }).waitFor();
    await page.goto('/overleg/ontvangen');
    await page.getByRole('button', { name: 'Neem in ontvangst' }).click();
    await page.goto(path);
    await page.getByText('Gedaan', { exact: true }).waitFor();

    // in the middle of the meeting: what she got is gone
    await page.getByRole('button', { name: 'Haal van tafel' }).nth(1).click();
    await page.getByText('Doet niet meer mee').waitFor();
    await south.page.goto(own);
    await south.page.getByText('u doet niet meer mee aan dit overleg').waitFor();
    expect(await mainOf(south)).not.toContain(PERSON);

    await page.getByRole('button', { name: 'Sluit het overleg' }).click();
    await page.getByText('Gesloten', { exact: true }).waitFor();
    expect(await mainOf(region)).toContain('Bewaard tot');
    await look(region, script);
    const minutes = await region.context.request.get(`${path}/verslag.docx`);
    expect([minutes.status(), (await minutes.body()).subarray(0, 2).toString()]).toEqual([200, 'PK']);

    const second = await plan(`${name}, met politie`);
    await seat(second, 'Fictieve Zorgcoördinatie Noord', 'Vraag en achtergrond');
    await seat(second, 'Fictief Team Mensenhandel Noord', 'Alleen punten zonder persoon');
    region.expectStatus(409);
    await bring(second, 'Fictieve Zorgcoördinatie Noord');
    await page.getByText('dit hoort hier niet').waitFor();
    expect(await mainOf(region)).toContain(ELSEWHERE);
    await look(region, script);
    await page.goto(second);
    await page.getByText('meer is niet bewaard').waitFor();
    expect(await mainOf(region)).not.toContain(PERSON);
    expect([region, north, south, partner].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
