import type { ComponentChildren } from 'preact';
import { Source, type SourceFacts } from './source.tsx';

/** A chart or map with its message as title, its table one click away (and in the page) and its source under it. */
export function Figure(props: {
  id: string;
  /** The message, as a sentence: 'Vijf op de zes slachtoffers zijn niet in beeld'. */
  title: string;
  /** What is measured, in which unit. */
  subtitle?: string | undefined;
  table?: ComponentChildren;
  source: SourceFacts;
  children: ComponentChildren;
}) {
  return (
    <figure class="ib-figure" id={props.id} aria-labelledby={`${props.id}-titel`}>
      <figcaption class="ib-figure__caption">
        <h3 class="ib-figure__title" id={`${props.id}-titel`}>
          {props.title}
        </h3>
        {props.subtitle ? <p class="ib-soft">{props.subtitle}</p> : null}
      </figcaption>
      {props.children}
      {props.table ? (
        <details class="ib-details">
          <summary>Bekijk als tabel</summary>
          {props.table}
        </details>
      ) : null}
      <Source {...props.source} />
    </figure>
  );
}
