import { randomUUID } from 'node:crypto';
import vm from 'node:vm';
import XAPI, { type Statement } from '@xapi/xapi';
import { strFromU8, unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { Scorm12API } from 'scorm-again';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { learningPath, learningPaths } from '../../src/features/learning/index.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import { type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase } from '../support/database.ts';
import { receivingEndpoint } from '../support/receiving-endpoint.ts';

const TODAY = day('2026-11-29');
const path = learningPath('basis', TODAY)!;
type Files = Readonly<Record<string, string>>;

/** A package, opened in a window of its own: its own page, its own script, and whatever the platform puts around it. */
function open(files: Files, around: { readonly API?: unknown; readonly search?: string } = {}) {
  const { document, window } = parseHTML(files['index.html']!);
  const asked: string[] = [];
  const went: string[] = [];
  const leaving: (() => void)[] = [];
  const frame = { ...(around.API ? { API: around.API } : {}) };
  const context = vm.createContext({
    document,
    window: frame,
    location: { search: around.search ?? '', assign: (address: string) => went.push(address) },
    fetch: (address: string, options: RequestInit) => {
      asked.push(address);
      return fetch(address, options);
    },
    addEventListener: (_name: string, run: () => void) => leaving.push(run),
    performance,
    crypto,
    URLSearchParams,
  });
  vm.runInContext('globalThis.globalThis = globalThis;', context);
  vm.runInContext(files['course.js']!, context);
  const event = (name: string) => new window.Event(name, { bubbles: true, cancelable: true });
  const find = (selector: string) => document.querySelector(selector) as unknown as HTMLElement;
  const click = (selector: string) => find(selector).dispatchEvent(event('click'));
  const choose = (form: string, answers: Readonly<Record<string, string>>) => {
    for (const input of document.querySelectorAll(`${form} input`) as unknown as HTMLInputElement[])
      input.checked = answers[input.name] === input.value;
    find(form).dispatchEvent(event('submit'));
  };
  const shown = () =>
    [...document.querySelectorAll('main > section')]
      .filter((section) => !section.hasAttribute('hidden'))
      .map((section) => (section as unknown as HTMLElement).dataset.part ?? 'toets');
  const leave = () => {
    for (const run of leaving) run();
  };
  return { document, asked, went, find, click, choose, shown, leave };
}
type Opened = ReturnType<typeof open>;

/** Does every part of the path, the right way, but for the parts left out. */
function learn({ click, choose }: Opened, parts = path.parts): void {
  for (const part of parts) {
    const here = `[data-part="${part.id}"]`;
    if (part.kind === 'scene') choose(`${here} form`, { [part.id]: part.choices.find(({ isRight }) => isRight)!.id });
    if (part.kind === 'story')
      for (const { id, isSign } of part.moments)
        click(`${here} [data-moment="${id}"] [data-move="${isSign ? 'stop' : 'verder'}"]`);
    click(`${here} [data-next]`);
  }
}
const answers = (wrong: number) =>
  Object.fromEntries(
    path.check.questions.map((question, index) => [
      `vraag-${question.id}`,
      index < wrong ? question.answers.find(({ id }) => id !== question.right)!.id : question.right,
    ]),
  );
/** How long a platform on this machine may take when it is busy. */
const SOON = { timeout: 15_000, interval: 20 };
/** Until what the package did by itself is done. */
const settled = async () => {
  for (let turn = 0; turn < 40; turn++) await new Promise((next) => setImmediate(next));
};

describe('a path as a package', () => {
  let app: TestApp;
  let officer: Visitor;
  let scorm: Files;
  let cmi5: Files;
  const download = async (name: string): Promise<Files> => {
    const answer = await officer.get(`/leren/pakketten/${name}`);
    expect([name, answer.statusCode, answer.headers['content-type']]).toEqual([name, 200, 'application/zip']);
    const files = unzipSync(new Uint8Array(answer.rawPayload));
    return Object.fromEntries(Object.entries(files).map(([file, bytes]) => [file, strFromU8(bytes)]));
  };

  beforeAll(async () => {
    const database = await sharedDatabase();
    app = await testApp(database);
    const here = await anOrganisation(database);
    officer = await app.visitor(await anActor(database, 'beleidsmedewerker', here));
    scorm = await download('basis.scorm12.zip');
    cmi5 = await download('basis.cmi5.zip');
    const clerk = await app.visitor(await anActor(database, 'medewerker', here));
    expect((await clerk.get('/leren/pakketten/basis.scorm12.zip')).statusCode).toBe(403);
  });

  it('is there for every path, in two kinds, the same bytes each time', async () => {
    const page = await officer.page('/leren/pakketten');
    const links = [...page.querySelectorAll('main table a')].map((a) => a.getAttribute('href')!);
    expect(links).toHaveLength(2 * learningPaths(TODAY).length);
    const [first, again] = [await officer.get(links[0]!), await officer.get(links[0]!)];
    expect(first.rawPayload.equals(again.rawPayload)).toBe(true);
    for (const name of ['niets.cmi5.zip', 'basis.scorm2004.zip', 'basis.cmi5', 'basis.cmi5.zip.zip'])
      expect([name, (await officer.get(`/leren/pakketten/${name}`)).statusCode]).toEqual([name, 404]);
  });

  it('names in its manifest what it holds, and calls for nothing outside', () => {
    expect(Object.keys(scorm).sort()).toEqual(['course.css', 'course.js', 'imsmanifest.xml', 'index.html']);
    for (const file of Object.keys(scorm).filter((name) => name !== 'imsmanifest.xml'))
      expect(scorm['imsmanifest.xml']).toContain(`<file href="${file}"/>`);
    expect(scorm['imsmanifest.xml']).toContain('<schemaversion>1.2</schemaversion>');
    expect(cmi5['cmi5.xml']).toContain('<langstring lang="en">The basics in ten minutes</langstring>');
    expect(cmi5['cmi5.xml']).toContain('moveOn="Passed" masteryScore="0.8333"');
    for (const files of [scorm, cmi5]) {
      const { document } = parseHTML(files['index.html']!);
      const sources = [...document.querySelectorAll('[src], link[href]')].map(
        (each) => each.getAttribute('src') ?? each.getAttribute('href'),
      );
      expect(sources.sort()).toEqual(['course.css', 'course.js']);
      expect(files['index.html']).not.toMatch(/<style|\son\w+=/i);
      expect(files['course.css']).not.toMatch(/url\(|@import/);
    }
  });

  it('shows one part at a time, asks for an answer that is missing, and works outside any platform', async () => {
    const opened = open(scorm);
    await settled();
    expect(opened.shown()).toEqual([path.parts[0]!.id]);
    expect(opened.asked).toEqual([]);
    const scene = path.parts.find(({ kind }) => kind === 'scene')!;
    opened.choose(`[data-part="${scene.id}"] form`, {});
    expect(opened.find(`[data-part="${scene.id}"] [data-missing]`).hasAttribute('hidden')).toBe(false);
    learn(opened);
    expect(opened.shown()).toEqual(['toets']);
    opened.choose('[data-check] form', answers(0));
    expect(opened.find('[data-when="passed"]').hasAttribute('hidden')).toBe(false);
  });

  describe('on a platform that speaks SCORM 1.2', () => {
    const platform = (before?: object) => {
      const api = new Scorm12API({ autocommit: false, logLevel: 5 });
      if (before) api.loadFromJSON(before as never, '');
      return api;
    };
    const keptBy = (api: Scorm12API) => ({
      status: api.cmi.core.lesson_status,
      score: api.cmi.core.score.raw,
      steps: JSON.parse(api.cmi.suspend_data || '{}') as Record<string, string>,
    });

    it('is passed with its score, and says how long it took', async () => {
      const api = platform();
      const times: string[] = [];
      api.on('LMSSetValue.cmi.core.session_time', (_element: string, time: string) => times.push(time));
      const opened = open(scorm, { API: api });
      await settled();
      expect(keptBy(api).status).toBe('incomplete');
      learn(opened);
      opened.choose('[data-check] form', answers(path.check.questions.length));
      expect(keptBy(api)).toMatchObject({ status: 'failed', score: '0' });
      opened.choose('[data-check] form', answers(1));
      expect(keptBy(api)).toMatchObject({ status: 'passed', score: '83' });
      opened.choose('[data-check] form', answers(3));
      expect(keptBy(api)).toMatchObject({ status: 'passed', score: '83' }); // what was passed once stays so
      opened.leave();
      opened.leave(); // the page goes away after it was stopped
      expect(times).toEqual([expect.stringMatching(/^\d{4}:\d{2}:\d{2}$/)]);
      expect(api.LMSGetLastError()).toBe('0');
      expect(api.cmi.suspend_data.length).toBeLessThan(4096);
    });

    it('goes on where the browser was closed, also in the middle of a story', async () => {
      const story = path.parts.findIndex(({ kind }) => kind === 'story');
      const first = platform();
      const opened = open(scorm, { API: first });
      await settled();
      learn(opened, path.parts.slice(0, story));
      const id = path.parts[story]!.id;
      opened.click(`[data-part="${id}"] [data-moment="1"] [data-move="verder"]`);
      opened.leave();
      const { steps } = keptBy(first);
      expect(steps[`${id}.1`]).toBe('verder');
      const second = platform({
        cmi: { suspend_data: JSON.stringify(steps), core: { lesson_status: 'incomplete', entry: 'resume' } },
      });
      const again = open(scorm, { API: second });
      await settled();
      expect(again.shown()).toEqual([id]);
      expect(again.find(`[data-part="${id}"] [data-moment="2"]`).hasAttribute('hidden')).toBe(false);
      expect(again.find(`[data-part="${id}"] [data-moment="3"]`).hasAttribute('hidden')).toBe(true);
    });

    it('reads what is no state of ours as nothing', async () => {
      const api = platform({ cmi: { suspend_data: '{"kapot', core: { lesson_status: 'incomplete' } } });
      const opened = open(scorm, { API: api });
      await settled();
      expect(opened.shown()).toEqual([path.parts[0]!.id]);
    });
  });

  describe('on a platform that speaks cmi5', () => {
    let platform: Awaited<ReturnType<typeof receivingEndpoint>>;
    let client: XAPI;
    const actor = {
      objectType: 'Agent',
      account: { homePage: 'https://leren.voorbeeld.example', name: 'p-1' },
    } as const;
    beforeAll(async () => {
      platform = await receivingEndpoint();
      client = new XAPI({ endpoint: platform.endpoint, auth: `Basic ${platform.ownToken()}` });
    });
    afterAll(() => platform.close());

    /** Enrols somebody anew: what the platform writes before it launches. */
    async function enrol(launchMode = 'Normal') {
      const registration = randomUUID();
      const activityId = `https://leren.voorbeeld.example/activiteit/${registration}`;
      await client.setState({
        agent: actor,
        activityId,
        registration,
        stateId: 'LMS.LaunchData',
        state: {
          contextTemplate: {
            contextActivities: { grouping: [{ id: 'urn:in-beeld:leerpad:basis:uitgave:1' }] },
            extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': randomUUID() },
          },
          launchMode,
          launchMethod: 'AnyWindow',
          moveOn: 'Passed',
          masteryScore: 0.8333,
          returnURL: 'https://leren.voorbeeld.example/terug',
        },
      });
      return () =>
        `?${new URLSearchParams({ endpoint: platform.endpoint, fetch: platform.fetchAddress(), actor: JSON.stringify(actor), registration, activityId })}`;
    }
    async function saidIn(search: string): Promise<readonly Statement[]> {
      const registration = new URLSearchParams(search).get('registration')!;
      const { data } = await client.getStatements({ registration });
      return (data as { statements: Statement[] }).statements
        .filter(({ context }) => context?.registration === registration)
        .reverse();
    }
    const verbs = (statements: readonly Statement[]) => statements.map(({ verb }) => verb.id.split('/').at(-1));

    it('says that it began, was passed, is whole and stopped, each once and in that order', async () => {
      const launch = await enrol();
      const search = launch();
      const opened = open(cmi5, { search });
      await expect.poll(async () => verbs(await saidIn(search)), SOON).toEqual(['initialized']);
      learn(opened);
      opened.choose('[data-check] form', answers(path.check.questions.length));
      opened.choose('[data-check] form', answers(1));
      opened.choose('[data-check] form', answers(0));
      opened.click('[data-stop]');
      await expect.poll(() => opened.went, SOON).toEqual(['https://leren.voorbeeld.example/terug']);
      const statements = await saidIn(search);
      expect(verbs(statements)).toEqual(['initialized', 'passed', 'completed', 'terminated']);
      const [began, passed, completed] = statements;
      expect(passed!.result).toMatchObject({ success: true, score: { scaled: 0.8333, raw: 5, min: 0, max: 6 } });
      expect(passed!.result!.duration).toMatch(/^PT[\d.]+S$/);
      expect(completed!.result).toMatchObject({ completion: true });
      const categories = (statement: Statement) =>
        [statement.context!.contextActivities!.category].flat().map((each) => each!.id);
      expect(categories(began!)).toEqual(['https://w3id.org/xapi/cmi5/context/categories/cmi5']);
      expect(categories(passed!)).toContain('https://w3id.org/xapi/cmi5/context/categories/moveon');
      for (const { actor: who, context } of statements) {
        expect(who).toEqual(actor);
        expect(JSON.stringify(context)).toContain('extensions/sessionid');
      }
      expect(passed!.context!.extensions).toMatchObject({
        'https://w3id.org/xapi/cmi5/context/extensions/masteryscore': 0.8333,
      });
      expect(platform.refused).toEqual([]);

      const again = launch(); // opened a second time: passed and completed are not said again
      const reopened = open(cmi5, { search: again });
      await expect.poll(() => reopened.shown(), SOON).toEqual(['toets']);
      reopened.choose('[data-check] form', answers(0));
      reopened.click('[data-stop]');
      await expect.poll(async () => verbs(await saidIn(again)).slice(4), SOON).toEqual(['initialized', 'terminated']);
    });

    it('fails at the end of a session in which nothing was passed, and goes on in the next', async () => {
      const launch = await enrol();
      const search = launch();
      const opened = open(cmi5, { search });
      await expect.poll(async () => verbs(await saidIn(search)), SOON).toEqual(['initialized']);
      learn(opened, path.parts.slice(0, 2));
      opened.choose('[data-check] form', answers(4));
      opened.leave();
      await expect.poll(async () => verbs(await saidIn(search)), SOON).toEqual(['initialized', 'failed', 'terminated']);
      const next = launch();
      const again = open(cmi5, { search: next });
      await expect.poll(() => again.shown(), SOON).toEqual([path.parts[2]!.id]);
    });

    it('judges nobody who only looks', async () => {
      const search = (await enrol('Browse'))();
      const opened = open(cmi5, { search });
      await expect.poll(async () => verbs(await saidIn(search)), SOON).toEqual(['initialized']);
      learn(opened);
      opened.choose('[data-check] form', answers(0));
      opened.click('[data-stop]');
      await expect.poll(async () => verbs(await saidIn(search)), SOON).toEqual(['initialized', 'terminated']);
    });

    it('opened twice with one address, or without its platform, lets people read on and says that nothing is kept', async () => {
      const search = (await enrol())();
      open(cmi5, { search });
      await expect.poll(async () => verbs(await saidIn(search)), SOON).toEqual(['initialized']);
      const second = open(cmi5, { search });
      await expect.poll(() => second.find('[data-state]').textContent, SOON).toContain('niets wordt bewaard');
      learn(second);
      expect(second.shown()).toEqual(['toets']);
      expect(verbs(await saidIn(search))).toEqual(['initialized']);
    });
  });
});
