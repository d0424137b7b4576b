import { beforeAll, describe, expect, it } from 'vitest';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

describe('what a region arranges', () => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });

  it('publishes one document for several elements at once, all or none', async () => {
    const region = await anOrganisation(database, 'veiligheidsregio');
    const director = await app.visitor(await anActor(database, 'ketenregisseur', region));
    const form = await director.form('/regio/regelt', '/regio/regelt');
    const send = (elements: readonly string[], until = '1-3-2030') =>
      director.request({
        method: 'POST',
        url: '/regio/regelt',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams([
          ...Object.entries({
            ...form.fields,
            besluit: 'Voorbeeldconvenant',
            vastgesteldDoor: 'Regionaal overleg',
            vastgesteldOp: '1-3-2026',
            geldigTot: until,
          }),
          ...elements.map((element): [string, string] => ['onderdeel', element]),
        ]).toString(),
      });
    const offered = async () =>
      (
        await database.admin
          .selectFrom('approach.region_offer')
          .select('element')
          .where('tenant_id', '=', region.id)
          .orderBy('element')
          .execute()
      ).map(({ element }) => element);
    const none = await send([]);
    expect([none.statusCode, documentOf(none).getElementById('veld-onderdeel-fout')?.textContent]).toEqual([
      400,
      expect.stringContaining('Kies ten minste één onderdeel'),
    ]);
    const wrong = await send(['K4.1', 'K5.1'], '1-2-2026');
    expect(wrong.statusCode).toBe(409);
    const kept = [...documentOf(wrong).querySelectorAll('input[name="onderdeel"][type="checkbox"][checked]')];
    expect(kept.map((box) => box.getAttribute('value'))).toEqual(['K4.1', 'K5.1']);
    expect((await send(['K4.1', 'K9.9'])).statusCode).toBe(409);
    expect(await offered()).toEqual([]);
    expect((await send(['K4.1', 'K5.1', 'K4.1'])).statusCode).toBe(303);
    expect(await offered()).toEqual(['K4.1', 'K5.1']);
  });

  it('stands by document, and asks before it withdraws one element or the whole', async () => {
    const region = await anOrganisation(database, 'veiligheidsregio');
    const director = await app.visitor(await anActor(database, 'ketenregisseur', region));
    expect((await director.page('/regio/regelt/intrekken')).body.textContent).toContain('Er is niets om in te trekken');
    const offer = await director.form('/regio/regelt');
    const decision = { besluit: 'Convenant', vastgesteldDoor: 'Bestuur', vastgesteldOp: '1-3-2026' };
    const publish = (onderdeel: string, more: Record<string, string> = {}) =>
      director.send({ ...offer, fields: { ...offer.fields, ...decision, onderdeel, geldigTot: '1-3-2030', ...more } });
    await publish('K4.1 K4.2 K5.1');
    await publish('K1.8', { besluit: 'Verslag' });
    const standing = async () => {
      const rows = [...(await director.page('/regio/regelt')).querySelectorAll('main tbody tr')];
      return rows.map((row) => row.querySelector('th')!.textContent);
    };
    expect(await standing()).toEqual(['Verslag', 'Convenant']);
    const page = await director.page('/regio/regelt');
    expect(page.querySelector('main form[action="/regio/regelt/intrekken"]')).toBeNull();
    const hrefs = [...page.querySelectorAll('main tbody a')].map((link) => link.getAttribute('href'));
    expect(hrefs).toContain('/regio/regelt/intrekken?onderdeel=K4.1+K4.2+K5.1');
    expect(hrefs).toContain('/regio/regelt/intrekken?onderdeel=K4.2');

    const asked = await director.page('/regio/regelt/intrekken?onderdeel=K4.2');
    expect(asked.querySelector('main')?.textContent).toContain('Welke gemeenten hierop steunen, kunt u hier niet zien');
    const boxes = [...asked.querySelectorAll('main input[type=checkbox]')];
    expect(boxes.map((box) => box.getAttribute('value'))).toEqual(['K4.1', 'K4.2', 'K5.1']);
    const form = await director.form('/regio/regelt/intrekken?onderdeel=K4.2');
    const none = await director.send({ ...form, fields: { ...form.fields, onderdeel: '' } });
    expect([none.statusCode, documentOf(none).getElementById('veld-onderdeel-fout')?.textContent]).toEqual([
      400,
      expect.stringContaining('Kies ten minste één onderdeel'),
    ]);
    expect((await director.send(form)).statusCode).toBe(303);
    const again = await director.post(form.action, { ...form.fields, onderdeel: 'K4.1 K4.2' });
    expect([again.statusCode, documentOf(again).getElementById('veld-onderdeel-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('intussen al ingetrokken'),
    ]);
    expect(await standing()).toEqual(['Verslag', 'Convenant', 'Convenant']);

    const renewal = await director.page('/regio/regelt?vernieuw=K4.1+K5.1');
    expect([...renewal.querySelectorAll('input[checked]')].map((box) => box.getAttribute('value'))).toEqual([
      'K4.1',
      'K5.1',
    ]);
    expect(renewal.getElementById('veld-besluit')?.getAttribute('value')).toBe('Convenant');
  });
});
