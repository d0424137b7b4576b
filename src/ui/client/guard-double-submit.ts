/**
 * Sends a guarded form once: a second click while it is on its way does nothing. The server is safe without this (the
 * form carries an idempotency key); this only spares people the wait. A page that comes back from the browser's memory
 * can be sent again.
 */
export function guardDoubleSubmit(root: Document): void {
  const busy = new Set<HTMLFormElement>();
  root.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-guard') || event.defaultPrevented) return;
    if (busy.has(form)) {
      event.preventDefault();
      return;
    }
    busy.add(form);
    event.submitter?.classList.add('utrecht-button--busy');
    event.submitter?.setAttribute('aria-disabled', 'true');
  });
  root.defaultView?.addEventListener('pageshow', () => {
    busy.clear();
    for (const button of root.querySelectorAll('.utrecht-button--busy')) {
      button.classList.remove('utrecht-button--busy');
      button.removeAttribute('aria-disabled');
    }
  });
}
