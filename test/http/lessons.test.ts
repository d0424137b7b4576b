import { beforeAll, describe, expect, it } from 'vitest';
import { learningPath } from '../../src/features/learning/index.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const base = learningPath('basis', day('2026-11-29'))!;
const mainOf = (page: Document) => page.querySelector('main')!.textContent!.replace(/\s+/g, ' ');
const partOf = (kind: string) => base.parts.find((part) => part.kind === kind)!;
const lesson = (part: { readonly id: string }) => `/leren/les/basis.${part.id}`;

describe('following a path', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let actor: Actor;
  let clerk: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    here = await anOrganisation(database);
    actor = await anActor(database, 'medewerker', here);
  });
  const somebody = async () => app.visitor(await anActor(database, 'medewerker', here));
  async function send(visitor: Visitor, path: string, fields: Readonly<Record<string, string>>) {
    const form = await visitor.form(path, path);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }

  it('begins at the first part, and goes on at the first that was not done', async () => {
    clerk = await app.visitor(actor);
    expect(mainOf(await clerk.page('/leren'))).toContain('Nog niet begonnen');
    const start = [...(await clerk.page('/leren/basis')).querySelectorAll('a')].find((a) => a.textContent === 'Begin')!;
    expect(start.getAttribute('href')).toBe(lesson(base.parts[0]!));
    const read = await send(clerk, lesson(base.parts[0]!), {});
    expect([read.statusCode, read.headers.location]).toEqual([303, lesson(base.parts[1]!)]);
    const on = [...(await clerk.page('/leren/basis')).querySelectorAll('a')].find(
      (a) => a.textContent === 'Ga verder',
    )!;
    expect(on.getAttribute('href')).toBe(lesson(base.parts[1]!));
    expect(mainOf(await clerk.page('/leren'))).toContain('U bent bezig');
  });

  it('tells what a choice leads to only after it was made, with why and what that rests on', async () => {
    const scene = partOf('scene');
    if (scene.kind !== 'scene') throw new Error('no scene');
    const wrong = scene.choices.find(({ isRight }) => !isRight)!;
    const right = scene.choices.find(({ isRight }) => isRight)!;
    for (const { consequence } of scene.choices)
      expect(mainOf(await clerk.page(lesson(scene)))).not.toContain(consequence);
    const chosen = await send(clerk, lesson(scene), { keuze: wrong.id });
    expect([chosen.statusCode, chosen.headers.location]).toEqual([303, lesson(scene)]);
    const page = await clerk.page(lesson(scene));
    expect(mainOf(page)).toContain(wrong.consequence);
    expect(mainOf(page)).toContain(scene.why);
    expect(mainOf(page)).toContain(scene.reference.title);
    expect(mainOf(page)).toContain('nog te verifiëren');
    await send(clerk, lesson(scene), { keuze: right.id });
    expect(mainOf(await clerk.page(lesson(scene)))).toContain('Gelukt: dit past');
  });

  it('asks again for a choice that was not made or does not exist, beside the field', async () => {
    const scene = partOf('scene');
    for (const keuze of ['', 'z']) {
      const answer = await send(await somebody(), lesson(scene), { keuze });
      expect(answer.statusCode).toBe(400);
      const page = documentOf(answer);
      expect(page.getElementById('veld-keuze-fout')!.textContent).toContain('Kies een antwoord.');
      expect(page.title).toContain('1 invoerfout');
    }
  });

  it('tells a story moment by moment, keeps what was seen, and shows it whole at its end', async () => {
    const story = partOf('story');
    if (story.kind !== 'story') throw new Error('no story');
    const [first, ...later] = story.moments;
    expect(mainOf(await clerk.page(lesson(story)))).not.toContain(later[0]!.text);
    const stopped = await send(clerk, lesson(story), { doe: 'stop' });
    expect(stopped.headers.location).toBe(`${lesson(story)}#moment-${first!.id}`);
    const other = await app.visitor(actor); // the browser closed; another device
    const page = await other.page(lesson(story));
    expect(mainOf(page)).toContain(first!.why);
    expect(mainOf(page)).toContain(`Moment 2 van ${story.moments.length}`);
    expect(page.getElementById(`moment-${first!.id}`)).not.toBeNull();
    for (const { isSign } of later) await send(other, lesson(story), { doe: isSign ? 'stop' : 'verder' });
    const signs = story.moments.filter(({ isSign }) => isSign).length;
    const told = mainOf(await other.page(lesson(story)));
    expect(told).toMatch(new RegExp(`U zag \\d van de ${signs} signalen`));
    expect(told).toContain(story.ending);
    for (const { why } of story.moments) expect(told).toContain(why);
  });

  it('keeps each moment apart: a move for another moment than the one that is asked changes no other', async () => {
    const story = partOf('story');
    if (story.kind !== 'story') throw new Error('no story');
    const visitor = await somebody();
    await send(visitor, lesson(story), { moment: story.moments[2]!.id, doe: 'stop' });
    expect(mainOf(await visitor.page(lesson(story)))).toContain('Moment 1 van');
    expect((await send(visitor, lesson(story), { moment: 'bestaat-niet', doe: 'stop' })).statusCode).toBe(400);
  });

  it('is passed with enough right answers, each explained, and stays passed', async () => {
    const path = '/leren/toets/basis';
    const { questions } = base.check;
    const answers = (wrong: number) =>
      Object.fromEntries(
        questions.map((question, index) => [
          `vraag${index + 1}`,
          index < wrong ? question.answers.find(({ id }) => id !== question.right)!.id : question.right,
        ]),
      );
    const none = await send(clerk, path, { vraag1: questions[0]!.right });
    expect(none.statusCode).toBe(400);
    expect(documentOf(none).querySelectorAll('.utrecht-form-field-error-message')).toHaveLength(questions.length - 1);
    expect((await send(clerk, path, answers(questions.length))).statusCode).toBe(303);
    expect(mainOf(await clerk.page(path))).toContain('Dat is nog niet genoeg');
    await send(clerk, path, answers(0));
    const passed = mainOf(await clerk.page(path));
    expect(passed).toContain('U hebt dit pad gehaald');
    for (const { explanation } of questions) expect(passed).toContain(explanation);
    // nobody keeps a register here, so there is no certificate to point at
    expect((await clerk.page(path)).querySelector('main a[href="/leren/training"]')).toBeNull();
    await send(clerk, path, answers(questions.length));
    expect(mainOf(await clerk.page('/leren'))).toContain('Gehaald op');
  });

  it('is for the learner alone: a colleague sees nothing of it', async () => {
    const colleague = mainOf(await (await somebody()).page('/leren'));
    expect(colleague).not.toContain('U bent bezig');
    expect(colleague).not.toContain('Gehaald op');
  });

  it('does not exist under another name', async () => {
    for (const path of [
      '/leren/niets',
      '/leren/les/basis',
      '/leren/les/basis.niets',
      '/leren/les/basis.een-vermoeden.x',
      '/leren/toets/niets',
    ])
      expect([path, (await clerk.get(path)).statusCode]).toEqual([path, 404]);
  });
});
