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
const SHOTS: readonly Shot[] = [
  { name: 'start', path: '/' },
  { name: 'about', path: '/over' },
  { name: 'accessibility', path: '/toegankelijkheid' },
  { name: 'privacy', path: '/privacy' },
  { name: 'english', path: '/en' },
  { name: 'english-about', path: '/en/about' },
  { name: 'municipalities', path: '/gemeenten' },
  { name: 'municipalities-none', path: '/gemeenten?naam=Nergenshuizen' },
  { name: 'municipality', path: '/gemeenten/GM0014', printed: true },
  { name: 'municipality-dissolved', path: '/gemeenten/GM0003' },
  { name: 'sign-in', path: '/inloggen' },
  { name: 'sign-in-expired', path: '/inloggen?reden=verlopen' },
  { name: 'demo', path: '/demo' },
  { name: 'gallery', path: '/demo/onderdelen' },
  { name: 'not-found', path: '/bestaat-niet' },
  { name: 'forbidden', path: '/monitor', role: 'opvang' },
  { name: 'overview', path: '/overzicht', role: OFFICER },
  { name: 'overview-work', path: '/overzicht', role: OFFICER, at: 'GM0141' },
  { name: 'approach', path: '/aanpak', role: OFFICER },
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
  { name: 'monitor', path: '/monitor', role: ADVISER, printed: true },
  { name: 'monitor-own', path: '/monitor', role: OFFICER },
  { name: 'monitor-none', path: '/monitor?provincie=PV24&stand=lapsed', role: ADVISER },
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
