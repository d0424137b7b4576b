import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { signalEraser } from '../../src/features/signals/index.ts';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { readDocx } from '../../src/platform/documents/testing/read-docx.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { addDays, dutchDay, type PlainDate, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { ABOUT_A_PERSON, AT_A_PLACE, aSignal } from '../support/a-signal.ts';
import { documentOf, formOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';
import { ExchangeWorld } from '../support/exchange-world.ts';
import { openGate } from '../support/open-gate.ts';

const QUESTION = 'Acht matrassen achter een nagelstudio. Kan iemand daar slachtoffer zijn? KANARIE-VRAAG';

describe('a signal that was weighed', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let reporter: Actor;
  let officer: Actor;
  let visitor: Visitor;
  let clock: PlainDate;
  let today: string;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    clock = dutchDay(await readClock(database.kysely));
    today = writeDutchDate(clock);
  });
  beforeEach(async () => {
    here = await anOrganisation(database);
    reporter = await anActor(database, 'medewerker', here);
    officer = await anActor(database, 'aandachtsfunctionaris', here);
    visitor = await app.visitor(officer);
  });

  const signal = (passed = AT_A_PLACE) => aSignal(database, reporter, passed, officer);
  async function send(page: string, action: string, fields: Readonly<Record<string, string>>) {
    const form = await visitor.form(page, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const rowOf = async (id: string) =>
    database.admin.selectFrom('signals.signal_report').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const errorAt = (answer: Parameters<typeof documentOf>[0], field: string) =>
    documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent ?? '';

  describe('can be talked over without saying whom it is about', () => {
    const consult = (code: string, fields: Readonly<Record<string, string>> = {}) =>
      send(`/meldingen/${code}/overleg`, `/meldingen/${code}/overleg`, {
        metWie: 'comensha',
        vraag: QUESTION,
        nagelezen: 'ja',
        ...fields,
      });

    it('keeps the question sealed, sets a clock, and records the advice once', async () => {
      const { code, id } = await signal();
      expect((await consult(code)).statusCode).toBe(303);
      const row = await database.admin
        .selectFrom('signals.consultation')
        .selectAll()
        .where('report_id', '=', id)
        .executeTakeFirstOrThrow();
      expect(Buffer.from(row.question).includes('KANARIE')).toBe(false);
      expect((await rowOf(id)).act_by).not.toBeNull();
      const page = `/meldingen/${code}/overleg`;
      expect((await visitor.get(page)).body).toContain('KANARIE-VRAAG');
      const advice = { adviesOp: today, advies: 'hand-over-safety', toelichting: 'Bel de Arbeidsinspectie.' };
      const form = await visitor.form(page, `${page}/advies`);
      expect((await visitor.send({ ...form, fields: { ...form.fields, ...advice } })).statusCode).toBe(303);
      expect((await visitor.get(page)).body).toContain('Bel de Arbeidsinspectie.');
      const again = await visitor.send({ ...form, fields: { ...form.fields, ...advice, toelichting: 'Anders.' } });
      expect([again.statusCode, again.body.includes('al vastgelegd')]).toEqual([409, true]);
    });

    it('lets nothing through that says who or where, and repeats none of it in the error', async () => {
      const { code, id } = await signal();
      for (const [text, field] of [
        ['bel 06 12345678', 'vraag'],
        ['in de Dorpsstraat 1', 'vraag'],
        ['bij nagelstudio voorbeeld', 'vraag'],
        ['geboren 3-4-2009', 'vraag'],
      ] as const) {
        const answer = await consult(code, { vraag: text });
        expect([text, answer.statusCode, errorAt(answer, field) !== '']).toEqual([text, 409, true]);
        expect(errorAt(answer, field)).not.toContain(text);
      }
      const named = await consult(code, { vraag: 'wij spraken met Fatima Fictief', nagelezen: '' });
      expect([named.statusCode, errorAt(named, 'nagelezen') !== '']).toEqual([409, true]);
      const kept = await database.admin.selectFrom('signals.consultation').where('report_id', '=', id).execute();
      expect(kept).toEqual([]);
    });

    it('reaches an organisation by the exchange, which reads the question and the code', async () => {
      const there = await anOrganisation(database);
      await Promise.all([agree(here, there, 'signaaloverleg'), agree(there, here, 'signaaloverleg')]);
      const { code } = await signal();
      expect((await consult(code, { ontvanger: there.code })).statusCode).toBe(303);
      const receiver = await app.visitor(await anActor(database, 'aandachtsfunctionaris', there));
      const address = (await receiver.page('/samenwerken/berichten'))
        .querySelector('main table a')!
        .getAttribute('href')!;
      const form = await receiver.form(address, `${address}/ontvangen`);
      expect((await receiver.send(form)).statusCode).toBe(303);
      const { body } = await receiver.get(address);
      for (const part of ['KANARIE-VRAAG', code]) expect(body).toContain(part);
      expect(body).not.toContain('Dorpsstraat');
    });

    it('is not there for a colleague who is excluded, for who does not weigh, and for another municipality', async () => {
      const { code, dossierId } = await signal();
      const page = `/meldingen/${code}/overleg`;
      expect((await (await app.visitor(reporter)).get(page)).statusCode).toBe(403);
      const elsewhere = await anActor(database, 'aandachtsfunctionaris', await anOrganisation(database));
      expect((await (await app.visitor(elsewhere)).get(page)).statusCode).toBe(404);
      await database.admin
        .insertInto('privacy.dossier_access')
        .values({
          tenant_id: here.id,
          id: crypto.randomUUID(),
          dossier_id: dossierId,
          person_id: officer.personId,
          person_name: officer.personName,
          kind: 'excluded',
          from_at: new Date(Date.UTC(2026, 0, 1)),
          reason: 'is familie',
          given_by: reporter.personId,
          given_by_name: reporter.personName,
        })
        .execute();
      for (const each of [page, `/meldingen/${code}/overdragen`, `/meldingen/overdracht/pdf/${code}.police`])
        expect([each, (await visitor.get(each)).statusCode]).toEqual([each, 404]);
    });
  });

  describe('leaves only when it may', () => {
    const answers = { weetHet: 'yes', wilHet: 'yes', veiligBereikbaar: 'yes' };
    const answer = (code: string, fields: Readonly<Record<string, string>>) =>
      send(`/meldingen/${code}/overdragen`, `/meldingen/${code}/vooraf`, fields);
    const document = (code: string, channel = 'police') => visitor.get(`/meldingen/overdracht/word/${code}.${channel}`);

    it('asks four questions about a person first; an adult who does not want it stays', async () => {
      const { code } = await signal(ABOUT_A_PERSON);
      expect((await document(code)).statusCode).toBe(404);
      const page = `/meldingen/${code}/overdragen`;
      expect((await visitor.page(page)).querySelector(`form[action="${page}"]`)).toBeNull();
      await answer(code, { ...answers, wilHet: 'no' });
      expect((await visitor.get(page)).body).toContain('Die keuze gaat voor');
      expect((await document(code)).statusCode).toBe(404);
      await answer(code, { ...answers, wilHet: 'unknown' });
      expect((await visitor.get(page)).body).toContain('Overleg eerst zonder persoonsgegevens');
      const missing = await answer(code, { ...answers, weetHet: 'no' });
      expect([missing.statusCode, errorAt(missing, 'waaromNiet') !== '']).toEqual([409, true]);
      await answer(code, answers);
      expect((await document(code)).statusCode).toBe(200);
    });

    it('shows why somebody was not told, in at most ten statements, also with whom the exchange reaches', async () => {
      const there = await anOrganisation(database);
      await Promise.all([agree(here, there), agree(there, here)]);
      const { code } = await signal(ABOUT_A_PERSON);
      const again = addDays(clock, 30);
      const because = { weetHet: 'no', waaromNiet: 'KANARIE-WAAROM', opnieuwKijken: writeDutchDate(again) };
      expect((await answer(code, { ...answers, ...because, wilHet: 'unknown' })).statusCode).toBe(303);
      const page = await visitor.get(`/meldingen/${code}/overdragen`);
      expect(page.body).toContain('KANARIE-WAAROM');
      expect(Number(/db;desc="(\d+)"/.exec(String(page.headers['server-timing']))![1])).toBeLessThanOrEqual(10);
    });

    it('tells a receiver only what it may be sent, and never who passed it on or what somebody thinks', async () => {
      const { code } = await signal(ABOUT_A_PERSON);
      await answer(code, answers);
      const textOf = async (channel: string) =>
        readDocx((await document(code, channel)).rawPayload)
          .paragraphs.map(({ text }) => text)
          .join('\n');
      const police = await textOf('police');
      for (const part of ['Zij is elke avond ergens anders.', 'Ik mag niet weg.', 'Dorpsstraat 1', 'nog te verifiëren'])
        expect(police).toContain(part);
      expect(police).not.toContain('Ik denk dat iemand haar dwingt');
      for (const name of [reporter.personName, officer.personName]) expect(police).not.toContain(name);
      const comensha = await textOf('comensha');
      for (const part of ['Zij is elke avond', 'Ik mag niet weg', 'Dorpsstraat']) expect(comensha).not.toContain(part);
    });

    it('needs no questions about a place', async () => {
      const { code } = await signal();
      expect((await document(code, 'labour-authority')).statusCode).toBe(200);
      const page = await visitor.page(`/meldingen/${code}/overdragen`);
      expect(page.querySelector('#vooraf')).toBeNull();
      for (const title of ['Voor hulp en zorg', 'Voor veiligheid en opsporing'])
        expect(page.querySelector('main')?.textContent).toContain(title);
    });
  });

  describe('is passed on', () => {
    const handOver = (code: string, fields: Readonly<Record<string, string>> = {}) =>
      send(`/meldingen/${code}/overdragen`, `/meldingen/${code}/overdragen`, {
        naarWie: 'labour-authority',
        ...fields,
      });

    it('only by the receipt of the receiver; never twice to the same', async () => {
      const { code, id } = await signal();
      expect((await handOver(code)).statusCode).toBe(303);
      expect((await rowOf(id)).passed_on).toBeNull();
      const twice = await handOver(code);
      expect([twice.statusCode, errorAt(twice, 'naarWie') !== '']).toEqual([409, true]);
      const page = `/meldingen/${code}/overdragen`;
      const form = await visitor.form(page, `${page}/antwoord`);
      const nameless = await visitor.send({
        ...form,
        fields: { ...form.fields, antwoord: 'ontvangen', antwoordOp: today },
      });
      expect(nameless.statusCode).toBe(400);
      const receipt = { antwoord: 'ontvangen', antwoordOp: today, doorWie: 'inspecteur' };
      expect((await visitor.send({ ...form, fields: { ...form.fields, ...receipt } })).statusCode).toBe(303);
      const row = await rowOf(id);
      expect(row.passed_on).not.toBeNull();
      const facts = await database.admin
        .selectFrom('approach.fact')
        .select(['element', 'source', 'state', 'as_of'])
        .where('tenant_id', '=', here.id)
        .execute();
      // used in practice, and not on which day
      expect(facts).toEqual([
        { element: 'K2.5', source: 'signals', state: 'working', as_of: expect.stringMatching(/-01$/) },
      ]);
      // then whoever passed it on must hear
      expect(row.act_by).not.toBeNull();
      expect((await visitor.get(page)).body).toContain('Doorgezet: de ontvanger heeft het bevestigd');
    });

    it('to nobody when two colleagues do so at once but once', async () => {
      const { code, id } = await signal();
      const form = await visitor.form(`/meldingen/${code}/overdragen`, `/meldingen/${code}/overdragen`);
      const fields = { ...form.fields, naarWie: 'police' };
      const sent = await Promise.all([
        visitor.send({ ...form, fields: { ...fields, _sleutel: 'een-sleutel-een' } }),
        visitor.send({ ...form, fields: { ...fields, _sleutel: 'een-sleutel-twee' } }),
      ]);
      expect(sent.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
      const rows = await database.admin
        .selectFrom('signals.handover')
        .selectAll()
        .where('report_id', '=', id)
        .execute();
      expect(rows).toHaveLength(1);
    });

    it('and may go again when the receiver did not take it', async () => {
      const { code, id } = await signal();
      await handOver(code);
      const page = `/meldingen/${code}/overdragen`;
      const form = await visitor.form(page, `${page}/antwoord`);
      await visitor.send({ ...form, fields: { ...form.fields, antwoord: 'too-little', antwoordOp: today } });
      expect((await rowOf(id)).passed_on).toBeNull();
      expect((await handOver(code)).statusCode).toBe(303);
    });

    describe('by the exchange', () => {
      const CANARY = 'Acht matrassen achter de zaak.';
      let there: TestOrganisation;
      let receiver: Visitor;
      beforeEach(async () => {
        there = await anOrganisation(database, 'ketenpartner');
        receiver = await app.visitor(await anActor(database, 'ketenpartner', there));
        await agreeBoth(there);
      });
      const handed = async () => {
        const made = await signal();
        expect((await handOver(made.code, { ontvanger: there.code })).statusCode).toBe(303);
        const { messageId } = await database.admin
          .selectFrom('signals.handover')
          .select('message_id as messageId')
          .where('report_id', '=', made.id)
          .executeTakeFirstOrThrow();
        return { ...made, address: `/samenwerken/berichten/${messageId}` };
      };
      const move = async (
        who: Visitor,
        address: string,
        verb: string,
        fields: Readonly<Record<string, string>> = {},
      ) => {
        const form = await who.form(address, `${address}/${verb}`);
        return (await who.send({ ...form, fields: { ...form.fields, ...fields } })).statusCode;
      };
      const documentFor = async (who: Visitor, address: string) => who.get(`${address}/document`);
      const lookNow = async (id: string) => {
        await database.admin
          .updateTable('signals.handover')
          .set({ look_at: new Date(Date.UTC(2026, 0, 1)) })
          .where('report_id', '=', id)
          .execute();
        await runEverythingDue(database.kysely, 'demo', { wait: true });
      };

      it('the document goes along: what this receiver may be sent, and never who passed it on; its answer is the receipt', async () => {
        const { code, id, address } = await handed();
        expect((await documentFor(receiver, address)).statusCode).toBe(404);
        expect(await move(receiver, address, 'ontvangen')).toBe(303);
        expect((await receiver.get(address)).body).not.toContain(CANARY);
        const { statusCode, body } = await documentFor(receiver, address);
        expect(statusCode).toBe(200);
        for (const part of [code, CANARY, 'Dorpsstraat 1', 'AVG artikel 6']) expect(body).toContain(part);
        for (const part of [reporter.personName, 'Ik denk dat']) expect(body).not.toContain(part);
        const read = await database.admin
          .selectFrom('audit.processing')
          .select(['name', 'activity'])
          .where('tenant_id', '=', there.id)
          .execute();
        expect(read).toContainEqual({ name: 'collaboration.read-document', activity: 'VA-02' });
        expect((await rowOf(id)).passed_on).toBeNull();
        expect(await move(receiver, address, 'aannemen')).toBe(303);
        await lookNow(id);
        expect((await rowOf(id)).passed_on).not.toBeNull();
        expect((await visitor.get(`/meldingen/${code}/overdragen`)).body).toContain('via In Beeld');
      });

      it('is read by nobody else: not by who sent it, not by another organisation, not by who supervises', async () => {
        const { address } = await handed();
        await move(receiver, address, 'ontvangen');
        const outsider = await app.visitor(
          await anActor(database, 'ketenpartner', await anOrganisation(database, 'ketenpartner')),
        );
        for (const [who, expected] of [
          [visitor, 404],
          [outsider, 404],
          [await app.visitor(await anActor(database, 'fg', there)), 403],
        ] as const)
          expect((await documentFor(who, address)).statusCode).toBe(expected);
      });

      it('can no longer be read once it was taken back, or refused; then the signal waits for a receiver again', async () => {
        for (const [who, verb, fields] of [
          [visitor, 'intrekken', { intrekreden: 'te-veel-verteld' }],
          [receiver, 'weigeren', { weigerreden: 'niet-voor-ons' }],
        ] as const) {
          const { id, address } = await handed();
          await move(receiver, address, 'ontvangen');
          expect((await documentFor(receiver, address)).body).toContain(CANARY);
          expect(await move(who, address, verb, fields)).toBe(303);
          expect((await documentFor(receiver, address)).statusCode).toBe(404);
          await lookNow(id);
          expect((await rowOf(id)).passed_on).toBeNull();
        }
      });

      it('never goes to an organisation that is another receiver than was chosen', async () => {
        const { code, id } = await signal();
        const answer = await handOver(code, { naarWie: 'police', ontvanger: there.code });
        expect([answer.statusCode, errorAt(answer, 'ontvanger') !== '']).toEqual([409, true]);
        expect(await database.admin.selectFrom('signals.handover').where('report_id', '=', id).execute()).toEqual([]);
      });

      it('opens for the sender no more once the signal was erased; what nobody answered is taken from the receiver too', async () => {
        const [answered, open] = [await handed(), await handed()];
        for (const { address } of [answered, open]) await move(receiver, address, 'ontvangen');
        await move(receiver, answered.address, 'aannemen');
        for (const { id, dossierId } of [answered, open])
          await enter(database.kysely, { door: 'own', tenantId: here.id }, (tx, time) =>
            signalEraser.erase(tx, { tenantId: here.id, id, dossierId, rule: 'signal-weighed', period: 'P42D' }, time),
          );
        const keys = await database.admin
          .selectFrom('vault.message_key')
          .select(['message_id', 'box'])
          .where('tenant_id', 'in', [here.id, there.id])
          .execute();
        expect(keys.map(({ message_id, box }) => [message_id, box])).toEqual([
          [answered.address.split('/').at(-1), 'in'],
        ]);
        expect((await documentFor(receiver, answered.address)).body).toContain(CANARY);
        expect((await documentFor(receiver, open.address)).statusCode).toBe(404);
        expect((await visitor.get(answered.address)).statusCode).toBe(200);
      });
    });
  });

  describe('handed over to care', () => {
    const WHY = 'Ik regel vanavond een veilige plek voor haar.';
    let code: string;
    let coordinator: Actor;
    beforeEach(async () => {
      coordinator = await anActor(database, 'zorgcoordinator', here);
      ({ code } = await signal({ ...ABOUT_A_PERSON, isMinor: 'yes' }));
      const persons = `/meldingen/${code}/personen`;
      expect((await send(persons, persons, { naam: 'KANARIE-NAAM', geboortedatum: '3-4-2009' })).statusCode).toBe(303);
    });
    const page = () => `/meldingen/${code}/overdragen`;
    async function handToCare() {
      const before = { weetHet: 'yes', wilHet: 'yes', veiligBereikbaar: 'yes' };
      expect((await send(page(), `/meldingen/${code}/vooraf`, before)).statusCode).toBe(303);
      expect((await send(page(), page(), { naarWie: 'care-coordinator' })).statusCode).toBe(303);
    }
    const involve = (personId = coordinator.personId) =>
      send(page(), `/meldingen/${code}/zorgcoordinator`, { zorgcoordinator: personId });
    const openAs = async (who: Actor, reden: string) => {
      const her = await app.visitor(who);
      const address = `/meldingen/${code}/personen`;
      const form = await her.form(address, `${address}/openen`);
      return her.send({ ...form, fields: { ...form.fields, reden } });
    };

    it('lets the care coordinator of the same organisation open who it is, with a reason that the FG sees', async () => {
      await handToCare();
      expect((await (await app.visitor(coordinator)).get(`/meldingen/${code}/personen`)).statusCode).toBe(404);
      expect((await involve()).statusCode).toBe(303);
      expect((await openAs(coordinator, 'te kort')).statusCode).toBe(409);
      const opened = await openAs(coordinator, WHY);
      expect([opened.statusCode, opened.body.includes('KANARIE-NAAM')]).toEqual([200, true]);
      const officer = await app.visitor(await anActor(database, 'fg', here));
      const overview = (await officer.get('/privacyloket/signalen')).body;
      for (const part of [WHY, coordinator.personName]) expect(overview).toContain(part);
      expect(overview).not.toContain('KANARIE-NAAM');
      // the signal itself stays with who weighs
      expect((await (await app.visitor(coordinator)).get(`/meldingen/${code}`)).statusCode).toBe(403);
      expect((await involve()).statusCode).toBe(409);
    });

    it('lets her begin a case from it, with a reason and without typing who it is, once for each person', async () => {
      const begin = `/zorgcoordinatie/dossiers/nieuw/signaal/${code}`;
      await handToCare();
      await involve();
      const her = await app.visitor(coordinator);
      const persons = `/meldingen/${code}/personen`;
      // not where the gate of care is closed
      expect((await her.page(persons)).querySelector(`a[href="${begin}"]`)).toBeNull();
      expect((await her.get(begin)).statusCode).toBe(409);
      await openGate(database, here.id, 'care');
      expect((await her.page(persons)).querySelector(`a[href="${begin}"]`)).not.toBeNull();
      const choose = await her.form(begin, `${begin}/openen`);
      const short = await her.send({ ...choose, fields: { ...choose.fields, reden: 'te kort' } });
      expect([short.statusCode, short.body.includes('KANARIE-NAAM')]).toEqual([409, false]);
      const opened = await her.send({ ...choose, fields: { ...choose.fields, reden: WHY } });
      const filled = formOf(documentOf(opened), begin);
      expect(filled.fields).toMatchObject({ naam: 'KANARIE-NAAM', geboortedatum: '3-4-2009' });
      const begun = await her.send({ ...filled, fields: { ...filled.fields, aanleiding: 'Zoekt een veilige plek.' } });
      expect(begun.statusCode).toBe(303);
      const shown = (await her.get(String(begun.headers.location))).body;
      for (const words of ['KANARIE-NAAM', 'een signaal van de eigen gemeente']) expect(shown).toContain(words);
      // the reason stays with the signal, as at any opening
      const officer = await app.visitor(await anActor(database, 'fg', here));
      expect((await officer.get('/privacyloket/signalen')).body).toContain(WHY);
      const again = await her.form(begin, `${begin}/openen`);
      const twice = await her.send({ ...again, fields: { ...again.fields, reden: WHY } });
      expect(documentOf(twice).querySelector('main')?.textContent).toContain('al een dossier begonnen');
      expect(documentOf(twice).querySelector(`form[action="${begin}"]`)).toBeNull();
      // a page that stood open
      const late = { ...filled.fields, aanleiding: 'Nog eens', _sleutel: 'nog-een-andere-sleutel' };
      expect((await her.send({ ...filled, fields: late })).statusCode).toBe(409);
      // who was not let in finds nothing, and no person of another signal fits
      const colleague = await app.visitor(await anActor(database, 'zorgcoordinator', here));
      expect((await colleague.get(begin)).statusCode).toBe(404);
      const strange = { ...filled, fields: { ...filled.fields, aanleiding: 'x', persoonId: newId() } };
      expect((await her.send(strange)).statusCode).toBe(404);
    });

    it('lets nobody in before it was handed over, from elsewhere, or who was not asked', async () => {
      const elsewhere = await anActor(database, 'zorgcoordinator', await anOrganisation(database, 'zorgorganisatie'));
      const colleague = await anActor(database, 'zorgcoordinator', here);
      // no form before it stands with care
      expect((await visitor.get(page())).body).not.toContain('/zorgcoordinator');
      await handToCare();
      expect((await involve(elsewhere.personId)).statusCode).toBe(409);
      expect((await involve()).statusCode).toBe(303);
      for (const who of [elsewhere, colleague])
        expect((await (await app.visitor(who)).get(`/meldingen/${code}/personen`)).statusCode).toBe(404);
    });

    it('ends when care sent it back', async () => {
      await handToCare();
      await involve();
      const declined = { antwoord: 'too-little', antwoordOp: today };
      expect((await send(page(), `${page()}/antwoord`, declined)).statusCode).toBe(303);
      expect((await (await app.visitor(coordinator)).get(`/meldingen/${code}/personen`)).statusCode).toBe(404);
    });
  });

  it('about a girl of seventeen, told by telephone, is talked over and answered, and nothing that identifies her is kept', async () => {
    await openGate(database, here.id, 'signals');
    const form = await visitor.form('/meldingen/namens/persoon');
    const call = {
      bron: 'telephone',
      gevaar: 'nee',
      magHoren: 'outcome',
      bereiken: 'De balie van de school, onder schooltijd.',
      gezien: 'Een meisje slaapt elke week ergens anders en heeft twee telefoons.',
      minderjarig: 'yes',
    };
    const record = (change: Readonly<Record<string, string>> = {}) =>
      visitor.send({ ...form, fields: { ...form.fields, ...call, ...change } });
    // what the caller says of her does not get in, also when it is written down by mistake
    expect((await record({ gezien: 'Bel haar op 06 12345678, zij heet KANARIE-17 Fictief' })).statusCode).toBe(409);
    const recorded = await record();
    const code = /\/meldingen\/([^?]+)/.exec(String(recorded.headers.location))![1]!;
    await send(`/meldingen/${code}`, `/meldingen/${code}/oppakken`, {});
    const page = `/meldingen/${code}/overleg`;
    const question = 'Een meisje van zeventien slaapt elke week ergens anders. Wat adviseert u?';
    const ask = (text: string) => send(page, page, { metWie: 'comensha', vraag: text, nagelezen: 'ja' });
    expect((await ask('mevrouw KANARIE-17, 06 12345678, wat adviseert u?')).statusCode).toBe(409);
    expect((await ask(question)).statusCode).toBe(303);
    const advice = { adviesOp: today, advies: 'hand-over-care', toelichting: 'Bel Veilig Thuis, volg de meldcode.' };
    expect((await send(page, `${page}/advies`, advice)).statusCode).toBe(303);
    // who called hears what happens next, by telephone
    const told = { bericht: 'taken-up', hoe: 'telephone', verteldOp: today };
    const back = `/meldingen/${code}/terugkoppelen`;
    expect((await send(back, back, told)).statusCode).toBe(303);
    for (const each of [page, back, `/meldingen/${code}`]) {
      const { body } = await visitor.get(each);
      for (const part of ['KANARIE-17', '12345678']) expect([each, body.includes(part)]).toEqual([each, false]);
    }
    const tables = await database.admin.introspection.getTables();
    for (const { schema, name } of tables.filter(({ isView }) => !isView)) {
      const { rows } = await sql<{
        row: string;
      }>`select t::text as row from ${sql.table(`${schema}.${name}`)} t`.execute(database.admin);
      expect([`${schema}.${name}`, rows.some(({ row }) => row.includes('KANARIE-17'))]).toEqual([
        `${schema}.${name}`,
        false,
      ]);
    }
  });

  it('shows that keeping and weighing are used, once, and never on which day', async () => {
    for (const _signal of ['one', 'two']) {
      const { code } = await aSignal(database, reporter, ABOUT_A_PERSON);
      await send(`/meldingen/${code}`, `/meldingen/${code}/oppakken`, {});
      const weighed = { acuut: 'nee', dwang: 'weet-niet', minderjarig: 'unknown', beperking: 'unknown' };
      const page = `/meldingen/${code}/wegen`;
      const first = await send(page, page, weighed);
      const form = formOf(documentOf(first), page);
      const decided = { ...form.fields, ...weighed, uitkomst: 'nothing', reden: 'Voorbeeld van een reden.' };
      const advised = documentOf(first).querySelector('select[name="uitkomst"] option[selected]');
      await visitor.send({
        ...form,
        fields: { ...decided, ...(advised && { uitkomst: advised.getAttribute('value')! }) },
      });
    }
    const facts = await database.admin
      .selectFrom('approach.fact')
      .select(['element', 'source', 'as_of'])
      .where('tenant_id', '=', here.id)
      .orderBy('element')
      .execute();
    expect(facts).toEqual(
      ['K2.3', 'K2.4'].map((element) => ({ element, source: 'signals', as_of: expect.stringMatching(/-01$/) })),
    );
  });

  describe('is answered to whoever passed it on', () => {
    const tell = (code: string, fields: Readonly<Record<string, string>>) =>
      send(`/meldingen/${code}/terugkoppelen`, `/meldingen/${code}/terugkoppelen`, fields);
    const notesOf = async () => {
      const notes = await database.admin
        .selectFrom('deadlines.notification')
        .select('kind')
        .where('tenant_id', '=', here.id)
        .where('membership_id', '=', reporter.membershipId)
        .execute();
      return notes.map(({ kind }) => kind);
    };

    it('in fixed words that a colleague reads with her own signals, and that are so', async () => {
      const { code, id } = await signal();
      const page = await visitor.page(`/meldingen/${code}/terugkoppelen`);
      expect(page.querySelector('input[name="bericht"][value="acted"]')).toBeNull();
      expect((await tell(code, { bericht: 'acted' })).statusCode).toBe(409);
      expect((await tell(code, { bericht: 'nothing-now' })).statusCode).toBe(303);
      expect((await rowOf(id)).answered_on).not.toBeNull();
      expect(await notesOf()).toEqual(['signals.reporter-told']);
      const own = await (await app.visitor(reporter)).get('/meldingen/mijn');
      expect(own.body).toContain('Het telt mee voor het beeld van de gemeente');
    });

    it('by itself once, that it is being looked at, unless she heard before', async () => {
      const [waiting, told] = [await signal(), await signal()];
      await tell(told.code, { bericht: 'taken-up' });
      for (const { id } of [waiting, told])
        await database.admin
          .updateTable('signals.reporter_update')
          .set({ update_at: new Date(Date.UTC(2026, 0, 1)) })
          .where('report_id', '=', id)
          .execute();
      await runEverythingDue(database.kysely, 'demo', { wait: true });
      await runEverythingDue(database.kysely, 'demo', { wait: true });
      expect((await notesOf()).toSorted()).toEqual(['signals.reporter-told', 'signals.reporter-updated']);
    });
  });

  /** Both sides hold the agreement; whoever may not write it down has it from the start. */
  async function agreeBoth(there: TestOrganisation) {
    const world = await ExchangeWorld.between(database, here.id, there.id);
    await world.agreeBoth(undefined, 'signaaloverdracht');
  }

  async function agree(one: TestOrganisation, other: TestOrganisation, soort = 'signaaloverdracht') {
    const who = await app.visitor(await anActor(database, 'aandachtsfunctionaris', one));
    const form = await who.form('/samenwerken/afspraken/nieuw');
    const fields = {
      organisatie: other.code,
      soort,
      grondslag: 'Voorbeeldconvenant',
      vanaf: '1-1-2026',
      geldigTot: '1-1-2028',
    };
    expect((await who.send({ ...form, fields: { ...form.fields, ...fields } })).statusCode).toBe(303);
  }
});
