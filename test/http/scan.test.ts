import { describe, expect, it } from 'vitest';
import { currentFramework } from '../../src/features/approach/index.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { documentOf, type Visitor } from '../support/app.ts';
import { scanWorld } from '../support/scan-world.ts';

const basis = currentFramework().elements.filter(({ plateau }) => plateau === 'basis');
const themes = currentFramework().themes.map(({ id }) => id);

describe('the scan', () => {
  const world = scanWorld();
  const { aScan, colleague, invite, answer, settle, factsOf, errorAt } = world;

  it('asks at most 31 questions and 100 inputs for the whole basis', async () => {
    const { visitor } = await aScan();
    // with documents to choose from, a page asks most
    const existing = await visitor.form('/aanpak/scan/wat-is-er-al', '/aanpak/scan/wat-is-er-al');
    const extra = { soort: 'document', bewijs: 'Voorbeeldbeleid', onderdelen: 'K1.9' };
    expect((await visitor.send({ ...existing, fields: { ...existing.fields, ...extra } })).statusCode).toBe(303);
    let inputs = 0;
    let questions = 0;
    for (const path of ['/aanpak/scan/wat-is-er-al', ...themes.map((id) => `/aanpak/scan/thema/${id}`)]) {
      const form = [...(await visitor.page(path)).querySelectorAll('main form')].at(-1)!;
      const names = new Set(
        [...form.querySelectorAll('input[name]:not([type=hidden]), select[name], textarea[name]')].map((field) =>
          field.getAttribute('name'),
        ),
      );
      inputs += names.size;
      questions += [...names].filter((name) => name?.startsWith('stand-')).length;
    }
    expect(questions).toBe(basis.length);
    expect(questions).toBeLessThanOrEqual(31);
    expect(inputs).toBeGreaterThan(60);
    expect(inputs).toBeLessThanOrEqual(100);
  });

  it('saves a page, shows it again on another device, and says what is still missing', async () => {
    const { visitor, owner } = await aScan();
    const form = await visitor.form('/aanpak/scan/thema/4');
    const fields = { ...form.fields, 'stand-K4.1': 'aanwezig', 'stand-K4.2': 'weet-ik-niet', 'stand-K4.3': 'afwezig' };
    const sent = await visitor.send({ ...form, fields });
    expect(sent.headers.location).toBe('/aanpak/scan/thema/4?bewaard');
    const elsewhere = await world.app.visitor(owner);
    const page = await elsewhere.page(sent.headers.location as string);
    expect(page.querySelector('[name="stand-K4.1"][checked]')?.getAttribute('value')).toBe('aanwezig');
    const alert = page.querySelector('.utrecht-alert')!;
    expect(alert.textContent).toContain('K4.1 Afspraken met de politie: voeg bewijs toe');
    expect(alert.textContent).toContain('K4.2 Afspraken met zorgcoördinator en CoMensha: vraag het aan een collega');
    expect(alert.textContent).not.toContain('K4.3');
    expect((await elsewhere.page('/aanpak/scan')).querySelector('main')?.textContent).toContain('U vulde 3 van de 30');
    expect((await elsewhere.page('/aanpak/scan')).querySelector('main')?.textContent).toContain(
      'Bij 27 van de 30 onderdelen van de basis vulde niemand iets in',
    );
  });

  it('lets two respondents answer at once, each their own', async () => {
    const { visitor, organisation, owner } = await aScan();
    const other = await colleague(organisation);
    await invite(visitor, other.actor);
    const send = async (one: Visitor, state: string) => {
      const form = await one.form('/aanpak/scan/thema/1');
      return one.send({ ...form, fields: { ...form.fields, 'stand-K1.1': state, 'stand-K1.2': 'aanwezig' } });
    };
    const sent = await Promise.all([send(visitor, 'aanwezig'), send(other.visitor, 'gestart')]);
    expect(sent.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    const rows = await world.database.admin
      .selectFrom('approach.scan_answer')
      .select(['respondent_id', 'state'])
      .where('tenant_id', '=', organisation.id)
      .where('element', '=', 'K1.1')
      .execute();
    expect(new Map(rows.map((row) => [row.respondent_id, row.state]))).toEqual(
      new Map([
        [owner.membershipId, 'present'],
        [other.actor.membershipId, 'started'],
      ]),
    );
  });

  it('shows an edit conflict per answer, and stores nothing of that page', async () => {
    const { visitor, organisation } = await aScan();
    const stale = await visitor.form('/aanpak/scan/thema/4');
    await answer(visitor, 'K4.1', { stand: 'gestart' });
    const fields = { ...stale.fields, 'stand-K4.1': 'aanwezig', 'stand-K4.2': 'aanwezig' };
    const refused = await visitor.send({ ...stale, fields });
    expect(refused.statusCode).toBe(409);
    const page = documentOf(refused);
    expect(page.querySelector('.utrecht-alert')?.textContent).toContain('K4.1');
    expect(page.querySelector('[name="stand-K4.2"][checked]')?.getAttribute('value')).toBe('aanwezig');
    const rows = await world.database.admin
      .selectFrom('approach.scan_answer')
      .select('element')
      .where('tenant_id', '=', organisation.id)
      .execute();
    expect(rows).toEqual([{ element: 'K4.1' }]);
    const again = await visitor.send({
      action: stale.action,
      fields: { ...fields, 'versie-K4.1': '1', _sleutel: 'tweede-keer' },
    });
    expect(again.statusCode).toBe(303);
  });

  it.each([
    ['an adoption in the future', { vastgesteldOp: '1-1-2099' }, 'vastgesteldOp', 'ligt in de toekomst'],
    ['a document of the future', { documentdatum: '1-1-2099' }, 'documentdatum', 'ligt in de toekomst'],
    [
      'an adoption before the document',
      { documentdatum: '2-3-2026', vastgesteldOp: '1-3-2026' },
      'vastgesteldOp',
      'vóór de datum van het document',
    ],
    ['an end before the decision', { vastgesteldOp: '1-3-2026', geldigTot: '1-3-2026' }, 'geldigTot', 'na de datum'],
  ])('refuses %s, beside the field', async (_, dates, field, words) => {
    const { visitor, organisation } = await aScan();
    const refused = await answer(visitor, 'K1.1', { stand: 'aanwezig', bewijs: 'Voorbeeldbeleid', ...dates });
    expect(refused.statusCode).toBe(409);
    expect(errorAt(documentOf(refused), field)).toContain(words);
    const rows = world.database.admin
      .selectFrom('approach.scan_answer')
      .selectAll()
      .where('tenant_id', '=', organisation.id);
    expect(await rows.execute()).toEqual([]);
  });

  it('asks why something does not apply, and which region arranges it', async () => {
    const { visitor } = await aScan();
    const without = documentOf(await answer(visitor, 'K5.4', { stand: 'niet-van-toepassing' }));
    expect(errorAt(without, 'reden')).toContain('waarom dit in uw gemeente niet van toepassing is');
    const region = documentOf(await answer(visitor, 'K5.4', { stand: 'regionaal' }));
    expect(errorAt(region, 'regio')).toContain('kies onbekend');
    expect((await answer(visitor, 'K5.4', { stand: 'regionaal', regio: 'onbekend' })).statusCode).toBe(303);
    expect((await answer(visitor, 'K5.4', { stand: 'regionaal', regio: newId() })).statusCode).toBe(409);
  });

  it('makes an invitation a deadline and a message for that person, and closes it when she is ready', async () => {
    const { visitor, organisation } = await aScan();
    const { actor, visitor: invited } = await colleague(organisation);
    expect((await invited.page('/aanpak/scan')).querySelector('main')?.textContent).toContain('U bent niet gevraagd');
    expect((await invite(visitor, actor)).headers.location).toBe('/aanpak/scan?gevraagd');
    expect((await invite(visitor, actor)).statusCode).toBe(409);
    const deadlines = () =>
      world.database.admin
        .selectFrom('deadlines.deadline')
        .select(['kind', 'state'])
        .where('assignee_id', '=', actor.membershipId)
        .execute();
    expect(await deadlines()).toEqual([{ kind: 'approach.scan-asked', state: 'open' }]);
    expect((await invited.page('/overzicht')).querySelector('main')?.textContent).toContain(
      'U bent gevraagd voor de scan van de aanpak',
    );
    expect((await invited.send(await invited.form('/aanpak/scan', '/aanpak/scan/klaar'))).statusCode).toBe(303);
    expect(await deadlines()).toEqual([{ kind: 'approach.scan-asked', state: 'done' }]);
  });

  it('brings "weet ik niet" to a colleague, and the answer back', async () => {
    const { visitor, organisation, owner } = await aScan();
    const { actor, visitor: asked } = await colleague(organisation);
    const sent = await answer(visitor, 'K1.5', { stand: 'weet-ik-niet', collega: actor.membershipId });
    expect(sent.statusCode).toBe(303);
    const todo = (await asked.page('/overzicht')).querySelector('main')!.textContent;
    expect(todo).toContain('Een collega vraagt u iets: K1.5 Geld en uren');
    // she was asked one thing, so that is what she answers
    expect((await asked.page('/aanpak/scan/thema/1')).querySelector('main')?.textContent).toContain('niet gevraagd');
    expect((await answer(asked, 'K1.5', { stand: 'aanwezig', bewijs: 'Voorbeeldbegroting' })).statusCode).toBe(303);
    expect((await asked.page('/overzicht')).querySelector('main')?.textContent).not.toContain('K1.5');
    const told = (await visitor.page('/overzicht')).querySelector('main')!.textContent;
    expect(told).toContain('Uw vraag in de scan is beantwoord');
    const back = (await visitor.page('/aanpak/scan/onderdeel/K1.5')).querySelector('main')!.textContent;
    expect(back).toContain(`${actor.personName} antwoordde: is er, met bewijs: Voorbeeldbegroting`);
    expect((await settle(visitor)).statusCode).toBe(303);
    expect(await factsOf(owner)).toMatchObject([
      { element: 'K1.5', state: 'present', evidenceTitle: 'Voorbeeldbegroting' },
    ]);
  });
});
