import { parseHTML } from 'linkedom';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { day } from '../../shared-kernel/plain-date.ts';
import { DateText, MomentText } from '../format/date-text.tsx';
import { writeMoney } from '../format/money.tsx';
import { NumberText } from '../format/number-text.tsx';
import { GalleryPage } from '../gallery/gallery-page.tsx';
import { In, Speaking } from '../language.tsx';
import type { PageFrame } from '../page.tsx';
import { Alert } from './alert.tsx';
import { DataList } from './data-list.tsx';
import { Pagination } from './pagination.tsx';
import { Shapes } from './shape.tsx';
import { StatusBadge } from './status-badge.tsx';
import { Table } from './table.tsx';

const open = (node: VNode) => parseHTML(`<!doctype html><html><body>${renderToString(node)}</body></html>`).document;

describe('the language of a page', () => {
  const english = (node: VNode) => open(<Speaking language="en">{node}</Speaking>);

  it('is that of fixed words, numbers and days', () => {
    expect(english(<Alert kind="warning" title="this is new" />).body.textContent).toBe('Please note: this is new');
    expect(english(<NumberText value={1234.5} decimals={1} />).querySelector('data')?.outerHTML).toBe(
      '<data value="1234.5">1,234.5</data>',
    );
    expect(english(<MomentText instant={new Date('2026-11-24T13:05:00Z')} />).body.textContent).toBe(
      '24 November 2026 at 14:05',
    );
  });

  it('is Dutch where nothing is said of it', () => {
    expect(open(<NumberText value={1234.5} decimals={1} />).body.textContent).toBe('1.234,5');
  });

  it('gives way to a piece in another, which is marked and keeps its own numbers', () => {
    const piece = (
      <In language="nl">
        één op de <NumberText value={1000} />
      </In>
    );
    expect(english(piece).querySelector('span[lang=nl]')?.textContent).toBe('één op de 1.000');
    expect(open(piece).querySelector('[lang]')).toBeNull();
  });
});

describe('what colour alone must not say', () => {
  it('is said by a word and a shape', () => {
    const badge = open(<StatusBadge kind="warning" label="Verloopt binnenkort" />);
    expect(badge.body.textContent).toBe('Verloopt binnenkort');
    expect(badge.querySelector('svg[aria-hidden="true"]')).not.toBeNull();
    expect(open(<Alert kind="error" title="het bestand is te groot" />).body.textContent).toBe(
      'Er ging iets mis: het bestand is te groot',
    );
  });

  it('has a different shape for every kind', () => {
    const drawings = open(<Shapes />);
    const paths = (['info', 'ok', 'warning', 'error', 'neutral'] as const).map((kind) => {
      const shape = open(<StatusBadge kind={kind} label="x" />)
        .querySelector('use')
        ?.getAttribute('href');
      return drawings.querySelector(`${shape} path`)?.getAttribute('d');
    });
    expect(new Set(paths.filter(Boolean)).size).toBe(5);
  });
});

describe('Table', () => {
  const table = open(
    <Table
      caption="Gemeenten"
      sortable
      rowKey={(row) => row}
      rows={['Groningen', '<b>Assen</b>']}
      columns={[
        { header: 'Naam', cell: (row) => row },
        { header: 'Inwoners', kind: 'number', cell: () => <NumberText value={1062} /> },
      ]}
    />,
  );

  it('has a caption, column headers and a header for every row', () => {
    expect(table.querySelector('caption')?.textContent).toBe('Gemeenten');
    expect([...table.querySelectorAll('th[scope="col"]')].map((th) => th.textContent)).toEqual(['Naam', 'Inwoners']);
    expect([...table.querySelectorAll('th[scope="row"]')].map((th) => th.textContent)).toEqual([
      'Groningen',
      '<b>Assen</b>',
    ]);
  });

  it('repeats the header of a cell for narrow screens and keeps the exact number', () => {
    const cell = table.querySelector('td')!;
    expect(cell.getAttribute('data-label')).toBe('Inwoners');
    expect(cell.querySelector('data')?.getAttribute('value')).toBe('1062');
    expect(cell.textContent).toBe('1.062');
  });
});

describe('Dutch notation', () => {
  it('writes dates, moments, numbers and amounts', () => {
    expect(open(<DateText date={day('2026-11-24')} />).querySelector('time')?.outerHTML).toBe(
      '<time datetime="2026-11-24">24 november 2026</time>',
    );
    expect(open(<MomentText instant={new Date('2026-07-01T22:30:00Z')} />).body.textContent).toBe(
      '2 juli 2026 om 00:30',
    );
    expect(open(<NumberText value={12.5} decimals={1} />).body.textContent).toBe('12,5');
    expect(writeMoney(1062)).toBe('€\u00a01.062');
    expect(writeMoney(1062.5)).toBe('€\u00a01.062,50');
  });
});

describe('Pagination', () => {
  it('shows first, last and the neighbours, and says where one is', () => {
    const nav = open(<Pagination page={4} pages={12} hrefOf={(page) => `?pagina=${page}`} />);
    expect([...nav.querySelectorAll('a')].map((a) => a.textContent)).toEqual([
      'Vorige',
      '1',
      '3',
      '4',
      '5',
      '12',
      'Volgende',
    ]);
    expect(nav.querySelector('[aria-current="page"]')?.textContent).toBe('4');
  });

  it('is absent when there is one page', () => {
    expect(open(<Pagination page={1} pages={1} hrefOf={() => ''} />).querySelector('nav')).toBeNull();
  });
});

describe('DataList', () => {
  it('says so when a fact is missing, and shows zero as zero', () => {
    const list = open(
      <DataList
        facts={[
          { label: 'A', value: '' },
          { label: 'B', value: 0 },
        ]}
      />,
    );
    expect([...list.querySelectorAll('dd')].map((dd) => dd.textContent)).toEqual(['niet ingevuld', '0']);
  });
});

describe('the gallery', () => {
  const frame: PageFrame = {
    lang: 'nl',
    path: '/',
    demo: true,
    assets: { css: '', publicScript: '', workScript: '' },
    navigation: [],
    csrf: 't',
  };
  const document = parseHTML(renderToString(<GalleryPage frame={frame} />)).document;

  it('uses every id once and refers only to ids that exist', () => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const wanted = [...document.querySelectorAll('[aria-describedby], [aria-labelledby], label[for]')].flatMap(
      (element) =>
        ['aria-describedby', 'aria-labelledby', 'for'].flatMap((name) => element.getAttribute(name)?.split(' ') ?? []),
    );
    expect(wanted.length).toBeGreaterThan(15);
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('keeps to the content security policy', () => {
    expect(document.querySelectorAll('[style], style, script:not([src])')).toHaveLength(0);
  });
});
