import type { Translated } from '../../shared-kernel/language.ts';
import { writeNumber } from '../format/number-text.tsx';
import { useLanguage } from '../language.tsx';

/** Bars of one year, at most one per series, and what was estimated for it. */
export interface ChartYear {
  readonly year: number;
  readonly bars: readonly { readonly series: string; readonly value: number }[];
}

/** An estimate over one or more years in a row: a band with a line, a line alone, or a line with an arrow for "more than". */
export interface ChartBand {
  readonly from: number;
  readonly to: number;
  readonly low: number | null;
  readonly middle: number;
  readonly high: number | null;
  readonly isLowerBound?: boolean | undefined;
}

const MORE_THAN: Translated<string> = { nl: 'meer dan', en: 'more than' };
const HEIGHT = 320;
const TOP = 30;
const BOTTOM = 28;

/**
 * Counts per year as bars from zero, with estimated intervals drawn as bands. Positions across are percentages and type has
 * a size of its own, so that nothing shrinks on a narrow screen. The picture is one image to a screen reader, named by
 * `label`; the same figures must stand in a table beside it.
 */
export function YearChart(props: {
  label: string;
  years: readonly ChartYear[];
  bands: readonly ChartBand[];
  /** The series in the order of their bars, at most two. */
  series: readonly { readonly id: string; readonly name: string }[];
  /** What the bands are; not needed without any. */
  bandName?: string;
}) {
  const { years, bands, series } = props;
  const language = useLanguage();
  const write = (value: number) => writeNumber(value, 0, language);
  const largest = Math.max(1, ...years.flatMap(({ bars }) => bars.map(({ value }) => value)), ...bands.map(topOf));
  const step = niceStep(largest);
  const max = Math.ceil(largest / step) * step;
  const slot = 100 / Math.max(1, years.length);
  const index = (year: number) => years.findIndex((each) => each.year === year);
  const x = (slots: number) => `${Math.round(slots * slot * 100) / 100}%`;
  const y = (value: number) => Math.round((HEIGHT - BOTTOM - (value / max) * (HEIGHT - TOP - BOTTOM)) * 10) / 10;
  const ticks = Array.from({ length: Math.round(max / step) + 1 }, (_, at) => at * step);
  const barWidth = 0.76 / Math.max(1, series.length);
  return (
    <div class="ib-years">
      <svg class="ib-years__drawing" width="100%" height={HEIGHT} role="img" aria-label={props.label} focusable="false">
        {ticks.map((tick) => (
          <g key={tick}>
            <line class={tick === 0 ? 'ib-years__zero' : 'ib-years__grid'} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
            {tick > 0 ? (
              <text class="ib-years__tick" x="0" y={y(tick) - 4}>
                {write(tick)}
              </text>
            ) : null}
          </g>
        ))}
        {bands.map((band) => {
          const [from, to] = [index(band.from) + 0.04, index(band.to) + 0.96];
          const top = topOf(band);
          return (
            <g key={band.from}>
              {band.low !== null && band.high !== null ? (
                <rect
                  class="ib-years__band"
                  x={x(from)}
                  width={x(to - from)}
                  y={y(band.high)}
                  height={y(band.low) - y(band.high)}
                />
              ) : null}
              <line class="ib-years__middle" x1={x(from)} x2={x(to)} y1={y(band.middle)} y2={y(band.middle)} />
              {band.isLowerBound ? (
                <svg
                  class="ib-years__arrow"
                  x={x((from + to) / 2)}
                  y={y(band.middle)}
                  width="1"
                  height="1"
                  aria-hidden="true"
                >
                  <path d="M0 0V-14M-4-10 0-15 4-10" />
                </svg>
              ) : null}
              <text class="ib-years__label" x={x((from + to) / 2)} y={y(top) - (band.isLowerBound ? 18 : 6)}>
                {band.low !== null && band.high !== null
                  ? `${write(band.low)}–${write(band.high)}`
                  : `${band.isLowerBound ? `${MORE_THAN[language]} ` : ''}${write(band.middle)}`}
              </text>
            </g>
          );
        })}
        {years.map(({ year, bars }, at) => (
          <g key={year}>
            {bars.map(({ series: id, value }) => {
              const place = series.findIndex((each) => each.id === id);
              return (
                <rect
                  key={id}
                  class={`ib-years__bar ib-years__bar--${place}`}
                  x={x(at + 0.12 + place * barWidth)}
                  width={x(barWidth * 0.94)}
                  y={y(value)}
                  height={y(0) - y(value)}
                />
              );
            })}
            <text class={`ib-years__year${at % 2 ? ' ib-years__year--odd' : ''}`} x={x(at + 0.5)} y={HEIGHT - 8}>
              {year}
            </text>
          </g>
        ))}
      </svg>
      <ul class="ib-years__legend">
        {series.map(({ id, name }, place) => (
          <li key={id}>
            <svg width="20" height="20" aria-hidden="true" focusable="false">
              <rect class={`ib-years__bar ib-years__bar--${place}`} x="4" y="2" width="12" height="16" />
            </svg>
            {name}
          </li>
        ))}
        {bands.length > 0 ? (
          <li>
            <svg width="20" height="20" aria-hidden="true" focusable="false">
              <rect class="ib-years__band" x="1" y="2" width="18" height="16" />
              <line class="ib-years__middle" x1="1" x2="19" y1="10" y2="10" />
            </svg>
            {props.bandName}
          </li>
        ) : null}
      </ul>
    </div>
  );
}

const topOf = ({ high, middle }: ChartBand) => high ?? middle;

/** 1, 2 or 5 times a power of ten, so that there are four to ten steps. */
function niceStep(largest: number): number {
  const rough = largest / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough)!;
}
