import { writeNumber } from '../format/number-text.tsx';
import { useLanguage } from '../language.tsx';

/** One moment across: a value of each line, in the order of the lines. */
export interface ChartMoment {
  readonly key: string;
  /** Stands under the moment; without it the moment has no word of its own. */
  readonly label?: string | undefined;
  readonly values: readonly number[];
}

const HEIGHT = 260;
const TOP = 24;
const BOTTOM = 30;
/** Room for the number at the end of a line, in percent of the width; and for the ticks at the start. */
const RIGHT = 10;
const LEFT = 7;
/** The end labels of two lines stand at least this far apart. */
const APART = 18;

/**
 * Counts through time as lines from zero, at most three, each with its last number at its end. Each line has a stroke and a point of
 * its own, so that it reads without colour. Positions across are percentages, so that type does not shrink on a narrow screen. The
 * picture is one image to a screen reader, named by `label`; the same figures must stand in a table beside it.
 */
export function LineChart(props: {
  label: string;
  moments: readonly ChartMoment[];
  lines: readonly { readonly id: string; readonly name: string }[];
  /** The end of the scale; a round number above the largest value when absent. */
  max?: number | undefined;
}) {
  const { moments, lines } = props;
  const language = useLanguage();
  const write = (value: number) => writeNumber(value, 0, language);
  const largest = Math.max(1, props.max ?? 0, ...moments.flatMap(({ values }) => values));
  const step = wholeStep(largest);
  const max = Math.ceil(largest / step) * step;
  const x = (at: number) =>
    `${Math.round((LEFT + (at * (100 - LEFT - RIGHT)) / Math.max(1, moments.length - 1)) * 100) / 100}%`;
  const y = (value: number) => Math.round((HEIGHT - BOTTOM - (value / max) * (HEIGHT - TOP - BOTTOM)) * 10) / 10;
  const ticks = Array.from({ length: Math.round(max / step) + 1 }, (_, at) => at * step);
  const ends = spread(lines.map((_, line) => y(moments.at(-1)?.values[line] ?? 0)));
  return (
    <div class="ib-years">
      <svg class="ib-years__drawing" width="100%" height={HEIGHT} role="img" aria-label={props.label} focusable="false">
        {ticks.map((tick) => (
          <g key={tick}>
            <line class={tick === 0 ? 'ib-years__zero' : 'ib-years__grid'} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
            <text class="ib-years__tick" x="0" y={y(tick) - 4}>
              {write(tick)}
            </text>
          </g>
        ))}
        {lines.map(({ id }, line) => (
          <g class={`ib-line ib-line--${line}`} key={id}>
            {moments.slice(1).map(({ key, values }, at) => (
              <line
                key={key}
                x1={x(at)}
                x2={x(at + 1)}
                y1={y(moments[at]!.values[line] ?? 0)}
                y2={y(values[line] ?? 0)}
              />
            ))}
            {moments.map(({ key, values }, at) => (
              <Point key={key} line={line} x={x(at)} y={y(values[line] ?? 0)} />
            ))}
            <text class="ib-line__end" x="100%" y={(ends[line] ?? 0) + 5}>
              {write(moments.at(-1)?.values[line] ?? 0)}
            </text>
          </g>
        ))}
        {moments.map(({ key, label }, at) =>
          label ? (
            <text class="ib-years__year" x={x(at)} y={HEIGHT - 8} key={key}>
              {label}
            </text>
          ) : null,
        )}
      </svg>
      <ul class="ib-years__legend">
        {lines.map(({ id, name }, line) => (
          <li key={id}>
            <svg class={`ib-line ib-line--${line}`} width="32" height="16" aria-hidden="true" focusable="false">
              <line x1="0" x2="32" y1="8" y2="8" />
              <Point line={line} x="16" y={8} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A round point, a square or a ring: with a line of its own look. */
function Point(props: { line: number; x: string; y: number }) {
  const { line, x, y } = props;
  if (line !== 1) return <circle cx={x} cy={y} r={line === 0 ? 4 : 3.5} />;
  return (
    <svg x={x} y={y} width="1" height="1" overflow="visible" aria-hidden="true">
      <rect x="-4" y="-4" width="8" height="8" />
    </svg>
  );
}

/** Moves labels apart, from the lowest up, so that none covers another. */
function spread(places: readonly number[]): readonly number[] {
  const ordered = places.map((place, line) => ({ place, line })).sort((one, other) => other.place - one.place);
  let below = Number.POSITIVE_INFINITY;
  for (const each of ordered) {
    each.place = Math.min(each.place, below - APART);
    below = each.place;
  }
  return ordered.sort((one, other) => one.line - other.line).map(({ place }) => place);
}

/** A whole step of 1, 2 or 5 times a power of ten, so that there are at most five. */
function wholeStep(largest: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(largest / 5)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= largest / 5)!;
}
