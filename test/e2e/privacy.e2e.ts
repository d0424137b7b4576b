import { expect, it } from 'vitest';
import { axeFaults } from './axe.ts';
import { visitAs } from './roles.ts';
import { PHONE, type Visit } from './visit.ts';

/** A small municipality, in which two of the five are in order when the demo begins. */
const SMALL = 'GM0088';

const widerThanScreen = (visitor: Visit) =>
  visitor.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Nothing wrong for axe, and nothing wider than a telephone. Asked where scripts run: axe is one itself. */
async function sound(visitor: Visit, script: boolean): Promise<void> {
  if (!script) return;
  expect(await axeFaults(visitor.page)).toEqual([]);
  expect(await widerThanScreen(visitor)).toBeLessThanOrEqual(0);
}

it.for([
  { script: false, what: 'without JavaScript', part: 'Signalen', council: false },
  { script: true, what: 'with JavaScript', part: 'Leren', council: true },
])('the officer of a small municipality reads one page, ticks, and knows what may be switched on tomorrow, $what', async ({
  script,
  part,
  council,
}) => {
  await using officer = await visitAs('fg', { at: SMALL, script, screen: PHONE });
  const { page } = officer;
  const conclusion = () =>
    page.getByRole('table', { name: 'Per onderdeel', exact: true }).getByRole('row', { name: new RegExp(part) });
  await page.goto('/privacyloket');
  await page.getByRole('main').getByRole('link', { name: 'Startpoort' }).click();
  await page.getByRole('heading', { name: 'Wat mag morgen aan bij Schiermonnikoog?' }).waitFor();
  expect(await conclusion().innerText()).toContain('Nog niet');
  await sound(officer, script);

  const names = [
    'DPIA',
    'Advies van de FG',
    'Verwerkersovereenkomst',
    'Regel in uw verwerkingsregister',
    'Archiefcategorie',
    'Instemming van de ondernemingsraad',
  ];
  for (const name of council ? names : names.slice(0, -1)) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: `Document bij ${name} (Word)` }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.docx$/);
    await page.getByRole('link', { name: 'Leg vast dat iets is geregeld' }).click();
    await page.getByRole('radio', { name }).check();
    await page.getByRole('checkbox', { name: part }).check();
    await page.getByLabel('Wie heeft dit vastgesteld?').fill('Daan Fictief, FG');
    await page.getByLabel('Waar staat het?').fill('Voorbeeldstuk (fictief)');
    if (name === 'Archiefcategorie') await page.getByLabel('Welke categorie').fill('Voorbeeldcategorie (fictief)');
    await page.getByRole('button', { name: 'Leg vast' }).click();
    await page.getByText('Vastgelegd.').waitFor();
  }
  expect(await conclusion().innerText()).toContain('Mag aan');

  // taking one back closes it again
  await page
    .getByRole('link', { name: new RegExp(`^Trek in.*${part}.*: DPIA$`) })
    .first()
    .click();
  await page.getByRole('heading', { name: `DPIA intrekken voor ${part}` }).waitFor();
  await sound(officer, script);
  officer.expectStatus(400);
  await page.getByRole('button', { name: 'Trek in' }).click();
  await page.getByRole('link', { name: 'Schrijf waarom u dit intrekt.' }).waitFor();
  await page.getByLabel('Waarom trekt u dit in?').fill('De voorbeeld-DPIA is achterhaald');
  await page.getByRole('button', { name: 'Trek in' }).click();
  await page.getByText('Ingetrokken.', { exact: true }).waitFor();
  expect(await page.getByRole('main').innerText()).toContain('De voorbeeld-DPIA is achterhaald');
  expect(officer.complaints).toEqual([]);
});

it('the page of the gate fits a meeting: in print the menu and buttons are gone, the table stays', async () => {
  await using officer = await visitAs('fg', { at: 'GM0014' });
  const { page } = officer;
  await page.goto('/privacyloket/startpoort');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('link', { name: 'Leg vast dat iets is geregeld' }).isVisible()).toBe(false);
  expect(await page.getByRole('navigation', { name: 'Hoofdmenu' }).isVisible()).toBe(false);
  expect(await page.getByRole('table', { name: 'Per onderdeel', exact: true }).isVisible()).toBe(true);
});

it.for([
  { script: false, what: 'without JavaScript', colleague: 'bestuurder' },
  { script: true, what: 'with JavaScript', colleague: 'medewerker' },
])('a role takes two: one asks, another reads exactly what will happen and agrees, $what', async ({
  script,
  colleague,
}) => {
  const at = 'GM0363';
  await using asker = await visitAs('beheerder', { at, script, screen: PHONE });
  await using second = await visitAs('fg', { at, script, screen: PHONE });
  const { page } = asker;
  await page.goto('/beheer/mensen');
  await page.getByRole('link', { name: 'Geef een collega een rol' }).click();
  await sound(asker, script);
  asker.expectStatus(400);
  await page.getByRole('button', { name: 'Vraag een tweede persoon' }).click();
  await page.getByRole('link', { name: 'Kies een collega.' }).waitFor();
  await sound(asker, script);

  const people = (await (await asker.context.request.get('/demo/personen.json')).json()) as {
    rol: string;
    organisatie: { code: string };
    naam: string;
  }[];
  const { naam: name } = people.find((each) => each.rol === colleague && each.organisatie.code === at)!;
  if (script) {
    await page.getByRole('combobox', { name: 'Welke collega?' }).fill(name);
    await page.getByRole('option', { name, exact: true }).first().click();
  } else await page.getByLabel('Welke collega?').selectOption({ label: name });
  await page.getByLabel('Welke rol?').selectOption({ label: 'Teamleider' });
  await page.getByLabel('Waarom?').fill('Zij volgt een collega op (voorbeeld)');
  await page.getByRole('button', { name: 'Vraag een tweede persoon' }).click();
  await page.getByText('Wacht op een besluit').waitFor();
  await page.getByRole('button', { name: 'Trek het verzoek in' }).waitFor();
  await sound(asker, script);

  const reading = second.page;
  await reading.goto('/overzicht');
  await reading
    .getByRole('link', { name: /Een collega vraagt uw goedkeuring/ })
    .first()
    .click();
  await reading.getByRole('heading', { name: 'Een collega een rol geven' }).waitFor();
  expect(await reading.locator('pre').innerText()).toContain('"role": "teamleider"');
  await sound(second, script);
  await reading.getByRole('radio', { name: 'Ja, voer het uit' }).check();
  await reading.getByRole('button', { name: 'Leg uw besluit vast' }).click();
  await reading.getByText('Goedgekeurd en uitgevoerd').first().waitFor();
  await sound(second, script);
  await reading.goto('/goedkeuringen');
  await sound(second, script);

  await page.goto(`/beheer/mensen?naam=${encodeURIComponent(name)}`);
  expect(await page.getByRole('main').innerText()).toContain('Teamleider');
  expect([...asker.complaints, ...second.complaints]).toEqual([]);
});
