import { describe, expect, it } from 'vitest';
import { writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { axeFaults } from './axe.ts';
import { moveClock, today } from './clock.ts';
import { passOnPlace, SignalPage } from './pages/signal-pages.ts';
import { visitAs } from './roles.ts';
import { openMenu, type Visit } from './visit.ts';

const REPORTS = 'GM0363';
const COORDINATOR = 'Zorgcoördinator mensenhandel in uw regio';
const CASES = '/zorgcoordinatie/dossiers';

/** Opens a page, and every rule of accessibility that a machine can read holds there. */
async function open({ page }: Visit, path: string): Promise<void> {
  await page.goto(path);
  expect(await axeFaults(page)).toEqual([]);
}
async function consent({ page }: Visit): Promise<void> {
  await page.getByLabel('De persoon zelf').check();
  await page.locator('[name="hoe"][value="spoken"]').check();
}

for (const script of [false, true])
  describe(`the way of one person, ${script ? 'with' : 'without'} JavaScript`, () => {
    it('goes from a routed signal to aftercare over two regions, with clocks that ring', {
      timeout: 300_000,
    }, async () => {
      await using clerk = await visitAs('medewerker', { at: REPORTS, script });
      await using officer = await visitAs('aandachtsfunctionaris', { at: REPORTS, script });
      await using north = await visitAs('zorgcoordinator', { at: 'ZC01', script });
      await using south = await visitAs('zorgcoordinator', { at: 'ZC02', script });
      const day = writeDutchDate(await today(officer));

      await clerk.page.goto('/overzicht');
      if (script) await openMenu(clerk);
      const place = `Voorbeeldkade ${script ? 2 : 1}`;
      const signal = new SignalPage(
        officer.page,
        await passOnPlace(clerk.page, { place, seen: 'Iemand mag niet van het erf af.' }),
      );
      await signal.open();
      await signal.takeUp();
      await signal.weigh();
      await signal.consult('Iemand mag niet van een erf af. Wie kan helpen?', 'Betrek een zorgcoördinator.', day);
      await officer.page.goto(`${signal.path}/overdragen`);
      await officer.page.getByLabel('Aan wie draagt u het signaal over?').selectOption({ label: COORDINATOR });
      await officer.page.getByLabel('Stuur het document via In Beeld aan').selectOption('ZC01');
      await officer.page.getByRole('button', { name: 'Leg de overdracht vast' }).click();
      await officer.page.getByRole('heading', { level: 3, name: COORDINATOR }).waitFor();

      // it is taken in, and a case begins from it without retyping
      await north.page.goto('/samenwerken/berichten');
      await north.page.locator('main a[href^="/samenwerken/berichten/"]').first().click();
      await north.page.getByRole('button', { name: 'Neem in ontvangst' }).click();
      await north.page.getByRole('link', { name: 'Lees wat is overgedragen' }).click();
      await north.page.getByRole('link', { name: 'Begin hieruit een dossier' }).click();
      expect(await axeFaults(north.page)).toEqual([]);
      expect(await north.page.locator('[name="aanleiding"]').inputValue()).toContain('erf');
      await north.page.locator('[name="naam"]').fill('Fatima Fictief');
      await north.page.locator('[name="leeftijd"]').selectOption('23-30');
      await north.page.locator('main form button[type="submit"]').first().click();
      await north.page.getByRole('heading', { level: 1, name: /^Dossier / }).waitFor();
      const path = new URL(north.page.url()).pathname;

      await open(north, `${path}/veiligheid`);
      await north.page.getByLabel('Een bericht sturen').check();
      await north.page.locator('[name="nummer"]').fill('000 0000001');
      await north.page.getByRole('button', { name: 'Bewaar' }).click();
      await open(north, `${path}/starten`);
      await consent(north);
      await north.page.locator('main form button[type="submit"]').first().click();
      await north.page.getByText('loopt', { exact: true }).first().waitFor();

      // the first organisation keeps a full file: a plan, agreed as it stands
      await open(north, `${path}/plan`);
      await north.page.locator('summary', { hasText: 'Wonen' }).click();
      await north.page.locator('[name="housingDoel"]').fill('Een veilige plek in een andere regio');
      await north.page.getByRole('button', { name: 'Bewaar het plan' }).click();
      await north.page.locator('[name="besprokenTaal"]').selectOption('nl');
      await north.page.locator('[name="besprokenHoe"][value="spoken"]').check();
      await north.page.getByRole('button', { name: 'De persoon is het ermee eens' }).click();
      await north.page.getByText('besproken met de persoon').waitFor();

      // handed over to another region, which reads it when it takes it in
      await open(north, `${path}/verwijzen`);
      await north.page.locator('[name="ontvanger"]').selectOption('ZC02');
      await north.page.locator('[name="wat"][value="hand-over"]').check();
      for (const part of ['person', 'safety']) await north.page.locator(`[name="delen"][value="${part}"]`).check();
      await north.page.locator('[name="vraag"]').fill('Wilt u het overnemen?');
      await north.page.locator('[name="bereikbaar"]').fill('000 0000002');
      await consent(north);
      await north.page.locator('main form button[type="submit"]').last().click();
      await north.page.getByText('verstuurd, nog niet gezien').waitFor();
      await south.page.goto('/zorgcoordinatie/verwijzingen');
      await south.page.locator('main a[href^="/zorgcoordinatie/verwijzingen/"]').first().click();
      await south.page.locator('form[action$="/ontvangen"] button').click();
      await south.page.getByText('Fatima Fictief').first().waitFor();
      expect(await axeFaults(south.page)).toEqual([]);
      await south.page.locator('form[action$="/aannemen"] button').click();
      await south.page.getByRole('heading', { level: 1, name: /^Dossier / }).waitFor();
      const there = new URL(south.page.url()).pathname;
      await north.page.goto(`${path}/afsluiten`);
      await north.page.locator('[name="uitkomst"][value="handed-over"]').check();
      await north.page.locator('main form button[type="submit"]').first().click();
      await north.page.getByText('Overgedragen aan een andere organisatie').waitFor();

      // a clock rings there as its day comes near
      await south.page.goto(`${there}/wijzigen`);
      await south.page.locator('[name="naam"]').fill('Fatima Fictief');
      await south.page.locator('[name="leeftijd"]').selectOption('23-30');
      await south.page.locator('main form button[type="submit"]').first().click();
      await open(south, `${there}/starten`);
      await consent(south);
      await south.page.locator('main form button[type="submit"]').first().click();
      await open(south, `${there}/termijnen`);
      await south.page.locator('[name="klok"]').selectOption('reflection-general');
      await south.page.locator('[name="dag"]').fill(day);
      await south.page.getByRole('button', { name: 'Zet de termijn' }).click();
      await moveClock(south, { by: 'P80D' });
      await south.page.goto('/overzicht');
      await south.page
        .getByText(`Dossier ${there.slice(-9)}: een termijn loopt af`)
        .first()
        .waitFor();
      await south.page.goto(`${there}/termijnen`);
      await south.page.locator('[name="einde"]').first().selectOption('gedaan');
      await south.page.getByRole('button', { name: 'Beëindig' }).first().click();

      // and after closing somebody is asked how it goes, until she said so
      await south.page.goto(`${there}/afsluiten`);
      await south.page.locator('[name="uitkomst"][value="goals-met"]').check();
      await south.page.locator('[name="nazorg"]').check();
      await south.page.locator('main form button[type="submit"]').first().click();
      await south.page.getByText('nazorg', { exact: true }).first().waitFor();
      await moveClock(south, { by: 'P1M' });
      await south.page.goto('/overzicht');
      await south.page
        .getByText(`Dossier ${there.slice(-9)}: nazorg`)
        .first()
        .waitFor();
      await open(south, `${there}/taken`);
      await south.page.locator('[name="taak"]').first().check();
      await south.page.locator('[name="hoeGing"][value="done"]').check();
      await south.page.getByRole('button', { name: 'Bewaar' }).click();
      await south.page.getByText('1 is klaar').waitFor();
      for (const each of [clerk, officer, north, south]) expect(each.complaints).toEqual([]);
      expect((await south.page.goto(CASES))?.status()).toBe(200);
    });
  });
