import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFaults } from './axe.ts';
import { focused, tabTo } from './keys.ts';
import { visitAs } from './roles.ts';
import { NARROW, PHONE, visit } from './visit.ts';

const next = (page: Page) => page.getByRole('button', { name: 'Verder' }).click();
const choose = (page: Page, value: string) => page.locator(`input[value="${value}"]`).check();

/** Answers everything up to the advice, as a clerk at the counter; `each` looks at every page on the way. */
async function toTheAdvice(page: Page, each: () => Promise<void> = async () => {}) {
  await page.goto('/signalencheck');
  await each();
  await choose(page, 'employee');
  await next(page);
  await each();
  await page.locator('input[name=gevaar][value=no]').check();
  await choose(page, 'person');
  await page.locator('select[name=rol]').selectOption('BZ');
  await next(page);
  await each();
  await choose(page, 'ALG-02');
  await next(page);
  await each();
  await page.locator('input[name="hoe-ALG-02"][value=seen]').check();
  await page.getByRole('button', { name: 'Toon het advies' }).click();
  await each();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Overleg vandaag');
}

it('advises within two minutes on a telephone, with no fault that axe sees on the way, and keeps nothing', async () => {
  await using visitor = await visit({ screen: PHONE });
  const { page, context } = visitor;
  await toTheAdvice(page, async () => {
    expect(await axeFaults(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(PHONE.width);
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/signalencheck');
  });
  const kept = await page.evaluate(() => localStorage.length + sessionStorage.length);
  expect([kept, await context.cookies()]).toEqual([0, []]);
  expect(visitor.complaints).toEqual([]);
});

it('works without script on the narrowest screen, for a resident and for whoever it happens to', async () => {
  await using visitor = await visit({ screen: NARROW, script: false });
  const { page } = visitor;
  await toTheAdvice(page);
  await page.getByRole('link', { name: 'Begin opnieuw' }).click();
  await choose(page, 'resident');
  await next(page);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Wie kunt u bellen?');
  await page.getByRole('link', { name: 'Begin opnieuw' }).click();
  await choose(page, 'self');
  await next(page);
  expect(new URL(page.url()).pathname).toBe('/info');
  expect(visitor.complaints).toEqual([]);
});

it('is answered with only a keyboard, and shows what is missing beside its question', async () => {
  await using visitor = await visit();
  const { page } = visitor;
  await page.goto('/signalencheck');
  await tabTo(page, 'Ik werk bij een gemeente');
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toBe('Ik werk ergens anders');
  await tabTo(page, 'Verder');
  await page.keyboard.press('Enter');
  await page.getByText('Stap 2 van 4').waitFor();
  visitor.expectStatus(400);
  await tabTo(page, 'Verder');
  await page.keyboard.press('Enter');
  await page.getByText('Kies of er nu gevaar is.').first().waitFor();
  expect(await page.title()).toMatch(/^\(2 invoerfouten\)/);
  await tabTo(page, 'Ja');
  await page.keyboard.press('Space');
  await tabTo(page, 'Verder');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Bel nu 112' }).waitFor();
  expect(visitor.complaints).toEqual([]);
});

it('begins anew for who goes back after the way out, or reloads: no answer comes back', async () => {
  await using visitor = await visit();
  const { page } = visitor;
  await page.route('**/weg', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weer</title>' }));
  const start = () => page.getByRole('group', { name: 'Wie bent u?' }).waitFor();
  const ready = () => page.locator('.ib-leave__lights').waitFor({ state: 'attached' });
  await toTheAdvice(page, ready);
  await page.getByRole('link', { name: 'Snel weg' }).last().click();
  await page.waitForFunction(() => document.title === 'Weer');
  for (let step = 0; step < 3; step++) {
    await page.goBack();
    await start();
  }
  await toTheAdvice(page, ready);
  await page.reload();
  await start();
  expect(await page.content()).not.toMatch(/Overleg vandaag|identiteitsbewijs/);
});

it('goes on to passing the signal on for who is signed in, with what was chosen in the form', async () => {
  await using officer = await visitAs('medewerker', { screen: PHONE });
  const { page } = officer;
  await page.goto('/signalencheck');
  await choose(page, 'employee');
  await next(page);
  expect(await page.locator('select[name=gemeente]').inputValue()).toMatch(/^GM\d{4}$/);
  await page.locator('input[name=gevaar][value=no]').check();
  await choose(page, 'place');
  await page.locator('select[name=rol]').selectOption('HUIS');
  await next(page);
  await choose(page, 'ARB-02');
  await next(page);
  await page.locator('input[name="hoe-ARB-02"][value=seen]').check();
  await page.getByRole('button', { name: 'Toon het advies' }).click();
  officer.expectStatus(400); // a form that is shown again before it is sent
  await page.getByRole('button', { name: 'Geef het signaal door' }).click();
  expect(new URL(page.url()).pathname).toBe('/meldingen/nieuw/plek');
  expect(await page.locator('textarea[name=gezien]').inputValue()).toContain('Slaapplaatsen in bedrijfsruimte');
  expect(await axeFaults(page)).toEqual([]);
});
