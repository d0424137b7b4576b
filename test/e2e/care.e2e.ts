import { describe, expect, it } from 'vitest';
import { dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { visitAs } from './roles.ts';

const PLACE = { code: 'GM0772', name: 'Eindhoven' };
/** Somebody of 24 who is exploited criminally, by day. */
const ABOUT = 'vorm=criminele-uitbuiting&leeftijd=23-plus&geslacht=man';

for (const script of [false, true])
  describe(`care coordination ${script ? 'with' : 'without'} JavaScript`, () => {
    it('shows the gap that appears when an organisation stops, and a number that is answered at night', async () => {
      await using coordinator = await visitAs('zorgcoordinator', { at: 'ZC02', script });
      await using officer = await visitAs('beleidsmedewerker', { at: PLACE.code, script });
      const stand = async (moment: string) => {
        await officer.page.goto(`/netwerk/dekking?${ABOUT}&moment=${moment}&naam=${PLACE.name}`);
        return officer.page.locator('#tabel tbody tr').first().innerText();
      };
      const name = `Zorgcoördinatie mannen ${script ? 'twee' : 'een'} (fictief)`;

      await coordinator.page.goto('/netwerk/aanbod');
      await coordinator.page.getByRole('link', { name: 'Voeg aanbod toe' }).click();
      const form = coordinator.page.getByRole('form', { name: 'Voeg aanbod toe' });
      await form.getByLabel('Naam').fill(name);
      await form.getByLabel('Gemeenten', { exact: false }).last().fill(PLACE.name);
      await form.getByLabel('Criminele uitbuiting').check();
      await form.getByLabel('23 jaar of ouder').check();
      await form.getByLabel('Mannen', { exact: true }).check();
      await form.getByLabel('Telefoonnummer').fill('000-000 00 09');
      await form.getByRole('button', { name: 'Voeg toe' }).click();
      await coordinator.page.getByText('Uw aanbod is bijgewerkt').waitFor();
      expect(await stand('dag')).toContain('Gedekt');

      await officer.page.goto(`/netwerk/dekking/${PLACE.code}`);
      await officer.page.getByRole('button', { name: 'Bevestig dat de lijst compleet is' }).click();
      await officer.page.getByText('De lijst is bevestigd').waitFor();
      expect(await stand('nacht')).toContain('Niet gedekt');

      await coordinator.page.getByRole('link', { name }).click();
      await coordinator.page
        .getByLabel('Eerste dag waarop u dit niet meer doet')
        .fill(writeDutchDate(dutchDay(new Date())));
      await coordinator.page.getByRole('button', { name: 'Beëindig dit aanbod' }).click();
      await coordinator.page.getByText('Uw aanbod is beëindigd').waitFor();
      expect(await stand('dag')).toContain('Niet gedekt');
      for (const [{ page }, path] of [
        [officer, `/netwerk/routekaart/${PLACE.code}`],
        [coordinator, '/registraties/verklaringen?doel=help&taal=ar'],
      ] as const) {
        await page.goto(path);
        expect(await page.locator('.ib-person').isVisible()).toBe(true);
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('.ib-person').isVisible()).toBe(false);
        await page.emulateMedia({ media: 'screen' });
      }
      await officer.page.goto('/overzicht');
      await officer.page.getByRole('link', { name: /Zorgcoördinatie: .* is gestopt/ }).click();
      await officer.page.getByRole('heading', { name: `Zorgcoördinatie in ${PLACE.name}` }).waitFor();

      await officer.page.goto(`/netwerk/wie-helpt?gemeente=${PLACE.code}&${ABOUT}&dag=5-12-2026&tijd=02:00`);
      await officer.page.getByText('noodbed').waitFor();
      expect(await officer.page.locator('a[href="tel:112"]').count()).toBe(1);
      expect(officer.complaints).toEqual([]);
    });
  });
