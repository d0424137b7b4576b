import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { ErrorPage } from './error-page.tsx';
import { Page, type PageFrame } from './page.tsx';
import { renderPage } from './render.ts';
import { Alert } from './show/alert.tsx';

const visitor: PageFrame = {
  lang: 'nl',
  path: '/gemeenten',
  demo: false,
  assets: { css: '/a.css', publicScript: '/p.js', workScript: '/w.js' },
  navigation: [
    { href: '/', label: 'Start' },
    { href: '/gemeenten', label: 'Gemeenten', current: true },
  ],
  csrf: '',
};
const worker: PageFrame = {
  ...visitor,
  csrf: 'token',
  sessionEndsInSeconds: 900,
  person: {
    id: 'iemand',
    name: 'Vera Voorbeeld',
    role: 'Beleidsmedewerker',
    organisation: 'Gemeente Fictief',
    canSwitch: false,
  },
};
const open = (page: Parameters<typeof renderPage>[0]) => parseHTML(renderPage(page)).document;

describe('Page', () => {
  it('is a whole document in the language of the frame', () => {
    const html = renderPage(<Page frame={visitor} title="Gemeenten" />);
    expect(html.startsWith('<!doctype html><html lang="nl"')).toBe(true);
    expect(open(<Page frame={{ ...visitor, lang: 'en' }} title="Help" />).documentElement.getAttribute('lang')).toBe(
      'en',
    );
  });

  it('names page and product in the title, and counts the errors in front', () => {
    expect(open(<Page frame={visitor} title="Gemeenten" />).title).toBe('Gemeenten – In Beeld');
    expect(open(<Page frame={visitor} title="Scan" errors={{ a: 'Fout.' }} />).title).toBe(
      '(1 invoerfout) Scan – In Beeld',
    );
    expect(open(<Page frame={visitor} title="Scan" errors={{ a: 'x', b: 'y' }} />).title).toBe(
      '(2 invoerfouten) Scan – In Beeld',
    );
  });

  it('has one h1, none when a question is the heading', () => {
    expect(open(<Page frame={visitor} title="Gemeenten" />).querySelectorAll('h1')).toHaveLength(1);
    expect(open(<Page frame={visitor} title="Gemeenten" heading={false} />).querySelectorAll('h1')).toHaveLength(0);
    expect(open(<Page frame={visitor} title="A" heading="B" />).querySelector('h1')?.textContent).toBe('B');
  });

  it('starts main with the summary of errors, each linked to its field', () => {
    const document = open(
      <Page
        frame={visitor}
        title="Scan"
        errors={{ naam: 'Vul een naam in.', _form: 'Te laat.' }}
        status={<Alert kind="ok" />}
      />,
    );
    const first = document.querySelector('main .ib-flow')?.firstElementChild;
    expect(first?.hasAttribute('data-error-summary')).toBe(true);
    expect([...first!.querySelectorAll('li')].map((li) => li.textContent)).toEqual(['Vul een naam in.', 'Te laat.']);
    expect([...first!.querySelectorAll('a')].map((a) => a.getAttribute('href'))).toEqual(['#veld-naam']);
  });

  it('begins with a link that skips to main', () => {
    const document = open(<Page frame={visitor} title="Gemeenten" />);
    const skip = document.body.firstElementChild;
    expect(skip?.textContent).toBe('Naar de inhoud');
    expect(document.querySelector('main')?.id).toBe(skip?.getAttribute('href')?.slice(1));
  });

  it('marks where one is in the navigation', () => {
    const current = open(<Page frame={visitor} title="Gemeenten" />).querySelectorAll('nav [aria-current="page"]');
    expect([...current].map((link) => link.textContent)).toEqual(['Gemeenten']);
  });

  it('leads to the rooms that a long menu leaves out, and only then', () => {
    const linksOf = (frame: PageFrame) =>
      [...open(<Page frame={frame} title="X" />).querySelectorAll('#hoofdmenu a')].map((link) =>
        link.getAttribute('href'),
      );
    const [first, second] = visitor.navigation;
    expect(linksOf({ ...visitor, navigation: [first!, { ...second!, isAside: true, current: false }] })).toEqual([
      first!.href,
      '/overzicht#waarheen',
    ]);
    expect(linksOf({ ...visitor, navigation: [first!, second!] })).toEqual([first!.href, second!.href]);
  });

  it('shows the banner only when the data are not real', () => {
    const said = (frame: PageFrame) =>
      open(<Page frame={frame} title="X" />)
        .querySelector('header')
        ?.textContent?.includes('Voorbeeldgegevens, niet echt');
    expect(said(visitor)).toBe(false);
    expect(said({ ...visitor, demo: true })).toBe(true);
  });

  it('names the organisation and the role of who is signed in, and tells the browser when the session ends', () => {
    const document = open(<Page frame={worker} title="Overzicht" />);
    expect(document.querySelector('header')?.textContent).toContain('Gemeente Fictief');
    expect(document.querySelector('header')?.textContent).toContain('Beleidsmedewerker');
    expect(document.querySelector('form[action="/uitloggen"] input[name="_csrf"]')?.getAttribute('value')).toBe(
      'token',
    );
    expect(document.body.getAttribute('data-session-ends-in')).toBe('900');
    expect(document.querySelector('script')?.getAttribute('src')).toBe('/w.js');
  });

  it('tells a visitor nothing about a session', () => {
    const document = open(<Page frame={visitor} title="Gemeenten" />);
    expect(document.body.hasAttribute('data-session-ends-in')).toBe(false);
    expect(document.querySelector('script')?.getAttribute('src')).toBe('/p.js');
    expect(document.querySelector('header a[href="/inloggen"]')).not.toBeNull();
  });

  it('escapes HTML in everything it is given', () => {
    const evil = '"><img src=x onerror=alert(1)>';
    const html = renderPage(
      <Page
        frame={{
          ...worker,
          path: evil,
          nowLabel: evil,
          csrf: evil,
          navigation: [{ href: evil, label: evil }],
          person: { id: 'iemand', name: evil, role: evil, organisation: evil, canSwitch: true },
        }}
        title={evil}
        lead={evil}
        errors={{ [evil]: evil }}
        breadcrumbs={[{ href: evil, label: evil }]}
      >
        {evil}
      </Page>,
    );
    expect(html).not.toContain('<img');
    expect(parseHTML(html).document.querySelectorAll('img, [onerror]')).toHaveLength(0);
  });

  it('keeps to the content security policy: nothing inline', () => {
    const html = renderPage(<Page frame={worker} title="Overzicht" />);
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|<style/);
    expect(html).not.toMatch(/<script(?![^>]*src=)/);
  });
});

describe('ErrorPage', () => {
  it.each([
    400, 403, 404, 409, 500, 503,
  ] as const)('says at %i what to do now and gives the number to mention', (status) => {
    const document = open(<ErrorPage frame={worker} status={status} reference="ABC-123" />);
    expect(document.querySelector('h2')?.textContent).toBe('Wat u nu kunt doen');
    expect(document.querySelectorAll('main li').length).toBeGreaterThanOrEqual(1);
    expect(document.querySelectorAll('main a').length).toBeGreaterThanOrEqual(1);
    expect(document.querySelector('main')?.textContent).toContain('ABC-123');
  });

  it('tells nothing about whether the missing thing exists', () => {
    expect(open(<ErrorPage frame={worker} status={404} />).querySelector('main')?.textContent).toContain(
      'bestaat niet, of u hebt er geen toegang toe',
    );
  });
});
