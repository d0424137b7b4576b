import { describe, expect, it } from 'vitest';
import { axeFaults } from './axe.ts';
import { visitAs } from './roles.ts';
import { NARROW, PHONE, visit, WIDE } from './visit.ts';

/** How far the page is wider than the screen. */
const overhang = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

for (const { device, screen, script } of [
  { device: 'a wide screen', screen: WIDE, script: true },
  { device: 'a wide screen without JavaScript', screen: WIDE, script: false },
  { device: 'a telephone', screen: PHONE, script: true },
  { device: 'a telephone without JavaScript', screen: PHONE, script: false },
])
  describe(`an adviser of VNG with ${device}`, () => {
    it('finds which municipality of a safety region let an element lapse, and takes the data away', async () => {
      await using adviser = await visitAs('vng-adviseur', { screen, script });
      const { page } = adviser;
      await page.goto('/monitor');
      const rows = page.locator('#tabel tbody tr');
      expect(await rows.count()).toBe(25);
      expect(await page.evaluate(overhang)).toBe(0);

      await page.getByLabel('Veiligheidsregio').selectOption({ label: 'Groningen (10)' });
      await page.getByRole('button', { name: 'Toon', exact: true }).click();
      await page.getByText('U ziet 10 van de 342 gemeenten: veiligheidsregio Groningen.').waitFor();
      expect(await rows.count()).toBe(10);
      expect(await page.locator('svg[data-hex-map] a').count()).toBe(10);
      const state = page.locator('select[name=stand]');
      const choice = state.locator('option', { hasText: 'Niets opgegeven' });
      const count = Number(/\((\d+)\)/.exec((await choice.textContent()) ?? '')?.[1]);
      await state.selectOption('niet-bekend');
      await page.getByRole('button', { name: 'Toon', exact: true }).click();
      await page.getByText('stand «Niets opgegeven»').waitFor();
      expect(await rows.count()).toBe(count);

      const href = await page.getByRole('link', { name: 'als CSV' }).getAttribute('href');
      const csv = await (await adviser.context.request.get(href!)).text();
      expect(csv.trimEnd().split('\r\n')).toHaveLength(count + 1);

      await page.getByRole('link', { name: 'toon weer heel Nederland' }).click();
      expect(await rows.count()).toBe(25);
      await page.getByRole('link', { name: 'Volgende' }).click();
      await page.getByText('pagina 2 van 14').waitFor();
      expect(new URL(page.url()).searchParams.get('pagina')).toBe('2');
      expect(adviser.complaints).toEqual([]);
    });

    it('sees an element through time, with its figures as a table', async () => {
      await using adviser = await visitAs('vng-adviseur', { screen, script });
      const { page } = adviser;
      await page.goto('/monitor');
      const figure = page.getByRole('figure').filter({ hasText: 'Aantal gemeenten, per kwartaal' });
      await figure.getByRole('img', { name: /^Nu is dit geregeld bij/ }).waitFor();
      await figure.getByText('Bekijk als tabel').click();
      expect(await figure.getByRole('row').count()).toBeGreaterThan(4);
      await page.getByRole('link', { name: 'Toon het verloop per jaar' }).click();
      await page.getByText('Aantal gemeenten, per jaar').waitFor();
      // axe is a script itself
      if (script) expect(await axeFaults(page)).toEqual([]);
      expect(adviser.complaints).toEqual([]);
    });
  });

describe('the monitor', () => {
  it('tells a mayor first how the own municipality stands', async () => {
    await using mayor = await visitAs('bestuurder', { at: 'GM0193', screen: PHONE });
    await mayor.page.goto('/monitor');
    const own = mayor.page.getByText('Uw gemeente, Zwolle.');
    expect(await own.isVisible()).toBe(true);
    const figure = mayor.page.getByRole('figure').first();
    const [told, map] = [await own.boundingBox(), await figure.boundingBox()];
    expect(told!.y).toBeLessThan(map!.y);
    expect(mayor.complaints).toEqual([]);
  });

  it('is filtered with the keyboard alone', async () => {
    await using adviser = await visitAs('vng-adviseur');
    const { page } = adviser;
    await page.goto('/monitor');
    await page.getByLabel('Naam van de gemeente').focus();
    await page.keyboard.type('assen');
    await page.keyboard.press('Enter');
    await page.getByText('«assen» in de naam').first().waitFor();
    expect(await page.locator('#tabel tbody th').allTextContents()).toEqual(['Assen', 'Wassenaar']);
  });

  it('keeps to a screen of 320 pixels, also with all elements side by side', async () => {
    await using adviser = await visitAs('vng-adviseur', { screen: NARROW });
    for (const path of ['/monitor?tabel=alle&provincie=PV22', '/monitor?naam=nergens', '/monitor/kolommen']) {
      await adviser.page.goto(path);
      expect([path, await adviser.page.evaluate(overhang)]).toEqual([path, 0]);
      expect(await axeFaults(adviser.page)).toEqual([]);
    }
  });

  it('shows all elements side by side on a laptop, without a column that is cut off', async () => {
    await using adviser = await visitAs('vng-adviseur', { screen: WIDE });
    await adviser.page.goto('/monitor?tabel=alle');
    const cut = await adviser.page
      .locator('#tabel')
      .evaluate((table) => table.scrollWidth - table.closest('.ib-table-box')!.clientWidth);
    expect(cut).toBeLessThanOrEqual(0);
  });

  it('explains every column of its data to everybody', async () => {
    await using visitor = await visit({ script: false });
    await visitor.page.goto('/monitor/kolommen');
    const csv = await (await visitor.context.request.get('/monitor/data.csv')).text();
    const names = csv.slice(0, csv.indexOf('\r\n')).split(',');
    const explained = await visitor.page.locator('tbody th code').allTextContents();
    expect(names.filter((name) => name !== 'merk' && !explained.includes(name))).toEqual([]);
    expect(csv).toContain('niet-gepubliceerd');
    expect(visitor.complaints).toEqual([]);
  });
});
