import type { Response } from 'light-my-request';
import type { RouteEntry } from '../../src/platform/http/route-config.ts';
import { newSecret } from '../../src/platform/ids/uuid.ts';
import { type Caller, ENDS_SESSION, isApi, sendFields } from './access-world.ts';
import { documentOf, type TestApp, type Visitor } from './app.ts';
import { SCRIPTS } from './hostile-texts.ts';
import { asTyped } from './what-runs.ts';

type Fields = readonly (readonly [name: string, value: string])[];

interface FoundForm {
  readonly on: string;
  readonly action: string;
  readonly isMultipart: boolean;
  readonly fields: Fields;
  /** Names that a person fills in; the others are hidden. */
  readonly visible: ReadonlySet<string>;
}

/** What a crawl met and what went wrong. */
export interface Crawl {
  readonly faults: string[];
  readonly pages: Set<string>;
  /** Forms that were sent, by address. */
  readonly forms: Set<string>;
  /** Forms whose errors were shown beside the field. */
  readonly explained: Set<string>;
  sent: number;
}

export const newCrawl = (): Crawl => ({
  faults: [],
  pages: new Set(),
  forms: new Set(),
  explained: new Set(),
  sent: 0,
});

/** Would run, or break the page, if anywhere it came back as it went in. */
const HTML = `"'><script>kraak(1)</script><img src=x onerror=kraak(2)>`;
const UNESCAPED = /<script>kraak|<img src=x onerror=kraak/;
/** Which of the sixty scripts the next field gets. */
const turn = { at: 0 };
const CSRF = '_csrf';
const KEY = '_sleutel';

const MACHINE_ROOM = 'fields of the machine room';

type Attack = (form: FoundForm) => Fields;
const each =
  (change: (value: string, name: string) => string): Attack =>
  ({ fields, visible }) =>
    fields.map(([name, value]) => [name, visible.has(name) || !name.startsWith('_') ? change(value, name) : value]);

/** Ways to send a form that no person would. */
export const ATTACKS: Readonly<Record<string, Attack>> = {
  empty: each(() => ''),
  HTML: each(() => HTML),
  'sixty scripts': each(() => SCRIPTS[turn.at++ % SCRIPTS.length]!),
  SQL: each(() => `'); drop table approach.element; --`),
  'too long': each(() => 'ë'.repeat(50_000)),
  'an unknown option': each(() => 'bestaat-niet'),
  'a NUL byte': each((value) => `a\u0000${value}`),
  'a date that is none': each(() => '31-02-2026'),
  'a number beyond numbers': each(() => '1e999'),
  'every field twice': ({ fields }) =>
    fields.flatMap(([name, value]) =>
      name === CSRF
        ? [[name, value]]
        : [
            [name, value],
            [name, HTML],
          ],
    ),
  'lists instead of texts': ({ fields }) =>
    fields.flatMap(([name, value]) =>
      name.startsWith('_')
        ? [[name, value]]
        : [
            [`${name}[]`, value],
            [`${name}[a][b]`, '1'],
          ],
    ),
  'no fields at all': ({ fields }) => fields.filter(([name]) => name === CSRF),
  [MACHINE_ROOM]: ({ fields }) => [
    ...fields,
    ['__proto__', 'x'],
    ['constructor', 'x'],
    ['toString', 'x'],
    ['tenant_id', 'x'],
  ],
};

/** Values in the address that no page of ours makes. */
const HOSTILE_QUERY: readonly ((name: string) => string)[] = [
  (name) => `${name}=${encodeURIComponent(HTML)}`,
  (name) => `${name}=1&${name}=2`,
  (name) => `${name}[]=1&${name}[a]=2`,
  (name) => `${name}=${'9'.repeat(5000)}`,
  (name) => `${name}=-1`,
  (name) => `${name}=1e999`,
  (name) => `${name}=NaN`,
  (name) => `${name}=%00`,
  (name) => `${name}=%ff%zz`,
  (name) => `${name}=${encodeURIComponent("' or 1=1 --")}`,
];
/** Read by pages without a field of that name in a form. */
const COMMON_NAMES = ['pagina', 'terug'];
/** Once for a page each: names that only some pages know, and what is no name at all. */
const HOSTILE_ONCE: readonly string[] = [
  ...['reden', 'opgeslagen', 'sorteer', 'q'].flatMap((name) => [
    `${name}=${encodeURIComponent(HTML)}`,
    `${name}=1&${name}=2`,
    `${name}[]=1&${name}[a]=2`,
  ]),
  '__proto__=x&constructor=y',
];

