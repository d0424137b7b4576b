import { describe, expect, it } from 'vitest';
import { dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { axeFaults } from './axe.ts';
import { visitAs } from './roles.ts';

/** A house of its own, so that one story does not take the places of the other. */
const KNOWLEDGE = { without: 'Verslaving', with: 'Psychiatrie' } as const;

for (const script of [false, true])
  describe(`a place in a shelter ${script ? 'with' : 'without'} JavaScript`, () => {
    it('goes from what somebody needs to a place, an arrival and a home, and tells no name', async () => {
      await using placer = await visitAs('comensha-plaatsing', { at: 'COM', script });
      await using keeper = await visitAs('opvang', { at: 'OP01', script });
      const { page: desk } = placer;
      const { page: house } = keeper;
      // axe is script itself; the pages are the same ones
      const clean = async (page: typeof desk) => script && expect(await axeFaults(page), page.url()).toEqual([]);
      const knowledge = KNOWLEDGE[script ? 'with' : 'without'];
      const today = writeDutchDate(dutchDay(new Date()));

      // the shelter writes a house down that nobody else has
      await house.goto('/opvang/huizen/nieuw');
      await clean(house);
      const unit = house.getByRole('form').first();
      await unit.getByLabel('Hoe noemt u dit huis?', { exact: false }).fill(`Verhaalhuis ${knowledge}`);
      await unit.getByLabel('Adres', { exact: false }).fill('Verhaalstraat 1, Voorbeeldstad');
      await unit.getByLabel('Hoeveel plekken', { exact: false }).fill('1');
      await unit.getByLabel('Soort', { exact: false }).selectOption('vrouwenopvang');
      await unit.getByLabel('regio', { exact: false }).selectOption('limburg');
      await unit.getByLabel('Vrouwen').check();
      await unit.getByLabel(knowledge).check();
      await unit.getByRole('button').click();

      // whoever places asks for what somebody needs
      await desk.goto('/plaatsen/aanvragen/nieuw');
      await clean(desk);
      const form = desk.getByRole('form', { name: 'Zoek een plek' });
      await form.getByLabel('Verblijfspositie').selectOption('nederlander');
      await form.getByLabel('Vrouw', { exact: true }).check();
      await form.getByLabel('Leeftijd').fill('30');
      await form.getByLabel('Vannacht').check();
      await form.getByRole('group', { name: 'Kennis die er moet zijn' }).getByLabel(knowledge).check();
      await form.getByLabel('Op welk nummer belt u wie het vroeg?').fill('000 0000000');
      await form.getByRole('group', { name: 'Wie gaf toestemming?' }).getByRole('radio').first().check();
      await form.getByRole('group', { name: 'Hoe is de toestemming gegeven?' }).getByRole('radio').first().check();
      await form.getByRole('button', { name: 'Zoek plekken' }).click();
      await desk.getByRole('heading', { name: 'Plekken die passen' }).waitFor();
      await clean(desk);

      // the place is chosen and reserved as an option
      await desk.locator('main ol a[href*="/kies?"]').first().click();
      await clean(desk);
      // others in the demo would have it too: both are shown, and a human writes why
      await desk.getByText('zegt niet wie voorgaat').waitFor();
      await desk.getByLabel('Waarom deze plek?').fill('Hier werkt iemand met de kennis die nodig is.');
      await desk.getByRole('button', { name: 'Leg vast' }).click();
      await desk.getByText('optie: wacht op ja of nee').waitFor();
      const held = desk.url();
      const id = held.split('/').at(-1)!;

      // the shelter asks by telephone, and says yes
      await house.goto(`/opvang/plaatsingen/${id}`);
      await clean(house);
      await house.getByRole('group', { name: 'Wat hoorde u?' }).getByLabel('Nee', { exact: true }).check();
      await house.getByRole('form', { name: 'Leg het antwoord vast' }).getByRole('button').click();
      await house.getByRole('button', { name: 'Ja, deze persoon kan komen' }).click();
      await house.getByText('aangenomen', { exact: true }).waitFor();

      // who placed hears where it is, and that she is on her way
      await desk.goto(held);
      await desk.getByRole('button', { name: 'Open het adres' }).click();
      await desk.getByText('Verhaalstraat 1').waitFor();
      await desk.goto(held);
      await desk.getByRole('button', { name: 'De persoon is onderweg' }).click();

      // she arrives, could go on, and goes to a home
      await house.goto(`/opvang/plaatsingen/${id}`);
      await house.getByRole('button', { name: 'Aangekomen' }).click();
      await house.getByText('aangekomen', { exact: true }).waitFor();
      await house.getByLabel('Sinds welke dag?').fill(today);
      await house.getByLabel('Urgentie bij de gemeente').check();
      await house.getByRole('form', { name: 'Klaar voor uitstroom' }).getByRole('button').click();
      await house.getByText('Klaar voor uitstroom sinds').waitFor();
      await clean(house);
      await house.getByLabel('Naar een eigen woning of kamer').check();
      await house.getByRole('button', { name: 'Meld vertrek' }).click();
      await house.getByText('vertrokken', { exact: true }).waitFor();

      await desk.goto('/plaatsen/cijfers');
      await clean(desk);
      expect([...placer.complaints, ...keeper.complaints]).toEqual([]);
    });
  });
