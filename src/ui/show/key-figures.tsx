import type { ComponentChildren } from 'preact';

export interface KeyFigure {
  /** What is counted: 'gemeenten met een geborgde aanpak'. */
  readonly label: string;
  /** The number, as `NumberText`, `DateText` or text. */
  readonly value: ComponentChildren;
  /** What to compare it with, or where it comes from. */
  readonly note?: ComponentChildren;
}

/** A few numbers that say how things stand. Never without a label; the source stands in the note or under the list. */
export function KeyFigures(props: { figures: readonly KeyFigure[] }) {
  return (
    <dl class="ib-key-figures">
      {props.figures.map((figure) => (
        <div class="ib-key-figure" key={figure.label}>
          <dt class="ib-key-figure__label">{figure.label}</dt>
          <dd class="ib-key-figure__value">{figure.value}</dd>
          {figure.note ? <dd class="ib-soft">{figure.note}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
