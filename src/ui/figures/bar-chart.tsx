import { Fragment } from 'preact';
import type { Translated } from '../../shared-kernel/language.ts';
import { writeNumber } from '../format/number-text.tsx';
import { useLanguage } from '../language.tsx';
import { Link } from '../text/link.tsx';

const TO: Translated<string> = { nl: 'tot', en: 'to' };

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** The bounds of the uncertainty, drawn as a line through the end of the bar. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** Stands out, for instance one's own municipality. */
  readonly highlighted?: boolean | undefined;
  /** Where the label leads. */
  readonly href?: string | undefined;
  /** After the value: 'van de 342'. */
  readonly note?: string | undefined;
}

/**
 * Horizontal bars from zero, as a table of which one column is drawn: chart and table are one, text never shrinks and
 * a screen reader reads label and value. Negative values are a mistake of the caller.
 */
export function BarChart(props: {
  /** What the table says, for people who cannot see it. */
  caption: string;
  labelHeader: string;
  valueHeader: string;
  bars: readonly Bar[];
  decimals?: 0 | 1 | 2 | 3 | undefined;
  /** The end of the scale; the largest value when absent. */
  max?: number | undefined;
  /** The values to write under the bars, when the scale is a fixed one that the reader must know. */
  ticks?: readonly number[] | undefined;
}) {
  const max = props.max ?? Math.max(0, ...props.bars.map((bar) => bar.high ?? bar.value));
  const share = (value: number) => `${max > 0 ? Math.round((value / max) * 10_000) / 100 : 0}%`;
  const language = useLanguage();
  const write = (value: number) => writeNumber(value, props.decimals, language);
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: display: grid takes the implied roles away
    <table class="ib-bars" role="table">
      <caption class="ib-hidden">{props.caption}</caption>
      <thead class="ib-hidden" role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {props.labelHeader}
          </th>
          <th scope="col" role="columnheader">
            {props.valueHeader}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.bars.map((bar) => (
          <tr class={`ib-bars__row${bar.highlighted ? ' ib-bars__row--highlighted' : ''}`} role="row" key={bar.label}>
            <th class="ib-bars__label" scope="row" role="rowheader">
              {bar.href ? (
                <Link href={bar.href} isCurrent={bar.highlighted}>
                  {bar.label}
                </Link>
              ) : (
                bar.label
              )}
            </th>
            <td class="ib-bars__value" role="cell">
              <svg class="ib-bars__drawing" width="100%" height="24" aria-hidden="true" focusable="false">
                <line class="ib-bars__zero" x1="0" x2="0" y1="0" y2="24" />
                <rect class="ib-bars__bar" x="0" y="4" height="16" width={share(bar.value)} />
                {bar.low !== undefined && bar.high !== undefined ? (
                  <>
                    <line class="ib-bars__interval-edge" x1={share(bar.low)} x2={share(bar.high)} y1="12" y2="12" />
                    <line class="ib-bars__interval" x1={share(bar.low)} x2={share(bar.high)} y1="12" y2="12" />
                    <line class="ib-bars__interval" x1={share(bar.low)} x2={share(bar.low)} y1="7" y2="17" />
                    <line class="ib-bars__interval" x1={share(bar.high)} x2={share(bar.high)} y1="7" y2="17" />
                  </>
                ) : null}
              </svg>
              <span class="ib-bars__number">
                <data value={String(bar.value)}>{write(bar.value)}</data>
                {bar.note ? <span class="ib-soft"> {bar.note}</span> : null}
                {bar.low !== undefined && bar.high !== undefined ? (
                  <span class="ib-soft">
                    {' '}
                    ({write(bar.low)} {TO[language]} {write(bar.high)})
                  </span>
                ) : null}
              </span>
            </td>
          </tr>
        ))}
        {props.ticks ? (
          // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus; the axis repeats what each row says
          <tr class="ib-bars__row" aria-hidden="true">
            <td class="ib-bars__value">
              <svg class="ib-bars__axis" width="100%" height="22" aria-hidden="true" focusable="false">
                <line x1="0" x2="100%" y1="1" y2="1" />
                {props.ticks.map((tick) => (
                  <Fragment key={tick}>
                    <line x1={share(tick)} x2={share(tick)} y1="1" y2="6" />
                    <text x={share(tick)} y="20" text-anchor="middle">
                      {write(tick)}
                    </text>
                  </Fragment>
                ))}
              </svg>
            </td>
          </tr>
        ) : null}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: display: grid takes the implied roles away
  );
}
