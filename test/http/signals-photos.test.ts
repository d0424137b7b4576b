import { beforeAll, describe, expect, it } from 'vitest';
import { runEverythingDue, runUntilIdle, type Scanning } from '../../src/app/due-work.ts';
import { signalEraser } from '../../src/features/signals/index.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { clamdScan, type Scan } from '../../src/platform/files/clamd.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { ABOUT_A_PERSON, AT_A_PLACE, aSignal } from '../support/a-signal.ts';
import { documentOf, TEST_KEYS, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { aScanner, EICAR } from '../support/clamd.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

/** A real picture of one pixel, and the same with a text in it. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const BEHIND = Buffer.concat([PNG, Buffer.from('PK\x03\x04 52.3702 4.8952 Jan Voorbeeld')]);

function withFile(fields: Readonly<Record<string, string>>, name: string, bytes: Buffer) {
  const boundary = '----voorbeeld';
  const text = Object.entries(fields).map(
    ([field, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="foto"; filename="${name}"\r\n\r\n`;
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(text.join('') + head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}

describe('a photograph with a signal about a place', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let colleague: Actor;
  let officer: Actor;
  let visitor: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    here = await anOrganisation(database);
    colleague = await anActor(database, 'medewerker', here);
    officer = await anActor(database, 'aandachtsfunctionaris', here);
    visitor = await app.visitor(colleague);
  });

  async function add(code: string, name = 'foto.png', bytes = PNG, by = visitor) {
    const path = `/meldingen/${code}/fotos`;
    const form = await by.form(path);
    return by.request({ method: 'POST', url: path, ...withFile(form.fields, name, bytes) });
  }
  const photosIn = async (code: string, by = visitor) => {
    const page = documentOf(await by.get(`/meldingen/${code}/fotos`));
    return [...page.querySelectorAll('a[href^="/meldingen/foto/"]')].map((link) => link.getAttribute('href')!);
  };
  const rows = (code: string) =>
    database.admin
      .selectFrom('signals.photo as p')
      .innerJoin('signals.signal_report as r', 'r.id', 'p.report_id')
      .innerJoin('files.file as f', 'f.id', 'p.file_id')
      .select([
        'p.id',
        'p.file_id',
        'p.scanned_at',
        'f.name',
        'f.sealed',
        'f.dossier_id',
        'r.dossier_id as of',
        'r.id as report',
      ])
      .where('r.code', '=', code)
      .execute();

  it('is kept sealed under the key of the dossier, without its name and what hung behind it', async () => {
    const { code } = await aSignal(database, colleague);
    const page = await visitor.get(`/meldingen/${code}/fotos`);
    expect(page.body).toContain('Niet doen: mensen, gezichten, paspoorten');
    const answer = await add(code, 'Jan Voorbeeld thuis.png', BEHIND);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/meldingen/${code}/fotos?toegevoegd`]);
    const [row] = await rows(code);
    expect(row).toMatchObject({ name: 'foto-1.png', dossier_id: row!.of, scanned_at: null });
    expect(Buffer.from(row!.sealed).includes('IHDR')).toBe(false);
    const [path] = await photosIn(code);
    const opened = await visitor.get(path!);
    expect(opened.rawPayload.equals(PNG)).toBe(true);
    expect(opened.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'attachment; filename="foto-1.png"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it('is opened by nobody but who added it as long as no scanner looked, and never as a document', async () => {
    const { code } = await aSignal(database, colleague);
    await add(code);
    const [row] = await rows(code);
    const weighing = await app.visitor(officer);
    expect((await weighing.get(`/meldingen/${code}/fotos`)).body).toContain('nog niet nagekeken op virussen');
    expect(await photosIn(code, weighing)).toEqual([]);
    const others = [officer, await anActor(database, 'teamleider', here), await anActor(database, 'medewerker', here)];
    for (const other of others)
      expect((await (await app.visitor(other)).get(`/meldingen/foto/${row!.id}`)).statusCode).toBe(404);
    expect((await weighing.get(`/bestanden/${row!.file_id}`)).statusCode).toBe(404);
  });

  it('is shown to who weighs once the scanner found nothing; the test virus and a silent scanner keep it out', async () => {
    const scanner = await aScanner();
    const scan = clamdScan({ host: '127.0.0.1', port: scanner.port }, 2_000);
    const scanning = await testApp(database, 'demo', { scan });
    const by = await scanning.visitor(colleague);
    const { code } = await aSignal(database, colleague);
    expect((await add(code, 'foto.png', PNG, by)).statusCode).toBe(303);
    const infected = await add(code, 'foto.png', Buffer.concat([PNG, EICAR]), by);
    expect([infected.statusCode, infected.body]).toEqual([400, expect.stringContaining('iets schadelijks')]);
    const weighing = await scanning.visitor(officer);
    const [path] = await photosIn(code, weighing);
    expect((await weighing.get(path!)).rawPayload.equals(PNG)).toBe(true);
    await scanner.close();
    const silent = await add(code, 'foto.png', PNG, by);
    expect([silent.statusCode, silent.body]).toEqual([400, expect.stringContaining('antwoordt niet')]);
    expect(await rows(code)).toHaveLength(1);
    await scanning.server.close();
  });

  it.each([
    ['a PDF', 'foto.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'), 'JPEG of PNG'],
    [
      'a page that calls itself a picture',
      'foto.png',
      Buffer.from('<html><script>1</script></html>'),
      'past niet bij de inhoud',
    ],
    ['an archive', 'foto.zip', Buffer.from('PK\x03\x04'), 'JPEG of PNG'],
    ['a picture that ends in the middle', 'foto.png', PNG.subarray(0, -5), 'beschadigd'],
    ['a drawing', 'foto.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'JPEG of PNG'],
    ['nothing', 'foto.png', Buffer.alloc(0), 'leeg'],
    ['25 MB', 'foto.png', Buffer.concat([PNG, Buffer.alloc(25 * 1024 * 1024)]), 'groter dan 20 MB'],
  ])('%s is refused beside the field', async (_name, name, bytes, words) => {
    const { code } = await aSignal(database, colleague);
    const answer = await add(code, name, bytes);
    expect(answer.statusCode).toBe(400);
    expect(documentOf(answer).getElementById('veld-foto-fout')?.textContent).toContain(words);
    expect(await rows(code)).toEqual([]);
  });

  it('is not taken for a person, for a signal of another, when it is closed, or after five', async () => {
    const person = await aSignal(database, colleague, ABOUT_A_PERSON);
    expect((await visitor.page(`/meldingen/${person.code}/fotos`)).querySelector('input[type=file]')).toBeNull();
    const { code, id } = await aSignal(database, colleague);
    const form = await visitor.form(`/meldingen/${code}/fotos`);
    const send = (to: string, by = visitor, fields = form.fields) =>
      by.request({ method: 'POST', url: `/meldingen/${to}/fotos`, ...withFile(fields, 'foto.png', PNG) });
    expect((await send(person.code)).statusCode).toBe(409);
    const theirs = await aSignal(database, await anActor(database, 'medewerker', here), AT_A_PLACE);
    expect((await send(theirs.code)).statusCode).toBe(404);
    for (let number = 1; number <= 5; number++) expect((await add(code)).statusCode).toBe(303);
    expect((await send(code)).statusCode).toBe(409);
    expect(await rows(code)).toHaveLength(5);
    await database.admin
      .updateTable('signals.signal_report')
      .set({
        closed_on: day('2026-11-25'),
        close_reason: 'not-enough',
        taken_up_on: day('2026-11-25'),
        taken_up_by: officer.personId,
      })
      .where('id', '=', id)
      .execute();
    expect((await send(code)).statusCode).toBe(409);
  });

  it('goes with the signal when its term ends', async () => {
    const { code } = await aSignal(database, colleague);
    await add(code);
    const [row] = await rows(code);
    const erased = await enter(database.kysely, { door: 'own', tenantId: here.id }, (tx, time) =>
      signalEraser.erase(
        tx,
        { tenantId: here.id, id: row!.report, dossierId: row!.of, rule: 'signal-location', period: 'P1Y' },
        time,
      ),
    );
    expect(erased).toMatchObject({ 'signals.photo': 1, 'signals.signal_report': 1 });
    expect(await rows(code)).toEqual([]);
  });

  describe('that came while there was no scanner', () => {
    const vault = () => createVault(database.kysely, TEST_KEYS);
    const scanNow = (scan: Scan) =>
      runEverythingDue(database.kysely, 'demo', { wait: true, scanning: { scan, vault: vault() } });
    const opens = async (code: string) => {
      const [photo] = await photosIn(code);
      return (await (await app.visitor(officer)).get(photo!)).statusCode;
    };

    it('is looked through as soon as there is one; until then only whoever added it opens it', async () => {
      const { code } = await aSignal(database, colleague, AT_A_PLACE, officer);
      expect((await add(code)).statusCode).toBe(303);
      await runEverythingDue(database.kysely, 'demo', { wait: true });
      expect(await opens(code)).toBe(404);
      await scanNow(async () => 'unreachable');
      expect(await opens(code)).toBe(404);
      // it is asked again later, not at once
      const seen: number[] = [];
      const clean: Scan = async (bytes) => {
        seen.push(bytes.length);
        return 'clean';
      };
      await scanNow(clean);
      expect([seen.length, await opens(code)]).toEqual([0, 404]);
      await database.admin
        .updateTable('signals.photo')
        .set({ scan_at: new Date(Date.UTC(2026, 0, 1)) })
        .where('tenant_id', '=', here.id)
        .where('scan_at', 'is not', null)
        .execute();
      await scanNow(clean);
      expect(seen.length).toBeGreaterThan(0);
      expect(await opens(code)).toBe(200);
    });

    it('is looked through by who does by hand what is due, when there is a scanner', async () => {
      const { code } = await aSignal(database, colleague, AT_A_PLACE, officer);
      expect((await add(code)).statusCode).toBe(303);
      const doDue = (scanning: Scanning | undefined) =>
        runUntilIdle(database.kysely, 'demo', { scanning, say: (trouble) => expect(trouble).toBe('') });
      await doDue(undefined);
      expect(await opens(code)).toBe(404);
      await doDue({ scan: async () => 'clean', vault: vault() });
      expect(await opens(code)).toBe(200);
    });

    it('goes, with its file, when something harmful is found in it', async () => {
      const { code } = await aSignal(database, colleague, AT_A_PLACE, officer);
      expect((await add(code)).statusCode).toBe(303);
      const [photo] = await rows(code);
      await scanNow(async () => 'found');
      expect(await rows(code)).toEqual([]);
      const left = await database.admin
        .selectFrom('files.file')
        .select('id')
        .where('id', '=', photo!.file_id)
        .execute();
      expect(left).toEqual([]);
    });
  });
});
