import { expect, it } from 'vitest';
import { axeFaults } from './axe.ts';
import { visitAs } from './roles.ts';
import { NARROW, type Visit } from './visit.ts';

const HERE = 'GM0014';

/** Nothing wrong for axe, and nothing wider than the screen. */
async function sound({ page }: Visit): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
}

it('the officer finds who saw a dossier, follows one person, and makes an overview for her, on 320 pixels', async () => {
  await using officer = await visitAs('fg', { at: HERE, screen: NARROW });
  const { page } = officer;
  await page.goto('/privacyloket/inzage');
  await sound(officer);
  await page.getByLabel('Dossiercode of kenmerk').fill('VOORBEELD-2');
  await page.getByRole('button', { name: 'Toon' }).click();
  const list = page.getByRole('table', { name: /Handelingen met dossier VOORBEELD-2/ });
  await list.waitFor();
  await sound(officer);
  const opened = list.getByRole('listitem');
  expect(await opened.first().innerText()).toContain('Signaal over een mogelijk slachtoffer');
  await opened.first().getByRole('link').click();
  await page.getByRole('table', { name: /Handelingen met persoon/ }).waitFor();
  await sound(officer);
  await page.getByRole('link', { name: 'Overzicht voor de betrokkene' }).click();
  await page.getByRole('heading', { name: 'Overzicht voor de betrokkene' }).waitFor();
  expect(await page.getByRole('main').innerText()).not.toContain('Fictief-1');
  await sound(officer);
});

it('the officer searches without JavaScript and takes the log away as a file', async () => {
  await using officer = await visitAs('fg', { at: HERE, script: false });
  const { page } = officer;
  await page.goto('/privacyloket/inzage');
  await page.getByLabel('Dossiercode of kenmerk').fill('VOORBEELD-1');
  await page.getByLabel('Vanaf').fill('31-2-2026');
  await page.getByRole('button', { name: 'Toon' }).click();
  await page.getByRole('link', { name: /Deze datum bestaat niet/ }).waitFor();
  await page.getByLabel('Vanaf').fill('');
  await page.getByRole('button', { name: 'Toon' }).click();
  await page.getByRole('row', { name: /Geweigerd/ }).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download voor uw onderzoek (CSV)' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('logboek.csv');
});

it('the security officer reads all deeds, and what was refused', async () => {
  await using officer = await visitAs('ciso', { at: HERE, screen: NARROW });
  const { page } = officer;
  // she is known and not let in: that is a refusal
  expect((await page.request.get('/beheer/mensen')).status()).toBe(403);
  await page.goto('/privacyloket/handelingen');
  await page.getByRole('table', { name: /Handelingen/ }).waitFor();
  await sound(officer);
  await page.getByLabel('Uitkomst').selectOption({ label: 'Geweigerd' });
  await page.getByRole('button', { name: 'Toon' }).click();
  await page
    .getByRole('row', { name: /Geweigerd/ })
    .first()
    .waitFor();
  expect(await page.getByText('Toegestaan', { exact: true }).locator('visible=true').count()).toBeLessThanOrEqual(1);
});
