import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leaveQuickly } from './leave-quickly.ts';

const PAGE = `<!doctype html><html lang="ro"><body>
  <a href="#inhoud">Informații</a><a href="/weg" data-leave data-loading="Se încarcă">Urgență: Ieșire</a>
  <a href="/weg" data-leave data-leave-keys data-loading="Se încarcă" data-label="Ieșire" data-cancelled="Oprit">Ieșire</a>
  <main id="inhoud">Geheim</main></body></html>`;

function open(html = PAGE, history?: object) {
  const { document, window } = parseHTML(html);
  if (history) Object.defineProperty(window, 'history', { value: history, configurable: true });
  const went: string[] = [];
  Object.defineProperty(window, 'location', {
    value: {
      get href() {
        return '/signalencheck';
      },
      set href(address: string) {
        went.push(address);
      },
      replace: (address: string) => went.push(`replaced by ${address}`),
    },
    configurable: true,
  });
  leaveQuickly(document as unknown as Document);
  const key = (name: string, shiftKey = false) => {
    const event = Object.assign(new window.Event('keyup'), { key: name, shiftKey });
    document.dispatchEvent(event);
  };
  const cover = () => document.querySelector('[role="alert"]');
  return {
    document: document as unknown as Document,
    window,
    went,
    key,
    cover,
    said: () => document.querySelector('[role="status"]')?.textContent,
    lights: () => document.querySelectorAll('.ib-leave__light--on').length,
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the way out', () => {
  it('hides the page before it goes, says so in its own language, and goes by an ordinary step', () => {
    for (const index of [0, 1]) {
      const { document, window, went, cover } = open();
      const link = document.querySelectorAll('a[data-leave]')[index]!;
      const click = new window.Event('click', { cancelable: true });
      link.dispatchEvent(click as unknown as Event);
      expect(click.defaultPrevented).toBe(true);
      expect(document.body.classList.contains('ib-left')).toBe(true);
      expect(cover()?.textContent).toBe('Se încarcă');
      expect(went.map((address) => address.replace(/^.*\/weg$/, '/weg'))).toEqual(['/weg']);
    }
  });

  it('goes when Shift is pressed three times, and counts down aloud and in lights', () => {
    const { key, went, said, lights } = open();
    key('Shift');
    expect([said(), lights()]).toEqual(['Ieșire: Shift 2×', 1]);
    key('Shift');
    expect([said(), lights(), went.length]).toEqual(['Ieșire: Shift 1×', 2, 0]);
    key('Shift');
    expect(went).toHaveLength(1);
  });

  it('gives five seconds for each press, then says that it stopped', () => {
    const { key, went, said, lights } = open();
    key('Shift');
    vi.advanceTimersByTime(4999);
    key('Shift');
    vi.advanceTimersByTime(4999);
    expect(lights()).toBe(2);
    vi.advanceTimersByTime(1);
    expect([said(), lights()]).toEqual(['Oprit', 0]);
    key('Shift');
    key('Shift');
    expect(went).toHaveLength(0);
  });

  it('does not count Shift that ends a capital letter, and starts again after any other key', () => {
    const { key, went, lights } = open();
    for (let press = 0; press < 4; press++) {
      key('A', true);
      key('Shift');
    }
    expect([lights(), went.length]).toEqual([0, 0]);
    key('Shift');
    key('Shift');
    key('b');
    expect(lights()).toBe(0);
    key('Shift');
    expect(went).toHaveLength(0);
  });

  it('shows the page again when the browser brings it back, and begins counting anew', () => {
    const { document, window, key, cover, lights } = open();
    key('Shift');
    document.querySelector('a[data-leave]')!.dispatchEvent(new window.Event('click') as unknown as Event);
    window.dispatchEvent(new window.Event('pageshow'));
    expect(cover()).toBeNull();
    expect(document.body.classList.contains('ib-left')).toBe(false);
    expect(lights()).toBe(0);
  });

  it('lets no answers come back: a page that shows them becomes the start of its address', () => {
    const replaced: unknown[] = [];
    const html = PAGE.replace('data-leave-keys', 'data-leave-keys data-leave-forgets');
    const plain = open();
    plain.window.dispatchEvent(Object.assign(new plain.window.Event('pageshow'), { persisted: true }));
    expect(plain.went).toEqual([]);
    const history = { replaceState: (...asked: unknown[]) => replaced.push(asked[2]) };
    const { went, window: shown } = open(html, history);
    expect(replaced).toEqual(['/signalencheck']);
    shown.dispatchEvent(Object.assign(new shown.Event('pageshow'), { persisted: true }));
    expect(went).toEqual(['replaced by /signalencheck']);
  });

  it('listens once a page, and does nothing on a page without a way out', () => {
    const { document, key, lights } = open();
    leaveQuickly(document);
    key('Shift');
    expect(lights()).toBe(1);
    const bare = parseHTML('<!doctype html><html><body><main></main></body></html>').document;
    leaveQuickly(bare as unknown as Document);
    expect(bare.querySelector('[role="status"]')).toBeNull();
  });
});