/** The patterns of each application's routes: made once, since every link of every page asks for its route. */
const PATTERNS = new WeakMap<TestApp, readonly (readonly [RouteEntry, RegExp])[]>();
function patternsOf(app: TestApp): readonly (readonly [RouteEntry, RegExp])[] {
  const known = PATTERNS.get(app);
  if (known) return known;
  const made = app.routes.map(
    (route) => [route, new RegExp(`^${route.path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`)] as const,
  );
  PATTERNS.set(app, made);
  return made;
}

/** The route behind an address. */
function routeOf(app: TestApp, method: string, url: string): RouteEntry | undefined {
  const path = url.split('?')[0]!;
  const matching = patternsOf(app).flatMap(([route, pattern]) =>
    route.method === method && pattern.test(path) ? [route] : [],
  );
  return matching.find((route) => !route.path.includes(':')) ?? matching[0];
}

const isHtml = (response: Response) => String(response.headers['content-type'] ?? '').startsWith('text/html');

function checkAnswer(crawl: Crawl, where: string, response: Response): void {
  if (response.statusCode >= 500) crawl.faults.push(`${where}: breaks with ${response.statusCode}`);
  if (isHtml(response) && (UNESCAPED.test(response.body) || asTyped(response.body).length > 0))
    crawl.faults.push(`${where}: gives back what was typed, unescaped`);
}

/** Follows every link as this person, at most `perRoute` addresses of each route, and hands over the forms it meets. */
export async function visitEverything(
  app: TestApp,
  caller: Caller,
  crawl: Crawl,
  perRoute = 2,
): Promise<readonly FoundForm[]> {
  const { visitor, csrf } = await caller.fresh();
  const role = caller.actor?.role ?? 'nobody';
  const queue: { readonly url: string; readonly from: string }[] = [
    { url: '/', from: 'the start' },
    ...(caller.actor ? [{ url: '/overzicht', from: 'the start' }] : []),
  ];
  const visits = new Map<string, number>();
  const seen = new Set<string>();
  const forms = new Map<string, FoundForm>();
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { url, from } = next;
    if (seen.has(url)) continue;
    seen.add(url);
    const route = routeOf(app, 'GET', url);
    const where = `GET ${url} as ${role} (from ${from})`;
    if (!route) {
      crawl.faults.push(`${where}: no such address`);
      continue;
    }
    const count = visits.get(route.path) ?? 0;
    if (count >= perRoute) continue;
    visits.set(route.path, count + 1);
    const response = await visitor.get(url);
    checkAnswer(crawl, where, response);
    if (response.statusCode >= 400) crawl.faults.push(`${where}: a link leads to ${response.statusCode}`);
    if (response.headers.location?.startsWith('/')) queue.push({ url: String(response.headers.location), from: url });
    if (!isHtml(response)) continue;
    crawl.pages.add(route.path);
    const page = documentOf(response);
    for (const link of page.querySelectorAll('a[href]')) {
      const href = link.getAttribute('href')!.split('#')[0]!;
      if (ENDS_SESSION.has(href)) continue; // the way out leads to another site
      if (href.startsWith('/') && !href.startsWith('/assets/')) queue.push({ url: href, from: url });
      else if (href.startsWith('?')) queue.push({ url: url.split('?')[0] + href, from: url });
    }
    for (const form of page.querySelectorAll('form')) {
      const action = form.getAttribute('action') ?? url;
      if (action.startsWith('#')) continue; // an example in the gallery leads nowhere
      if (form.getAttribute('method') === 'post') {
        const found = readForm(form, action, url);
        const key = `${action.split('?')[0]} ${found.fields.map(([name]) => name).join()}`;
        if (
          caller.actor &&
          isSignedIn(page) && // an attack by the administrator may have ended her role
          !found.fields.some(([name, value]) => name === CSRF && value.split('.')[0] === csrf.split('.')[0])
        )
          if (routeOf(app, 'POST', action)?.config.csrf !== false)
            crawl.faults.push(`${where}: the form to ${action} has no token`);
        forms.set(key, found);
      } else {
        const names = [...form.querySelectorAll('[name]')].map((field) => field.getAttribute('name')!);
        queue.push({ url: `${action.split('#')[0]}?${names.map((name) => `${name}=`).join('&')}`, from: url });
      }
    }
  }
  return [...forms.values()];
}

