import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { learningPath } from '../../src/features/learning/index.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import { axeFaults } from './axe.ts';
import { focused, tabTo } from './keys.ts';
import { visitAs } from './roles.ts';
import { NARROW } from './visit.ts';

/** How long a page may take to show what was chosen, on a machine that is busy. */
const SOON = { timeout: 15_000 };
const counter = learningPath('burgerzaken', day('2026-11-29'))!;

it('lets a clerk find, follow and pass the path for the counter, without script and on the narrowest screen', {
  timeout: 180_000,
}, async () => {
  await using visitor = await visitAs('medewerker', { screen: NARROW, script: false });
  const { page } = visitor;
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const follow = (name: string) => page.getByRole('main').getByRole('link', { name, exact: true }).click();
  const heading = () => page.getByRole('heading', { level: 1 }).textContent();

  await page.goto('/leren');
  await follow(counter.title.nl);
  await follow('Begin');
  expect(await heading()).toBe(counter.parts[0]!.title);
  await press('Ga verder');

  const scene = counter.parts[1]!;
  if (scene.kind !== 'scene') throw new Error('the second part is no scene');
  expect(await heading()).toBe(scene.title);
  const right = scene.choices.find(({ isRight }) => isRight)!;
  // a choice is named by its text, within its question
  await page.getByRole('group', { name: scene.question }).getByRole('radio', { name: right.text }).check();
  await press('Kies, en zie wat er gebeurt');
  expect(await page.getByRole('main').textContent()).toContain(right.consequence);
  await follow('Ga verder');
  expect(await heading()).toBe(counter.parts[2]!.title);

  const story = counter.parts.find((part) => part.kind === 'story')!;
  await page.goto(`/leren/les/${counter.id}.${story.id}`);
  for (const { isSign } of story.moments) await press(isSign ? 'Stop, hier zie ik iets' : 'Lees verder');
  expect(await page.getByRole('main').textContent()).toContain(story.ending);

  await page.goto(`/leren/toets/${counter.id}`);
  for (const [index, question] of counter.check.questions.entries()) {
    const group = page.getByRole('group', { name: `${index + 1}. ${question.question}` });
    await group.getByRole('radio', { name: question.answers.find(({ id }) => id === question.right)!.text }).check();
  }
  await press('Kijk na');
  expect(await page.getByRole('main').textContent()).toContain('U hebt dit pad gehaald');
  expect(visitor.complaints).toEqual([]);
});

it('is followed with the keyboard alone, with no fault that axe sees in any kind of part', {
  timeout: 180_000,
}, async () => {
  await using visitor = await visitAs('teamleider', { screen: NARROW });
  const { page } = visitor;
  const look = async () => {
    expect([page.url(), await axeFaults(page)]).toEqual([page.url(), []]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);
  };
  const partOf = (kind: string) => counter.parts.find((part) => part.kind === kind)!;
  for (const path of ['', `/les/${counter.id}.${partOf('text').id}`, `/les/${counter.id}.${partOf('story').id}`]) {
    await page.goto(`/leren${path}`);
    await look();
  }
  await page.goto(`/leren/toets/${counter.id}`);
  await look();
  const scene = counter.parts.find((part) => part.kind === 'scene')!;
  await page.goto(`/leren/les/${counter.id}.${scene.id}`);
  await tabTo(page, scene.choices[0]!.text);
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toBe(scene.choices[1]!.text);
  await tabTo(page, 'Kies, en zie wat er gebeurt');
  await page.keyboard.press('Enter');
  await page.waitForURL(/burgerzaken/);
  await expect.poll(() => page.getByRole('main').textContent(), SOON).toContain(scene.choices[1]!.consequence);
  await look();
  await tabTo(page, 'Ga verder');
  expect(visitor.complaints).toEqual([]);
});

it('goes along as a package that stands by itself: every part without a fault that axe sees, on the narrowest screen', {
  timeout: 180_000,
}, async () => {
  await using visitor = await visitAs('beleidsmedewerker', { screen: NARROW });
  const { page } = visitor;
  const answer = await page.context().request.get('/leren/pakketten/burgerzaken.scorm12.zip');
  expect(answer.status()).toBe(200);
  const folder = mkdtempSync(join(tmpdir(), 'in-beeld-pakket-'));
  try {
    for (const [name, bytes] of Object.entries(unzipSync(new Uint8Array(await answer.body()))))
      writeFileSync(join(folder, name), bytes);
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    for (const part of counter.parts) {
      const here = page.locator(`[data-part="${part.id}"]`);
      await here.waitFor();
      expect([part.id, await axeFaults(page)]).toEqual([part.id, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);
      if (part.kind === 'scene') {
        const right = part.choices.find(({ isRight }) => isRight)!;
        await here.getByRole('radio', { name: right.text }).check();
        await here.locator('form button').click();
        await expect.poll(() => here.textContent(), SOON).toContain(right.consequence);
      }
      if (part.kind === 'story')
        for (const { id, isSign } of part.moments)
          await here.locator(`[data-moment="${id}"] [data-move="${isSign ? 'stop' : 'verder'}"]`).click();
      await here.locator('[data-next]').click();
    }
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
