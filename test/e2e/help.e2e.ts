import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFaults } from './axe.ts';
import { visitAs } from './roles.ts';
import { PHONE, visit } from './visit.ts';

/** The other languages are looked at on the narrowest screen (narrow.e2e.ts), which follows every link. */
const LANGUAGES = ['ro', 'ar'] as const;
/** Where the way out leads to; a test has no other sites, so their answer stands at our own address. */
const AWAY = 'Weer';

/** The way out as it is, with the other site behind it; when it `hangs`, that site never answers. */
async function otherSite(page: Page, hangs = false) {
  await page.route('**/weg', async (route) => {
    if (hangs) return;
    const left = await route.fetch({ maxRedirects: 0 });
    expect([left.status(), left.headers().location]).toEqual([303, 'https://www.knmi.nl/']);
    const { location: _, ...headers } = left.headers();
    await route.fulfill({ headers: { ...headers, 'content-type': 'text/html' }, body: `<title>${AWAY}</title>` });
  });
}
const isAway = (page: Page) => page.waitForFunction((title) => document.title === title, AWAY);

describe('help now', () => {
  it.for(LANGUAGES)('is free of faults that axe sees, in %s, on a telephone', async (language) => {
    await using visitor = await visit({ screen: PHONE });
    const { page } = visitor;
    for (const path of [`/info/${language}`, `/info/${language}/1`]) {
      await page.goto(path);
      expect(await axeFaults(page)).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(PHONE.width);
    }
    expect(visitor.complaints).toEqual([]);
  });

  it('is two taps away in Romanian without script, and leaves no name and nothing behind', async () => {
    await using visitor = await visit({ screen: PHONE, script: false });
    const { page, context } = visitor;
    await otherSite(page);
    await page.goto('/info');
    const titles = [await page.title()];
    await page.getByRole('link', { name: 'Română' }).click();
    titles.push(await page.title());
    await page.getByRole('link', { name: 'Continuare' }).click();
    titles.push(await page.title());
    expect(await page.getByText('Deschis acum').first().isVisible()).toBe(true);
    expect(
      await page
        .getByText(/^Cost: /)
        .first()
        .isVisible(),
    ).toBe(true);
    expect(
      await page
        .getByText(/^Poliția află: /)
        .first()
        .isVisible(),
    ).toBe(true);
    expect(titles).toEqual(['Informatie', 'Informații', 'Informații']);
    expect(await page.locator('link[rel=icon]').getAttribute('href')).toMatch(/neutral-\w+\.svg$/);
    expect(await context.cookies()).toEqual([]);
    await page.getByRole('link', { name: 'Ieșire' }).last().click();
    await page.waitForURL('**/weg');
    expect(await page.title()).toBe(AWAY);
  });

  it('is free of faults that axe sees in the dark, also on the check', async () => {
    await using visitor = await visit({ dark: true });
    for (const path of ['/info/nl/1', '/signalencheck', '/mensenhandel/wat-het-niet-is']) {
      await visitor.page.goto(path);
      expect(await axeFaults(visitor.page)).toEqual([]);
    }
  });

  it('keeps nothing in the storage of the browser', async () => {
    await using visitor = await visit();
    const { page } = visitor;
    await page.goto('/info/ro/1');
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    expect(kept).toEqual({ local: 0, session: 0, databases: 0, caches: 0, workers: 0 });
  });

  it('reads from right to left in Arabic: the way out stands left, the drawings right', async () => {
    await using visitor = await visit({ screen: PHONE });
    const { page } = visitor;
    await page.goto('/info/ar/1');
    const left = async (selector: string) => (await page.locator(selector).first().boundingBox())!.x;
    expect(await left('.ib-leave__link')).toBeLessThan(PHONE.width / 2);
    expect(await left('.ib-pictograms .ib-pictogram')).toBeGreaterThan(PHONE.width / 2);
  });
});

describe('the way out', () => {
  it('comes first after the skip link, stays in sight and is large enough to touch', async () => {
    await using visitor = await visit({ screen: PHONE });
    const { page } = visitor;
    await page.goto('/info/nl/1');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('/weg');
    expect(await page.locator(':focus').boundingBox()).toMatchObject({ y: expect.any(Number) });
    await page.evaluate(() => window.scrollTo(0, 600));
    const box = (await page.locator('.ib-leave__link').boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeLessThan(100);
    expect(box.height).toBeGreaterThanOrEqual(44);
  });

  it('hides everything at once, also while the other site does not answer, and says so', async () => {
    await using visitor = await visit();
    const { page } = visitor;
    await otherSite(page, true);
    await page.goto('/info/nl/1');
    // asked within the page: a page that is on its way elsewhere answers nothing from outside
    const seen = await page.evaluate(async () => {
      const passed = { frames: 0 };
      document.querySelector<HTMLAnchorElement>('a[data-leave-keys]')!.click();
      while (document.querySelector<HTMLElement>('main')!.offsetParent !== null) {
        await new Promise(requestAnimationFrame);
        passed.frames++;
      }
      const shown = [...document.body.children].filter((each) => (each as HTMLElement).getClientRects().length > 0);
      return {
        frames: passed.frames,
        said: document.querySelector('[role="alert"]')?.textContent,
        shown: shown.map((each) => each.className),
      };
    });
    expect(seen.frames).toBeLessThanOrEqual(1);
    expect([seen.said, seen.shown]).toEqual(['Laden', ['ib-left__cover']]);
  });

  it('goes when Shift is pressed three times, and a capital letter is no press', async () => {
    await using visitor = await visit();
    const { page } = visitor;
    await otherSite(page);
    await page.goto('/info/nl/1');
    for (let press = 0; press < 3; press++) await page.keyboard.press('Shift+A');
    expect(page.url()).toMatch(/\/info\/nl\/1$/);
    await page.keyboard.press('Shift');
    expect(await page.getByRole('status').textContent()).toBe('Snel weg: Shift 2×');
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    await isAway(page);
  });

  it('shows the page whole when somebody comes back', async () => {
    await using visitor = await visit();
    const { page } = visitor;
    await otherSite(page);
    await page.goto('/info/nl/1');
    await page.getByRole('link', { name: 'Snel weg' }).last().click();
    await isAway(page);
    await page.goBack();
    expect(await page.getByRole('main').isVisible()).toBe(true);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('signs out who was signed in', async () => {
    await using officer = await visitAs('medewerker');
    const { page, context } = officer;
    await otherSite(page);
    await page.goto('/info/nl/1');
    await page.getByRole('link', { name: 'Snel weg' }).last().click();
    await isAway(page);
    expect((await context.cookies()).filter(({ name }) => name.includes('inbeeld'))).toEqual([]);
    await page.goto('/overzicht');
    expect(new URL(page.url()).pathname).toBe('/inloggen');
  });
});
