import { expect, it } from 'vitest';
import { addDays, type PlainDate, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { moveClock, today } from './clock.ts';
import { lettersTo } from './pages/demo-post-page.ts';
import { FocalPointPage } from './pages/focal-point-page.ts';
import { HomePage } from './pages/home-page.ts';
import { type Visit, visit } from './visit.ts';

/** Enschede: the demo tells no story of it, so nothing else rings there, however far other stories moved the clock. */
const PLACE = 'GM0153';
const LAPSING = 'Aandachtsfunctionaris (K2.1) loopt af';
const addressOf = (number: number) => `aandachtsfunctionaris.${number}.${PLACE.toLowerCase()}@fictief.invalid`;

async function signIn(visitor: Visit, number: number): Promise<HomePage> {
  const form = { rol: 'aandachtsfunctionaris', organisatie: PLACE, nummer: String(number) };
  expect((await visitor.context.request.post('/demo/aanmelden', { form })).status()).toBe(200);
  const home = new HomePage(visitor.page);
  await home.open();
  return home;
}

/** From cause to mailbox, and on to the next one when nobody opens it. Without JavaScript. */
it('an alarm reaches the mailbox without content, then the home page, the form, and in the end the substitute', async () => {
  await using officer = await visit({ script: false });
  await using colleague = await visit({ script: false });
  const begin = await today(officer);
  const home = await signIn(officer, 1);
  // somebody to pass it on to has to be there before it rings
  const colleagueHome = await signIn(colleague, 2);
  const form = new FocalPointPage(officer.page);
  const record = async (until: PlainDate) => {
    await form.openFromMenu();
    await form.fill({
      focalPoint: 'Noor Fictief',
      substitute: 'Tom Fictief',
      hours: '8',
      decision: 'Voorbeeldbesluit',
      decidedOn: writeDutchDate(begin),
      validUntil: writeDutchDate(until),
    });
    await form.send();
    await form.stored();
  };
  /** Of what waits, what is about the end of K2.1; the next step of the approach stands there too. */
  const ringing = async (page: HomePage) => (await page.tasks()).filter((task) => task.startsWith(LAPSING));
  await record(addDays(begin, 100));
  await home.open();
  expect(await ringing(home)).toEqual([]);
  const received = async (number: number) => lettersTo(officer.context.request, addressOf(number));
  const before = { officer: (await received(1)).length, colleague: (await received(2)).length };

  await moveClock(officer, { by: 'P11D' });
  const letters = await received(1);
  expect(letters).toHaveLength(before.officer + 1);
  const { onderwerp, tekst, link } = letters[0]!;
  expect(onderwerp).toBe('Er staat iets voor u klaar');
  expect(`${onderwerp} ${tekst}`).not.toMatch(/K2|aandachtsfunctionaris|mensenhandel|uitbuiting|Fictief|Enschede/i);
  expect(tekst).toContain(link);

  await home.open();
  expect(await ringing(home)).toEqual([`${LAPSING} (nieuw)`]);

  // nobody opens it: three working days later it is the colleague's too
  expect(await received(2)).toHaveLength(before.colleague);
  await moveClock(officer, { by: 'P8D' });
  const [passedOn, ...older] = await received(2);
  expect(older).toHaveLength(before.colleague);
  await colleagueHome.open();
  expect(await ringing(colleagueHome)).toEqual([`${LAPSING} (nieuw)`]);
  await colleague.page.goto(passedOn!.link);
  expect(new URL(colleague.page.url()).pathname).toBe('/aanpak/K2.1');
  expect(await new FocalPointPage(colleague.page).answers()).toMatchObject({ focalPoint: 'Noor Fictief' });

  await home.open();
  await home.openTask(`${LAPSING} (nieuw)`);
  expect(new URL(officer.page.url()).pathname).toBe('/aanpak/K2.1');
  await record(addDays(begin, 800));
  await home.open();
  await colleagueHome.open();
  expect([await ringing(home), await ringing(colleagueHome)]).toEqual([[], []]);
  expect([...officer.complaints, ...colleague.complaints]).toEqual([]);
});
