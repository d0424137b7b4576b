import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { axeFaults } from './axe.ts';
import { today } from './clock.ts';
import { MonitorPage } from './pages/monitor-page.ts';
import { visitAs } from './roles.ts';
import { PHONE, visit, WIDE } from './visit.ts';

/** Nothing that axe sees, and nothing that sticks out. Without script axe cannot look; the same page is looked at with it. */
async function isGood(page: Page, script = true): Promise<void> {
  if (!script) return;
  expect([page.url(), await axeFaults(page)]).toEqual([page.url(), []]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect([page.url(), over]).toEqual([page.url(), 0]);
}

/**
 * What VNG finds, from a public source to a fact of the municipality: on the map as not confirmed, in the scan with a button, on the
 * map as arranged; and for everybody only when the municipality says so.
 */
describe.for([
  { how: 'without JavaScript on a wide screen', script: false, screen: WIDE, code: 'GM0180', name: 'Staphorst' },
  { how: 'with JavaScript on a wide screen', script: true, screen: WIDE, code: 'GM0166', name: 'Kampen' },
  { how: 'with JavaScript on a telephone', script: true, screen: PHONE, code: 'GM0158', name: 'Haaksbergen' },
])('a public source, $how', ({ script, screen, code, name }) => {
  it('becomes a fact of the municipality with one button, and is shown to everybody when it chooses so', async () => {
    await using adviser = await visitAs('vng-adviseur', { script, screen });
    await using officer = await visitAs('beleidsmedewerker', { script, screen, at: code });
    await using resident = await visit({ script, screen });
    const begin = await today(adviser);
    const until = writeDutchDate(addMonths(begin, 20));
    const map = new MonitorPage(adviser.page);
    const tile = async () => {
      await adviser.page.goto('/monitor?onderdeel=K1.1');
      return map.tile(name);
    };
    expect(await tile()).toBe(`${name}: niets opgegeven`);

    await adviser.page.getByRole('link', { name: 'Openbare bronnen invoeren' }).click();
    await adviser.page.getByRole('link', { name: 'Voer een bron in' }).click();
    const field = (label: string) => adviser.page.getByLabel(label, { exact: true });
    if (script) {
      await adviser.page.getByRole('combobox', { name: 'Gemeente' }).fill(name.slice(0, 5));
      await adviser.page.getByRole('option', { name, exact: true }).click();
    } else await field('Gemeente').selectOption({ label: name });
    await field('Onderdeel').selectOption({ label: 'K1.1 Vastgesteld beleid' });
    await field('Een andere openbare bron').check();
    await field('Titel van het document').fill('Voorbeeldnota aanpak mensenhandel');
    await adviser.page.getByLabel('Adres van de bron').fill('https://voorbeeld.invalid/nota');
    await adviser.page.getByLabel('Vastgesteld door').selectOption({ label: 'de gemeenteraad' });
    await field('Vastgesteld op').fill(writeDutchDate(addDays(begin, -100)));
    await adviser.page.getByLabel('Geldig tot').fill(until);
    await isGood(adviser.page, script);
    await adviser.page.getByRole('button', { name: 'Voer in' }).click();
    await adviser.page.getByText('Gelukt: ingevoerd').waitFor();
    await isGood(adviser.page, script);
    expect(await tile()).toBe(`${name}: openbare bron, niet bevestigd door de gemeente`);

    const { page } = officer;
    await page.goto('/overzicht');
    await page.getByRole('link', { name: 'Een openbare bron over uw gemeente: klopt die?' }).click();
    await page.getByText('Openbare bron, niet bevestigd door de gemeente').waitFor();
    await isGood(page, script);
    await page.goto('/aanpak/scan');
    await page.getByRole('button', { name: /Begin|Start|Open/ }).click();
    await page.goto('/aanpak/scan/wat-is-er-al');
    await isGood(page, script);
    await page.getByRole('button', { name: 'Klopt, neem over' }).click();
    await page.getByText('Gelukt: overgenomen').waitFor();
    expect(await page.getByText('Voorbeeldnota').count()).toBe(0);
    expect(await tile()).toBe(`${name}: geregeld tot ${until}`);

    const everybodySees = async () => {
      await resident.page.goto(`/gemeenten/${code}`);
      return (await resident.page.locator('.ib-seen').textContent()) ?? '';
    };
    expect(await everybodySees()).toContain('Niet gepubliceerd');
    await isGood(resident.page, script);
    await page.goto('/aanpak');
    await page.getByRole('link', { name: 'Wat zien anderen van ons?' }).click();
    await isGood(page, script);
    await page.getByRole('button', { name: 'Maak dit openbaar' }).click();
    await page.getByText('Gelukt: openbaar gemaakt').waitFor();
    expect(await everybodySees()).toContain('door de gemeenteraad');
    await isGood(resident.page, script);
    await page.getByRole('button', { name: 'Maak dit niet meer openbaar' }).click();
    await page.getByText('Gelukt: niet meer openbaar').waitFor();
    expect(await everybodySees()).toContain('Niet gepubliceerd');
    expect([...adviser.complaints, ...officer.complaints, ...resident.complaints]).toEqual([]);
  });
});

/** Many at once: a table that is pasted, mended after what was wrong with a row, and entered whole. */
it.for([
  { how: 'without JavaScript', script: false, screen: WIDE, names: ['Ommen', 'Raalte'] },
  { how: 'with JavaScript on a telephone', script: true, screen: PHONE, names: ['Wierden', 'Losser'] },
])('a table of public sources is looked at first, $how', async ({ script, screen, names }) => {
  await using adviser = await visitAs('vng-adviseur', { script, screen });
  const { page } = adviser;
  const day = writeDutchDate(addDays(await today(adviser), -30));
  const row = (name: string) => [name, 'K1.1', 'Voorbeeldnota', 'https://voorbeeld.invalid/n', day].join('\t');
  const heading = ['gemeente', 'onderdeel', 'titel', 'vindplaats', 'vastgesteld op'].join('\t');
  await page.goto('/monitor/openbare-bronnen/veel');
  await isGood(page, script);
  await page.getByLabel('De tabel').fill([heading, row(names[0]!), row('Nergenshuizen')].join('\n'));
  adviser.expectStatus(400);
  await page.getByRole('button', { name: 'Lees de tabel' }).click();
  await page.getByText('1 rij met een fout, niets ingevoerd').waitFor();
  await page.getByText('Gemeente: Deze gemeente kennen wij niet').waitFor();
  await isGood(page, script);
  await page.getByLabel('De tabel').fill([heading, ...names.map(row)].join('\n'));
  await page.getByRole('button', { name: 'Lees de tabel' }).click();
  await page.getByText('2 rijen gelezen, allemaal goed').waitFor();
  await isGood(page, script);
  await page.getByRole('button', { name: 'Voer deze 2 bronnen in' }).click();
  await page.getByText('Gelukt: ingevoerd').waitFor();
  await page.goto('/monitor?onderdeel=K1.1');
  expect(await new MonitorPage(page).tile(names[1]!)).toBe(
    `${names[1]}: openbare bron, niet bevestigd door de gemeente`,
  );
  expect(adviser.complaints).toEqual([]);
});

/** The administrator reports somebody out of service: she is signed out, and her colleague hears it. Keyboard only. */
it('somebody who leaves is signed out at once, with the keyboard alone', async () => {
  const at = 'GM0177';
  await using administrator = await visitAs('beheerder', { at });
  await using leaver = await visitAs('medewerker', { at });
  const name = (await (async () => {
    await leaver.page.goto('/overzicht');
    return leaver.page.locator('.ib-person__name').textContent();
  })())!;
  const { page } = administrator;
  await page.goto('/beheer/mensen');
  await isGood(page);
  await page.getByRole('link', { name: new RegExp(`^Beëindig ?: ${name}, Medewerker$`) }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: `Rol beëindigen: ${name}` }).waitFor();
  await isGood(page);
  await page.getByLabel('Vanaf welke dag niet meer?').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Gelukt: opgeslagen').waitFor();
  await leaver.page.goto('/overzicht');
  expect(leaver.page.url()).toContain('/inloggen');
  expect(administrator.complaints).toEqual([]);
});
