import { keepsNothing, type Steps, type Tracker } from './tracker.ts';

/** The mark of a step that asks nothing. */
const READ = '';
const CHECK = 'toets';
/** Kept under the check once it was passed, for the session in which the last part is done. */
const PASSED = 'gehaald';

const all = <E extends HTMLElement = HTMLElement>(root: ParentNode, selector: string) => [
  ...root.querySelectorAll<E>(selector),
];

/**
 * Plays a course that stands whole in the page, part by part. What is not the learner's turn yet is hidden; what opens gets the focus,
 * so that who cannot see the page is told.
 */
export async function play(document: Document, tracker: Tracker, goTo: (address: string) => void): Promise<void> {
  const parts = all(document, '[data-part]');
  const check = document.querySelector<HTMLElement>('[data-check]')!;
  const state = document.querySelector<HTMLElement>('[data-state]')!;
  let keeper = tracker;
  let steps: Steps = {};
  try {
    steps = { ...(await tracker.start()) };
    if (tracker === keepsNothing)
      state.textContent = 'U opende dit pakket los van een leersysteem. Alles werkt, maar niets wordt bewaard.';
  } catch {
    keeper = keepsNothing;
    state.textContent = 'Het leersysteem antwoordt niet. U kunt alles lezen en oefenen, maar niets wordt bewaard.';
  }
  const stepsOf = (part: HTMLElement) => {
    const moments = all(part, '[data-moment]').map((moment) => `${part.dataset.part}.${moment.dataset.moment}`);
    return moments.length > 0 ? moments : [part.dataset.part!];
  };
  const isDone = (part: HTMLElement) => stepsOf(part).every((step) => step in steps);
  const firstOpen = () => parts.find((part) => !isDone(part))?.dataset.part ?? CHECK;

  function show(id: string, focus = true): void {
    for (const each of [...parts, check]) each.hidden = (each.dataset.part ?? CHECK) !== id;
    const shown = id === CHECK ? check : parts.find((part) => part.dataset.part === id)!;
    for (const link of all(document, '[data-to]')) {
      if (link.dataset.to === id) link.setAttribute('aria-current', 'step');
      else link.removeAttribute('aria-current');
    }
    if (focus) shown.querySelector<HTMLElement>('h2')?.focus();
  }
  function note(step: string, answer: string): void {
    steps = { ...steps, [step]: answer };
    keeper.save(steps, firstOpen());
    if (parts.every(isDone) && steps[CHECK] === PASSED) keeper.complete();
  }
  const onwards = (part: HTMLElement) => show(parts[parts.indexOf(part) + 1]?.dataset.part ?? CHECK);

  for (const part of parts) {
    const id = part.dataset.part!;
    for (const next of all(part, '[data-next]'))
      next.addEventListener('click', () => {
        if (stepsOf(part).length === 1 && !(id in steps)) note(id, READ);
        onwards(part);
      });
    if (part.dataset.kind === 'scene') playScene(part, steps[id], (answer) => note(id, answer));
    if (part.dataset.kind === 'story')
      playStory(
        part,
        (moment) => steps[`${id}.${moment}`],
        (moment, move) => note(`${id}.${moment}`, move),
      );
  }
  playCheck(check, (right, of) => {
    const isPassed = right >= Number(check.dataset.pass);
    keeper.score({ right, of, isPassed });
    if (isPassed) note(CHECK, PASSED);
  });
  for (const link of all(document, '[data-to]')) link.addEventListener('click', () => show(link.dataset.to!));
  for (const stop of all(document, '[data-stop]'))
    stop.addEventListener('click', async () => {
      await keeper.stop().catch(() => {}); // the platform is away: there is nobody left to tell
      if (keeper.returnUrl) goTo(keeper.returnUrl);
      else state.textContent = 'U kunt dit venster sluiten. Wat u deed, is doorgegeven.';
    });
  show(firstOpen(), false);
}

function playScene(part: HTMLElement, before: string | undefined, note: (answer: string) => void): void {
  const form = part.querySelector<HTMLElement>('form')!;
  const missing = part.querySelector<HTMLElement>('[data-missing]')!;
  const feedback = part.querySelector<HTMLElement>('[data-feedback]')!;
  const tell = (answer: string) => {
    for (const each of all(feedback, '[data-for]')) each.hidden = each.dataset.for !== answer;
    feedback.hidden = false;
  };
  if (before) tell(before);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = all<HTMLInputElement>(form, 'input').find(({ checked }) => checked)?.value;
    missing.hidden = chosen !== undefined;
    if (chosen === undefined) return missing.focus();
    note(chosen);
    tell(chosen);
    feedback.focus();
  });
}

function playStory(
  part: HTMLElement,
  moveAt: (moment: string) => string | undefined,
  note: (moment: string, move: string) => void,
): void {
  const moments = all(part, '[data-moment]');
  const ending = part.querySelector<HTMLElement>('[data-ending]')!;
  const tell = (focus: boolean) => {
    const now = moments.findIndex((moment) => moveAt(moment.dataset.moment!) === undefined);
    const isWhole = now === -1;
    let seen = 0;
    for (const [index, moment] of moments.entries()) {
      const move = moveAt(moment.dataset.moment!);
      const isSign = moment.dataset.sign === 'yes';
      if (move === 'stop' && isSign) seen += 1;
      moment.hidden = !isWhole && index > now;
      moment.querySelector<HTMLElement>('[data-moves]')!.hidden = move !== undefined;
      // what was missed is not told before the end: the story is still going on
      const meeting = move === 'stop' ? (isSign ? 'seen' : 'false-alarm') : isSign ? 'missed' : 'passed';
      for (const each of all(moment, '[data-met]'))
        each.hidden = move === undefined || each.dataset.met !== meeting || !(isWhole || move === 'stop');
    }
    ending.hidden = !isWhole;
    ending.querySelector<HTMLElement>('[data-seen]')!.textContent = String(seen);
    if (focus) (isWhole ? ending : moments[now]!).focus();
  };
  for (const moment of moments)
    for (const button of all(moment, '[data-move]'))
      button.addEventListener('click', () => {
        note(moment.dataset.moment!, button.dataset.move!);
        tell(true);
      });
  tell(false);
}

function playCheck(check: HTMLElement, judge: (right: number, of: number) => void): void {
  const form = check.querySelector<HTMLElement>('form')!;
  const missing = check.querySelector<HTMLElement>('[data-missing]')!;
  const outcome = check.querySelector<HTMLElement>('[data-outcome]')!;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const questions = all(form, '[data-question]');
    const given = questions.map((question) => ({
      question,
      answer: all<HTMLInputElement>(question, 'input').find(({ checked }) => checked)?.value,
    }));
    missing.hidden = given.every(({ answer }) => answer !== undefined);
    if (!missing.hidden) return missing.focus();
    let right = 0;
    for (const { question, answer } of given) {
      const isRight = answer === question.dataset.right;
      if (isRight) right += 1;
      for (const each of all(question, '[data-explains]'))
        each.hidden = each.dataset.explains !== 'always' && (each.dataset.explains === 'right') !== isRight;
    }
    const of = questions.length;
    const isPassed = right >= Number(check.dataset.pass);
    outcome.querySelector<HTMLElement>('[data-right]')!.textContent = String(right);
    for (const each of all(outcome, '[data-when]')) each.hidden = (each.dataset.when === 'passed') !== isPassed;
    outcome.hidden = false;
    outcome.focus();
    judge(right, of);
  });
}
