import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aRegister, aReporter } from '../support/a-registration.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const LIST = '/registraties/verklaringen';

describe('declarations of consent', () => {
  let database: TestDatabase;
  let app: TestApp;
  let counsellor: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    const reporter = await aReporter(database, await aRegister(database));
    counsellor = await app.visitor(await anActor(database, 'aanmelder', reporter));
  });

  it('print in nine languages for two purposes, each as a draft until a named human looked it through', async () => {
    const list = await counsellor.page(LIST);
    const links = [...list.querySelectorAll('main tbody a')].map((link) => link.getAttribute('href')!);
    expect(links.length).toBe(18);
    for (const link of links) {
      const page = await counsellor.page(link);
      const article = page.querySelector('main article')!;
      const language = new URL(link, 'http://x').searchParams.get('taal');
      expect([article.getAttribute('lang'), article.getAttribute('dir')]).toEqual([
        language,
        language === 'ar' ? 'rtl' : 'ltr',
      ]);
      const reviewed = page.querySelector('main')!.textContent.includes('Nagekeken door');
      // above and under the text, and no line to sign on
      expect(page.querySelector('main')!.textContent.split('concept, niet gebruiken').length - 1).toBe(
        reviewed ? 0 : 2,
      );
      expect(article.textContent.includes('____')).toBe(reviewed);
    }
  });

  it('are never attached as a draft: another language asks an interpreter, and the hash is of the Dutch text', async () => {
    const form = await counsellor.form('/registraties/nieuw/by-name');
    const drafted = await counsellor.send({
      ...form,
      fields: { ...form.fields, aanmelder: 'AMBUL', naam: 'Fatima Fictief', leeftijd: '23-30' },
    });
    const own = String(drafted.headers.location);
    const consent = { gegevenDoor: 'person', hoe: 'written', gegevenOp: '1-11-2026', taal: 'ar' };
    const asked = await counsellor.form(`${own}/toestemming`);
    const alone = await counsellor.send({ ...asked, fields: { ...asked.fields, ...consent } });
    expect(documentOf(alone).getElementById('veld-taal-fout')?.textContent).toContain('tolk');
    const again = await counsellor.form(`${own}/toestemming`);
    expect((await counsellor.send({ ...again, fields: { ...again.fields, ...consent, tolk: 'ja' } })).statusCode).toBe(
      303,
    );
    const code = own.split('/').at(-1)!;
    const laid = await database.admin
      .selectFrom('registration.consent as c')
      .innerJoin('registration.registration as r', 'r.id', 'c.registration_id')
      .select(['c.text_sha256', 'c.text_edition'])
      .where('r.code', '=', code)
      .executeTakeFirstOrThrow();
    const { body } = await database.admin
      .selectFrom('content.edition')
      .select('body')
      .where('kind', '=', 'registration-rules')
      .executeTakeFirstOrThrow();
    const rules = body as unknown as { routes: { route: string; tell: string }[] };
    const { tell } = rules.routes.find(({ route }) => route === 'by-name')!;
    expect(laid.text_sha256).toBe(createHash('sha256').update(tell).digest('hex'));
    expect(laid.text_edition).not.toContain('verklaring');
  });
});
