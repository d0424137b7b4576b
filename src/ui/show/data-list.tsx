import type { ComponentChildren } from 'preact';

export interface Fact {
  readonly label: string;
  readonly value: ComponentChildren;
}

/** Facts of one thing, as pairs. An empty value is shown as 'niet ingevuld'. */
export function DataList(props: { facts: readonly Fact[] }) {
  return (
    <dl class="utrecht-data-list utrecht-data-list--html-dl ib-facts">
      {props.facts.map(({ label, value }) => (
        <div class="utrecht-data-list__item" key={label}>
          <dt class="utrecht-data-list__item-key">{label}</dt>
          <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">
            {value === undefined || value === null || value === '' ? <span class="ib-soft">niet ingevuld</span> : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
