import { makeElement } from './make-element.ts';

const WARN_SECONDS = 120;
const EXTEND_PATH = '/sessies/verlengen';

const NL = {
  stay: 'Blijf ingelogd',
  again: 'Log opnieuw in',
  endedTitle: 'U bent uitgelogd',
  ended: 'U was een tijd niet actief. Log opnieuw in om op deze pagina verder te gaan.',
  warningTitle: 'Bent u er nog?',
  warning: (period: string) => `Over ${period} loggen wij u uit. Wat u nog niet hebt opgeslagen, gaat dan verloren.`,
  minutes: 'minuten',
  seconds: 'seconden',
  offline: 'Er is geen verbinding. Probeer het nog eens.',
};
const EN: typeof NL = {
  stay: 'Stay signed in',
  again: 'Sign in again',
  endedTitle: 'You are signed out',
  ended: 'You did nothing for a while. Sign in again to go on with this page.',
  warningTitle: 'Are you still there?',
  warning: (period) => `We sign you out in ${period}. What you have not saved is then lost.`,
  minutes: 'minutes',
  seconds: 'seconds',
  offline: 'There is no connection. Try again.',
};

/**
 * Warns two minutes before the session ends and lets the person stay with one key (WCAG 2.2.1). The page tells in
 * `data-session-ends-in` how many seconds are left. Windows of the same browser tell each other when the session was used.
 */
export function sessionNotice(root: Document): void {
  const seconds = Number(root.body.dataset.sessionEndsIn);
  const csrf = root.body.dataset.csrf;
  if (!(seconds > 0) || !csrf) return;
  const words = root.documentElement.lang === 'en' ? EN : NL;

  const heading = makeElement(root, 'h2', { id: 'sessie-titel' });
  const text = makeElement(root, 'p', { id: 'sessie-tekst' });
  const stay = makeElement(
    root,
    'button',
    { class: 'utrecht-button utrecht-button--primary-action', type: 'button' },
    words.stay,
  );
  const again = makeElement(
    root,
    'a',
    { class: 'utrecht-button utrecht-button--primary-action ib-button-link', href: root.location.href, hidden: '' },
    words.again,
  );
  const dialog = makeElement(
    root,
    'dialog',
    { class: 'ib-session', role: 'alertdialog', 'aria-labelledby': heading.id, 'aria-describedby': text.id },
    heading,
    text,
    stay,
    again,
  );
  root.body.append(dialog);

  const timers: ReturnType<typeof setTimeout>[] = [];
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('in-beeld-sessie') : undefined;

  const show = (title: string, message: string, ended: boolean) => {
    heading.textContent = title;
    text.textContent = message;
    stay.hidden = ended;
    again.hidden = !ended;
    if (!dialog.open) dialog.showModal();
    (ended ? again : stay).focus();
  };
  const ended = () => show(words.endedTitle, words.ended, true);
  const start = (left: number) => {
    for (const timer of timers.splice(0)) clearTimeout(timer);
    if (dialog.open) dialog.close();
    const warning = Math.min(WARN_SECONDS, Math.floor(left / 2));
    const period = warning >= 120 ? `${Math.floor(warning / 60)} ${words.minutes}` : `${warning} ${words.seconds}`;
    timers.push(
      setTimeout(() => show(words.warningTitle, words.warning(period), false), (left - warning) * 1000),
      setTimeout(ended, left * 1000),
    );
  };

  stay.addEventListener('click', async () => {
    const answer = await fetch(EXTEND_PATH, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ _csrf: csrf }),
      redirect: 'manual',
    }).catch(() => undefined);
    if (!answer) {
      text.textContent = words.offline;
      return;
    }
    if (!answer.ok) return ended();
    const { eindigtOverSeconden } = (await answer.json()) as { eindigtOverSeconden: number };
    start(eindigtOverSeconden);
    channel?.postMessage(eindigtOverSeconden);
  });
  channel?.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (typeof event.data === 'number') start(event.data);
  });
  channel?.postMessage(seconds);
  start(seconds);
}
