import { describe, expect, it } from 'vitest';
import { currentFramework } from '../../src/features/approach/index.ts';
import { openScan } from '../../src/features/approach/use-cases/scan.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { documentOf } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { scanWorld } from '../support/scan-world.ts';
import { bearerFor } from '../support/token.ts';

const REMARK = 'Deze opmerking is intern beraad';
const basis = currentFramework().elements.filter(({ plateau }) => plateau === 'basis');

describe('what is settled of the scan', () => {
  const world = scanWorld();
  const { aScan, colleague, invite, answer, settle, factsOf, standingsOf } = world;

  it('shows differences beside each other; the owner settles them with a reason', async () => {
    const { visitor, organisation, owner } = await aScan();
    const { actor, visitor: other } = await colleague(organisation, 'teamleider');
    await invite(visitor, actor);
    await answer(visitor, 'K1.1', { stand: 'afwezig', opmerking: REMARK });
    await answer(other, 'K1.1', {
      stand: 'aanwezig',
      bewijs: 'Voorbeeldbeleid',
      vastgesteldDoor: 'het college van B&W',
      vastgesteldOp: '1-3-2026',
      geldigTot: '1-3-2030',
    });
    expect((await visitor.page('/aanpak/scan')).querySelector('form[action="/aanpak/scan/vaststellen"]')).toBeNull();
    const page = await visitor.page('/aanpak/scan/verschillen');
    const table = page.querySelector('table')!.textContent;
    for (const shown of [owner.personName, actor.personName, 'Is er niet', 'Voorbeeldbeleid'])
      expect(table).toContain(shown);
    const form = await visitor.form('/aanpak/scan/verschillen');
    const choices = [...page.querySelectorAll('main form label')].map((label) => label.textContent);
    const keuze = String(choices.findIndex((label) => label?.includes(actor.personName)) + 1);
    expect((await visitor.send({ ...form, fields: { ...form.fields, keuze } })).statusCode).toBe(400);
    const good = { ...form, fields: { ...form.fields, keuze, reden: 'Het besluit staat in het archief.' } };
    // an answer that changes in between opens the difference again
    await answer(other, 'K1.1', { stand: 'gestart', bewijs: 'Voorbeeldconcept' });
    expect((await visitor.send(good)).statusCode).toBe(409);
    await answer(other, 'K1.1', {
      stand: 'aanwezig',
      bewijs: 'Voorbeeldbeleid',
      vastgesteldDoor: 'het college van B&W',
      vastgesteldOp: '1-3-2026',
      geldigTot: '1-3-2030',
    });
    const fresh = await visitor.form('/aanpak/scan/verschillen');
    expect(
      (await visitor.send({ ...fresh, fields: { ...fresh.fields, keuze, reden: 'Het besluit is er.' } })).statusCode,
    ).toBe(303);
    expect((await settle(visitor)).headers.location).toBe('/aanpak/resultaat?vastgesteld');
    expect(await factsOf(owner)).toMatchObject([
      { element: 'K1.1', source: 'scan', state: 'present', asOf: '2026-03-01', lapsesOn: '2030-03-01' },
    ]);
    expect(await standingsOf(organisation)).toMatchObject([
      { element: 'K1.1', state: 'present', decided_on: '2026-03-01', lapses_on: '2030-03-01' },
    ]);
  });

  it('publishes only the elements of IBP 5.11, and takes back what is no longer there', async () => {
    const { visitor, organisation } = await aScan();
    const shown = {
      stand: 'aanwezig',
      bewijs: 'Voorbeeldbeleid',
      vastgesteldDoor: 'de gemeenteraad',
      vastgesteldOp: '1-3-2026',
      geldigTot: '1-3-2030',
    };
    await answer(visitor, 'K1.1', shown);
    await answer(visitor, 'K1.2', shown);
    await answer(visitor, 'K2.1', { ...shown, stand: 'regionaal', regio: 'onbekend' });
    await settle(visitor);
    expect((await standingsOf(organisation)).map(({ element }) => element).sort()).toEqual(['K1.1', 'K2.1']);
    await visitor.send(await visitor.form('/aanpak/scan'));
    await answer(visitor, 'K1.1', { stand: 'afwezig' });
    await answer(visitor, 'K2.1', { stand: 'aanwezig' });
    await settle(visitor);
    expect(await standingsOf(organisation)).toEqual([]);
  });

  it('publishes no day that nobody gave, and says so before it is settled', async () => {
    const { visitor, organisation, owner } = await aScan();
    await answer(visitor, 'K1.1', { stand: 'aanwezig' });
    await answer(visitor, 'K5.1', { stand: 'aanwezig', bewijs: 'Voorbeeldafspraak' });
    await answer(visitor, 'K4.1', { stand: 'afwezig' });
    const warning = [...(await visitor.page('/aanpak/scan')).querySelectorAll('main .utrecht-alert')].find((each) =>
      each.textContent?.includes('niet alles is te laten zien'),
    )!;
    const listed = [...warning.querySelectorAll('details')].map((each) =>
      [...each.querySelectorAll('a')].map((link) => link.getAttribute('href')),
    );
    expect(listed).toEqual([['/aanpak/scan/onderdeel/K1.1'], ['/aanpak/scan/onderdeel/K5.1']]);
    await settle(visitor);
    expect(await standingsOf(organisation)).toEqual([]);
    const policy = (await factsOf(owner)).find(({ element }) => element === 'K1.1')!;
    expect([policy.state, policy.lapsesOn]).toEqual(['present', undefined]);
    expect((await visitor.page('/aanpak/borging')).querySelector('main')!.textContent).toContain(
      'maar zonder bewijs; dat telt hier niet',
    );
  });

  it('is settled once, by its owner; a writer too late is told', async () => {
    const { visitor, organisation } = await aScan();
    const { visitor: other } = await colleague(organisation, 'aandachtsfunctionaris');
    await answer(visitor, 'K1.1', { stand: 'gestart' });
    const late = await other.form('/aanpak/scan/thema/1');
    expect((await other.page('/aanpak/scan')).querySelector('form[action="/aanpak/scan/vaststellen"]')).toBeNull();
    const form = await visitor.form('/aanpak/scan', '/aanpak/scan/vaststellen');
    expect((await other.post(form.action, { ...late.fields, versie: '1' })).statusCode).toBe(409);
    const twice = { ...form.fields, _sleutel: 'een-andere-sleutel' };
    const both = await Promise.all([visitor.send(form), visitor.post(form.action, twice)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
    const tooLate = await other.send({ ...late, fields: { ...late.fields, 'stand-K1.2': 'aanwezig' } });
    expect(tooLate.statusCode).toBe(409);
    expect(documentOf(tooLate).title).toContain('Er loopt geen scan meer');
  });

  it('keeps the edition it began with, when a newer one comes', async () => {
    const organisation = await anOrganisation(world.database);
    const actor = await anActor(world.database, 'beleidsmedewerker', organisation);
    const newer = { ...currentFramework(), id: 'kader-2030-1' };
    const open = (framework: typeof newer) =>
      transact(world.database.kysely, { actor, activity: 'VA-11', action: 'test.open', traceId: newId() }, (tx, time) =>
        openScan(tx, actor, { framework }, time),
      );
    await open(currentFramework());
    expect(await open(newer)).toEqual({ ok: false, error: { code: 'scan-already-open' } });
    const visitor = await world.app.visitor(actor);
    await answer(visitor, 'K1.1', { stand: 'gestart' });
    await settle(visitor);
    const scans = await world.database.admin
      .selectFrom('approach.scan')
      .select(['framework'])
      .where('tenant_id', '=', organisation.id)
      .execute();
    expect(scans).toEqual([{ framework: currentFramework().id }]);
    expect(await open(newer)).toMatchObject({ ok: true });
  });

  it('lets no remark out: not in facts, result, figures, interface or what the country sees', async () => {
    const { visitor, owner, organisation } = await aScan();
    for (const { id } of basis)
      await answer(visitor, id, { stand: 'aanwezig', bewijs: 'Voorbeeldstuk', opmerking: REMARK });
    expect((await visitor.page('/aanpak/scan/onderdeel/K1.1')).querySelector('main')?.textContent).toContain(REMARK);
    await settle(visitor);
    const token = await bearerFor(world.database, owner);
    const headers = { authorization: `Bearer ${token}` };
    const outlets = [
      await visitor.get('/aanpak'),
      await visitor.get('/aanpak/resultaat'),
      await visitor.get('/aanpak/resultaat.json'),
      await visitor.request({ method: 'GET', url: '/api/v1/aanpak/scan', headers }),
    ];
    for (const outlet of outlets) {
      expect(outlet.statusCode).toBe(200);
      expect(outlet.body).not.toContain(REMARK);
    }
    expect(JSON.stringify(await factsOf(owner))).not.toContain(REMARK);
    expect(JSON.stringify(await standingsOf(organisation))).not.toContain(REMARK);
  });

  it('gives the own scan and the framework through the interface, as described', async () => {
    const { visitor, owner } = await aScan();
    await answer(visitor, 'K1.1', { stand: 'aanwezig', bewijs: 'Voorbeeldbeleid', geldigTot: '1-3-2030' });
    await settle(visitor);
    const headers = { authorization: `Bearer ${await bearerFor(world.database, owner)}`, 'x-forwarded-proto': 'https' };
    const call = async (url: string) => (await world.app.server.inject({ method: 'GET', url, headers })).json();
    const scan = await call('/api/v1/aanpak/scan');
    expect(scan).toMatchObject({ kader: 'kader-2021-1', isOpen: false });
    expect(scan.themas[0]).toMatchObject({ thema: '1', niveau: 1 });
    expect(scan.themas[0].onderdelen[0]).toMatchObject({ id: 'K1.1', stand: 'aanwezig', vervaldatum: '2030-03-01' });
    const framework = await call('/api/v1/aanpak/kader');
    expect(framework.onderdelen).toHaveLength(41);
    expect(framework.toelichting).toBe(
      'thema’s volgens het Kader (2021); elementen en niveaus: uitwerking van In Beeld',
    );
  });
});
