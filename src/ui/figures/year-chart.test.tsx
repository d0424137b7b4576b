import { parseHTML } from 'linkedom';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { YearChart } from './year-chart.tsx';

const chart = parseHTML(
  `<!doctype html><html><body>${renderToString(
    <YearChart
      label="Grafiek"
      bandName="Geschat"
      series={[
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' },
      ]}
      years={[
        { year: 2014, bars: [{ series: 'a', value: 1000 }] },
        { year: 2015, bars: [{ series: 'b', value: 500 }] },
      ]}
      bands={[
        { from: 2014, to: 2014, low: null, middle: 8000, high: null, isLowerBound: true },
        { from: 2014, to: 2015, low: 4000, middle: 5000, high: 7000 },
      ]}
    />,
  )}</body></html>`,
).document;
const numbers = (selector: string, ...names: string[]) =>
  [...chart.querySelectorAll(`[role=img] ${selector}`)].map((each) =>
    names.map((name) => Number.parseFloat(each.getAttribute(name) ?? '')),
  );

describe('YearChart', () => {
  it('is one image with a name', () => {
    expect(chart.querySelector('svg[role=img]')?.getAttribute('aria-label')).toBe('Grafiek');
  });

  it('starts every bar at zero, and draws half the count half as high', () => {
    const zero = numbers('.ib-years__zero', 'y1')[0]![0]!;
    const bars = numbers('.ib-years__bar', 'y', 'height') as [number, number][];
    for (const [y, height] of bars) expect(y + height).toBeCloseTo(zero, 1);
    expect(bars[0]![1] / bars[1]![1]).toBeCloseTo(2, 1);
  });

  it('lets a band span its years, from low to high, with the middle inside', () => {
    const [[x, width, y, height]] = numbers('.ib-years__band', 'x', 'width', 'y', 'height') as [number[]];
    expect([x! < 5, x! + width! > 95]).toEqual([true, true]);
    const middle = numbers('.ib-years__middle', 'y1')[1]![0]!;
    expect(middle).toBeGreaterThan(y!);
    expect(middle).toBeLessThan(y! + height!);
  });

  it('says "meer dan" where only a lower bound is known, and draws no band there', () => {
    expect([...chart.querySelectorAll('.ib-years__label')].map((each) => each.textContent)).toEqual([
      'meer dan 8.000',
      '4.000–7.000',
    ]);
    expect(chart.querySelectorAll('[role=img] .ib-years__band')).toHaveLength(1);
  });
});
