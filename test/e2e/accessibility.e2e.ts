import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAssets } from '../../src/app/assets.ts';
import { LANGUAGES, type Translated } from '../../src/shared-kernel/language.ts';
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

/** The page asks again by itself until the numbers are there. */
const untilComputed = async (page: Page) => {
  await page.locator('#methoden').waitFor({ timeout: 60_000 });
};
/** As who sends the form from elsewhere: no button of the page makes a combination that does not exist. */
const chooseWrongly = async (page: Page) => {
  await page.locator('button[value="vng-adviseur"]').evaluate((button: HTMLButtonElement) => {
    button.value = 'bestaat-niet';
  });
  await page.locator('button[value="bestaat-niet"]').click();
  await page.getByRole('table', { name: 'Deze combinaties bestaan' }).waitFor();
};

const OPEN: readonly State[] = [
  { what: 'start page', path: '/' },
  { what: 'page to read', path: '/over' },
  { what: 'page in English', path: '/en' },
  { what: 'list with filters in English', path: '/en/municipalities' },
  { what: 'detail in English', path: '/en/municipalities/GM0014' },
  { what: 'numbers to call', path: '/netwerk/wie-belt-u' },
  { what: 'numbers to call in English', path: '/en/network/who-to-call?situatie=possible-victim' },
  { what: 'figures', path: '/cijfers' },
  { what: 'figures in English', path: '/en/figures' },
  { what: 'open data in English', path: '/en/open-data' },
  { what: 'lesson with its numbers', path: '/cijfers/schatten', bring: untilComputed },
  { what: 'lesson in English', path: '/en/figures/estimating', bring: untilComputed },
  { what: 'sign in, in English', path: '/en/sign-in?reden=verlopen' },
  { what: 'page that is not there, in English', path: '/en/nothing-here', status: 404 },
  { what: 'municipality that is no more, in English', path: '/en/municipalities/GM0501', status: 404 },
  { what: 'door of the demo after a wrong choice', path: '/demo', status: 400, bring: chooseWrongly },
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
  { what: 'map of which the table is empty', path: '/monitor?naam=nergens' },
  { what: 'part of the map, with its trend', path: '/monitor?veiligheidsregio=VR03&trend=jaar' },
  { what: 'monitor of anchoring', path: '/monitor?onderdeel=K7.1' },
  { what: 'monitor with all elements side by side', path: '/monitor?provincie=PV22&tabel=alle' },
  { what: 'monitor that does not know what is asked', path: '/monitor?provincie=PV00', status: 400 },
  { what: 'columns of the monitor', path: '/monitor/kolommen' },
  { what: 'agreements with others', path: '/samenwerken/afspraken' },
  { what: 'agreement to write down', path: '/samenwerken/afspraken/nieuw' },
  { what: 'messages between organisations', path: '/samenwerken/berichten' },
  {
    what: 'message with what may be done',
    path: '/samenwerken/berichten',
    bring: async (page) => {
      await page.locator('main table a').first().click();
      await page.getByRole('heading', { name: 'Verloop' }).waitFor();
    },
  },
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

/** In Amsterdam signals lie, and those about persons are taken too. */
const openFirst = async (page: Page, step = '') => {
  await page.locator('main tbody th a').first().click();
  if (step) await page.goto(`${new URL(page.url()).pathname}/${step}`);
};
const WITH_SIGNALS: readonly State[] = [
  { what: 'start of passing on', path: '/meldingen/nieuw' },
  { what: 'danger now', path: '/meldingen/nieuw?gevaar=ja&nodig=plek&functie=other' },
  { what: 'passing on about a person', path: '/meldingen/nieuw/persoon?functie=youth-care' },
  {
    what: 'passing on that may name somebody',
    path: '/meldingen/nieuw/plek?functie=supervision',
    status: 409,
    bring: async (page) => {
      await page.getByLabel('Waar is het?').fill('Voorbeeldweg 1');
      await page.getByLabel('Wat zag u zelf?').fill('ik zag Jan Voorbeeld lopen');
      await page.getByRole('button', { name: 'Geef dit door' }).click();
      await page.getByLabel('Ik keek het na').waitFor();
    },
  },
  { what: 'own signals', path: '/meldingen/mijn' },
  { what: 'list of signals', path: '/meldingen' },
  { what: 'one signal', path: '/meldingen?stand=weighed', bring: (page) => openFirst(page) },
  { what: 'weighing', path: '/meldingen?stand=weighed', bring: (page) => openFirst(page, 'wegen') },
  { what: 'persons of a signal', path: '/meldingen?soort=person', bring: (page) => openFirst(page, 'personen') },
  { what: 'closing', path: '/meldingen?stand=weighed', bring: (page) => openFirst(page, 'sluiten') },
  { what: 'looking up in registers', path: '/meldingen?stand=weighed', bring: (page) => openFirst(page, 'nagaan') },
  {
    what: 'reporting code',
    path: '/meldingen?stand=weighed&soort=person',
    bring: (page) => openFirst(page, 'meldcode'),
  },
  {
    what: 'handing over',
    path: '/meldingen?stand=weighed&soort=person',
    bring: (page) => openFirst(page, 'overdragen'),
  },
  { what: 'search by place or person', path: '/meldingen/zoeken' },
  { what: 'recording for somebody else', path: '/meldingen/namens/persoon' },
];

const OF_THE_FG: readonly State[] = [
  { what: 'start gate with its evidence', path: '/privacyloket/startpoort' },
  { what: 'evidence for the start gate', path: '/privacyloket/startpoort/vastleggen?vinkje=dpia' },
  { what: 'who opened a person', path: '/privacyloket/signalen' },
];

const OF_THE_MAYOR: readonly State[] = [{ what: 'readers on alleged offenders', path: '/meldingen/daders/lezers' }];

/** Colours are all that the dark changes: the components in every state, and the drawing. */
const IN_THE_DARK: readonly State[] = [
  { what: 'start page', path: '/' },
  { what: 'all components', path: '/demo/onderdelen' },
  { what: 'map', path: '/monitor?provincie=PV22' },
];

for (const { who, states, enter } of [
  { who: 'a visitor', states: OPEN, enter: () => visit() },
  { who: 'an officer', states: SIGNED_IN, enter: () => visitAs('aandachtsfunctionaris') },
  {
    who: 'an officer whose record lapsed',
    states: LAPSED,
    enter: () => visitAs('aandachtsfunctionaris', { at: 'GM0141' }),
  },
  {
    who: 'an officer with signals',
    states: WITH_SIGNALS,
    enter: () => visitAs('aandachtsfunctionaris', { at: 'GM0363' }),
  },
  {
    who: 'an officer for data protection',
    states: OF_THE_FG,
    enter: () => visitAs('fg', { at: 'GM0363' }),
  },
  { who: 'a mayor', states: OF_THE_MAYOR, enter: () => visitAs('bestuurder', { at: 'GM0363' }) },
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
  const NOW: Translated<string> = { nl: 'Wat u nu kunt doen', en: 'What you can do now' };
  const broken = ([400, 403, 409, 500, 503] as const).flatMap((status) =>
    LANGUAGES.map((lang) => ({ status, lang, path: lang === 'nl' ? '/kapot' : '/en/kapot' })),
  );

  it.for(broken)('the page for $status at $path', async ({ status, lang, path }) => {
    await using visitor = await visit();
    const frame: PageFrame = {
      lang,
      path,
      demo: true,
      assets: readAssets(resolve('.')),
      navigation: [{ href: '/', label: 'Start' }],
      csrf: '',
    };
    const body = renderPage(ErrorPage({ frame, status, reference: '4f1c' }));
    await visitor.page.route(`**${path}`, (route) =>
      route.fulfill({ status, contentType: 'text/html; charset=utf-8', body }),
    );
    visitor.expectStatus(status);
    await visitor.page.goto(path);
    expect(await visitor.page.getByRole('heading', { name: NOW[lang] }).isVisible()).toBe(true);
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
