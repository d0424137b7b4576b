import { describe, expect, it } from 'vitest';
import { visitAs } from './roles.ts';
import { visit } from './visit.ts';

const TRANSLATED = [
  ['/', '/en'],
  ['/over', '/en/about'],
  ['/toegankelijkheid', '/en/accessibility'],
  ['/privacy', '/en/privacy'],
] as const;

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
    await page.getByRole('link', { name: 'English' }).click();
    expect(new URL(page.url()).pathname).toBe(english);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByRole('banner').textContent()).toContain('Voorbeeldgegevens, niet echt');
    await page.getByRole('link', { name: 'Nederlands' }).click();
    expect(new URL(page.url()).pathname).toBe(dutch);
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
      page.getByRole('table'),
    ])
      expect(await kept.isVisible()).toBe(true);
    for (const left of [
      page.getByRole('navigation', { name: 'Hoofdmenu', includeHidden: true }),
      page.getByRole('button', { name: 'Toon', includeHidden: true }),
      page.getByRole('button', { name: 'Uitloggen', includeHidden: true }),
      page.getByLabel('Zoek in deze tabel'),
    ])
      expect(await left.isVisible()).toBe(false);
  });
});