/** A page for who is signed in can be signed out of. */
const isSignedIn = (page: Document): boolean => page.querySelector('form[action="/uitloggen"]') !== null;

function readForm(form: Element, action: string, on: string): FoundForm {
  const fields: [string, string][] = [];
  const visible = new Set<string>();
  for (const field of form.querySelectorAll('input[name], select[name], textarea[name], button[name]')) {
    const name = field.getAttribute('name')!;
    const type = field.getAttribute('type');
    if (type === 'file') continue;
    if (type !== 'hidden') visible.add(name);
    if (field.tagName === 'BUTTON' && fields.some(([known]) => known === name)) continue;
    const isChoice = type === 'radio' || type === 'checkbox';
    if (isChoice && !field.hasAttribute('checked') && fields.some(([known]) => known === name)) continue;
    const value =
      field.tagName === 'SELECT'
        ? ((field.querySelector('option[selected]') ?? field.querySelector('option'))?.getAttribute('value') ?? '')
        : field.tagName === 'TEXTAREA'
          ? (field.textContent ?? '')
          : (field.getAttribute('value') ?? '');
    fields.push([name, value]);
  }
  return { on, action, isMultipart: form.getAttribute('enctype') === 'multipart/form-data', fields, visible };
}

/** Sends a form as it is shown, twice; then every attack that is asked for. Each time with a session of its own. */
export async function sendForm(
  app: TestApp,
  caller: Caller,
  form: FoundForm,
  attacks: ReadonlySet<string>,
  crawl: Crawl,
): Promise<void> {
  const route = routeOf(app, 'POST', form.action);
  const where = `POST ${form.action} (on ${form.on}) as ${caller.actor?.role ?? 'nobody'}`;
  if (!route) {
    crawl.faults.push(`${where}: no such address`);
    return;
  }
  crawl.forms.add(route.path);
  const prepared = (fields: Fields, csrf: string, key: string): Fields =>
    fields.map(([name, value]) => [name, name === CSRF ? csrf : name === KEY && value !== '' ? key : value]);

  const { visitor, csrf } = await caller.fresh();
  const shown = prepared(form.fields, csrf, newSecret(12));
  const first = await sendFields(visitor, form.action, shown, form.isMultipart);
  const second = await sendFields(visitor, form.action, shown, form.isMultipart);
  crawl.sent += 2;
  checkAnswer(crawl, `${where} as shown`, first);
  checkAnswer(crawl, `${where} twice`, second);
  const stillIn = !endsSession(route);
  if (stillIn && form.fields.some(([name]) => name === KEY) && first.statusCode === 303)
    if (second.statusCode !== 303 || second.headers.location !== first.headers.location)
      crawl.faults.push(
        `${where} twice: first to ${first.headers.location}, then ${second.statusCode} ${second.headers.location ?? ''}`,
      );

  for (const name of attacks) {
    const fresh = await caller.fresh();
    const fields = prepared(ATTACKS[name]!(form), fresh.csrf, newSecret(12));
    const response = await sendFields(fresh.visitor, form.action, fields, form.isMultipart);
    crawl.sent += 1;
    checkAnswer(crawl, `${where} with ${name}`, response);
    // names that touch the machine room may be refused as unreadable, without a page
    if (name !== MACHINE_ROOM)
      await explain(fresh.visitor, route, form, fields, response, crawl, `${where} with ${name}`);
  }
  if (caller.actor && route.config.csrf !== false) {
    const fresh = await caller.fresh();
    const response = await sendFields(
      fresh.visitor,
      form.action,
      form.fields.filter(([name]) => name !== CSRF),
      form.isMultipart,
    );
    crawl.sent += 1;
    if (response.statusCode !== 403) crawl.faults.push(`${where} without token: ${response.statusCode}`);
  }
}

/** What `src/app/build-app.ts` reads of a form without files, in bytes. */
const LARGEST_FORM = 1_048_576;
const bytesOf = (fields: Fields): number =>
  new URLSearchParams(fields.map(([name, value]): [string, string] => [name, String(value)])).toString().length;

const endsSession = ({ path }: RouteEntry): boolean => ENDS_SESSION.has(path);

