import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../src/shared-kernel/role.ts';
import { PUBLIC_PAGES } from '../../src/ui/public-pages.ts';
import { axeFaults } from './axe.ts';
import { visitAs } from './roles.ts';
import { NARROW, type Visit, visit } from './visit.ts';

/** Answers that are no pages, such as files to take away: they have no width, but they must be there. */
const NO_PAGE = /^\/(assets|api|bestanden|leren\/certificaat)\/|\/(word|pdf)\/|\.[a-z]{2,8}$/;
/** The way out leads to another site, which is not there in a test. */
const WAY_OUT = '/weg';
/** What there is of learning: hundreds of lessons that are alike. Their kinds are walked in learning.e2e.ts. */
const LESSONS = new RegExp(
  `^/leren/(?:(les|toets|pakketten)/.+|(?:${readdirSync('content/learning')
    .map((file) => file.replace('.yaml', ''))
    .join('|')}))$`,
);
/** One of many that are alike. */
const kindOf = (path: string) =>
  path
    .replace(/GM\d{4}/, 'GM')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, 'id')
    .replace(LESSONS, (_path, kind) => `/leren/${kind ?? 'pad'}/een`);

/** How far the page is wider than the screen, in CSS pixels, and what sticks out. */
function overhang(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return '';
    const widest = [...document.querySelectorAll('main *')].find(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return `${scrollWidth - clientWidth} px: ${widest?.outerHTML.slice(0, 120) ?? 'outside main'}`;
  });
}

/** What a page is made of: its elements and their classes, each once. Two that are made of the same lie the same on the screen. */
const madeOf = (html: string) => [...new Set(html.match(/<[a-z][a-z0-9]*(?: class="[^"]*")?/g))].toSorted().join(' ');
const linksOf = (html: string) =>
  [...html.matchAll(/<a [^>]*href="(\/[^"?#]*)/g)].map(([, path]) => path!.replaceAll('&amp;', '&'));

/** Pages that were looked at at this width, by kind and by what they are made of: each once, whoever comes there first. */
const seen = new Set<string>();
/** Kinds of page that axe has seen. */
const inspected = new Set<string>();

/** Follows every link from these addresses, once for each kind of page; gives what is wrong at each. */
async function crawl(visitor: Visit, from: readonly string[], known: Set<string>): Promise<Record<string, unknown>> {
  const waiting = [...from];
  const wrong: Record<string, unknown> = {};
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    if (known.has(kindOf(path))) continue;
    known.add(kindOf(path));
    const answer = await visitor.context.request.get(path);
    if (answer.status() !== 200) wrong[path] = answer.status();
    if (answer.status() !== 200 || NO_PAGE.test(path)) continue;
    const html = await answer.text();
    waiting.push(...linksOf(html).filter((link) => link !== WAY_OUT));
    const made = `${kindOf(path)} ${madeOf(html)}`;
    if (seen.has(made)) continue;
    seen.add(made);
    await visitor.page.goto(path);
    const sticksOut = await overhang(visitor.page);
    if (sticksOut) wrong[path] = sticksOut;
    if (inspected.has(kindOf(path))) continue;
    inspected.add(kindOf(path));
    const faults = await axeFaults(visitor.page);
    if (faults.length > 0) wrong[`${path} axe`] = faults;
  }
  return wrong;
}

/** A third of the roles, another third each day: together they walk through everything. All of them in `npm run proof -- screens`. */
function rolesOfToday() {
  const day = Math.floor(Date.now() / 86_400_000);
  return process.env.PROOF_WHOLE === 'true' ? ROLES : ROLES.filter((_role, index) => index % 3 === day % 3);
}

describe('a screen of 320 pixels', () => {
  const open = new Set<string>();

  it('shows every public page without sideways scrolling, dead link or fault that axe sees', {
    timeout: 180_000,
  }, async () => {
    await using visitor = await visit({ screen: NARROW });
    // until it was computed, the lesson in estimating reloads itself, also while somebody goes on to the next page
    while ((await visitor.context.request.get(PUBLIC_PAGES.estimating.nl)).headers().refresh);
    expect(await crawl(visitor, ['/', '/demo', '/demo/onderdelen'], open)).toEqual({});
    expect(visitor.complaints).toEqual([]);
    const { registered: _onceReleased, ...there } = PUBLIC_PAGES;
    const everyPage = Object.values(there).flatMap((pair) => Object.values(pair));
    expect([...open]).toEqual(expect.arrayContaining(everyPage.map((path) => path.replace(':code', 'GM'))));
  });

  it.for(
    rolesOfToday(),
  )('shows every page of %s without sideways scrolling, dead link or fault that axe sees', async (role) => {
    await using visitor = await visitAs(role, { screen: NARROW });
    const known = new Set([...open].filter((path) => path !== '/inloggen' && path !== '/'));
    const wrong = await crawl(visitor, ['/overzicht', '/inloggen', '/sessies', '/formulier-terug'], known);
    expect(wrong).toEqual({});
    expect(visitor.complaints).toEqual([]);
  });

  it('puts all that a cell of a table holds beside its label, and nothing under it', async () => {
    await using visitor = await visit({ screen: NARROW });
    await visitor.page.goto('/demo/onderdelen');
    const places = await visitor.page.locator('.ib-table--stack td').evaluateAll(([cell]) => {
      const [one, two] = ['ja', 'op een dag die lang genoeg is voor twee regels naast het woord'].map((word) =>
        Object.assign(document.createElement('span'), { textContent: word }),
      );
      cell!.replaceChildren(one!, ' ', two!, ', ', Object.assign(document.createElement('p'), { textContent: 'erna' }));
      const left = cell!.getBoundingClientRect().left;
      return [...cell!.children].flatMap((child) => [...child.getClientRects()].map((box) => box.left - left));
    });
    expect(places.length).toBeGreaterThanOrEqual(4);
    expect(Math.min(...places)).toBeGreaterThan(80);
  });

  it('is measured: a wide block is seen', async () => {
    await using visitor = await visit({ screen: NARROW });
    await visitor.page.goto('/over');
    await visitor.page.evaluate(() => {
      const wide = document.createElement('div');
      wide.append('breed');
      wide.style.width = '400px';
      document.querySelector('main')?.append(wide);
    });
    expect(await overhang(visitor.page)).toMatch(/^\d+ px: <div/);
  });
});
