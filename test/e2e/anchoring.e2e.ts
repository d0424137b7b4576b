import { expect, it } from 'vitest';
import { addDays, type PlainDate, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { moveClock, today } from './clock.ts';
import { lettersTo } from './pages/demo-post-page.ts';
import { FocalPointPage } from './pages/focal-point-page.ts';
import { MonitorPage } from './pages/monitor-page.ts';
import { type Visit, visit } from './visit.ts';

/** A municipality of 9,000 inhabitants that recorded nothing yet, and whose region does everything. */
const PLACE = { code: 'GM0431', name: 'Oostzaan' };

async function signIn(visitor: Visit, rol: string, organisatie?: string): Promise<void> {
  const form = { rol, ...(organisatie && { organisatie }) };
  expect((await visitor.context.request.post('/demo/aanmelden', { form })).status()).toBe(200);
}

/** From nothing to anchored in one sitting, on the map, and lapsed with an alarm in the mailbox. Without JavaScript. */
it('a small municipality anchors its approach without inventing a fact, and hears it when that lapses', async () => {
  await using officer = await visit({ script: false });
  await using adviser = await visit({ script: false });
  const { page } = officer;
  const begin = await today(officer);
  const end = addDays(begin, 120);
  const field = (label: string) => page.getByLabel(label, { exact: true });
  await signIn(officer, 'beleidsmedewerker', PLACE.code);
  await page.goto('/overzicht');

  const people = new FocalPointPage(page);
  await people.openFromMenu();
  await people.fill({
    focalPoint: 'Noor Fictief',
    substitute: 'Tom Fictief',
    hours: '2',
    decision: 'Voorbeeldbesluit over de aanpak',
    decidedOn: writeDutchDate(begin),
    validUntil: writeDutchDate(addDays(begin, 900)),
  });
  await people.send();
  await people.stored();

  async function state(element: string, who: string, until: PlainDate | undefined, body?: string) {
    await page.goto(`/aanpak/borging/verklaring?onderdeel=${element}`);
    await field(who).check();
    await page.getByLabel('Wat is er geregeld?').fill(`Voorbeeld van ${element}`);
    if (body) await page.getByLabel('Wie nam het besluit?').selectOption({ label: body });
    await field('Datum').fill(writeDutchDate(begin));
    if (until) await page.getByLabel('Geldig tot').fill(writeDutchDate(until));
    await page.getByLabel('Naam van het bewijs').fill('Voorbeeldstuk van de regio');
    await page.getByRole('button', { name: 'Leg de verklaring vast' }).click();
    await page.getByText('Gelukt: vastgelegd').waitFor();
  }
  const REGION = 'De regio, voor de gemeente';
  await state('K1.1', REGION, end, 'het college van burgemeester en wethouders');
  for (const element of ['K1.5', 'K1.7', 'K3.7', 'K4.1', 'K4.2']) await state(element, REGION, addDays(begin, 900));
  await state('K1.9', REGION, undefined);
  await state('K1.8', 'De gemeente zelf', undefined);
  await page.goto('/aanpak/borging');
  await page.getByText('nog niet geborgd: 9 van de 10').waitFor();
  await page.getByRole('link', { name: 'Leg een oefening vast' }).first().click();
  await field('Dag van de oefening').fill(writeDutchDate(begin));
  await page.getByLabel('Wat heeft u geoefend?').fill('Een melding aan de balie');
  await page.getByLabel('Naam van het verslag').fill('Verslag van de oefening');
  await page.getByRole('button', { name: 'Leg de oefening vast' }).click();
  await page.getByText('Gelukt: uw aanpak is geborgd').waitFor();
  expect(await page.locator('main input[type=checkbox], main form').count()).toBe(0);

  await signIn(adviser, 'vng-adviseur');
  const map = new MonitorPage(adviser.page);
  await adviser.page.goto('/monitor?onderdeel=K7.1');
  expect(await map.tile(PLACE.name)).toBe(`${PLACE.name}: geborgd tot ${writeDutchDate(end)}`);

  const address = `aandachtsfunctionaris.1.${PLACE.code.toLowerCase()}@fictief.invalid`;
  const before = (await lettersTo(officer.context.request, address)).length;
  await moveClock(adviser, { to: end });
  await adviser.page.reload();
  expect(await map.tile(PLACE.name)).toBe(`${PLACE.name}: borging vervallen op ${writeDutchDate(end)}`);

  // the session of the officer ended meanwhile
  await signIn(officer, 'beleidsmedewerker', PLACE.code);
  await page.goto('/aanpak/borging');
  await page.getByText('nog niet geborgd').waitFor();
  await page.getByText('Nog niet gehaald').first().waitFor();
  expect((await lettersTo(officer.context.request, address)).length).toBeGreaterThan(before);
  expect([...officer.complaints, ...adviser.complaints]).toEqual([]);
});
