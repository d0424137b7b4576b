import { describe, expect, it } from 'vitest';
import { DemoPage } from './pages/demo-page.ts';
import { FocalPointPage } from './pages/focal-point-page.ts';
import { visitAs } from './roles.ts';
import { visit } from './visit.ts';

const MINUTE = 60_000;

describe('the notice that a session is about to end', () => {
  it('comes two minutes before, has the focus, and one key is enough to stay', async () => {
    await using officer = await visitAs('aandachtsfunctionaris');
    const { page } = officer;
    await page.clock.install();
    await page.goto('/overzicht');
    const notice = page.getByRole('alertdialog');
    await page.clock.fastForward(57 * MINUTE);
    expect(await notice.isVisible()).toBe(false);
    await page.clock.fastForward(1.1 * MINUTE);
    expect(await notice.getByRole('heading').textContent()).toBe('Bent u er nog?');
    const stay = notice.getByRole('button', { name: 'Blijf ingelogd' });
    expect(await stay.evaluate((button) => button === document.activeElement)).toBe(true);
    const extended = page.waitForResponse('**/sessies/verlengen');
    await page.keyboard.press('Enter');
    expect((await extended).status()).toBe(200);
    await notice.waitFor({ state: 'hidden' });
    expect(officer.complaints).toEqual([]);
  });

  it('says in every window that one stayed', async () => {
    await using officer = await visitAs('aandachtsfunctionaris');
    await officer.context.clock.install();
    await officer.page.goto('/overzicht');
    const other = await officer.context.newPage();
    await other.goto('/aanpak');
    await officer.context.clock.fastForward(58.5 * MINUTE);
    await other.getByRole('alertdialog').waitFor();
    await officer.page.getByRole('button', { name: 'Blijf ingelogd' }).click();
    await other.getByRole('alertdialog').waitFor({ state: 'hidden' });
  });

  it('says so when the time is over, and where to sign in again', async () => {
    await using officer = await visitAs('aandachtsfunctionaris');
    await officer.page.clock.install();
    await officer.page.goto('/aanpak');
    await officer.page.clock.fastForward(61 * MINUTE);
    const notice = officer.page.getByRole('alertdialog', { name: 'U bent uitgelogd' });
    expect(await notice.getByRole('link', { name: 'Log opnieuw in' }).getAttribute('href')).toMatch(/\/aanpak$/);
  });

  it('stays away from who is not signed in', async () => {
    await using visitor = await visit();
    await visitor.page.clock.install();
    await visitor.page.goto('/');
    await visitor.page.clock.fastForward(120 * MINUTE);
    expect(await visitor.page.getByRole('alertdialog').count()).toBe(0);
  });
});

describe('a form on its way', () => {
  it('is sent once, however often one clicks, and can be sent again after it came back with an error', async () => {
    await using officer = await visitAs('aandachtsfunctionaris');
    const { page } = officer;
    await page.goto('/aanpak/K2.1');
    const sent: string[] = [];
    const first = Promise.withResolvers<void>();
    await page.route('**/aanpak/K2.1', async (route) => {
      if (route.request().method() === 'POST') {
        sent.push(route.request().url());
        await first.promise;
      }
      await route.continue();
    });
    const form = new FocalPointPage(page);
    await form.fields.validUntil.fill('morgen');
    const button = page.getByRole('button', { name: 'Leg vast' });
    const state = await button.evaluate((element: HTMLButtonElement) => {
      for (let click = 0; click < 3; click++) element.click();
      return element.getAttribute('aria-disabled');
    });
    expect(state).toBe('true');
    await expect.poll(() => sent.length).toBe(1);
    officer.expectStatus(400);
    first.resolve();
    await page.getByRole('region', { name: 'Controleer uw invoer' }).waitFor();

    officer.expectStatus(400);
    const answered = page.waitForResponse('**/aanpak/K2.1');
    await form.send();
    expect((await answered).status()).toBe(400);
    expect(sent).toHaveLength(2);
    expect(officer.complaints).toEqual([]);
  });

  it('that comes back with errors moves the focus to their summary', async () => {
    await using officer = await visitAs('aandachtsfunctionaris');
    officer.expectStatus(400);
    await officer.page.goto('/aanpak/K2.1');
    const form = new FocalPointPage(officer.page);
    await form.fields.validUntil.fill('morgen');
    await form.send();
    const summary = officer.page.getByRole('region', { name: 'Controleer uw invoer' });
    await summary.waitFor();
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    await summary.getByRole('link').last().press('Enter');
    expect(await form.fields.validUntil.evaluate((field) => field === document.activeElement)).toBe(true);
  });
});

