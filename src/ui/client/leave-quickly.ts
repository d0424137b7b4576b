import { makeElement } from './make-element.ts';

const PRESSES = 3;
const PRESS_WITHIN_MS = 5000;
const HIDDEN = 'ib-left';

/**
 * The way out of a page: every link with `data-leave` hides the page before it goes, and Shift pressed three times does what the
 * link does. As GOV.UK describes it ("Exit this page"): what was on the screen is gone at once, also when the other site is slow, and
 * a page that the browser brings back from its memory is whole again.
 */
export function leaveQuickly(root: Document): void {
  const link = root.querySelector<HTMLAnchorElement>('a[data-leave-keys]');
  const view = root.defaultView;
  if (!link || !view) return;
  const { label = '', cancelled = '', loading = '', leaveForgets } = link.dataset;
  /** What was answered must not come back by the back button: this step of the history becomes the start of the same address. */
  const forgets = leaveForgets !== undefined;
  if (forgets) view.history.replaceState(null, '', view.location.href);

  const lights = makeElement(root, 'span', { class: 'ib-leave__lights', 'aria-hidden': 'true' });
  for (let press = 0; press < PRESSES; press++) lights.append(makeElement(root, 'span', { class: 'ib-leave__light' }));
  link.append(lights);
  const status = makeElement(root, 'div', { class: 'ib-hidden', role: 'status' });
  root.body.append(status);

  const state: {
    presses: number;
    timer?: ReturnType<typeof setTimeout>;
    overlay?: HTMLElement;
    lastWasShift: boolean;
  } = { presses: 0, lastWasShift: false };

  const showPresses = () => {
    for (const [index, light] of [...lights.children].entries())
      light.classList.toggle('ib-leave__light--on', index < state.presses);
  };
  const forget = () => {
    if (state.timer !== undefined) clearTimeout(state.timer);
    delete state.timer;
    state.presses = 0;
    showPresses();
  };
  const leave = () => {
    status.textContent = '';
    root.body.classList.add(HIDDEN);
    const overlay = makeElement(root, 'div', { class: 'ib-left__cover', role: 'alert' });
    state.overlay = overlay;
    root.body.append(overlay);
    overlay.textContent = loading; // after it is there, so that it is heard
    view.location.href = link.href;
  };

  for (const each of root.querySelectorAll<HTMLAnchorElement>('a[data-leave]'))
    each.addEventListener('click', (event) => {
      event.preventDefault();
      leave();
    });

  const onKey = (event: KeyboardEvent) => {
    // letting go of Shift after a capital letter is no press: the key before it was released while Shift was down
    if (event.key === 'Shift' && !state.lastWasShift) {
      state.presses += 1;
      showPresses();
      if (state.timer !== undefined) clearTimeout(state.timer);
      if (state.presses >= PRESSES) {
        forget();
        leave();
        return;
      }
      status.textContent = `${label}: Shift ${PRESSES - state.presses}×`;
      state.timer = setTimeout(() => {
        forget();
        status.textContent = cancelled;
      }, PRESS_WITHIN_MS);
    } else if (state.presses > 0) {
      forget();
      status.textContent = '';
    }
    state.lastWasShift = event.shiftKey;
  };
  // once a page, whoever asks twice
  if (root.body.dataset.leaveKeys === undefined) {
    root.body.dataset.leaveKeys = '';
    root.addEventListener('keyup', onKey, true);
  }

  view.addEventListener('pageshow', (event) => {
    if (forgets && (event as PageTransitionEvent).persisted) {
      view.location.replace(view.location.href); // out of the memory of the browser: stays hidden, and begins anew
      return;
    }
    root.body.classList.remove(HIDDEN);
    state.overlay?.remove();
    delete state.overlay;
    forget();
    status.textContent = '';
  });
}
