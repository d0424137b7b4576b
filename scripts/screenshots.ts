/**
 * Photographs every page of the product, wide and on a telephone, into `.cache/screenshots`, to be looked at.
 *
 * Options: `--url http://…` uses a running demo instead of starting one; `--only name,name` takes just these;
 * `--dark` takes them in the dark; `--print` makes PDFs of what is printed in meetings.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../test/support/browser.ts';
import { startProduct } from '../test/support/product.ts';
import { build } from './build.ts';

interface Shot {
  readonly name: string;
  readonly path: string;
  /** Signed in as this role; nobody when absent. */
  readonly role?: string;
  /** At this organisation; the first of the role when absent. */
  readonly at?: string;
  /** What happens on the page before it is photographed. */
  readonly before?: (page: Page) => Promise<void>;
  /** Also on paper. */
  readonly printed?: boolean;
}

const OFFICER = 'aandachtsfunctionaris';
const ADVISER = 'vng-adviseur';
/** The lesson in estimating computes once; the page asks again by itself. */
const untilComputed = (page: Page) => page.locator('#methoden').waitFor({ timeout: 60_000 });

const SHOTS: readonly Shot[] = [
  { name: 'start', path: '/' },
  { name: 'about', path: '/over' },
  { name: 'accessibility', path: '/toegankelijkheid' },
  { name: 'privacy', path: '/privacy' },
  { name: 'help', path: '/info' },
  { name: 'help-before', path: '/info/ro' },
  { name: 'help-list', path: '/info/ro/1' },
  { name: 'help-arabic', path: '/info/ar/1' },
  { name: 'trafficking', path: '/mensenhandel' },
  { name: 'forms', path: '/mensenhandel/vormen' },
  { name: 'not-trafficking', path: '/mensenhandel/wat-het-niet-is' },
  { name: 'who-meets-it', path: '/mensenhandel/wie-ziet-het' },
  { name: 'municipal-task', path: '/mensenhandel/wat-de-gemeente-doet' },
  { name: 'signals', path: '/signalen?rol=TH' },
  { name: 'signal-cards', path: '/signalen/kaarten' },
  { name: 'signal-check', path: '/signalencheck' },
  { name: 'english', path: '/en' },
  { name: 'english-about', path: '/en/about' },
  { name: 'english-municipality', path: '/en/municipalities/GM0014' },
  { name: 'english-who-to-call', path: '/en/network/who-to-call' },
  { name: 'english-figures', path: '/en/figures' },
  { name: 'english-estimating', path: '/en/figures/estimating', before: untilComputed },
  { name: 'english-open-data', path: '/en/open-data' },
  { name: 'english-sign-in', path: '/en/sign-in' },
  { name: 'english-not-found', path: '/en/nothing-here' },
  { name: 'who-to-call', path: '/netwerk/wie-belt-u' },
  { name: 'figures', path: '/cijfers', printed: true },
  { name: 'estimating', path: '/cijfers/schatten', before: untilComputed },
  { name: 'open-data', path: '/open-data' },
  { name: 'municipalities', path: '/gemeenten' },
  { name: 'municipalities-none', path: '/gemeenten?naam=Nergenshuizen' },
  { name: 'municipality', path: '/gemeenten/GM0014', printed: true },
  { name: 'municipality-dissolved', path: '/gemeenten/GM0003' },
  { name: 'sign-in', path: '/inloggen' },
  { name: 'sign-in-expired', path: '/inloggen?reden=verlopen' },
  { name: 'demo', path: '/demo' },
  { name: 'gallery', path: '/demo/onderdelen' },
  { name: 'not-found', path: '/bestaat-niet' },
  { name: 'log-insight', path: '/privacyloket/inzage', role: 'fg', at: 'GM0014' },
  { name: 'log-insight-found', path: '/privacyloket/inzage?zoek=VOORBEELD-1', role: 'fg', at: 'GM0014', printed: true },
  { name: 'log-insight-person', path: '/privacyloket/inzage?zoek=VOORBEELD-2', role: 'fg', at: 'GM0014' },
  { name: 'log-insight-none', path: '/privacyloket/inzage?zoek=BESTAATNIET', role: 'fg', at: 'GM0014' },
  { name: 'log-insight-errors', path: '/privacyloket/inzage?zoek=een+naam&van=31-2-2026', role: 'fg', at: 'GM0014' },
  {
    name: 'log-report',
    path: '/privacyloket/inzage?zoek=VOORBEELD-2',
    role: 'fg',
    at: 'GM0014',
    before: async (page) => {
      await page.locator('tbody li a').first().click();
      await page.getByRole('link', { name: 'Overzicht voor de betrokkene' }).click();
      await page.waitForLoadState();
    },
  },
  { name: 'log-deeds', path: '/privacyloket/handelingen', role: 'ciso', at: 'GM0014' },
  { name: 'forbidden', path: '/monitor', role: 'opvang' },
  { name: 'overview', path: '/overzicht', role: OFFICER },
  { name: 'overview-work', path: '/overzicht', role: OFFICER, at: 'GM0141' },
  { name: 'approach', path: '/aanpak', role: OFFICER },
  { name: 'seen-by-others', path: '/aanpak/wat-anderen-zien', role: 'bestuurder', at: 'GM0599', printed: true },
  { name: 'known-publicly', path: '/aanpak/openbare-bronnen', role: 'beleidsmedewerker', at: 'GM0664' },
  { name: 'public-facts', path: '/monitor/openbare-bronnen', role: ADVISER },
  { name: 'public-facts-enter', path: '/monitor/openbare-bronnen/nieuw', role: ADVISER },
  { name: 'public-facts-many', path: '/monitor/openbare-bronnen/veel', role: ADVISER },
  { name: 'municipality-published', path: '/gemeenten/GM0599' },
  { name: 'people', path: '/beheer/mensen', role: 'beheerder' },
  { name: 'focal-point', path: '/aanpak/K2.1', role: OFFICER, printed: true },
  { name: 'focal-point-reader', path: '/aanpak/K2.1', role: 'bestuurder' },
  {
    name: 'focal-point-errors',
    path: '/aanpak/K2.1',
    role: OFFICER,
    before: async (page) => {
      await page.getByLabel('Geldig tot', { exact: true }).fill('31-02-2027');
      await page.getByRole('button', { name: 'Leg vast' }).click();
      await page.waitForLoadState();
    },
  },
  { name: 'collaboration', path: '/samenwerken', role: OFFICER, at: 'GM0014' },
  { name: 'agreements', path: '/samenwerken/afspraken', role: OFFICER, at: 'GM0014' },
  { name: 'agreement-new', path: '/samenwerken/afspraken/nieuw', role: OFFICER, at: 'GM0014' },
  { name: 'messages', path: '/samenwerken/berichten', role: OFFICER, at: 'GM0014' },
  { name: 'message-new', path: '/samenwerken/berichten/nieuw', role: OFFICER, at: 'GM0014' },
  {
    name: 'message',
    path: '/samenwerken/berichten',
    role: OFFICER,
    at: 'GM0014',
    before: async (page) => {
      await page.locator('main table a').first().click();
      const takeIn = page.getByRole('button', { name: 'Neem in ontvangst' });
      await page.waitForLoadState();
      // the second time it was taken in already
      if ((await takeIn.count()) > 0) await takeIn.click();
      await page.waitForLoadState();
    },
  },
  {
    name: 'message-officer',
    path: '/samenwerken/berichten',
    role: 'fg',
    at: 'GM0014',
    before: async (page) => {
      await page.locator('main table a').last().click();
      await page.waitForLoadState();
    },
  },
  { name: 'monitor', path: '/monitor', role: ADVISER, printed: true },
  { name: 'monitor-own', path: '/monitor', role: OFFICER },
  { name: 'monitor-region', path: '/monitor?veiligheidsregio=VR03', role: ADVISER },
  { name: 'monitor-side', path: '/monitor?provincie=PV22&tabel=alle', role: ADVISER },
  { name: 'monitor-none', path: '/monitor?provincie=PV24&stand=openbare-bron', role: ADVISER },
  { name: 'monitor-columns', path: '/monitor/kolommen' },
  { name: 'sessions', path: '/sessies', role: OFFICER },
  { name: 'roles', path: '/inloggen', role: OFFICER },
  { name: 'focal-point-lapsed', path: '/aanpak/K2.1', role: OFFICER, at: 'GM0141' },
  { name: 'mandates', path: '/beheer/mandaten', role: 'beheerder' },
  { name: 'whom-to-call', path: '/netwerk/wie-belt-u' },
  { name: 'post', path: '/demo/post' },
  { name: 'preferences', path: '/voorkeuren', role: OFFICER },
];
/** Of a longer page the rest is more of the same. */
const TALLEST = 3200;
const SCREENS = { wide: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

const { values: asked } = parseArgs({
  options: { url: { type: 'string' }, only: { type: 'string' }, dark: { type: 'boolean' }, print: { type: 'boolean' } },
});
const only = asked.only?.split(',');
const folder = join(resolve(import.meta.dirname, '..'), '.cache/screenshots');
mkdirSync(folder, { recursive: true });
if (!asked.url) await build();
const product = asked.url ? undefined : await startProduct();
const baseURL = asked.url ?? product!.url;
const browser = await launchBrowser();
try {
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    const contexts = new Map<string, BrowserContext>();
    for (const shot of SHOTS.filter(({ name }) => !only || only.includes(name))) {
      const who = `${shot.role} ${shot.at}`;
      const context = contexts.get(who) ?? (await newContext(viewport, shot));
      contexts.set(who, context);
      await photograph(context, shot, screen);
    }
    for (const context of contexts.values()) await context.close();
  }
} finally {
  await browser.close();
  await product?.stop();
}
console.log(folder);

async function newContext(viewport: { width: number; height: number }, { role, at }: Shot): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL,
    viewport,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    colorScheme: asked.dark ? 'dark' : 'light',
  });
  if (role)
    await context.request.post('/demo/aanmelden', { form: { rol: role, organisatie: at ?? '' }, maxRedirects: 0 });
  return context;
}

async function photograph(context: BrowserContext, shot: Shot, screen: string): Promise<void> {
  const page = await context.newPage();
  const answer = await page.goto(shot.path);
  await shot.before?.(page);
  const file = join(folder, `${shot.name}-${screen}`);
  const { width } = page.viewportSize()!;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width, height: Math.min(height, TALLEST) };
  await page.screenshot({ path: `${file}.png`, fullPage: true, clip });
  if (asked.print && shot.printed && screen === 'wide') await page.pdf({ path: `${file}.pdf`, format: 'A4' });
  console.log(`${answer?.status()} ${shot.path} ${screen}`);
  await page.close();
}
