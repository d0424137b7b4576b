import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { anActor } from '../support/builders.ts';
import { CASES, CareRegions, fill, INBOX, mainText, SHARE_CONSENT } from '../support/care-regions.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const STORY = { timeout: 180_000 };

describe('a referral that lapses or is taken back', () => {
  let database: TestDatabase;
  let app: TestApp;
  let regions: CareRegions;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return () => database.close();
  });
  beforeEach(async () => {
    regions = await CareRegions.begin(database, app);
  });

  it('says on both sides that it lapsed, keeps ringing, and can be asked anew', STORY, async () => {
    const { sender, receiver } = regions;
    const path = await regions.started();
    await regions.refer(path);
    await regions.due();
    expect(await mainText(receiver, '/overzicht')).toContain('Er is een verwijzing aan u');
    const at = await regions.arrived();
    await regions.forward('P15D');

    expect(await mainText(sender, `${path}/verwijzen`)).toContain('verlopen zonder antwoord');
    const home = await mainText(sender, '/overzicht');
    expect(home).toContain('Een verwijzing is verlopen zonder antwoord');
    expect(home).toContain('nog geen antwoord op uw verwijzing');
    expect(home).not.toContain('Er is antwoord op een verwijzing');

    expect(await mainText(receiver, '/overzicht')).not.toContain('Er is een verwijzing aan u');
    expect(await mainText(receiver, INBOX)).toContain('verlopen');
    expect(await mainText(receiver, INBOX)).not.toContain('wacht op u');
    const lapsed = await receiver.page(at);
    expect(lapsed.querySelector('main')?.textContent).toContain('Niemand gaf hier op tijd antwoord');
    expect(lapsed.querySelectorAll('main form')).toHaveLength(0);

    const again = await regions.refer(path);
    expect([again.statusCode, again.headers.location]).toEqual([303, `${path}/verwijzen`]);
    expect(await mainText(sender, '/overzicht')).not.toContain('nog geen antwoord op uw verwijzing');
    // what lapsed was replaced: only what waits can be taken back
    expect((await sender.page(`${path}/verwijzen`)).querySelectorAll('form[action$="/intrekken"]')).toHaveLength(1);
    expect(await mainText(receiver, await regions.takenUp())).toContain('Fatima Fictief');
  });

  it(
    'rings at the receiver too when nobody answers within the norm: who coordinates first, then who leads',
    STORY,
    async () => {
      const { sender, receiver, south } = regions;
      const leader = await app.visitor(await anActor(database, 'teamleider', south));
      const path = await regions.started();
      await regions.refer(path);
      await regions.due();
      const at = await regions.arrived();
      await fill(receiver, at, {}, `${at}/ontvangen`);
      expect(await mainText(leader, '/overzicht')).not.toContain('geen antwoord op een verwijzing');
      await regions.forward('P4D');
      expect(await mainText(receiver, '/overzicht')).toContain('Een verwijzing wacht te lang op uw antwoord');
      await regions.forward('P3D');
      expect(await mainText(receiver, '/overzicht')).toContain('Een verwijzing wacht te lang op uw antwoord');
      expect(await mainText(leader, '/overzicht')).toContain('Uw organisatie gaf geen antwoord op een verwijzing');
      expect(await mainText(leader, '/overzicht')).not.toContain('Fatima');
      await fill(receiver, at, { weigerreden: 'full' }, `${at}/weigeren`);
      for (const who of [receiver, leader])
        expect(await mainText(who, '/overzicht')).not.toMatch(/wacht te lang|geen antwoord op een verwijzing/);
      await regions.forward('P5D');
      expect(await mainText(leader, '/overzicht')).not.toContain('geen antwoord op een verwijzing');
      expect(await mainText(sender, `${path}/verwijzen`)).toContain('geweigerd');
    },
  );

  it('tells that a referral waits only while it waits', STORY, async () => {
    const { receiver } = regions;
    const home = () => mainText(receiver, '/overzicht');
    const [first, second] = [await regions.started(), await regions.started()];
    await regions.refer(first);
    const at = await regions.arrived();
    await regions.refer(second);
    await regions.due();
    expect((await home()).split('Er is een verwijzing aan u')).toHaveLength(3);
    await fill(receiver, at, {}, `${at}/ontvangen`);
    await fill(receiver, at, { weigerreden: 'full' }, `${at}/weigeren`);
    expect((await home()).split('Er is een verwijzing aan u')).toHaveLength(2);
    await regions.withdraw(second);
    await regions.due();
    expect(await home()).not.toContain('Er is een verwijzing aan u');
  });

  it('opens the case of the sender again and tells the receiver at once', STORY, async () => {
    const { sender, receiver } = regions;
    const path = await regions.started();
    await regions.refer(path);
    const there = await regions.takenUp();
    expect((await fill(sender, `${path}/afsluiten`, { uitkomst: 'handed-over' })).statusCode).toBe(303);
    expect(await mainText(sender, `${path}/verwijzen`)).toContain('De persoon is dan weer van u');
    expect((await regions.withdraw(path)).statusCode).toBe(303);
    expect(await mainText(sender, path)).not.toContain('Overgedragen aan een andere organisatie');
    expect((await sender.page(path)).querySelector(`a[href="${path}/afsluiten"]`)).not.toBeNull();
    await regions.due();
    const told = (await receiver.page('/overzicht')).querySelector('main')!;
    expect(told.textContent).toContain('Wat met u was gedeeld, is ingetrokken');
    expect(await mainText(receiver, there)).toContain('ingetrokken of gewist');
  });

  it('tells the receiver of a withdrawal also when it heard of the referral long before', STORY, async () => {
    const { receiver } = regions;
    const path = await regions.started();
    await regions.refer(path);
    await regions.due();
    await regions.takenUp();
    await regions.withdraw(path);
    await regions.due();
    expect(await mainText(receiver, '/overzicht')).toContain('Wat met u was gedeeld, is ingetrokken');
  });

  it('gives the receiver the shared clocks to take over by one press, by their own names', STORY, async () => {
    const { sender, receiver } = regions;
    const path = await regions.started();
    await fill(sender, `${path}/termijnen`, { klok: 'reflection-general', dag: '1-11-2026' });
    await regions.refer(path, SHARE_CONSENT, '', ['person', 'clocks']);
    const there = await regions.takenUp();
    expect(await mainText(receiver, there)).not.toContain('reflection-general');
    await regions.due();
    expect(await mainText(receiver, '/overzicht')).toContain('zet de gedeelde termijnen');
    const clocks = await mainText(receiver, `${there}/termijnen`);
    expect(clocks).toContain('Gedeelde termijnen, nog niet overgenomen');
    expect(clocks).not.toContain('Er loopt geen termijn');
    const taken = await fill(receiver, `${there}/termijnen`, {}, `${there}/termijnen/overnemen`);
    expect([taken.statusCode, taken.headers.location]).toEqual([303, `${there}/termijnen`]);
    const running = await mainText(receiver, `${there}/termijnen`);
    expect(running).toContain('31 januari 2027');
    expect(running).not.toContain('nog niet overgenomen');
    expect(await mainText(receiver, '/overzicht')).not.toContain('zet de gedeelde termijnen');
  });

  it('gives the receiver one rule about contact on every page, until the list is asked there', STORY, async () => {
    const { sender, receiver } = regions;
    const path = await regions.started();
    const list = { hoe: 'text', nummer: '06.12.34.56.78', nooit: 'geen voicemail', danger: 'act', tonight: 'act' };
    expect((await fill(sender, `${path}/veiligheid`, list)).statusCode).toBe(303);
    await regions.refer(path, { ...SHARE_CONSENT, bereikbaar: '(050) 123.45.67' });
    const there = await regions.takenUp();
    for (const page of ['', '/gebeurtenissen', '/termijnen', '/verwijzen', '/wijzigen']) {
      const text = await mainText(receiver, `${there}${page}`);
      expect(text, page).toContain('06.12.34.56.78');
      expect(text, page).not.toContain('nog niet bekend hoe u de persoon veilig bereikt');
    }
    // what is urgent stands on top with where to go
    const top = (await receiver.page(there)).querySelector('main')!;
    for (const href of ['tel:112', '/netwerk/wie-helpt', '#aanmelden'])
      expect(top.querySelector(`a[href="${href}"]`), href).not.toBeNull();
    expect(top.querySelector('#aanmelden form')).not.toBeNull();
    // the list itself is still to be asked here
    const asked = await receiver.page(`${there}/veiligheid`);
    expect(asked.querySelector<HTMLInputElement>('input[name="nummer"]')?.value ?? '').toBe('');
  });

  it('begins no second case from a registration that was drafted from one', STORY, async () => {
    const { sender } = regions;
    const path = await regions.started();
    await fill(sender, path, {}, `${path}/aanmelden`);
    const draft = (await sender.page(path)).querySelector('main a[href^="/registraties/"]')!.getAttribute('href')!;
    const code = draft.split('/').at(-1)!;
    const begin = await sender.page(`${CASES}/nieuw/registratie/${code}`);
    expect(begin.querySelector('main')?.textContent).toContain(path.split('/').at(-1));
    expect(begin.querySelector(`form[action="${CASES}/nieuw/registratie/${code}"]`)).toBeNull();
  });
});