describe('a long list of choices', () => {
  it('is typed into, without accents, and chosen from with the arrows', async () => {
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto('/demo');
    const box = page.getByRole('combobox', { name: 'Gemeente' });
    await box.fill('sudwest');
    expect(await page.getByRole('listbox').getByRole('option').allTextContents()).toEqual(['Súdwest-Fryslân']);
    await box.press('ArrowDown');
    const active = await box.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    await box.press('Enter');
    expect(await box.inputValue()).toBe('Súdwest-Fryslân');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    await new DemoPage(page).enterAs('Beleidsmedewerker');
    expect(await page.getByRole('banner').textContent()).toContain('Súdwest-Fryslân');
    expect(visitor.complaints).toEqual([]);
  });

  it('closes with Escape, and says that nothing was found', async () => {
    await using visitor = await visit();
    await visitor.page.goto('/demo');
    const box = visitor.page.getByRole('combobox', { name: 'Gemeente' });
    await box.fill('gro');
    await visitor.page.getByRole('listbox').waitFor();
    await box.press('Escape');
    expect(await visitor.page.getByRole('listbox').isVisible()).toBe(false);
    await box.fill('nergenshuizen');
    await visitor.page.getByText('Niets gevonden').waitFor();
  });

  it('says so, and sends nothing, when what was typed is not in the list', async () => {
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto('/demo');
    const box = page.getByRole('combobox', { name: 'Gemeente' });
    await box.fill('Zoetermeerx');
    await page.getByRole('button', { name: 'Beleidsmedewerker', exact: true }).click();
    await page.getByText('«Zoetermeerx» staat niet in de lijst').waitFor();
    expect(new URL(page.url()).pathname).toBe('/demo');
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    await box.fill('Zoetermeer');
    expect(await page.getByText('staat niet in de lijst').count()).toBe(0);
    await new DemoPage(page).enterAs('Beleidsmedewerker');
    expect(await page.getByRole('banner').textContent()).toContain('Zoetermeer');
  });
});

describe('a table', () => {
  it('leaves only the rows with the typed words, and says how many', async () => {
    await using visitor = await visit();
    await visitor.page.goto('/demo/onderdelen');
    await visitor.page.getByLabel('Zoek in deze tabel').fill('gebo rotter');
    await visitor.page.getByText('1 van 3', { exact: true }).waitFor();
    expect(await visitor.page.locator('#lijst tbody tr:visible th').allTextContents()).toEqual(['Rotterdam']);
  });

  it('sorts numbers as numbers, and tells it to a screen reader', async () => {
    await using visitor = await visit();
    await visitor.page.goto('/gemeenten');
    const header = visitor.page.getByRole('columnheader', { name: 'Inwoners' });
    await header.getByRole('button').click();
    expect(await header.getAttribute('aria-sort')).toBe('ascending');
    const values = await visitor.page
      .locator('tbody data')
      .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('value'))));
    expect(values).toHaveLength(342);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });
});

describe('the map', () => {
  it('is one stop for Tab, walks with the arrows and says where one is', async () => {
    await using adviser = await visitAs('vng-adviseur');
    const { page } = adviser;
    await page.goto('/monitor');
    const tiles = page.locator('svg[data-hex-map] a');
    expect(
      await tiles.evaluateAll((links) => links.filter((link) => link.getAttribute('tabindex') === '0').length),
    ).toBe(1);
    await tiles.first().focus();
    const name = () => page.evaluate(() => document.activeElement?.querySelector('title')?.textContent);
    const start = await name();
    await page.keyboard.press('ArrowDown');
    const next = await name();
    expect(next).toMatch(/: (geregeld|vervallen|niets)/);
    expect(next).not.toBe(start);
    expect(await page.locator('[data-hex-name]').textContent()).toBe(next);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('svg'))).toBeNull();
  });
});
