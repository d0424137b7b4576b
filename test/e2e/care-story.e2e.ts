import { expect, it } from 'vitest';
import { writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { moveClock, today } from './clock.ts';
import { fillForm } from './fill-form.ts';
import { passOnPlace, SignalPage } from './pages/signal-pages.ts';
import { visitAs } from './roles.ts';
import type { Visit } from './visit.ts';

const CASES = '/zorgcoordinatie/dossiers';
const INBOX = '/zorgcoordinatie/verwijzingen';
const CONSENT = { gegevenDoor: 'person', hoe: 'spoken' };

/** The people of one story: who sees it, who weighs it, and a care coordinator in each of two regions. */
async function people(script: boolean) {
  const [clerk, officer, north, south] = await Promise.all([
    visitAs('medewerker', { at: 'GM0363', script }),
    visitAs('aandachtsfunctionaris', { at: 'GM0363', script }),
    visitAs('zorgcoordinator', { at: 'ZC01', script }),
    visitAs('zorgcoordinator', { at: 'ZC02', script }),
  ]);
  return { clerk, officer, north, south, name: `Fatima ${script ? 'Met' : 'Zonder'} Script Fictief` };
}
type People = Awaited<ReturnType<typeof people>>;

async function fill({ page }: Visit, at: string, fields: Parameters<typeof fillForm>[1], action = at): Promise<void> {
  await page.goto(at);
  await fillForm(page, fields, action);
}
const textOf = async ({ page }: Visit, at: string): Promise<string> => {
  await page.goto(at);
  return page.locator('main').innerText();
};
const pathOf = ({ page }: Visit) => new URL(page.url()).pathname;

/** What somebody saw, weighed and routed to the care coordinator of the region. */
async function routed({ clerk, officer, name }: People): Promise<void> {
  await clerk.page.goto('/overzicht');
  const code = await passOnPlace(clerk.page, { place: `Loods ${name}`, seen: 'Een vrouw mag niet naar buiten.' });
  const signal = new SignalPage(officer.page, code);
  await signal.open();
  await signal.takeUp();
  await signal.weigh();
  const on = `${signal.path}/overdragen`;
  await officer.page.goto(on);
  await officer.page
    .getByLabel('Aan wie draagt u het signaal over?')
    .selectOption({ label: 'Zorgcoördinator mensenhandel in uw regio' });
  await officer.page.getByLabel('Stuur het document via In Beeld aan').selectOption('ZC01');
  await officer.page.getByRole('button', { name: 'Leg de overdracht vast' }).click();
  await officer.page.getByRole('heading', { level: 3, name: 'Zorgcoördinator mensenhandel in uw regio' }).waitFor();
}

/** From what was routed to a clock that runs in the other region. @returns the case there */
async function asFarAsTheClock({ north, south, name }: People): Promise<string> {
  // the coordinator takes it in, and begins the case with its words
  await north.page.goto('/samenwerken/berichten');
  const came = north.page
    .getByRole('row')
    .filter({ hasText: 'Overdracht van een signaal' })
    .filter({ hasText: 'Nieuw' });
  await came.first().getByRole('link').click();
  await north.page.waitForURL(/\/berichten\/[0-9a-f-]{36}$/);
  const message = pathOf(north);
  await fillForm(north.page, {}, `${message}/ontvangen`);
  await fillForm(north.page, {}, `${message}/aannemen`);
  const begin = `${CASES}/nieuw/bericht/${message.split('/').at(-1)}`;
  await north.page.goto(begin);
  expect(await north.page.locator('[name=aanleiding]').inputValue()).toContain('mag niet naar buiten');
  await fillForm(north.page, { naam: name, leeftijd: '23-30' }, begin);
  await north.page.getByRole('heading', { level: 1, name: /^Dossier / }).waitFor();
  const here = pathOf(north);
  await fill(north, `${here}/veiligheid`, { hoe: 'text', nummer: '000 0000001' });
  await fill(north, `${here}/starten`, CONSENT);

  // to the other region, which takes it over
  const question = { vraag: 'Wilt u het overnemen?', bereikbaar: '000 0000000', delen: ['person', 'safety'] };
  await fill(north, `${here}/verwijzen`, { ontvanger: 'ZC02', wat: 'hand-over', ...question, ...CONSENT });
  expect(await textOf(north, `${here}/verwijzen`)).toContain('nog niet gezien');
  await south.page.goto(INBOX);
  await south.page.locator(`main a[href^="${INBOX}/"]`).first().click();
  const referral = pathOf(south);
  expect(await south.page.locator('main').innerText()).not.toContain(name);
  await fillForm(south.page, {}, `${referral}/ontvangen`);
  await south.page.getByText(name).first().waitFor();
  await fillForm(south.page, {}, `${referral}/aannemen`);
  await south.page.getByRole('heading', { level: 1, name: /^Dossier / }).waitFor();
  const there = pathOf(south);
  expect(await textOf(north, `${here}/verwijzen`)).toContain('overgedragen');
  await fill(north, `${here}/afsluiten`, { uitkomst: 'handed-over' });
  expect(await textOf(north, here)).toContain('Overgedragen aan een andere organisatie');

  await fill(south, `${there}/wijzigen`, { naam: name, leeftijd: '23-30' });
  await fill(south, `${there}/starten`, CONSENT);
  const begun = writeDutchDate(await today(south));
  await fill(south, `${there}/termijnen`, { klok: 'reflection-general', dag: begun });
  await south.page.getByText('Bedenktijd').first().waitFor();
  return there;
}

it('goes from a routed signal to aftercare over two regions, with clocks moved, with and without JavaScript', {
  timeout: 280_000,
}, async () => {
  // both on one clock: what a clock does, does not hang on JavaScript
  const both = await Promise.all([false, true].map(people));
  await Promise.all(both.map(routed));
  const paths: string[] = [];
  // one after the other: each takes in one of the two
  for (const each of both) paths.push(await asFarAsTheClock(each));
  const stories = both.map((each, index) => ({ ...each, there: paths[index]! }));
  await moveClock(both[0]!.south, { by: 'P80D' });

  for (const { south, there } of stories) {
    expect(await textOf(south, '/overzicht')).toContain('een termijn');
    await fill(south, `${there}/termijnen`, { einde: 'gedaan' }, `${there}/termijnen/beeindigen`);
    await fill(south, `${there}/afsluiten`, { uitkomst: 'goals-met', nazorg: 'ja' });
    expect(await textOf(south, there)).toContain('nazorg');
  }
  await moveClock(both[0]!.south, { by: 'P12M' });
  for (const { there, south, ...others } of stories) {
    expect(await textOf(south, '/overzicht')).toMatch(/nazorg/i);
    expect(await textOf(south, there)).toContain('afgesloten');
    for (const visitor of [south, others.clerk, others.officer, others.north]) {
      expect(visitor.complaints).toEqual([]);
      await visitor.context.close();
    }
  }
});
