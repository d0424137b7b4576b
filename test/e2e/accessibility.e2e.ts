import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAssets } from '../../src/app/assets.ts';
import { ErrorPage } from '../../src/ui/error-page.tsx';
import type { PageFrame } from '../../src/ui/page.tsx';
import { renderPage } from '../../src/ui/render.ts';
import { axeFaults } from './axe.ts';
import { FocalPointPage } from './pages/focal-point-page.ts';
import { visitAs } from './roles.ts';
import { type Visit, visit } from './visit.ts';

interface State {
  readonly what: string;
  readonly path: string;
  readonly status?: number;
  /** Brings the page in this state. */
  readonly bring?: (page: Page) => Promise<void>;
}

const OPEN: readonly State[] = [
  { what: 'start page', path: '/' },
  { what: 'page to read', path: '/over' },
  { what: 'page in English', path: '/en' },
  { what: 'list with filters', path: '/gemeenten' },
  { what: 'list without results', path: '/gemeenten?naam=Nergenshuizen' },
  { what: 'detail', path: '/gemeenten/GM0014' },
  { what: 'sign in', path: '/inloggen?reden=verlopen' },
  { what: 'door of the demo', path: '/demo' },
  {
    what: 'list of choices that is open',
    path: '/demo',
    bring: async (page) => {
      await page.getByRole('combobox', { name: 'Gemeente' }).fill('gro');
      await page.getByRole('option', { name: 'Groningen', exact: true }).waitFor();
    },
  },
  { what: 'mail of the demo', path: '/demo/post' },
  { what: 'all components', path: '/demo/onderdelen' },
  { what: 'page that is not there', path: '/bestaat-niet', status: 404 },
];

const SIGNED_IN: readonly State[] = [
  { what: 'home', path: '/overzicht' },
  { what: 'list of work', path: '/aanpak' },
  { what: 'form', path: '/aanpak/K2.1' },
  {
    what: 'form with errors',
    path: '/aanpak/K2.1',
    status: 400,
    bring: async (page) => {
      const form = new FocalPointPage(page);
      await form.fields.validUntil.fill('31-02-2027');
      await form.send();
      await form.errors();
    },
  },
  { what: 'map with table', path: '/monitor' },
  { what: 'map of which the table is empty', path: '/monitor?provincie=PV00' },
  { what: 'own sessions', path: '/sessies' },
  { what: 'own roles', path: '/inloggen' },
  { what: 'preferences', path: '/voorkeuren' },
  { what: 'form that was not kept', path: '/formulier-terug' },
  { what: 'page of another role', path: '/beheer/mandaten', status: 403 },
];

/** Almelo, whose record had ended when the demo began. */
const LAPSED: readonly State[] = [
  { what: 'home with work', path: '/overzicht' },
  { what: 'record that lapsed', path: '/aanpak/K2.1' },
];

/** Colours are all that the dark changes: the components in every state, and the drawing. */
const IN_THE_DARK: readonly State[] = [
  { what: 'start page', path: '/' },
  { what: 'all components', path: '/demo/onderdelen' },
  { what: 'map', path: '/monitor?provincie=PV00' },
];

for (const { who, states, enter } of [
  { who: 'a visitor', states: OPEN, enter: () => visit() },
  { who: 'an officer', states: SIGNED_IN, enter: () => visitAs('aandachtsfunctionaris') },
  {
    who: 'an officer whose record lapsed',
    states: LAPSED,
    enter: () => visitAs('aandachtsfunctionaris', { at: 'GM0141' }),
  },
  { who: 'an officer in the dark', states: IN_THE_DARK, enter: () => visitAs('aandachtsfunctionaris', { dark: true }) },
]) {
  describe(`axe finds nothing wrong for ${who}`, () => {
    let visitor: Visit;
    beforeAll(async () => {
      visitor = await enter();
    });
    afterAll(() => visitor[Symbol.asyncDispose]());

    it.for(states)('on the $what', async ({ path, status, bring }) => {
      if (status) visitor.expectStatus(status);
      await visitor.page.goto(path);
      await bring?.(visitor.page);
      expect(await axeFaults(visitor.page)).toEqual([]);
      expect(visitor.complaints).toEqual([]);
    });
  });
}

describe('axe finds nothing wrong on what one sees when the product cannot help itself', () => {
  it.for([400, 409, 500, 503] as const)('the page for %i', async (status) => {
    await using visitor = await visit();
    const frame: PageFrame = {
      lang: 'nl',
      path: '/kapot',
      demo: true,
      assets: readAssets(resolve('.')),
      navigation: [{ href: '/', label: 'Start' }],
      csrf: '',
    };
    const body = renderPage(ErrorPage({ frame, status, reference: '4f1c' }));
    await visitor.page.route('**/kapot', (route) =>
      route.fulfill({ status, contentType: 'text/html; charset=utf-8', body }),
    );
    visitor.expectStatus(status);
    await visitor.page.goto('/kapot');
    expect(await visitor.page.getByRole('heading', { name: 'Wat u nu kunt doen' }).isVisible()).toBe(true);
    expect(await axeFaults(visitor.page)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });
});

describe('the check itself', () => {
  it('sees an image without words, a field without label and pale text', async () => {
    await using visitor = await visit();
    await visitor.page.goto('/over');
    await visitor.page.evaluate(() => {
      const input = document.createElement('input');
      const image = document.createElement('img');
      const pale = document.createElement('p');
      pale.append('te licht');
      pale.setAttribute('class', 'canary');
      pale.style.color = '#ccc';
      document.querySelector('main')?.append(input, image, pale);
    });
    const rules = (await axeFaults(visitor.page)).map((fault) => fault.split(':')[0]);
    expect(new Set(rules)).toEqual(new Set(['image-alt', 'label', 'color-contrast']));
  });
});
