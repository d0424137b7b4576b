import type { ComponentChildren } from 'preact';
import type { Translated } from '../../shared-kernel/language.ts';
import { useLanguage } from '../language.tsx';

const NL = { empty: 'niet ingevuld', change: 'Wijzig' };
const WORDS: Translated<typeof NL> = { nl: NL, en: { empty: 'not filled in', change: 'Change' } };

export interface Fact {
  readonly label: string;
  readonly value: ComponentChildren;
  /** Where to change it: for the review before sending. */
  readonly changeHref?: string | undefined;
}

/** Facts of one thing, as pairs. An empty value is shown as 'niet ingevuld'. With `changeHref` it is a review before sending. */
export function DataList(props: { facts: readonly Fact[] }) {
  const words = WORDS[useLanguage()];
  return (
    <dl class="utrecht-data-list utrecht-data-list--html-dl ib-facts">
      {props.facts.map(({ label, value, changeHref }) => (
        <div class="utrecht-data-list__item" key={label}>
          <dt class="utrecht-data-list__item-key">{label}</dt>
          <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">
            {value === undefined || value === null || value === '' ? <span class="ib-soft">{words.empty}</span> : value}
          </dd>
          {changeHref ? (
            <dd class="utrecht-data-list__actions utrecht-data-list__actions--html-dd">
              <a class="utrecht-link utrecht-link--html-a" href={changeHref}>
                {words.change}
                <span class="ib-hidden"> {label.toLowerCase()}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
