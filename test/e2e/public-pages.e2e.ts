import { describe, expect, it } from 'vitest';
import { addressOf, PUBLIC_PAGES, type PublicPage } from '../../src/ui/public-pages.ts';
import { visitAs } from './roles.ts';
import { visit } from './visit.ts';

/** Without what only exists once figures were released. */
const TRANSLATED = (Object.keys(PUBLIC_PAGES) as PublicPage[])
  .filter((page) => page !== 'registered')
  .map((page) => [addressOf(page, 'nl', 'GM0014'), addressOf(page, 'en', 'GM0014')] as const);

describe('the public pages', () => {
  it.for(TRANSLATED)('%s and %s lead to each other, each in its own language', async ([dutch, english]) => {
    await using visitor = await visit({ script: false });
    const { page } = visitor;
    await page.goto(dutch);
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
    for (const [lang, href] of [
      ['nl', dutch],
      ['en', english],
    ] as const)
      expect(await page.locator(`link[rel=alternate][hreflang=${lang}]`).getAttribute('href')).toBe(href);
    await page.getByRole('contentinfo').getByRole('link', { name: 'English' }).click();
    expect(new URL(page.url()).pathname).toBe(english);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByRole('banner').textContent()).toContain('Voorbeeldgegevens, niet echt');
    await page.getByRole('contentinfo').getByRole('link', { name: 'Nederlands' }).click();
    expect(new URL(page.url()).pathname).toBe(dutch);
    expect(visitor.complaints).toEqual([]);
  });

  it('keep what was asked when the language changes', async () => {
    await using visitor = await visit({ script: false });
    const { page } = visitor;
    await page.goto('/gemeenten');
    await page.getByLabel('Naam').fill('gron');
    await page.getByRole('button', { name: 'Toon' }).click();
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.getByLabel('Name').inputValue()).toBe('gron');
    expect(await page.locator('tbody th').allTextContents()).toEqual(['Groningen', 'Midden-Groningen']);
    await page.getByRole('link', { name: 'Groningen', exact: true }).click();
    await page.getByRole('link', { name: 'Nederlands' }).click();
    expect(new URL(page.url()).pathname).toBe('/gemeenten/GM0014');
    expect(visitor.complaints).toEqual([]);
  });

  it('give a browser the icon it asks for by itself', async () => {
    await using visitor = await visit();
    await visitor.page.goto('/');
    const icon = await visitor.page.locator('link[rel=icon]').getAttribute('href');
    const asked = await visitor.context.request.get('/favicon.ico');
    expect([asked.status(), new URL(asked.url()).pathname]).toEqual([200, icon]);
    expect(asked.headers()['content-type']).toContain('image/svg+xml');
  });

  it('quote the VNG with the day it said so, and keep it apart from our own words', async () => {
    await using visitor = await visit();
    await visitor.page.goto('/');
    const figure = visitor.page.getByRole('figure').filter({ has: visitor.page.getByRole('blockquote') });
    expect(await figure.getByRole('blockquote').textContent()).toBe(
      '“Slechts 1 op de 6 slachtoffers van mensenhandel is in beeld”',
    );
    expect(await figure.textContent()).toContain('VNG, persbericht 15 januari 2019');
  });
});

describe('on paper', () => {
  it('the monitor keeps banner, message, map, legend and table, and leaves the buttons out', async () => {
    await using adviser = await visitAs('vng-adviseur');
    const { page } = adviser;
    await page.goto('/monitor');
    await page.emulateMedia({ media: 'print' });
    for (const kept of [
      page.getByText('Voorbeeldgegevens, niet echt'),
      page.getByRole('heading', { level: 2, name: /gemeenten gaven op/ }),
      page.locator('svg[data-hex-map]'),
      page.getByRole('list', { name: 'Legenda' }),
      page.locator('#tabel'),
    ])
      expect(await kept.isVisible()).toBe(true);
    for (const left of [
      page.getByRole('navigation', { name: 'Hoofdmenu', includeHidden: true }),
      page.getByRole('button', { name: 'Toon', includeHidden: true }),
      page.getByRole('button', { name: 'Uitloggen', includeHidden: true }),
    ])
      expect(await left.isVisible()).toBe(false);
  });
});
