import { makeElement } from './make-element.ts';

const WARN_SECONDS = 120;
const EXTEND_PATH = '/sessies/verlengen';

/**
 * Warns two minutes before the session ends and lets the person stay with one key (WCAG 2.2.1). The page tells in
 * `data-session-ends-in` how many seconds are left. Windows of the same browser tell each other when the session was used.
 */
export function sessionNotice(root: Document): void {
  const seconds = Number(root.body.dataset.sessionEndsIn);
  const csrf = root.body.dataset.csrf;
  if (!(seconds > 0) || !csrf) return;

  const heading = makeElement(root, 'h2', { id: 'sessie-titel' });
  const text = makeElement(root, 'p', { id: 'sessie-tekst' });
  const stay = makeElement(
    root,
    'button',
    { class: 'utrecht-button utrecht-button--primary-action', type: 'button' },
    'Blijf ingelogd',
  );
  const again = makeElement(
    root,
    'a',
    { class: 'utrecht-button utrecht-button--primary-action ib-button-link', href: root.location.href, hidden: '' },
    'Log opnieuw in',
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
  const ended = () =>
    show('U bent uitgelogd', 'U was een tijd niet actief. Log opnieuw in om op deze pagina verder te gaan.', true);
  const start = (left: number) => {
    for (const timer of timers.splice(0)) clearTimeout(timer);
    if (dialog.open) dialog.close();
    const warning = Math.min(WARN_SECONDS, Math.floor(left / 2));
    const period = warning >= 120 ? `${Math.floor(warning / 60)} minuten` : `${warning} seconden`;
    timers.push(
      setTimeout(
        () =>
          show(
            'Bent u er nog?',
            `Over ${period} loggen wij u uit. Wat u nog niet hebt opgeslagen, gaat dan verloren.`,
            false,
          ),
        (left - warning) * 1000,
      ),
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
      text.textContent = 'Er is geen verbinding. Probeer het nog eens.';
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
