import { makeElement } from './make-element.ts';
import { plainText } from './plain-text.ts';

const MOST_SHOWN = 12;

/**
 * Lays a box to type in over a long <select> (the combobox pattern of the ARIA practices). The select stays in the form
 * and keeps the value; without script it is simply there. What was typed and is not in the list is said, and not sent: the form
 * would go as if nothing was chosen.
 */
export function autocompleteSelects(root: Document): void {
  for (const select of root.querySelectorAll<HTMLSelectElement>('select[data-autocomplete]')) enhance(root, select);
}

function enhance(root: Document, select: HTMLSelectElement): void {
  const id = select.id;
  const listId = `${id}-lijst`;
  const choices = [...select.options]
    .filter((option) => option.value !== '')
    .map((option) => ({ value: option.value, label: option.text, plain: plainText(option.text) }));
  type Choice = (typeof choices)[number];

  const input = makeElement(root, 'input', {
    class: 'utrecht-textbox utrecht-textbox--html-input',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
  });
  for (const name of ['aria-describedby', 'aria-invalid']) {
    const value = select.getAttribute(name);
    if (value) input.setAttribute(name, value);
  }
  if (input.getAttribute('aria-invalid')) input.classList.add('utrecht-textbox--invalid');
  const label = select.labels[0];
  const list = makeElement(root, 'ul', { class: 'ib-autocomplete__list', id: listId, role: 'listbox', hidden: '' });
  if (label) {
    label.id ||= `${id}-label`;
    list.setAttribute('aria-labelledby', label.id);
  }
  const status = makeElement(root, 'span', { class: 'ib-hidden', role: 'status' });
  select.id = `${id}-keuze`;
  select.hidden = true;
  input.id = id;
  input.value = choices.find((choice) => choice.value === select.value)?.label ?? '';
  select.before(makeElement(root, 'div', { class: 'ib-autocomplete' }, input, list, status));

  const state: { shown: readonly Choice[]; active: number } = { shown: [], active: -1 };

  const complaint = makeElement(root, 'div', {
    class: 'utrecht-form-field-error-message',
    id: `${id}-onbekend`,
    role: 'alert',
  });
  select.after(complaint);
  const described = input.getAttribute('aria-describedby');
  const complain = (words: string) => {
    complaint.textContent = words;
    const ids = [described, words && complaint.id].filter(Boolean).join(' ');
    if (ids) input.setAttribute('aria-describedby', ids);
    else input.removeAttribute('aria-describedby');
    input.setAttribute('aria-invalid', String(words !== ''));
  };
  // before the other listeners of the form: what is not sent must not lock its buttons
  select.form?.addEventListener(
    'submit',
    (event) => {
      const typed = input.value.trim();
      if (typed === '' || select.value !== '') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      complain(`«${typed}» staat niet in de lijst. Kies er een die er wel in staat.`);
      input.focus();
    },
    { capture: true },
  );

  const close = () => {
    list.hidden = true;
    state.active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const point = (index: number) => {
    state.active = index;
    [...list.children].forEach((option, place) => {
      option.setAttribute('aria-selected', String(place === index));
      if (place === index) option.scrollIntoView({ block: 'nearest' });
    });
    if (index >= 0) input.setAttribute('aria-activedescendant', `${listId}-${index}`);
    else input.removeAttribute('aria-activedescendant');
  };
  const choose = (choice: Choice) => {
    input.value = choice.label;
    select.value = choice.value;
    complain('');
    select.dispatchEvent(new Event('change', { bubbles: true }));
    close();
  };
  const open = () => {
    const typed = plainText(input.value);
    if (complaint.textContent) complain('');
    select.value = choices.find((choice) => choice.plain === typed)?.value ?? '';
    const starting = choices.filter((choice) => choice.plain.startsWith(typed));
    const containing = choices.filter((choice) => !choice.plain.startsWith(typed) && choice.plain.includes(typed));
    const found = [...starting, ...containing];
    state.shown = found.slice(0, MOST_SHOWN);
    list.replaceChildren(
      ...state.shown.map((choice, index) => {
        const option = makeElement(
          root,
          'li',
          { class: 'ib-autocomplete__option', role: 'option', id: `${listId}-${index}`, 'aria-selected': 'false' },
          choice.label,
        );
        option.addEventListener('mousedown', (event) => event.preventDefault());
        option.addEventListener('click', () => choose(choice));
        return option;
      }),
    );
    list.hidden = state.shown.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    status.textContent =
      found.length === 0 ? 'Niets gevonden' : found.length === 1 ? '1 keuze' : `${found.length} keuzes`;
    point(-1);
  };

  input.addEventListener('input', open);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) open();
      const count = state.shown.length;
      if (count > 0)
        point((state.active + (event.key === 'ArrowDown' ? 1 : state.active < 0 ? 0 : -1) + count) % count);
    } else if (event.key === 'Enter' && !list.hidden && (state.active >= 0 || input.value.trim() !== '')) {
      // the first is what one typed towards; without an open list Enter sends the form, as everywhere
      event.preventDefault();
      choose(state.shown[Math.max(0, state.active)]!);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
}
