import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keepLedger } from '../../src/platform/audit/reveal.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { moveMessage, readMessage } from '../../src/platform/exchange/message.ts';
import { lendKeys } from '../../src/platform/vault/lending.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import { dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { aReceivedReferral } from '../support/a-case.ts';
import { aHandedOverMessage } from '../support/a-handed-over-message.ts';
import { documentOf, TEST_KEYS, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, type TestOrganisation } from '../support/builders.ts';
import { CASES, CareRegions, careOrganisation, fill, INBOX, mainText, SHARE_CONSENT } from '../support/care-regions.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const STORY = { timeout: 180_000 };
const DANGER = 'Er is dreigend geweld en bellen kan nu niet.';

describe('referring and handing over between two regions', () => {
  let database: TestDatabase;
  let app: TestApp;
  let north: TestOrganisation;
  let south: TestOrganisation;
  let sender: Visitor;
  let receiver: Visitor;
  let regions: CareRegions;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return () => database.close();
  });
  beforeEach(async () => {
    regions = await CareRegions.begin(database, app);
    ({ north, south, sender, receiver } = regions);
  });

  const errorAt = (answer: Parameters<typeof documentOf>[0], field: string) =>
    documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent ?? '';
  const started = () => regions.started();
  const refer: CareRegions['refer'] = (...of) => regions.refer(...of);
  const arrived = () => regions.arrived();
  const due = () => regions.due();
  const forward = (by: string) => regions.forward(by);

  it(
    'shares what was chosen on a consent, opens it when it is taken in, and hands over when it is accepted',
    STORY,
    async () => {
      const path = await started();
      await fill(sender, `${path}/veiligheid`, { hoe: 'text', nummer: '000 0000001', nooit: 'geen voicemail' });
      const sent = await refer(path);
      expect([sent.statusCode, sent.headers.location]).toEqual([303, `${path}/verwijzen`]);
      expect(await mainText(sender, `${path}/verwijzen`)).toContain('verstuurd, nog niet gezien');
      await due();
      expect(await mainText(receiver, '/overzicht')).toContain('Er is een verwijzing aan u');

      const at = await arrived();
      expect(await mainText(receiver, at)).not.toContain('Fatima');
      const stranger = await app.visitor(await anActor(database, 'zorgcoordinator', await careOrganisation(database)));
      expect((await stranger.get(at)).statusCode).toBe(404);
      expect((await sender.get(at)).statusCode).toBe(404);
      await fill(receiver, at, {}, `${at}/ontvangen`);
      const read = await mainText(receiver, at);
      for (const words of ['Fatima Fictief', 'Een bericht sturen: 000 0000001', 'Wilt u het overnemen?'])
        expect(read).toContain(words);
      // what was not chosen did not leave
      expect(read).not.toContain('zoekt hulp');
      expect(await mainText(sender, `${path}/verwijzen`)).not.toContain('overgedragen');
      expect(errorAt(await fill(sender, `${path}/afsluiten`, { uitkomst: 'handed-over' }), 'uitkomst')).toContain(
        'geen overdracht',
      );

      const accepted = await fill(receiver, at, {}, `${at}/aannemen`);
      const there = String(accepted.headers.location);
      expect(await mainText(receiver, there)).toContain('Fatima Fictief');
      expect((await stranger.get(there)).statusCode).toBe(404);
      expect(await mainText(sender, `${path}/verwijzen`)).toContain('overgedragen');
      await forward('PT7H');
      expect(await mainText(sender, '/overzicht')).toContain('Er is antwoord op een verwijzing');
      expect((await fill(sender, `${path}/afsluiten`, { uitkomst: 'handed-over' })).statusCode).toBe(303);
    },
  );

  it('is answered and taken back in its own room only, where a case begins and a consent ends', STORY, async () => {
    const path = await started();
    await refer(path);
    const at = await arrived();
    await fill(receiver, at, {}, `${at}/ontvangen`);
    const message = `/samenwerken/berichten/${at.split('/').at(-1)!}`;
    const among = (await receiver.page(message)).querySelector('main')!;
    expect(among.querySelectorAll('form')).toHaveLength(0);
    expect(among.querySelector(`a[href="${at}"]`)).not.toBeNull();
    expect((await sender.page(message)).querySelectorAll('main form')).toHaveLength(0);
    const late = await receiver.send({ ...(await receiver.form(at, `${at}/aannemen`)), action: `${message}/aannemen` });
    expect([late.statusCode, documentOf(late).querySelector('main')?.textContent]).toEqual([
      409,
      expect.stringContaining('heeft een eigen plek'),
    ]);
    const back = await sender.form(`${path}/verwijzen`, `${path}/verwijzen/intrekken`);
    const token = Object.fromEntries(Object.entries(back.fields).filter(([name]) => name.startsWith('_')));
    const withdrawn = {
      ...back,
      action: `${message}/intrekken`,
      fields: { ...token, intrekreden: 'niet-meer-nodig' },
    };
    expect((await sender.send(withdrawn)).statusCode).toBe(409);
    expect(await mainText(sender, `${path}/verwijzen`)).not.toContain('overgedragen');
  });

  it('asks to begin the case when it was accepted without one, so that nobody waits for nobody', STORY, async () => {
    const id = await aReceivedReferral(database, south.id, 'Fatima Fictief');
    const at = `${INBOX}/${id}`;
    expect(await mainText(receiver, at)).not.toContain('niemand begon een dossier');
    await enter(database.kysely, { door: 'own', tenantId: south.id }, (tx, time) =>
      moveMessage(tx, { id, action: 'accept' }, time),
    );
    expect(await mainText(receiver, at)).toContain('niemand begon een dossier');
    const there = String((await fill(receiver, at, {}, `${at}/aannemen`)).headers.location);
    expect(await mainText(receiver, there)).toContain('Fatima Fictief');
    expect(await mainText(receiver, at)).not.toContain('niemand begon een dossier');
  });

  it('takes it back everywhere in the same moment, also out of the database', STORY, async () => {
    const path = await started();
    await refer(path);
    const at = await arrived();
    await fill(receiver, at, {}, `${at}/ontvangen`);
    const there = String((await fill(receiver, at, {}, `${at}/aannemen`)).headers.location);
    await fill(sender, `${path}/verwijzen`, {}, `${path}/verwijzen/intrekken`);
    for (const page of [at, there]) expect(await mainText(receiver, page)).not.toContain('Fatima');
    expect(await mainText(receiver, there)).toContain('ingetrokken of gewist');
    const id = at.split('/').at(-1)!;
    const keys = await database.admin
      .selectFrom('vault.message_key')
      .select('box')
      .where('message_id', '=', id)
      .where('tenant_id', '=', south.id)
      .execute();
    expect(keys).toEqual([]);
    const row = await database.admin
      .selectFrom('exchange.message')
      .select('content')
      .where('id', '=', id)
      .where('tenant_id', '=', south.id)
      .executeTakeFirstOrThrow();
    expect(row.content).toBeNull();
    // nothing goes on a consent that was withdrawn
    expect(await mainText(sender, `${path}/verwijzen`)).toContain('De andere organisatie kan het niet meer lezen');
  });

  it('refuses to hand over what is withdrawn while it is handed over', STORY, async () => {
    const path = await started();
    await refer(path);
    const at = await arrived();
    await fill(receiver, at, {}, `${at}/ontvangen`);
    const form = await receiver.form(at, `${at}/aannemen`);
    await fill(sender, `${path}/verwijzen`, {}, `${path}/verwijzen/intrekken`);
    const late = await receiver.send(form);
    expect(late.statusCode).toBe(409);
    expect(documentOf(late).querySelector('main')?.textContent).not.toContain('Fatima');
  });

  it(
    'names who coordinates only to who handles a case with them, and no more once it was taken back',
    STORY,
    async () => {
      const code = 'GM0109';
      const there = await anActor(database, 'zorgcoordinator', south);
      const fields = {
        naam: 'Zorgcoördinatie (fictief)',
        gemeenten: code,
        vormen: 'arbeidsuitbuiting',
        leeftijden: '23-plus',
      };
      const more = { geslachten: 'man', telefoon: '050-123 45 67', bereikbaar: 'altijd', vanaf: '', tot: '' };
      const offered = await fill(receiver, '/netwerk/aanbod/nieuw', { ...fields, ...more }, '/netwerk/aanbod');
      expect(offered.statusCode).toBe(303);
      const at = `/netwerk/dekking/${code}/zorgcoordinatoren`;
      const path = await started();
      await refer(path);
      expect(await mainText(sender, at)).not.toContain(there.personName);
      const came = await arrived();
      await fill(receiver, came, {}, `${came}/ontvangen`);
      expect(await mainText(sender, at)).toContain('Hier staan voor u geen namen');
      await fill(receiver, came, {}, `${came}/aannemen`);
      expect(await mainText(sender, at)).toContain(there.personName);
      // the same organisation, another role; and the same role elsewhere
      const leader = await anActor(database, 'teamleider', north);
      expect((await (await app.visitor(leader)).get(at)).statusCode).toBe(403);
      const others = await app.visitor(await anActor(database, 'zorgcoordinator', await careOrganisation(database)));
      expect(await mainText(others, at)).not.toContain(there.personName);
      // the database decides it, not the page
      const named = (personId: string, tenantId: string) =>
        enter(database.kysely, { door: 'own', tenantId, personId }, async (tx) => {
          const { rows } = await sql<{ name: string }>`select name from care.coordinators_with_us()`.execute(tx);
          return rows.map(({ name }) => name);
        });
      expect(await named(regions.actor.personId, north.id)).toContain(there.personName);
      expect(await named(leader.personId, north.id)).toEqual([]);
      await regions.withdraw(path);
      expect(await mainText(sender, at)).toContain('Hier staan voor u geen namen');
    },
  );

  it('is refused with a reason that the sender reads, and is gone at the other side', STORY, async () => {
    const path = await started();
    await refer(path);
    const at = await arrived();
    await fill(receiver, at, {}, `${at}/ontvangen`);
    expect(errorAt(await fill(receiver, at, {}, `${at}/weigeren`), 'weigerreden')).toContain('Kies waarom');
    await fill(receiver, at, { weigerreden: 'full' }, `${at}/weigeren`);
    expect(await mainText(receiver, at)).not.toContain('Fatima');
    expect(await mainText(sender, `${path}/verwijzen`)).toContain('Wij hebben nu geen plek');
    // a second time is a consent of its own only after the first was taken back
    expect((await refer(path)).statusCode).toBe(409);
    await fill(sender, `${path}/verwijzen`, {}, `${path}/verwijzen/intrekken`);
    expect((await refer(path)).statusCode).toBe(303);
  });

  it('rings when nobody answers within the norm, and lapses after two weeks', STORY, async () => {
    const path = await started();
    await refer(path);
    await forward('P7D');
    expect(await mainText(sender, '/overzicht')).toContain('nog geen antwoord op uw verwijzing');
    await forward('P8D');
    expect(await mainText(sender, `${path}/verwijzen`)).not.toContain('overgedragen');
    expect((await receiver.get(await arrived())).body).not.toContain('Fatima');
  });

  it(
    'goes without consent in an emergency only, with somebody who looks along and consent asked after',
    STORY,
    async () => {
      const path = await started();
      expect((await refer(path, {})).statusCode).toBe(400);
      const at = '/noodgeval';
      expect(
        errorAt(await refer(path, { reden: 'Bel Jan de Boer op 06 12345678 alsjeblieft' }, at), 'reden'),
      ).toContain('naam');
      expect((await refer(path, { reden: DANGER }, at)).statusCode).toBe(303);
      expect(await mainText(sender, `${path}/verwijzen`)).toContain('noodgeval, zonder toestemming');
      await due();
      expect(await mainText(sender, '/overzicht')).toContain('vraag alsnog toestemming voor de verwijzing');
      const page = await sender.page(`${path}/verwijzen`);
      const later = page.querySelector('main a[href*="toestemming?verwijzing="]')!.getAttribute('href')!;
      expect((await fill(sender, later, SHARE_CONSENT, `${path}/verwijzen/toestemming`)).statusCode).toBe(303);
      expect(await mainText(sender, '/overzicht')).not.toContain('vraag alsnog toestemming voor de verwijzing');
      expect(await mainText(receiver, INBOX)).toContain('noodgeval');
      // taken back, the consent that was asked after it ends too
      const shared = () =>
        database.admin
          .selectFrom('care.case_consent as c')
          .innerJoin('exchange.consent as e', 'e.id', 'c.id')
          .select(['c.withdrawn_at', 'e.withdrawn_at as carried_until'])
          .where('c.tenant_id', '=', north.id)
          .where('c.purpose', '=', 'share')
          .orderBy('c.recorded_at', 'desc')
          .limit(1)
          .executeTakeFirstOrThrow();
      expect(await shared()).toEqual({ withdrawn_at: null, carried_until: null });
      await fill(sender, `${path}/verwijzen`, {}, `${path}/verwijzen/intrekken`);
      expect(await shared()).toEqual({ withdrawn_at: expect.any(Date), carried_until: expect.any(Date) });
    },
  );

  it('never sends along what asks more care in a file', STORY, async () => {
    const path = await started();
    await fill(sender, `${path}/wijzigen`, { letOp: 'no-residence' });
    await fill(sender, `${path}/veiligheid`, { hoe: 'text', nummer: '000 0000001' });
    const sent = await refer(path, SHARE_CONSENT, '', ['person', 'situation', 'safety']);
    expect(sent.statusCode).toBe(303);
    const came = await arrived();
    await fill(receiver, came, {}, `${came}/ontvangen`);
    const read = await mainText(receiver, came);
    expect(read).toContain('zoekt hulp');
    for (const secret of ['no-residence', 'verblijfsrecht', 'verblijfspositie']) expect(read).not.toContain(secret);
    const there = String((await fill(receiver, came, {}, `${came}/aannemen`)).headers.location);
    expect(await mainText(receiver, there)).not.toContain('Geef de verblijfspositie aan niemand door');
    // what no page shows may still have travelled: the bytes themselves, opened with the keys of the receiver
    const id = came.split('/').at(-1)!;
    const bytes = async () => {
      const keys = await createVault(database.kysely, TEST_KEYS).keysFor(south.id);
      return enter(database.kysely, { door: 'own', tenantId: south.id }, async (tx) => {
        lendKeys(tx, keys);
        keepLedger(tx);
        return (await readMessage(tx, south.id, 'in', id, { kind: 'care.person', id }))?.toString('utf8');
      });
    };
    const travelled = await bytes();
    expect(travelled).toContain('zoekt hulp');
    expect(travelled).not.toMatch(/no-residence|attention/);
    // and nowhere at the receiver does it stand in plain
    const plain = async () => {
      const { rows } = await sql<{ content: Buffer | null }>`
        select content from exchange.message where tenant_id = ${south.id} and id = ${id}
        union all select content from care.case_file where tenant_id = ${south.id}
        union all select identity from care.case_file where tenant_id = ${south.id}`.execute(database.admin);
      return rows.map(({ content }) => (content ? Buffer.from(content).toString('latin1') : ''));
    };
    for (const cell of await plain()) expect(cell).not.toMatch(/Fatima|no-residence|000 0000001/);

    await fill(sender, `${path}/verwijzen`, {}, `${path}/verwijzen/intrekken`);
    expect(await bytes()).toBeUndefined();
    const left = await sql<{ content: Buffer | null; keys: number }>`
      select m.content, (select count(*)::int from vault.message_key k where k.tenant_id = m.tenant_id and k.message_id = m.id) as keys
      from exchange.message m where m.tenant_id = ${south.id} and m.id = ${id}`.execute(database.admin);
    expect(left.rows).toEqual([{ content: null, keys: 0 }]);
    // no other row of the receiver names what was shared either: its own case begins from who referred, not from what was said
    for (const cell of await plain()) expect(cell).not.toMatch(/Fatima|zoekt hulp/);
  });

  it('makes a draft for the national register from the case, once and without sending it', STORY, async () => {
    const path = await started();
    await fill(sender, path, {}, `${path}/aanmelden`);
    const link = (await sender.page(path)).querySelector('main a[href^="/registraties/"]')!.getAttribute('href')!;
    const draft = await mainText(sender, link);
    for (const words of ['Fatima Fictief', 'concept', 'Leg de toestemming vast']) expect(draft).toContain(words);
    expect((await sender.page(path)).querySelector(`form[action="${path}/aanmelden"]`)).toBeNull();
  });

  it(
    'asks for shelter from the case in one press, with what is known filled in and a consent of its own',
    STORY,
    async () => {
      const path = await started();
      const answer = await fill(sender, path, { naar: 'opvang' }, `${path}/aanmelden`);
      const ask = String(answer.headers.location);
      expect([answer.statusCode, ask]).toEqual([303, expect.stringMatching(/^\/registraties\/[\w-]+\/hulpvraag$/)]);
      const form = await sender.form(ask, ask);
      expect([form.fields.leeftijd, form.fields.naam]).toEqual(['23-30', 'Fatima Fictief']);
      // the case does not say in which legal position she is, until a clock runs in one
      expect(form.fields.positie ?? '').toBe('');
      const clock = { klok: 'reflection-general', dag: writeDutchDate(dutchDay(new Date())) };
      await fill(sender, `${path}/termijnen`, clock, `${path}/termijnen`);
      expect((await sender.form(ask, ask)).fields.positie).toBe('reflection-period');
      expect(await mainText(sender, ask)).toContain('Uit het dossier');
      expect((await sender.page(ask)).querySelector('[name=gegevenDoor]')).not.toBeNull();
    },
  );

  it('goes from a routed signal to aftercare over two regions', STORY, async () => {
    const id = await aHandedOverMessage(database, north.id, 'Voorbeeldsignaal');
    const from = await sender.form(`${CASES}/nieuw/bericht/${id}`);
    const fields = { ...from.fields, naam: 'Fatima Fictief', leeftijd: '23-30' };
    const path = String((await sender.send({ ...from, fields })).headers.location);
    await fill(sender, `${path}/veiligheid`, { hoe: 'call', nummer: '000 0000001' });
    await fill(sender, `${path}/starten`, SHARE_CONSENT);
    await refer(path);
    const at = await arrived();
    await fill(receiver, at, {}, `${at}/ontvangen`);
    const there = String((await fill(receiver, at, {}, `${at}/aannemen`)).headers.location);
    await fill(sender, `${path}/afsluiten`, { uitkomst: 'handed-over' });
    expect(await mainText(sender, path)).toContain('Overgedragen aan een andere organisatie');
    await fill(receiver, `${there}/wijzigen`, { leeftijd: '23-30', naam: 'Fatima Fictief' });
    await fill(receiver, `${there}/starten`, SHARE_CONSENT);
    await fill(receiver, `${there}/termijnen`, { klok: 'reflection-general', dag: '1-12-2026' });
    await forward('P80D');
    expect(await mainText(receiver, '/overzicht')).toContain('een termijn');
    await fill(receiver, `${there}/termijnen`, { einde: 'gedaan' }, `${there}/termijnen/beeindigen`);
    await fill(receiver, `${there}/afsluiten`, { uitkomst: 'goals-met', nazorg: 'ja' });
    expect(await mainText(receiver, there)).toContain('nazorg');
    await forward('P12M');
    expect(await mainText(receiver, there)).toContain('afgesloten');
  });
});
