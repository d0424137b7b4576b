import { makeElement } from './make-element.ts';
import { plainText } from './plain-text.ts';

/** Puts a box above a filterable table that leaves only the rows with the typed words, and says how many those are. */
export function filterTables(root: Document): void {
  root.querySelectorAll<HTMLTableElement>('table[data-filterable]').forEach((table, index) => {
    const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')].map((row) => ({
      row,
      text: plainText(row.textContent ?? ''),
    }));
    const id = `zoek-in-tabel-${index + 1}`;
    const input = makeElement(root, 'input', {
      class: 'utrecht-textbox utrecht-textbox--html-input',
      type: 'search',
      id,
      autocomplete: 'off',
    });
    const count = makeElement(root, 'span', { class: 'ib-soft', role: 'status' });
    const label = makeElement(root, 'label', { class: 'utrecht-form-label', for: id }, 'Zoek in deze tabel');
    const box = table.closest('.ib-table-box') ?? table;
    box.before(makeElement(root, 'div', { class: 'ib-table-filter' }, label, input, count));
    input.addEventListener('input', () => {
      const words = plainText(input.value).split(/\s+/);
      let shown = 0;
      for (const { row, text } of rows) {
        const fits = words.every((word) => text.includes(word));
        row.hidden = !fits;
        if (fits) shown += 1;
      }
      count.textContent = input.value.trim() === '' ? '' : `${shown} van ${rows.length}`;
    });
  });
}
