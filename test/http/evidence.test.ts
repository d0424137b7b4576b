import { crc32 } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { clamdScan } from '../../src/platform/files/clamd.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { aScanner, EICAR } from '../support/clamd.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const PATH = '/aanpak/K2.1';
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n');
/** A real picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const filled = {
  aandachtsfunctionaris: 'Noor Fictief',
  vervanger: 'Tom Fictief',
  urenPerWeek: '8',
  besluit: 'Voorbeeldbesluit',
  besluitdatum: '1-11-2026',
  geldigTot: '1-3-2028',
};

/** A form with a file, as a browser sends it (RFC 7578). */
function multipart(fields: Readonly<Record<string, string>>, file: { readonly name: string; readonly bytes: Buffer }) {
  const boundary = '----voorbeeld';
  const text = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="bewijsstuk"; filename="${file.name}"\r\nContent-Type: application/pdf\r\n\r\n`;
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(text.join('') + head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}

describe('a document as evidence', () => {
  let database: TestDatabase;
  let app: TestApp;
  let organisation: TestOrganisation;
  let actor: Actor;
  let visitor: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    organisation = await anOrganisation(database);
    actor = await anActor(database, 'aandachtsfunctionaris', organisation);
    visitor = await app.visitor(actor);
  });

  async function upload(
    name: string,
    bytes: Buffer,
    change: Readonly<Record<string, string>> = {},
    by: Visitor = visitor,
  ) {
    const form = await by.form(PATH);
    return by.request({
      method: 'POST',
      url: PATH,
      ...multipart({ ...form.fields, ...filled, ...change }, { name, bytes }),
    });
  }
  const files = () =>
    database.admin.selectFrom('files.file').selectAll().where('tenant_id', '=', organisation.id).execute();

  it('says what is wrong beside the field, keeps the answers and stores nothing', async () => {
    for (const [name, bytes, words] of [
      ['besluit.pdf', Buffer.from('MZ\x90 een programma'), 'past niet bij de inhoud'],
      ['pagina.html', Buffer.from('<html></html>'), 'Dit soort bestand'],
      ['groot.pdf', Buffer.concat([PDF, Buffer.alloc(25 * 1024 * 1024)]), 'groter dan 20 MB'],
    ] as const) {
      const answer = await upload(name, bytes);
      const page = documentOf(answer);
      expect([name, answer.statusCode]).toEqual([name, 400]);
      expect(page.getElementById('veld-bewijsstuk-fout')?.textContent).toContain(words);
      expect(page.querySelector('[name=besluit]')?.getAttribute('value')).toBe('Voorbeeldbesluit');
    }
    expect(await files()).toHaveLength(0);
  });

  it('is looked through where a scanner is set: the test virus and a silent scanner keep nothing', async () => {
    const scanner = await aScanner();
    const scanning = await testApp(database, 'demo', {
      scan: clamdScan({ host: '127.0.0.1', port: scanner.port }, 2_000),
    });
    const by = await scanning.visitor(actor);
    const harmful = await upload('besluit.pdf', Buffer.concat([PDF, EICAR]), {}, by);
    expect([harmful.statusCode, documentOf(harmful).getElementById('veld-bewijsstuk-fout')?.textContent]).toEqual([
      400,
      expect.stringContaining('iets schadelijks'),
    ]);
    expect(scanner.received).toEqual([PDF.length + EICAR.length]);
    await scanner.close();
    const silent = await upload('besluit.pdf', PDF, {}, by);
    expect([silent.statusCode, silent.body]).toEqual([400, expect.stringContaining('antwoordt niet')]);
    expect(await files()).toHaveLength(0);
    await scanning.server.close();
  });

  it('that is a photograph loses what says where and by whom it was taken', async () => {
    const text = Buffer.from('tEXtAuthor\0Jan Voorbeeld, 52.3702 4.8952');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(text.length - 4);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(text));
    const taken = Buffer.concat([PNG.subarray(0, 33), length, text, sum, PNG.subarray(33)]);
    const answer = await upload('besluit.png', taken, { urenPerWeek: 'veel' });
    const id = documentOf(answer).querySelector('[name=bewijsstukId]')?.getAttribute('value') ?? '';
    expect((await visitor.get(`/bestanden/${id}`)).rawPayload.equals(PNG)).toBe(true);
    await database.admin.deleteFrom('files.file').where('tenant_id', '=', organisation.id).execute();
  });

  it('refuses a request that is larger than any form, before reading it', async () => {
    const answer = await visitor.request({
      method: 'POST',
      url: PATH,
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(50 * 1024 * 1024) },
      payload: '',
    });
    expect(answer.statusCode).toBe(413);
  });

  it('is kept when another field is wrong, sealed, and need not be sent again', async () => {
    const answer = await upload('Besluit.pdf', PDF, { urenPerWeek: 'veel' });
    const page = documentOf(answer);
    expect(answer.statusCode).toBe(400);
    expect(page.querySelector('main')?.textContent).toContain('Al ontvangen: Besluit.pdf');
    const id = page.querySelector('[name=bewijsstukId]')?.getAttribute('value') ?? '';
    const [row] = await files();
    expect(row).toMatchObject({ id, name: 'Besluit.pdf', attached_at: null });
    expect(Buffer.from(row!.sealed).includes('%PDF')).toBe(false);

    const form = await visitor.form(PATH);
    const stored = await visitor.send({ ...form, fields: { ...form.fields, ...filled, bewijsstukId: id } });
    expect(stored.statusCode).toBe(303);
    const standing = await database.admin
      .selectFrom('approach.standing')
      .select('evidence_kind')
      .where('tenant_id', '=', organisation.id)
      .executeTakeFirst();
    expect(standing?.evidence_kind).toBe('besluit-met-document');
    const download = await visitor.get(`/bestanden/${id}`);
    expect(download.headers['content-security-policy']).toContain('sandbox');
    expect(download.rawPayload.equals(PDF)).toBe(true);
    expect(download.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(download.headers['content-disposition']).toMatch(/^attachment;/);
  });

  it('of another organisation can be neither read nor referred to', async () => {
    const [file] = await files();
    const stranger = await app.visitor(
      await anActor(database, 'aandachtsfunctionaris', await anOrganisation(database)),
    );
    const foreign = await stranger.get(`/bestanden/${file!.id}`);
    expect(foreign.statusCode).toBe(404);
    const form = await stranger.form(PATH);
    const answer = await stranger.send({ ...form, fields: { ...form.fields, ...filled, bewijsstukId: file!.id } });
    expect(answer.statusCode).toBe(409);
    expect(documentOf(answer).getElementById('veld-bewijsstuk-fout')?.textContent).toContain('Kies het opnieuw');
  });
});
