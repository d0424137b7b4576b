import { describe, expect, it } from 'vitest';
import { readPdf } from '../../src/platform/documents/testing/read-pdf.ts';
import { addDays, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { axeFaults } from './axe.ts';
import { moveClock, today } from './clock.ts';
import { tabTo } from './keys.ts';
import { AnchoringPage } from './pages/anchoring-page.ts';
import { lettersTo } from './pages/demo-post-page.ts';
import { DocumentsPage } from './pages/documents-page.ts';
import { FocalPointPage } from './pages/focal-point-page.ts';
import { MonitorPage } from './pages/monitor-page.ts';
import { PlanPage } from './pages/plan-page.ts';
import { ScanPage } from './pages/scan-page.ts';
import { visitAs } from './roles.ts';
import { PHONE, type Visit, WIDE } from './visit.ts';

const REGIONAL = 'Voorbeeld regionaal beleidsplan';

/** The page is clean for axe, which is a script itself, and does not scroll sideways. */
async function look({ page }: Visit, script: boolean): Promise<void> {
  const name = new URL(page.url()).pathname;
  if (script) expect([name, await axeFaults(page)]).toEqual([name, []]);
  const [inside, outside] = [page.locator('html'), page.viewportSize()!.width];
  expect([name, await inside.evaluate((root) => root.scrollWidth)]).toEqual([name, outside]);
}

/**
 * The story of the approach, each time in a municipality that recorded nothing: a policy officer fills the scan, gets a plan, has it
 * adopted, sees it anchored and prints the letter to the council. The clock moves, it lapses, and the alarm arrives. The adviser of
 * VNG sees each step on the map. Each telling moves the clock and begins where the one before ended.
 */
describe.for([
  { how: 'without JavaScript on a wide screen', script: false, screen: WIDE, place: ['GM0432', 'Opmeer'] },
  { how: 'with JavaScript on a telephone', script: true, screen: PHONE, place: ['GM1695', 'Noord-Beveland'] },
])('the approach, $how', ({ script, screen, place: [code = '', name = ''] }) => {
  it('goes from an empty scan to anchored, and lapses with an alarm', { timeout: 400_000 }, async () => {
    await using officer = await visitAs('beleidsmedewerker', { at: code, script, screen });
    await using adviser = await visitAs('vng-adviseur', { script: false });
    const { page } = officer;
    const begin = await today(officer);
    const write = writeDutchDate;
    const onMap = async (element: string) => {
      await adviser.page.goto(`/monitor?onderdeel=${element}&naam=${encodeURIComponent(name)}`);
      return new MonitorPage(adviser.page).tile(name);
    };
    expect(await onMap('K5.1')).toBe(`${name}: niets opgegeven`);

    const scan = new ScanPage(page);
    await scan.openFromApproach();
    await look(officer, script);
    await scan.begin();
    await look(officer, script);
    await scan.addDocument({
      name: REGIONAL,
      elements: ['K4.3', 'K4.4', 'K5.1', 'K5.2', 'K5.3', 'K5.4', 'K5.5'],
      on: write(addDays(begin, -30)),
      until: write(addDays(begin, 900)),
    });
    await look(officer, script);
    const asked: string[] = [];
    for (const theme of [1, 2, 3, 4, 5]) {
      await scan.openTheme(theme);
      const elements = await scan.asked();
      asked.push(...elements);
      // there is no policy yet, and nobody was appointed
      for (const element of elements)
        await scan.answer(element, ['K1.1', 'K2.1'].includes(element) ? 'Gestart' : 'Is er', REGIONAL);
      await look(officer, script);
      await scan.save();
    }
    // what the document of the region answers, is asked nowhere
    expect(asked).not.toEqual(expect.arrayContaining(['K5.1']));
    await scan.settle();
    await look(officer, script);
    await page.goto('/aanpak/resultaat');
    await look(officer, script);
    expect(await page.getByRole('main').textContent()).toContain('K1.1 Vastgesteld beleid');
    expect(await onMap('K5.1')).toContain('geregeld door de regio tot');
    expect(await onMap('K1.1')).toBe(`${name}: niets opgegeven`);

    const plan = new PlanPage(page);
    await plan.make({ title: 'Voorbeeldplan', begins: write(begin), ends: write(addDays(begin, 900)) });
    await look(officer, script);
    await plan.takeProposals('K1.1');
    await look(officer, script);
    await plan.addAction({
      title: 'Oefen de meldroute',
      track: 'Signaleren',
      due: write(addDays(begin, 200)),
      euros: '2.500',
      hours: '40',
    });
    await look(officer, script);
    await page.goto('/aanpak/plan/tijdlijn');
    await look(officer, script);

    const end = addDays(begin, 45);
    await plan.openAdoption();
    await look(officer, script);
    // a decision before its document comes back, with what was typed
    officer.expectStatus(409);
    const decision = {
      by: 'Het college van burgemeester en wethouders',
      until: write(end),
      document: 'Voorbeeldbesluit',
    };
    await plan.adopt({ ...decision, on: write(addDays(begin, -1)), documentOn: write(begin) });
    await page.getByText('vóór de datum van het stuk').first().waitFor();
    await look(officer, script);
    await page.getByLabel('Datum van het besluit', { exact: true }).fill(write(begin));
    await page.getByRole('button', { name: 'Leg het besluit vast' }).click();
    await plan.adopted();
    await look(officer, script);
    expect(await onMap('K1.1')).toBe(`${name}: geregeld tot ${write(end)}`);

    const people = new FocalPointPage(page);
    await people.openFromMenu();
    await look(officer, script);
    await people.fill({
      focalPoint: 'Noor Fictief',
      substitute: 'Tom Fictief',
      hours: '4',
      decision: 'Voorbeeldbesluit',
      decidedOn: write(begin),
      validUntil: write(addDays(begin, 900)),
    });
    await people.send();
    await people.stored();
    expect(await onMap('K2.1')).toContain(`geregeld tot ${write(addDays(begin, 900))}`);

    const anchoring = new AnchoringPage(page);
    for (const element of ['K1.7', 'K3.7', 'K4.1', 'K4.2'])
      await anchoring.state({ element, on: write(begin), until: write(addDays(begin, 900)) });
    await anchoring.state({ element: 'K1.8', on: write(begin), bySelf: true });
    await anchoring.state({ element: 'K1.9', on: write(begin) });
    await anchoring.open();
    await look(officer, script);
    expect(await anchoring.verdict()).toBe('9');
    await anchoring.recordDrill(write(begin));
    expect(await anchoring.verdict()).toBe('geborgd');
    await look(officer, script);
    expect(await page.locator('main form').count()).toBe(0);
    expect(await onMap('K7.1')).toBe(`${name}: geborgd tot ${write(end)}`);

    const documents = new DocumentsPage(page);
    await documents.read('Jaarlijkse brief aan de raad');
    await look(officer, script);
    expect(await documents.sheet()).toContain('De aanpak is geborgd');
    const letter = readPdf(await documents.download('PDF'));
    expect(letter.faults).toEqual([]);
    await documents.read('Eén blad voor de burgemeester');
    await look(officer, script);
    expect(readPdf(await documents.download('PDF')).pages).toBe(1);

    const address = `beleidsmedewerker.1.${code.toLowerCase()}@fictief.invalid`;
    const before = (await lettersTo(officer.context.request, address)).length;
    await moveClock(adviser, { to: end });
    await using later = await visitAs('beleidsmedewerker', { at: code, script, screen });
    expect((await lettersTo(later.context.request, address)).length).toBeGreaterThan(before);
    await using watcher = await visitAs('vng-adviseur', { script: false });
    await watcher.page.goto(`/monitor?onderdeel=K7.1&naam=${encodeURIComponent(name)}`);
    expect(await new MonitorPage(watcher.page).tile(name)).toBe(`${name}: borging vervallen op ${write(end)}`);
    await later.page.goto('/overzicht');
    await look(later, script);
    await later.page.getByRole('link', { name: /Het besluit over de aanpak is vervallen/ }).click();
    await later.page.getByText(`het besluit verviel op ${write(end)}`).waitFor();
    await look(later, script);
    await later.page.goto('/aanpak/borging');
    expect(await new AnchoringPage(later.page).verdict()).toBe('8');
    for (const visitor of [officer, adviser, later, watcher]) expect(visitor.complaints).toEqual([]);
  });
});

it('lets somebody with only a keyboard fill a whole scan and settle it', { timeout: 400_000 }, async () => {
  await using officer = await visitAs('beleidsmedewerker', { at: 'GM0096' });
  const { page } = officer;
  const enter = async (text: string) => {
    await page.keyboard.press('Enter');
    await page.getByText(text).first().waitFor();
  };
  await page.goto('/aanpak/scan');
  await tabTo(page, 'Begin met de scan');
  await enter('Gelukt: de scan is open');
  await tabTo(page, 'Wat is er al?');
  await enter('Iets toevoegen');
  await tabTo(page, 'Beleid of afspraken van de regio');
  await page.keyboard.press('Space');
  await tabTo(page, 'Welke regio? (niet verplicht)');
  await page.keyboard.type('Onbekend');
  await tabTo(page, 'Naam van het document');
  await page.keyboard.type(REGIONAL);
  await tabTo(page, 'K5.1 Zorgcoördinatie');
  await page.keyboard.press('Space');
  await tabTo(page, 'Voeg toe');
  await enter('Gelukt: toegevoegd');
  const scan = new ScanPage(page);
  await tabTo(page, 'ga verder met thema 1');
  await page.keyboard.press('Enter');
  for (const theme of [1, 2, 3, 4, 5, 6]) {
    await page.getByRole('heading', { level: 1, name: new RegExp(`^Thema ${theme}|instrumenten`, 'i') }).waitFor();
    for (const _ of await scan.asked()) {
      // the first radio of the question, then two down: "Is er"
      await tabTo(page, 'Is er niet');
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await tabTo(page, 'Bewijs (niet verplicht)');
      await page.keyboard.press('ArrowDown');
    }
    await tabTo(page, 'Bewaar deze pagina');
    await enter('Gelukt: bewaard');
    if (theme < 6) {
      const next =
        (await page
          .getByRole('link', { name: /^Ga (verder met thema|terug)/ })
          .first()
          .textContent()) ?? '';
      await tabTo(page, next.trim());
      await page.keyboard.press('Enter');
    }
  }
  await page.goto('/aanpak/scan');
  await tabTo(page, 'Stel de scan vast', 120);
  await enter('Gelukt:');
  expect(new URL(page.url()).pathname).toBe('/aanpak/resultaat');
  expect(officer.complaints).toEqual([]);
});
