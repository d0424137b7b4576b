import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RawProcess, runRaw } from '../support/raw-process.ts';
import { axeFaults } from './axe.ts';
import { browser, PHONE } from './visit.ts';

const ORGANISATION = 'GM0014';
let folder: string;
let environment: Readonly<Record<string, string>>;
let url: string;
let product: RawProcess;

/** A real installation: a key belongs to one address, so it must know its own before it starts. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'in-beeld-passkeys-'));
  const port = await freePort();
  url = `http://localhost:${port}`;
  // a browser takes a site on its own computer for safe; the header stands for the proxy with HTTPS
  environment = {
    DATA_DIR: folder,
    DEMO: '0',
    TRUST_PROXY: '1',
    RATE_LIMITS: 'on',
    PORT: String(port),
    PUBLIC_URL: url,
  };
  product = runRaw('main', environment);
  await product.untilSaid(/^Klaar: (\S+)$/m);
});
afterAll(async () => {
  await product?.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function codeOfOperator(): Promise<string> {
  const asked = runRaw('cli', environment, ['invite', '--organisatie', ORGANISATION]);
  expect(await asked.ended(), asked.said()).toBe(0);
  return (JSON.parse(asked.said().trim().split('\n').at(-1)!) as { code: string }).code;
}

/** Somebody before a browser of her own, whose device makes and keeps keys as a real one does (CTAP2, by the browser itself). */
async function somebody(options: { readonly script?: boolean } = {}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await (await browser()).newContext({
    baseURL: url,
    viewport: PHONE,
    locale: 'nl-NL',
    javaScriptEnabled: options.script ?? true,
    extraHTTPHeaders: { 'x-forwarded-proto': 'https' },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { context, page };
}

async function typeCode(page: Page, code: string, name: string): Promise<void> {
  await page.goto('/uitnodiging');
  await page.getByRole('textbox', { name: 'Code' }).fill(code);
  await page.getByLabel('Uw naam').fill(name);
  await page.getByLabel('Uw e-mailadres op het werk').fill('fenna@fictief.invalid');
  await page.getByRole('button', { name: 'Verder' }).click();
  await page.getByRole('heading', { name: 'Maak uw toegangssleutel' }).waitFor();
}

async function comeIn(page: Page, code: string, name: string): Promise<void> {
  await typeCode(page, code, name);
  await page.getByLabel('Hoe noemt u deze sleutel?').fill('Telefoon');
  await page.getByRole('button', { name: 'Maak de toegangssleutel en kom binnen' }).click();
  await page.getByRole('heading', { name: 'Uw toegangssleutels' }).waitFor();
}

it('lets two administrators in with a code and a key, who invite a third, who signs in again without typing anything', async () => {
  const first = await codeOfOperator();
  // axe comes by a debugger, which takes the keys of a browser with it when it goes: so another browser looks
  const reader = await somebody();
  for (const path of ['/inloggen', '/uitnodiging']) {
    await reader.page.goto(path);
    expect(await axeFaults(reader.page), path).toEqual([]);
  }
  await typeCode(reader.page, first, 'Fenna Fictief');
  expect(await axeFaults(reader.page)).toEqual([]);
  await reader.context.close();

  const fenna = await somebody();
  await comeIn(fenna.page, first, 'Fenna Fictief');
  expect(await axeFaults(fenna.page)).toEqual([]);
  const noor = await somebody();
  await comeIn(noor.page, await codeOfOperator(), 'Noor Fictief');

  await fenna.page.goto('/beheer/mensen/uitnodigingen/nieuw');
  await fenna.page.getByLabel('Wie?').fill('Tom Fictief');
  await fenna.page.locator('select[name=nieuweRol]').selectOption('teamleider');
  await fenna.page.getByLabel('Waarom?').fill('Begint maandag');
  await fenna.page.getByRole('button', { name: 'Vraag een tweede persoon' }).click();
  await fenna.page.waitForURL(/goedkeuringen/);
  await noor.page.goto(fenna.page.url());
  await noor.page.locator('input[value=goedkeuren]').check();
  await noor.page.getByRole('button', { name: 'Leg uw besluit vast' }).click();
  await noor.page.getByRole('heading', { name: 'Het besluit' }).waitFor();
  await fenna.page.goto('/beheer/mensen/uitnodigingen');
  expect(await axeFaults(fenna.page)).toEqual([]);
  await fenna.page.getByRole('button', { name: /^Maak de code/ }).click();
  const code = (await fenna.page.locator('main pre').textContent())!;

  const tom = await somebody();
  await comeIn(tom.page, code, 'Iemand anders');
  await tom.page.getByRole('button', { name: 'Uitloggen' }).click();
  await tom.page.goto('/inloggen');
  await tom.page.getByRole('link', { name: 'Log in met uw toegangssleutel' }).click();
  await tom.page.getByRole('button', { name: 'Gebruik uw toegangssleutel' }).click();
  await tom.page.waitForURL(/overzicht/);
  expect(await tom.page.locator('.ib-person__name').textContent()).toBe('Tom Fictief');
  for (const each of [fenna, noor, tom]) await each.context.close();
});

it('says to who has no key here, and to who has no scripts, what to do', async () => {
  const stranger = await somebody();
  // what a browser answers when she stops, or when her device has no key for this site
  await stranger.page.addInitScript(() => {
    navigator.credentials.get = () => Promise.reject(new DOMException('stopped', 'NotAllowedError'));
  });
  await stranger.page.goto('/inloggen/sleutel');
  expect(await axeFaults(stranger.page)).toEqual([]);
  await stranger.page.getByRole('button', { name: 'Gebruik uw toegangssleutel' }).click();
  await stranger.page.getByText('er is geen toegangssleutel gebruikt').waitFor();
  await stranger.context.close();

  const scriptless = await somebody({ script: false });
  await scriptless.page.goto('/inloggen/sleutel');
  await scriptless.page.getByRole('button', { name: 'Gebruik uw toegangssleutel' }).click();
  await scriptless.page.getByRole('heading', { name: 'Uw toegangssleutel is niet gevraagd' }).waitFor();
  await scriptless.context.close();
});