/** A refused form comes back whole, with its errors tied to its fields; an accepted one leads to a page that is there. */
async function explain(
  visitor: Visitor,
  route: RouteEntry,
  form: FoundForm,
  fields: Fields,
  response: Response,
  crawl: Crawl,
  where: string,
): Promise<void> {
  const { statusCode, headers } = response;
  const location = headers.location as string | undefined;
  if (statusCode === 303) {
    if (!location?.startsWith('/') || location.startsWith('//')) crawl.faults.push(`${where}: leads to ${location}`);
    else if (!endsSession(route)) {
      const landed = await visitor.get(location);
      if (landed.statusCode >= 400)
        crawl.faults.push(`${where}: leads to ${location}, which gives ${landed.statusCode}`);
    }
    return;
  }
  if (route.config.demoOnly) return; // for tests from outside: says in text or JSON what is wrong
  if (statusCode === 404) {
    const askedById = [...form.fields.keys()].length > 0 && [...form.visible].length === 0;
    if (!askedById) crawl.faults.push(`${where}: 404 for a form with fields to fill in`);
    return;
  }
  // more than any form may hold is refused unread, with a page that says so
  if (statusCode === 413 && isHtml(response) && bytesOf(fields) > LARGEST_FORM) return;
  if (statusCode !== 400 && statusCode !== 409) {
    if (statusCode < 500 && !(statusCode < 300 && !isHtml(response)))
      crawl.faults.push(`${where}: answers ${statusCode}`);
    return;
  }
  const page = documentOf(response);
  const holdsForm = (where: Document) => where.querySelector(`form[action="${form.action}"]`) !== null;
  if (!holdsForm(page)) {
    // what the form was about is done: its own page does not show it any more, and this one says where to go on
    if (statusCode === 409 && page.querySelector('main a[href]') && !holdsForm(await visitor.page(form.on))) return;
    crawl.faults.push(`${where}: ${statusCode} without the form`);
    return;
  }
  if (statusCode === 400 && !/^\(\d+ (invoerfout|error)/.test(page.title))
    crawl.faults.push(`${where}: the title counts no errors: ${page.title}`);
  for (const field of page.querySelectorAll('[aria-invalid="true"]')) {
    const ids = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
    if (
      !ids.some((id) =>
        page.getElementById(id)?.textContent?.startsWith(page.documentElement.lang === 'en' ? 'Error: ' : 'Fout: '),
      )
    )
      crawl.faults.push(`${where}: the error of ${field.getAttribute('name')} is not tied to it`);
    crawl.explained.add(route.path);
  }
}

/** One route stands for nine that differ in their words alone. */
const HELP_IN_OTHER_LANGUAGES = /^\/info\/(?!ro)/;

/** Where an address names a record, names that no record has. */
const HOSTILE_NAMES = ['%00', encodeURIComponent(HTML)];

/** Asks every page and list with hostile parameters in its address, and every record by names that none has. */
export async function attackQueries(app: TestApp, caller: Caller, crawl: Crawl): Promise<void> {
  const { visitor } = await caller.fresh();
  // what is open to everybody is attacked by nobody
  const open = app.routes.filter(
    ({ method, path, config }) =>
      method === 'GET' && !HELP_IN_OTHER_LANGUAGES.test(path) && (config.access === 'public') === !caller.actor,
  );
  const ask = async (route: RouteEntry, url: string) => {
    const response = isApi(route) ? await app.server.inject({ method: 'GET', url }) : await visitor.get(url);
    crawl.sent += 1;
    checkAnswer(crawl, `GET ${url.slice(0, 120)} as ${caller.actor?.role ?? 'nobody'}`, response);
  };
  for (const route of open.filter(({ path }) => path.includes(':')))
    for (const name of HOSTILE_NAMES) await ask(route, route.path.replaceAll(/:\w+/g, name));
  const asked = open.filter(({ path }) => !path.includes(':'));
  for (const route of asked) {
    const page = isApi(route) ? undefined : await visitor.get(route.path);
    const inForms =
      page && isHtml(page)
        ? [...documentOf(page).querySelectorAll('form[method="get"] [name]')].map((f) => f.getAttribute('name')!)
        : [];
    const names = new Set([...inForms, ...Object.keys(route.config.api?.query?.shape ?? {}), ...COMMON_NAMES]);
    const queries = [...[...names].flatMap((name) => HOSTILE_QUERY.map((hostile) => hostile(name))), ...HOSTILE_ONCE];
    for (const query of queries) await ask(route, `${route.path}?${query}`);
  }
}
