import { describe, expect, it } from 'vitest';
import { addDays, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { moveClock, today } from './clock.ts';
import { DemoPage } from './pages/demo-page.ts';
import { FocalPointPage } from './pages/focal-point-page.ts';
import { MonitorPage } from './pages/monitor-page.ts';
import { PHONE, type Visit, visit, WIDE } from './visit.ts';

const FOCAL_POINT = 'Aandachtsfunctionaris mensenhandel';
const ADVISER = 'VNG-adviseur';

/** What a system reads with a token of this role. */
async function read(visitor: Visit, role: string, address: string): Promise<unknown> {
  const { request } = visitor.context;
  const token = await request.post('/demo/token', { form: { rol: role } });
  const { access_token } = (await token.json()) as { access_token: string };
  const answer = await request.get(address, { headers: { authorization: `Bearer ${access_token}` } });
  expect(answer.status()).toBe(200);
  expect(answer.headers()['api-version']).toMatch(/^1\.\d+\.\d+$/);
  return answer.json();
}

/**
 * The thread of the house, told from beginning to end: a municipality records its focal point, the country sees it, the date
 * passes, and everybody sees that it lapsed. Each telling moves the clock and so begins where the one before ended.
 */
describe.for([
  { how: 'without JavaScript on a wide screen', script: false, screen: WIDE },
  { how: 'with JavaScript on a telephone', script: true, screen: PHONE },
])('the thread, $how', ({ script, screen }) => {
  it('goes from a form with an error to a tile on the map that lapses with its date', async () => {
    await using officer = await visit({ script, screen });
    await using adviser = await visit({ script, screen });
    const begin = await today(officer);
    const end = addDays(begin, 40);

    const door = new DemoPage(officer.page);
    await door.open();
    await door.enterAt('Groningen', FOCAL_POINT);
    const form = new FocalPointPage(officer.page);
    await form.openFromMenu();

    const answers = {
      focalPoint: 'Noor Fictief',
      substitute: 'Tom Fictief',
      hours: '4,5',
      decision: 'Voorbeeldbesluit over de aanpak',
      decidedOn: writeDutchDate(begin),
      validUntil: '31-02-2027',
    };
    officer.expectStatus(400);
    await form.fill(answers);
    await form.send();
    expect(await form.errors()).toEqual(['Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.']);
    expect(await form.errorBeside('validUntil')).toBe('Fout: Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.');
    expect(await officer.page.title()).toBe('(1 invoerfout) Aandachtsfunctionaris en vervanger – In Beeld');
    expect(await form.answers()).toEqual(answers);

    await form.fields.validUntil.fill(writeDutchDate(end));
    await form.send();
    await form.stored();

    const adviserDoor = new DemoPage(adviser.page);
    await adviserDoor.open();
    await adviserDoor.enterAs(ADVISER);
    const monitor = new MonitorPage(adviser.page);
    await monitor.openFromMenu();
    expect(await monitor.tile('Groningen')).toBe(`Groningen: geregeld tot ${writeDutchDate(end)}`);

    await moveClock(adviser, { to: end });
    await monitor.reload();
    expect(await monitor.tile('Groningen')).toBe(`Groningen: vervallen op ${writeDutchDate(end)}`);

    const { standen } = (await read(adviser, 'vng-adviseur', '/api/v1/aanpakstanden')) as { standen: object[] };
    expect(standen).toContainEqual(
      expect.objectContaining({
        gemeente: { code: 'GM0014', naam: 'Groningen' },
        stand: 'vervallen',
        besluitdatum: begin,
        vervaldatum: end,
      }),
    );
    const { gemeenten } = (await read(adviser, 'vng-adviseur', '/api/v1/gemeenten?paginaGrootte=500')) as {
      gemeenten: object[];
    };
    expect(gemeenten).toHaveLength(342);

    expect([...officer.complaints, ...adviser.complaints]).toEqual([]);
  });
});
