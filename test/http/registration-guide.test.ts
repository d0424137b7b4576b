import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/shared-kernel/role.ts';
import { grantKinds } from '../support/a-registration.ts';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';
import { openGate } from '../support/open-gate.ts';

const PATH = '/registraties/mag-ik-aanmelden';
const ANSWERS = {
  aanmelder: 'AMBUL',
  leeftijd: '18-or-older',
  overziet: 'yes',
  toestemming: 'not-asked',
  doel: 'registration',
};

describe('may I report', () => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });

  async function asked(answers: Readonly<Record<string, string>>, role: Role = 'aanmelder', isOpen = true) {
    const organisation = await anOrganisation(database, 'aanmelder');
    await grantKinds(database, await anOrganisation(database, 'comensha'), organisation);
    if (isOpen) await openGate(database, organisation.id, 'registration');
    const visitor = await app.visitor(await anActor(database, role, organisation));
    const form = await visitor.form(PATH);
    return visitor.send({ ...form, fields: { ...form.fields, ...answers } });
  }

  it('leads a counsellor without consent to reporting without a name, with words to say and both readings', async () => {
    const answer = await asked(ANSWERS);
    const page = documentOf(answer);
    expect([answer.statusCode, page.querySelector('h1')?.textContent]).toEqual([200, 'Aanmelden zonder naam']);
    expect([...page.querySelectorAll('h3')].map((each) => each.textContent)).toEqual([
      'Aanmelden als opsporings- of inspectiedienst',
      'Aanmelden met naam, met toestemming',
      'Aanmelden zonder naam',
      'Werkwijze in de jeugdhulp (kenniscentrum-kjp.nl)',
      'CoMensha',
    ]);
    // each reading with its owner and as much of its date as is known, and never more
    const said = [...page.querySelectorAll('[aria-labelledby=lezingen] .ib-flow')].map((each) =>
      (each.textContent ?? '').replace(/\s+/g, ' '),
    );
    expect(said.map((text) => /Gezegd: ([^.]*)\./.exec(text)?.[1])).toEqual([
      'datum onbekend, nog na te gaan',
      'oktober 2022',
    ]);
    expect(page.querySelector('time[datetime="2022-10"]')?.textContent).toBe('oktober 2022');
    expect(page.querySelector('main blockquote')?.textContent).toContain('zonder uw naam');
    expect(page.querySelector('main')?.textContent).toContain('nog te verifiëren');
    expect(page.querySelector('main')?.textContent).toContain('Vraag om toestemming als het veilig kan');
  });

  it('leads the police to the duty, and youth care with a girl of fourteen to a guardian and her own wish', async () => {
    expect(documentOf(await asked({ ...ANSWERS, aanmelder: 'POL' })).querySelector('h1')?.textContent).toBe(
      'Aanmelden als opsporings- of inspectiedienst',
    );
    const young = documentOf(
      await asked({ ...ANSWERS, aanmelder: 'JEUGD', leeftijd: '12-15', toestemming: 'given' }),
    ).querySelector('main')!;
    expect(young.textContent).toContain('een ouder of voogd');
    expect(young.textContent).toContain('Wat het kind zelf wil');
  });

  it('goes on to the way that fits for who may register, and for nobody else', async () => {
    const hrefOf = async (answers: Readonly<Record<string, string>>, role?: Role, isOpen?: boolean) =>
      [...documentOf(await asked(answers, role, isOpen)).querySelectorAll('main a')]
        .map((link) => link.getAttribute('href'))
        .find((href) => href?.startsWith('/registraties/nieuw'));
    expect(await hrefOf(ANSWERS)).toBe('/registraties/nieuw/nameless');
    expect(await hrefOf({ ...ANSWERS, toestemming: 'given' })).toBe('/registraties/nieuw/by-name');
    expect(await hrefOf({ ...ANSWERS, aanmelder: 'POL' })).toBe('/registraties/nieuw/must');
    expect(await hrefOf({ ...ANSWERS, aanmelder: 'POL' }, 'zorgcoordinator')).toBeUndefined();
    expect(await hrefOf(ANSWERS, 'fg')).toBeUndefined();
    // where the start gate is closed, beginning is refused
    expect(await hrefOf(ANSWERS, 'aanmelder', false)).toBeUndefined();
  });

  it('says what to read out for help, and names no parent who may be involved as the one to ask', async () => {
    const withHelp = { ...ANSWERS, leeftijd: '12-15', doel: 'registration-and-help' };
    const may = documentOf(await asked(withHelp)).querySelector('main')!.textContent;
    expect(may).toContain('Dit kunt u over opvang of hulp zeggen');
    const contested = documentOf(await asked({ ...withHelp, toestemming: 'representative-contested' }));
    const values = [...contested.querySelectorAll('main dd')].map((value) => value.textContent?.trim());
    expect(values).toContain('niet deze ouder of voogd; overleg eerst');
    expect(values).not.toContain('een ouder of voogd');
    expect(contested.querySelector('main')!.textContent).not.toContain('Dit kunt u over opvang of hulp zeggen');
  });

  it('says beside each question what is missing, keeps the rest, and puts nothing in the address', async () => {
    const answer = await asked({ ...ANSWERS, leeftijd: '' });
    const page = documentOf(answer);
    expect(answer.statusCode).toBe(400);
    expect(page.getElementById('veld-leeftijd')?.closest('fieldset')?.textContent).toContain('Kies hoe oud');
    expect(page.querySelector('select[name="aanmelder"] option[selected]')?.getAttribute('value')).toBe('AMBUL');
  });

  it('is for who signs in', async () => {
    const answer = await (await app.visitor()).get(PATH);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/inloggen?terug=${encodeURIComponent(PATH)}`]);
  });
});
