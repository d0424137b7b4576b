import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { filterTables } from './filter-table.ts';
import { plainText } from './plain-text.ts';
import { sortTables } from './sort-table.ts';

const open = () =>
  parseHTML(`<!doctype html><html><body><div class="ib-table-box"><table data-sortable data-filterable>
    <thead><tr><th>Gemeente</th><th>Inwoners</th><th>Tot</th><th data-sort="no">Actie</th></tr></thead>
    <tbody>
      <tr><th>Súdwest-Fryslân</th><td><data value="90104">90.104</data></td><td><time datetime="2027-03-01">1 maart 2027</time></td><td>x</td></tr>
      <tr><th>Ameland</th><td><data value="3716">3.716</data></td><td><time datetime="2026-12-31">31 december 2026</time></td><td>x</td></tr>
      <tr><th>Groningen</th><td><data value="244829">244.829</data></td><td><time datetime="2028-01-02">2 januari 2028</time></td><td>x</td></tr>
    </tbody></table></div></body></html>`).document;
const names = (document: Document) => [...document.querySelectorAll('tbody th')].map((th) => th.textContent);
const press = (document: Document, header: string) =>
  [...document.querySelectorAll('button')]
    .find((button) => button.textContent === header)
    ?.dispatchEvent(new document.defaultView!.Event('click'));

describe('sortTables', () => {
  it('sorts numbers and days by their exact value and text the Dutch way, and says in which direction', () => {
    const document = open();
    sortTables(document);
    press(document, 'Inwoners');
    expect(names(document)).toEqual(['Ameland', 'Súdwest-Fryslân', 'Groningen']);
    expect(document.querySelectorAll('th')[1]?.getAttribute('aria-sort')).toBe('ascending');
    press(document, 'Inwoners');
    expect(names(document)).toEqual(['Groningen', 'Súdwest-Fryslân', 'Ameland']);
    press(document, 'Tot');
    expect(names(document)).toEqual(['Ameland', 'Súdwest-Fryslân', 'Groningen']);
    expect(document.querySelectorAll('[aria-sort]')).toHaveLength(1);
    press(document, 'Gemeente');
    expect(names(document)).toEqual(['Ameland', 'Groningen', 'Súdwest-Fryslân']);
  });

  it('leaves a column of actions alone', () => {
    const document = open();
    sortTables(document);
    expect([...document.querySelectorAll('thead button')].map((button) => button.textContent)).toEqual([
      'Gemeente',
      'Inwoners',
      'Tot',
    ]);
  });
});

describe('filterTables', () => {
  it('leaves the rows with all typed words, accents or not, and says how many', () => {
    const document = open();
    filterTables(document);
    const input = document.querySelector('input')!;
    const type = (text: string) => {
      input.value = text;
      input.dispatchEvent(new document.defaultView!.Event('input'));
      return [...document.querySelectorAll('tbody tr')].filter((row) => !row.hasAttribute('hidden')).length;
    };
    expect(document.querySelector('label')?.getAttribute('for')).toBe(input.id);
    expect(type('sudwest 2027')).toBe(1);
    expect(document.querySelector('[role="status"]')?.textContent).toBe('1 van 3');
    expect(type('bestaat niet')).toBe(0);
    expect(type('')).toBe(3);
    expect(document.querySelector('[role="status"]')?.textContent).toBe('');
  });
});

describe('plainText', () => {
  it('drops case, accents and outer space', () => {
    expect(plainText('  Súdwest-FRYSLÂN ')).toBe('sudwest-fryslan');
  });
});
