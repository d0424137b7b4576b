import type { Translated } from '../../shared-kernel/language.ts';
import { NumberText } from '../format/number-text.tsx';
import { useLanguage } from '../language.tsx';

export interface Combination {
  /** The sets it is in, by id. */
  readonly sets: readonly string[];
  readonly count: number;
}

const NL = { combination: 'Combinatie', and: 'en' };
const WORDS: Translated<typeof NL> = { nl: NL, en: { combination: 'Combination', and: 'and' } };
const STEP = 22;
const HEIGHT = 24;

/**
 * Which sets overlap, and how much: a row per combination with a dot for each set it is in, and a bar from zero. Picture and
 * table are one: a screen reader hears the names of the sets and the count. Source: UpSet (Lex et al. 2014).
 */
export function UpSetChart(props: {
  caption: string;
  sets: readonly { readonly id: string; readonly name: string }[];
  combinations: readonly Combination[];
  countHeader: string;
}) {
  const { sets, combinations } = props;
  const words = WORDS[useLanguage()];
  const max = Math.max(1, ...combinations.map(({ count }) => count));
  const width = sets.length * STEP;
  // longer names do not fit above a dot: then the sets are numbered, as in the list beside the picture
  const areShort = sets.every(({ id }) => id.length <= 2);
  const nameOf = (id: string) => sets.find((set) => set.id === id)?.name ?? id;
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: display: grid takes the implied roles away
    <table class="ib-bars ib-upset" role="table">
      <caption class="ib-hidden">{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            <span class="ib-hidden">{words.combination}</span>
            <svg class="ib-upset__heads" width={width} height={HEIGHT} aria-hidden="true" focusable="false">
              {sets.map(({ id }, index) => (
                <text key={id} x={(index + 0.5) * STEP} y="17">
                  {areShort ? id : index + 1}
                </text>
              ))}
            </svg>
          </th>
          <th class="ib-upset__count-head" scope="col" role="columnheader">
            {props.countHeader}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {combinations.map((combination) => {
          const inside = sets.flatMap(({ id }, index) => (combination.sets.includes(id) ? [index] : []));
          const [first = 0, last = 0] = [inside[0], inside.at(-1)];
          return (
            <tr class="ib-bars__row" role="row" key={combination.sets.join()}>
              <th class="ib-bars__label" scope="row" role="rowheader">
                <span class="ib-hidden">{combination.sets.map(nameOf).join(` ${words.and} `)}</span>
                <svg width={width} height={HEIGHT} aria-hidden="true" focusable="false">
                  {sets.map(({ id }, index) => (
                    <circle
                      key={id}
                      class={inside.includes(index) ? 'ib-upset__in' : 'ib-upset__out'}
                      cx={(index + 0.5) * STEP}
                      cy={HEIGHT / 2}
                      r="6"
                    />
                  ))}
                  <line
                    class="ib-upset__link"
                    x1={(first + 0.5) * STEP}
                    x2={(last + 0.5) * STEP}
                    y1={HEIGHT / 2}
                    y2={HEIGHT / 2}
                  />
                </svg>
              </th>
              <td class="ib-bars__value" role="cell">
                <svg class="ib-bars__drawing" width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
                  <line class="ib-bars__zero" x1="0" x2="0" y1="0" y2={HEIGHT} />
                  <rect
                    class="ib-bars__bar"
                    x="0"
                    y="4"
                    height="16"
                    width={`${Math.round((combination.count / max) * 10_000) / 100}%`}
                  />
                </svg>
                <span class="ib-bars__number">
                  <NumberText value={combination.count} />
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: display: grid takes the implied roles away
  );
}
