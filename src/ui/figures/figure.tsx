import type { ComponentChildren } from 'preact';
import type { Translated } from '../../shared-kernel/language.ts';
import { useLanguage } from '../language.tsx';
import { Source, type SourceFacts } from './source.tsx';

const AS_TABLE: Translated<string> = { nl: 'Bekijk als tabel', en: 'View as a table' };

/** A chart or map with its message as title, its table one click away (and in the page) and its source under it. */
export function Figure(props: {
  id: string;
  /** The message, as a sentence: 'Vijf op de zes slachtoffers zijn niet in beeld'. */
  title: string;
  /** What is measured, in which unit. */
  subtitle?: string | undefined;
  /** Two when the figure stands straight under the heading of the page; three (unless told) when under a heading 2. */
  level?: 2 | 3 | undefined;
  table?: ComponentChildren;
  source: SourceFacts;
  children: ComponentChildren;
}) {
  const Title = `h${props.level ?? 3}` as const;
  return (
    <figure class="ib-figure" id={props.id} aria-labelledby={`${props.id}-titel`}>
      <figcaption class="ib-figure__caption">
        <Title class="ib-figure__title" id={`${props.id}-titel`}>
          {props.title}
        </Title>
        {props.subtitle ? <p class="ib-soft">{props.subtitle}</p> : null}
      </figcaption>
      {props.children}
      {props.table ? (
        <details class="ib-details">
          <summary>{AS_TABLE[useLanguage()]}</summary>
          {props.table}
        </details>
      ) : null}
      <Source {...props.source} />
    </figure>
  );
}
