import { parseHTML } from 'linkedom';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { UpSetChart } from './upset-chart.tsx';

const chart = parseHTML(
  `<!doctype html><html><body>${renderToString(
    <UpSetChart
      caption="Overlap"
      countHeader="Aantal"
      sets={[
        { id: 'P', name: 'Politie' },
        { id: 'R', name: 'Regio' },
        { id: 'Z', name: 'Zorg' },
      ]}
      combinations={[
        { sets: ['P', 'Z'], count: 1200 },
        { sets: ['R'], count: 300 },
      ]}
    />,
  )}</body></html>`,
).document;

describe('UpSetChart', () => {
  it('reads as a table: the names of the sets and the count', () => {
    expect([...chart.querySelectorAll('tbody tr')].map((row) => row.textContent)).toEqual([
      'Politie en Zorg1.200',
      'Regio300',
    ]);
  });

  it('fills the dots of the sets a row is in, and joins them', () => {
    const [both, one] = [...chart.querySelectorAll('tbody tr')];
    const filled = (row: Element) =>
      [...row.querySelectorAll('circle')].map((dot) => dot.classList.contains('ib-upset__in'));
    expect([filled(both!), filled(one!)]).toEqual([
      [true, false, true],
      [false, true, false],
    ]);
    const ends = (row: Element) => ['x1', 'x2'].map((name) => row.querySelector('.ib-upset__link')?.getAttribute(name));
    expect([ends(both!), ends(one!)]).toEqual([
      ['11', '55'],
      ['33', '33'],
    ]);
  });

  it('starts every bar at zero', () => {
    const bars = [...chart.querySelectorAll('rect')].map((bar) => [bar.getAttribute('x'), bar.getAttribute('width')]);
    expect(bars).toEqual([
      ['0', '100%'],
      ['0', '25%'],
    ]);
  });
});
