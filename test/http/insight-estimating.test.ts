import { beforeAll, describe, expect, it } from 'vitest';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { sharedDatabase } from '../support/database.ts';

const PATH = '/cijfers/schatten';
const READY_WITHIN = 90_000;

describe('the lesson in estimating', () => {
  let app: TestApp;
  let visitor: Visitor;
  let first: { readonly refresh: unknown; readonly text: string };
  let page: Document;

  beforeAll(async () => {
    app = await testApp(await sharedDatabase());
    visitor = await app.visitor();
    const answer = await visitor.get(PATH);
    first = { refresh: answer.headers.refresh, text: answer.body };
    // the server answers others while it computes
    if (answer.headers.refresh) expect((await visitor.get('/gezond')).statusCode).toBe(200);
    for (;;) {
      const again = await visitor.get(PATH);
      if (!again.headers.refresh) {
        page = documentOf(again);
        break;
      }
    }
  }, READY_WITHIN);

  it('comes at once, and asks again by itself until the numbers are there', () => {
    if (first.refresh) expect(first.text).toContain('Wij rekenen nog');
    else expect(first.text).toContain('methoden-titel');
    expect(page.body.textContent).not.toContain('Wij rekenen nog');
  });

  it('names the source of the table and shows its overlap as picture and table', () => {
    expect(page.querySelector('main')?.textContent).toContain('Van Dijk e.a. 2017');
    expect(page.querySelector('#overlap-titel')?.textContent).toBe(
      '432 van de 8.234 mensen staan op meer dan één lijst (2010–2015, Van Dijk e.a. 2017)',
    );
    expect(page.querySelectorAll('.ib-upset tbody tr')).toHaveLength(24);
    expect(page.querySelectorAll('#overlap details tbody tr')).toHaveLength(15);
  });

  it('puts five methods on one axis, with the published estimate beside them', () => {
    const rows = [...page.querySelectorAll('#methoden tbody tr')].map((row) => row.textContent ?? '');
    expect(rows).toHaveLength(6);
    expect(rows[0]).toContain('111.000');
    expect(rows.at(-1)).toMatch(/Gepubliceerd voor 2014 en 2015.*afgeleid.*37\.500 \(30\.000 tot 45\.000\)/);
    expect(page.querySelectorAll('#methoden .ib-bars__interval').length).toBe(6 * 3);
  });

  it('says of every result that it is no official estimate', () => {
    const results = [...page.querySelectorAll('table')].filter((table) =>
      /Totaal|Geschat totaal/.test(table.querySelector('thead')?.textContent ?? ''),
    );
    expect(results.length).toBe(5);
    for (const table of results) {
      const figure = table.closest('figure') ?? table;
      expect(figure.textContent?.toLowerCase()).toContain('eigen berekening, geen officiële schatting');
    }
  });

  it('ranks the pairs by how far they move the total', () => {
    const table = [...page.querySelectorAll('table')].find((each) =>
      each.querySelector('caption')?.textContent?.startsWith('Het totaal met één paar'),
    )!;
    const totals = [...table.querySelectorAll('tbody data')].map((each) => Number(each.getAttribute('value')));
    expect(totals).toHaveLength(15);
    const moved = totals.map((total) => Math.abs(total - 111_139));
    expect(moved).toEqual([...moved].sort((a, b) => b - a));
  });

  it('gives the whole computation as JSON, to repeat', async () => {
    const body = JSON.parse((await visitor.get(`${PATH}.json`)).body);
    expect(body).toMatchObject({
      status: 'klaar',
      letOp: 'Eigen berekening, geen officiële schatting.',
      tabelHash: expect.stringMatching(/^sha256:/),
      uitkomst: { options: { seed: 1, bootstrap: 1000 }, observed: 8234, refusal: null },
    });
  });
});
