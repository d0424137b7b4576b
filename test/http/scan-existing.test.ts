import { describe, expect, it } from 'vitest';
import { recordFocalPointFacts } from '../../src/features/approach/index.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import { anActor } from '../support/builders.ts';
import { scanWorld } from '../support/scan-world.ts';

const REMARK = 'Deze opmerking is intern beraad';

describe('what exists already, in the scan', () => {
  const world = scanWorld();
  const { aScan, colleague, invite, answer, settle, factsOf } = world;

  it('asks nobody what a document or the region answers', async () => {
    const { visitor, organisation, region } = await aScan();
    const { actor, visitor: other } = await colleague(organisation);
    await invite(visitor, actor);
    const form = await visitor.form('/aanpak/scan/wat-is-er-al', '/aanpak/scan/wat-is-er-al');
    const policy = {
      soort: 'regio',
      regio: region.id,
      bewijs: 'Voorbeeldkader van de regio',
      vastgesteldOp: '1-3-2026',
      geldigTot: '1-3-2030',
    };
    const payload = new URLSearchParams([
      ...Object.entries({ ...form.fields, ...policy }),
      ['onderdelen', 'K1.1'],
      ['onderdelen', 'K1.4'],
    ]).toString();
    const sent = await visitor.request({
      method: 'POST',
      url: form.action,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload,
    });
    expect(sent.statusCode).toBe(303);
    for (const each of [visitor, other]) {
      const page = await each.page('/aanpak/scan/thema/1');
      expect(page.querySelector('[name="stand-K1.1"]')).toBeNull();
      expect(page.querySelector('[name="stand-K1.4"]')).toBeNull();
      expect(page.querySelector('[name="stand-K1.2"]')).not.toBeNull();
      expect(page.querySelector('main')?.textContent).toContain('Voorbeeldkader van de regio');
    }
    expect((await other.page('/aanpak/scan')).querySelector('main')?.textContent).toContain('U vulde 2 van de 30');
  });

  it('does not ask K2.1 when it is recorded, and settles without it', async () => {
    const { visitor, owner } = await aScan();
    const record = {
      focalPoint: 'Noor Fictief',
      substitute: 'Tom Fictief',
      hoursPerWeek: 8,
      evidenceTitle: 'Voorbeeldbesluit',
      evidenceLink: undefined,
      evidenceFileId: undefined,
      decidedOn: day('2026-06-01'),
      validUntil: day('2028-06-01'),
    };
    await transact(
      world.database.kysely,
      { actor: owner, activity: 'VA-11', action: 'test.record', traceId: newId() },
      (tx, time) => recordFocalPointFacts(tx, owner, { facts: record, seenVersion: 0 }, time),
    );
    const page = await visitor.page('/aanpak/scan/thema/2');
    expect(page.querySelector('[name="stand-K2.1"]')).toBeNull();
    expect(page.querySelector('[name="stand-K2.2"]')).not.toBeNull();
    expect(await factsOf(owner)).toMatchObject([{ element: 'K2.1', source: 'focal-point', state: 'present' }]);
    expect((await settle(visitor)).statusCode).toBe(303);
    expect(await factsOf(owner)).toHaveLength(1);
    const result = (await visitor.page('/aanpak/resultaat')).querySelector('#thema-2')!.parentElement!.textContent;
    expect(result).toContain('1 van de 6 onderdelen van de basis');
  });

  it('makes a document that comes later the evidence of an answer, and says which it left alone', async () => {
    const { visitor, owner } = await aScan();
    await answer(visitor, 'K2.2', { stand: 'aanwezig', opmerking: REMARK });
    await answer(visitor, 'K2.5', { stand: 'afwezig' });
    await answer(visitor, 'K4.1', { stand: 'aanwezig', bewijs: 'Eigen convenant' });
    const path = '/aanpak/scan/wat-is-er-al';
    const form = await visitor.form(path, path);
    const fields = { soort: 'document', bewijs: 'Voorbeeldprotocol', vastgesteldOp: '1-3-2026', geldigTot: '1-3-2030' };
    const payload = new URLSearchParams([
      ...Object.entries({ ...form.fields, ...fields }),
      ...['K2.2', 'K2.3', 'K2.5', 'K4.1'].map((element) => ['onderdelen', element]),
    ]).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const sent = await visitor.request({ method: 'POST', url: form.action, headers, payload });
    expect(sent.statusCode).toBe(303);
    const status = (await visitor.page(sent.headers.location as string)).querySelector('main .utrecht-alert')!;
    const named = [...status.querySelectorAll('li')].map((each) => each.textContent!.slice(0, 4));
    expect(named).toEqual(['K2.5', 'K4.1']);
    await settle(visitor);
    const titles = new Map((await factsOf(owner)).map(({ element, evidenceTitle }) => [element, evidenceTitle]));
    expect(['K2.2', 'K2.3', 'K2.5', 'K4.1'].map((element) => titles.get(element))).toEqual([
      'Voorbeeldprotocol',
      'Voorbeeldprotocol',
      undefined,
      'Eigen convenant',
    ]);
  });

  it('takes over what the region arranges, and lets it lapse the day the region withdraws', async () => {
    const { visitor, owner, region } = await aScan();
    const director = await world.app.visitor(await anActor(world.database, 'ketenregisseur', region));
    const offer = await director.form('/regio/regelt', '/regio/regelt');
    const facts = {
      onderdeel: 'K5.1',
      besluit: 'Voorbeeldafspraak zorgcoördinatie',
      vastgesteldDoor: 'Regionaal overleg',
      vastgesteldOp: '1-3-2026',
      geldigTot: '1-3-2030',
    };
    expect((await director.send({ ...offer, fields: { ...offer.fields, ...facts } })).statusCode).toBe(303);
    const path = '/aanpak/scan/wat-is-er-al';
    expect((await visitor.page(path)).querySelector('main')?.textContent).toContain(
      'Voorbeeldafspraak zorgcoördinatie',
    );
    const takeOver = await visitor.form(path, '/aanpak/scan/regio-overnemen');
    expect(takeOver.fields.overnemen).toBe('K5.1');
    const { overnemen: _, ...nothing } = takeOver.fields;
    const refused = await visitor.send({ ...takeOver, fields: nothing });
    expect([refused.statusCode, refused.body.includes('Kies ten minste één onderdeel om over te nemen')]).toEqual([
      400,
      true,
    ]);
    expect((await visitor.send(takeOver)).statusCode).toBe(303);
    await settle(visitor);
    const [fact] = await factsOf(owner);
    expect(fact).toMatchObject({ element: 'K5.1', state: 'regional', regionId: region.id, lapsesOn: '2030-03-01' });
    const withdrawal = await director.form('/regio/regelt/intrekken?onderdeel=K5.1');
    expect((await director.send(withdrawal)).statusCode).toBe(303);
    const [after] = await factsOf(owner);
    expect(after?.lapsesOn).toBe(after?.regionWithdrewOn);
    const result = (await visitor.page('/aanpak/resultaat')).querySelector('main')!.textContent;
    expect(result).toMatch(/K5\.1 Zorgcoördinatie: de regio trok dit in op/);
  });

  it('keeps a document as evidence, and takes none of another municipality', async () => {
    const { visitor, owner } = await aScan();
    const path = '/aanpak/scan/onderdeel/K2.2';
    const form = await visitor.form(path, path);
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...form.fields, stand: 'aanwezig', bewijs: 'Voorbeeldprotocol' }))
      body.append(name, value);
    body.append('bewijsstuk', new File(['%PDF-1.7 voorbeeld'], 'protocol.pdf', { type: 'application/pdf' }));
    const request = new Response(body);
    const sent = await visitor.request({
      method: 'POST',
      url: path,
      headers: { 'content-type': request.headers.get('content-type')! },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    expect(sent.headers.location).toBe(`${path}?bewaard`);
    const link = (await visitor.page(path)).querySelector('main a[href^="/bestanden/"]')!;
    expect(link.textContent).toBe('protocol.pdf');
    const { visitor: stranger } = await aScan();
    const bewijsstukId = link.getAttribute('href')!.split('/').at(-1)!;
    const stolen = await answer(stranger, 'K2.2', { stand: 'aanwezig', bewijs: 'Voorbeeldprotocol', bewijsstukId });
    expect(stolen.statusCode).toBe(409);
    await settle(visitor);
    expect(await factsOf(owner)).toMatchObject([{ element: 'K2.2', evidenceFileId: bewijsstukId }]);
  });
});
