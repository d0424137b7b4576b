import { describe, expect, it } from 'vitest';
import { addMonths, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { moveClock, today } from './clock.ts';
import { passOnPlace, SignalPage } from './pages/signal-pages.ts';
import { visitAs } from './roles.ts';
import { openMenu, PHONE, WIDE } from './visit.ts';

const INSPECTORATE = 'Nederlandse Arbeidsinspectie';
const COORDINATOR = 'Zorgcoördinator mensenhandel in uw regio';
const TERMS = '/privacyloket/bewaartermijnen/signal-location';

/** The officer for data protection asks for the term of places, and somebody else agrees; once is enough. */
async function settleTerm(): Promise<void> {
  await using fg = await visitAs('fg');
  await fg.page.goto(TERMS);
  if ((await fg.page.getByText('nog niet: er wordt niets gewist').count()) === 0) return;
  await fg.page.locator('main [name="categorie"]').fill('11.3 (proef)');
  await fg.page.locator('main [name="reden"]').fill('Zo hoort het in deze proef.');
  await fg.page.locator(`main form[action="${TERMS}"] button[type=submit]`).click();
  const request = new URL(fg.page.url()).pathname;
  expect(request).toMatch(/^\/goedkeuringen\//);
  await using ciso = await visitAs('ciso');
  await ciso.page.goto(request);
  await ciso.page.locator('main [name="besluit"][value="goedkeuren"]').check();
  await ciso.page.locator(`main form[action="${request}/besluit"] button[type=submit]`).click();
}

/**
 * A signal from beginning to end: a parking officer sees something, the focal point weighs it, finds that something was seen there
 * before, asks advice without saying where, hands it over to two receivers, the parking officer hears of it, the term passes, and
 * only a count is left. The term passes once: what a clock does, does not hang on JavaScript.
 */
describe.for([
  { how: 'without JavaScript on a wide screen', script: false, screen: WIDE },
  { how: 'with JavaScript on a telephone', script: true, screen: PHONE },
])('a signal, $how', ({ script, screen }) => {
  it('goes from what a parking officer saw to a count in which nobody is left', { timeout: 180_000 }, async () => {
    await settleTerm();
    // who is on the street has a telephone
    await using clerk = await visitAs('medewerker', { script, screen: PHONE });
    await using officer = await visitAs('aandachtsfunctionaris', { script, screen });
    const begin = await today(officer);
    const day = writeDutchDate(begin);
    const place = `Nagelstudio Voorbeeld ${begin}${script ? ' achter' : ''}`;

    await clerk.page.goto('/overzicht');
    if (script) await openMenu(clerk);
    const earlier = await passOnPlace(clerk.page, { place, seen: 'De gordijnen zijn altijd dicht.' });
    await clerk.page.goto('/overzicht');
    if (script) await openMenu(clerk);
    const code = await passOnPlace(clerk.page, { place, seen: 'Acht matrassen achter de zaak.' });

    const signal = new SignalPage(officer.page, code);
    await signal.open();
    await signal.takeUp();
    await signal.weigh();
    // something was seen there before
    await officer.page.getByRole('link', { name: earlier }).waitFor();
    await signal.consult('Acht matrassen achter een zaak. Wie kan kijken?', 'Laat de Arbeidsinspectie kijken.', day);
    await signal.handOver(INSPECTORATE);
    await officer.page.goto(signal.path);
    expect(await officer.page.getByText('Doorgezet', { exact: true }).count()).toBe(0);
    await signal.handOver(COORDINATOR);
    await signal.received(INSPECTORATE, 'inspecteur', day);
    await officer.page.goto(signal.path);
    expect(await officer.page.getByText('Doorgezet', { exact: true }).count()).toBeGreaterThan(0);
    await signal.tellReporter();

    await clerk.page.goto('/meldingen/mijn');
    const row = clerk.page.getByRole('row').filter({ hasText: code });
    expect(await row.innerText()).toContain('Met uw signaal is iets gedaan.');

    expect([...officer.complaints, ...clerk.complaints]).toEqual([]);
    if (script) return;
    const end = addMonths(begin, 12);
    await moveClock(officer, { to: end });
    for (const gone of [code, earlier]) {
      officer.expectStatus(404);
      expect((await officer.page.goto(`/meldingen/${gone}`))?.status()).toBe(404);
    }
    await officer.page.goto('/meldingen/cijfers');
    const figures = await officer.page.locator('main').innerText();
    expect(figures).not.toContain('kwam er geen signaal binnen');
    expect([...officer.complaints, ...clerk.complaints]).toEqual([]);
  });
});
