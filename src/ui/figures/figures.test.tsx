import { parseHTML } from 'linkedom';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { day } from '../../shared-kernel/plain-date.ts';
import { BarChart } from './bar-chart.tsx';
import { Figure } from './figure.tsx';
import { HexMap, type HexTile } from './hex-map.tsx';
import { ShareInHexagons } from './share-in-hexagons.tsx';

const open = (node: VNode) => parseHTML(`<!doctype html><html><body>${renderToString(node)}</body></html>`).document;

const tiles: readonly HexTile[] = [
  {
    code: 'GM0014',
    name: 'Groningen',
    q: 0,
    r: 0,
    state: 'anchored',
    stateLabel: 'geborgd tot 1 maart 2027',
    href: '/gemeenten/GM0014',
    group: 'PV20',
  },
  {
    code: 'GM1680',
    name: 'Aa en Hunze',
    q: 0,
    r: 1,
    state: 'none',
    stateLabel: 'nog niet begonnen',
    href: '/gemeenten/GM1680',
    group: 'PV22',
  },
  { code: 'GM0106', name: 'Assen <b>', q: 1, r: 0, state: 'onbekend', stateLabel: 'onbekend', group: 'PV20' },
];
const legend = [
  { state: 'anchored', label: 'Geborgd', look: 'full' },
  { state: 'none', label: 'Nog niet begonnen', look: 'open' },
] as const;
const map = (shown = tiles) =>
  open(<HexMap id="m" title="Kaart" description="Uitleg" tiles={shown} legend={legend} tableId="t" />);

describe('HexMap', () => {
  it('gives every tile a link with the name and state of its municipality', () => {
    const links = [...map().querySelectorAll('a.ib-hex')];
    expect(links.map((link) => [link.getAttribute('href'), link.querySelector('title')?.textContent])).toEqual([
      ['/gemeenten/GM0014', 'Groningen: geborgd tot 1 maart 2027'],
      ['/gemeenten/GM1680', 'Aa en Hunze: nog niet begonnen'],
    ]);
  });

  it('names a tile without a page too, escaped', () => {
    expect(map().querySelector('g[role="img"]')?.getAttribute('aria-label')).toBe('Assen <b>: onbekend');
    expect(map().querySelector('b')).toBeNull();
  });

  it('draws each look once and uses it, an unknown state as open', () => {
    const document = map();
    expect(document.querySelector('defs #m-full')).not.toBeNull();
    expect([...document.querySelectorAll('.ib-hex use')].map((use) => use.getAttribute('href'))).toEqual([
      '#m-full',
      '#m-open',
      '#m-open',
    ]);
  });

  it('lays pointy-top axial coordinates out: one r lower is half a tile east and one and a half radius south', () => {
    const [first, below, beside] = [...map().querySelectorAll('.ib-hex use')].map((use) => [
      Number(use.getAttribute('x')),
      Number(use.getAttribute('y')),
    ]);
    expect(first).toEqual([0, 0]);
    expect(below).toEqual([9, 15.6]);
    expect(beside).toEqual([18, 0]);
  });

  it('counts every state in the legend and leads to the table', () => {
    const document = map();
    expect([...document.querySelectorAll('.ib-legend__item')].map((item) => item.textContent)).toEqual([
      'Geborgd1',
      'Nog niet begonnen1',
    ]);
    expect(document.querySelector('a[href="#t"]')?.textContent).toContain('tabel');
  });

  it('draws a border only between different groups', () => {
    const lines = (shown: readonly HexTile[]) =>
      map(shown).querySelector('#m-grens')?.getAttribute('d')?.split('M').length;
    expect(lines(tiles)).toBe(3);
    expect(lines(tiles.map((tile) => ({ ...tile, group: 'PV20' })))).toBe(1);
  });

  it('survives an empty list', () => {
    expect(map([]).querySelector('svg')?.getAttribute('viewBox')).toBe('0 0 1 1');
  });

  it('has no inline style, which the content security policy forbids', () => {
    expect(map().body.innerHTML).not.toContain('style=');
  });
});

describe('ShareInHexagons', () => {
  const drawn = (share: number) => {
    const svg = open(<ShareInHexagons id="s" share={share} label="deel" />).querySelector('svg')!;
    return {
      full: svg.querySelectorAll('.ib-share__in-view:not([clip-path])').length,
      part: svg.querySelector('[clip-path]') ? Number(svg.querySelector('clipPath rect')?.getAttribute('width')) : 0,
    };
  };

  it('fills the share of six, the last hexagon in part', () => {
    expect(drawn(0)).toEqual({ full: 0, part: 0 });
    expect(drawn(1 / 6)).toEqual({ full: 1, part: 0 });
    expect(drawn(0.25)).toEqual({ full: 1, part: 8.66 });
    expect(drawn(1)).toEqual({ full: 6, part: 0 });
    expect(drawn(1.4)).toEqual({ full: 6, part: 0 });
  });
});

describe('BarChart', () => {
  const chart = open(
    <BarChart
      caption="Slachtoffers"
      labelHeader="Soort"
      valueHeader="Aantal"
      bars={[
        { label: 'Geschat', value: 1000, low: 800, high: 2000 },
        { label: 'Geregistreerd', value: 500 },
      ]}
    />,
  );

  it('starts at zero and scales to the largest bound', () => {
    expect(
      [...chart.querySelectorAll('rect')].map((rect) => [rect.getAttribute('x'), rect.getAttribute('width')]),
    ).toEqual([
      ['0', '50%'],
      ['0', '25%'],
    ]);
  });

  it('is a table that reads label, value and interval', () => {
    expect(chart.querySelector('caption')?.textContent).toBe('Slachtoffers');
    expect([...chart.querySelectorAll('tbody tr')].map((row) => row.textContent)).toEqual([
      'Geschat1.000 (800 tot 2.000)',
      'Geregistreerd500',
    ]);
  });

  it('draws nothing rather than dividing by zero', () => {
    const empty = open(<BarChart caption="x" labelHeader="a" valueHeader="b" bars={[{ label: 'Nul', value: 0 }]} />);
    expect(empty.querySelector('rect')?.getAttribute('width')).toBe('0%');
  });
});

describe('Figure', () => {
  it('carries message, table and a complete source', () => {
    const figure = open(
      <Figure
        id="f"
        title="Eén op de zes is in beeld"
        table={<p>tabel</p>}
        source={{
          source: 'Voorbeeld',
          series: 'reeks',
          date: day('2026-11-24'),
          uncertainty: 'ruim',
          id: 'VB-1',
          jsonHref: '/f.json',
        }}
      >
        <p>grafiek</p>
      </Figure>,
    ).querySelector('figure')!;
    expect(figure.ownerDocument.getElementById(figure.getAttribute('aria-labelledby')!)?.textContent).toBe(
      'Eén op de zes is in beeld',
    );
    expect(figure.querySelector('details p')?.textContent).toBe('tabel');
    expect(figure.querySelector('.ib-source')?.textContent).toBe(
      'Bron: Voorbeeld, reeks, 24 november 2026. Onzekerheid: ruim. Nummer: VB-1. Deze cijfers als JSON',
    );
    expect(figure.querySelector('a')?.getAttribute('href')).toBe('/f.json');
  });
});
