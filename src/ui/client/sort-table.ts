import { makeElement } from './make-element.ts';

const DUTCH = new Intl.Collator('nl', { numeric: true });

/** What a cell counts as: the number of its <data>, the day of its <time>, else its text. */
function sortKey(cell: Element | undefined): string | number {
  const data = cell?.querySelector('data[value]');
  if (data) return Number(data.getAttribute('value'));
  return cell?.querySelector('time[datetime]')?.getAttribute('datetime') ?? cell?.textContent?.trim() ?? '';
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : DUTCH.compare(String(a), String(b));
}

/** Turns the headers of sortable tables into buttons that sort the rows, up and then down. */
export function sortTables(root: Document): void {
  for (const table of root.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
    const headers = [...table.querySelectorAll('thead th')];
    const body = table.querySelector('tbody');
    if (!body) continue;
    headers.forEach((header, column) => {
      if (header.getAttribute('data-sort') === 'no') return;
      const button = makeElement(root, 'button', { class: 'ib-table__sort', type: 'button' }, ...header.childNodes);
      header.replaceChildren(button);
      button.addEventListener('click', () => {
        const direction = header.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
        for (const other of headers) other.removeAttribute('aria-sort');
        header.setAttribute('aria-sort', direction === 1 ? 'ascending' : 'descending');
        const rows = [...body.children].map((row) => ({ row, key: sortKey(row.children[column]) }));
        rows.sort((a, b) => direction * compare(a.key, b.key));
        body.append(...rows.map(({ row }) => row));
      });
    });
  }
}
