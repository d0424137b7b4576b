import { expect, it } from 'vitest';
import { today } from './clock.ts';
import { focused, tabTo } from './keys.ts';
import { FocalPointPage } from './pages/focal-point-page.ts';
import { visit } from './visit.ts';

it('lets somebody with only a keyboard sign in, record the focal point and see it stored', async () => {
  await using officer = await visit();
  const { page } = officer;
  const enter = async (heading: string) => {
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  };
  await page.goto('/demo');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Naar de inhoud');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('inhoud');
  expect(await tabTo(page, 'Aandachtsfunctionaris mensenhandel')).toEqual([
    'Gemeente',
    'Persoon',
    'Medewerker',
    'Teamleider',
  ]);
  await enter('Overzicht');

  await tabTo(page, 'Aanpak');
  await enter('Aanpak');
  await tabTo(page, 'Aandachtsfunctionaris en vervanger');
  await enter('Aandachtsfunctionaris en vervanger');

  await tabTo(page, 'Naam van de aandachtsfunctionaris');
  const now = (await today(officer)).split('-').reverse().join('-');
  const inTwoYears = now.replace(/\d{4}$/, (year) => String(Number(year) + 2)).replace(/^29-02/, '28-02');
  const passed: (readonly string[])[] = [];
  for (const [typed, next] of [
    ['Noor Fictief', 'Naam van de vervanger'],
    ['Tom Fictief', 'Uren per week voor dit werk'],
    ['8', 'Naam van het besluit'],
    ['Voorbeeldbesluit', 'Datum van het besluit'],
    [now, 'Geldig tot'],
  ] as const) {
    await page.keyboard.type(typed);
    passed.push(await tabTo(page, next));
  }
  // the two fields that may stay empty, in the order in which they stand; a place with a focal point has one choice more
  expect(
    passed
      .flat()
      .filter((name) => name !== 'Het zijn dezelfde mensen: ik verbeter alleen een naam')
      .slice(0, 2)
      .map((name) => name.replace(/ \(.*/, '')),
  ).toEqual(['Waar het besluit staat', expect.stringMatching(/document/)]);
  await page.keyboard.type(inTwoYears);
  await page.keyboard.press('Enter');
  await new FocalPointPage(page).stored();
  expect(officer.complaints).toEqual([]);
});
